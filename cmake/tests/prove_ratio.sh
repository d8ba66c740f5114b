#!/bin/sh
# A wrong gradient that no stored wrong answer matches is told by its ratio
# to the right one.
#   prove_ratio.sh TOOL REFERENCE SCRATCH
set -eu
tool=$1 reference=$2 scratch=$3
mkdir -p "$scratch"

# The reference with slopes that are so many times too large, and what must
# be said of it.
expect() {
  sed "s|double d_0 = u_0, d_1 = |double d_0 = $1 * u_0, d_1 = $1 * |" \
    "$reference" >"$scratch"/ratio.c
  said=$("$tool" grade-file rmsprop/rotate "$scratch"/ratio.c | tr -s ' \n' ' ')
  case $said in *"$2"*) ;; *)
    echo "$1 times: '$2' was not said, but: $said"
    exit 1
    ;;
  esac
}

expect 0.7 'your slopes are 0.7 times the right ones'
expect -3 'your slopes are -3 times the right ones'
expect -kappa 'by the factor kappa, and by the sign'
expect '1 / kappa' 'by the factor 1/kappa'
