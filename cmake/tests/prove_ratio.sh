#!/bin/sh
# A wrong gradient that no stored wrong answer matches is told by its ratio
# to the right one.
#   prove_ratio.sh TOOL REFERENCE SCRATCH
set -eu
tool=$1 reference=$2 scratch=$3
mkdir -p "$scratch"

# The reference with another last line, and what must be said of it.
expect() {
  sed "s|gradient\[i\] = .*|gradient[i] = $1;|" "$reference" \
    >"$scratch"/ratio.c
  said=$("$tool" grade-file losses/quadratic "$scratch"/ratio.c | tr -s ' \n' ' ')
  case $said in *"$2"*) ;; *)
    echo "gradient[i] = $1: '$2' was not said, but: $said"
    exit 1
    ;;
  esac
}

expect '0.7 * (a[i] - t[i]) / (double)examples' \
  'your slopes are 0.7 times the right ones'
expect '-3 * (a[i] - t[i]) / (double)examples' \
  'your slopes are -3 times the right ones'
expect 't[i] - a[i]' 'by the factor examples, and by the sign'
expect '(a[i] - t[i]) / (double)(examples * examples)' \
  'by the factor 1/examples'
