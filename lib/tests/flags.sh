#!/bin/sh
# The library with the flags that people give to everything they compile:
# it must compile and link, and compute the same bits with all kernels.
#   flags.sh LIB SCRATCH COMPILER FINGERPRINT
set -eu
lib=$1 scratch=$2 fingerprint=$4
export CC="$3"
unset NN_KERNELS
rm -rf "$scratch"
mkdir -p "$scratch"
"$fingerprint" --out "$scratch/out" >"$scratch/expected"
[ "$(wc -c <"$scratch/expected")" -gt 100000 ]

# runs FLAG...: has this processor all that these make the compiler use?
runs() {
  echo 'int main(void) { return !SUPPORTED; }' >"$scratch/probe.c"
  case $* in
  *-v4*) needed=avx512vl ;;
  *-v3* | *avx2*) needed=bmi2 ;; # it came with AVX2 and FMA
  *) return 0 ;;
  esac
  "$CC" -D "SUPPORTED=__builtin_cpu_supports(\"$needed\")" \
    "$scratch/probe.c" -o "$scratch/probe" && "$scratch/probe"
}

compared=0
try() {
  echo "with $*"
  rm -rf "$scratch/build"
  CFLAGS="$*" cmake -G Ninja -S "$lib" -B "$scratch/build" \
    -D NN_TESTS=ON >"$scratch/build.log"
  # shellcheck disable=SC2086 # the targets are words
  cmake --build "$scratch/build" --target $targets \
    >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 1; }
  runs "$@" || { echo "compiled, not run"; return; }
  for set in generic avx2 avx512; do
    NN_KERNELS=$set "$scratch/build/nn_fingerprint" --out "$scratch/out" \
      >"$scratch/told" 2>"$scratch/errors"
    cmp "$scratch/expected" "$scratch/told"
    grep -q 'no kernels' "$scratch/errors" || compared=$((compared + 1))
  done
}

targets=nn_fingerprint
if [ "$(uname -m)" = x86_64 ]; then
  try -march=x86-64-v3
  try -march=x86-64-v4
  try -mavx2 -mfma
  try -march=native
fi
# Each program of the unit tests optimises the whole library once more when it is
# linked: those for double will do, of the same source as those for float.
for file in "$lib"/tests/test_*.c; do
  targets="$targets nn_$(basename "$file" .c)"
done
try -flto
ctest --test-dir "$scratch/build" --output-on-failure --no-tests=error \
  -E '^lib[.]float[.]' \
  >"$scratch/tests.log" || { cat "$scratch/tests.log"; exit 1; }
echo "$compared times the same bits"
