#!/bin/sh
# Mistakes that exercises share are named by the grader in each: references
# that are spoiled in one way, and what is not that mistake.
#   common.sh SOURCE COURSE-TOOL SCRATCH
set -eu
source=$1 tool=$2 scratch=$3
fail() { echo "FAILED: $*"; exit 1; }
[ -d "$source/solutions" ] || { echo "no solutions here"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$source"

# record SLUG NAME: what is said of the reference after sed has spoiled it.
record() {
  slug=$1 name=$2
  shift 2
  set -- "$@" solutions/*-"${slug%/*}"/*-"${slug#*/}"/"${slug#*/}.c"
  sed "$@" >"$scratch/$name.c"
  "$tool" grade-file "$slug" "$scratch/$name.c" >"$scratch/said" 2>&1 ||
    fail "$slug, $name"
}
said=$scratch/said
named() { # SLUG ID SED-ARGUMENTS...
  record "$@"
  grep -q "misconception=$2$" "$said" || { cat "$said"; fail "$1 is not named $2"; }
  cmp -s "$scratch/$2.c" solutions/*-"${1%/*}"/*-"${1#*/}"/"${1#*/}.c" && fail "$2: not spoiled"
  return 0
}
not_named() { # SLUG ID NAME SED-ARGUMENTS...
  slug=$1 id=$2
  shift 2
  record "$slug" "$@"
  grep -q "misconception=$id$" "$said" && { cat "$said"; fail "$slug, $1 is named $id"; }
  return 0
}
cd "$source"

named perceptron/step not-written -e '/^bool fires/,/^}/{s/return .*/return false;/;}'
named chain/layer not-written -e '/^  for/,/^    }/d' -e 's/^}/  (void)dw;\n}/'
named perceptron/step one-too-far -e '/w\[i\] += y/s/i < n/i <= n/'
named perceptron/step const-changed -e 's/^bool fires.*/&\n  ((double *)x)[0] = 1;/'
named perceptron/step not-initialised -e 's/double z = b;/double z; if (b > 1e9) z = b;/'
named chain/layer added-before-set -e '/dw\[k\] = 0;/d'
named chain/layer float-for-double -e 's/dw\[i \* m + j\] += .*/dw[i * m + j] = (float)(dw[i * m + j] + inputs[r * n + i] * d);/'
named perceptron/margin whole-numbers -e 's/^  return progress.*/  return (int)(progress * progress);/'

# Near misses.
not_named chain/layer added-before-set nothing-there -e 's/+= d;/+= d + 0 * (d - d) \/ (d - d);/'
not_named chain/layer float-for-double too-rough -e 's/double d = delta\[r \* m + j\];/double d = (float)(1.01 * delta[r * m + j]);/'
not_named chain/layer float-for-double off-by-a-little -e 's/double d = delta/double d = 1.0000001 * delta/'
not_named perceptron/margin whole-numbers always-three -e 's/^  return progress.*/  return 3 + 0 * progress;/'
not_named perceptron/step one-too-far far-too-far -e '/w\[i\] += y/s/i < n/i < n + 3/;/w\[i\] += y/s/i = 0/i = n + 2/'

# Of the cases that a judge fails, the first is told.
record xor/parity judged-once -e 's/k % 2 ? -1 : 1/1/'
[ "$(grep -c 'the network fires' "$said")" = 1 ] ||
  fail "told more than once: $(cat "$said")"
exit 0
