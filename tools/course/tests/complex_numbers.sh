#!/bin/sh
# Complex numbers are refused where slopes are to be derived, and nowhere
# else; what only looks like them never is.
#   complex_numbers.sh COURSE TOOL SCRATCH
set -eu
course=$1 tool=$2 scratch=$3
cd "$course"
[ -d solutions ] || { echo "no solutions here"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"

# try SLUG REFERENCE PATTERN: the reference, with what is on standard input
# before it, is graded as the pattern says.
try() {
  { cat; cat "$2"; } >"$scratch/tried.c"
  "$tool" grade-file "$1" "$scratch/tried.c" >"$scratch/said"
  grep -q "$3" "$scratch/said" || {
    echo "FAILED: $1 does not come to '$3':"
    cat "$scratch/tried.c" "$scratch/said"
    exit 1
  }
}
step=solutions/01-perceptron/2-step/step.c
path=solutions/04-chain/1-path/path.c

# For nothing, where nothing is to be derived.
try perceptron/step $step '^points=10/10' <<'END'
#include <complex.h>
double length(double x, double y);
double length(double x, double y) {
  double complex z = x + y * I;
  return cabs(csqrt(z * z));
}
END
# Headers that declare or define them, for what is none.
try chain/path $path '^points=10/10' <<'END'
#include <complex.h>
#include <tgmath.h>
double shrunk(double x, float y);
double shrunk(double x, float y) { return exp(x) * sqrt(y) + fabs(x); }
END
# By hand, with names of the library: whoever writes that has derived.
try chain/path $path '^points=10/10' <<'END'
#include <math.h>
typedef struct { double re, im; } number;
number my_exp(number z) __asm__("cexp");
number my_exp(number z) {
  return (number){exp(z.re) * cos(z.im), exp(z.re) * sin(z.im)};
}
END
# In a function that the slopes have nothing to do with: how should anybody
# know that? The sentence names the function.
try chain/path $path 'There are complex numbers in turned\.' <<'END'
#include <complex.h>
static int unused;
double turned(double x);
double turned(double x) { return cimag((x + 1.0i) * (x + 1.0i)) + unused; }
END
try chain/path $path 'There are complex numbers in a call of cexpf64\.' <<'END'
typedef struct { double re, im; } number;
number my_exp(number z) __asm__("cexpf64");
double turned(double x);
double turned(double x) { return my_exp((number){x, x}).im; }
END
exit 0
