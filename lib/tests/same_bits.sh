#!/bin/sh
# Builds the fingerprint and every chapter's program with gcc and clang at
# -O0, -O2 and -O3, runs them with each set of kernels that this processor
# has, and compares all that they write, byte by byte.
#   same_bits.sh SOURCE SCRATCH FLAG...
set -eu
source=$1 scratch=$2
shift 2
rm -rf "$scratch"
mkdir -p "$scratch"

kernels=generic
if [ "$(uname -m)" = x86_64 ]; then
  for set in avx2 avx512f; do
    grep -qw $set /proc/cpuinfo && kernels="$kernels ${set%f}"
  done
fi

# Every file of the library, kernels.c once for each set.
compile_library() {
  for file in "$source"/lib/src/*.c; do
    $compiler "$@" -c "$file" -o "$build/$(basename "$file" .c).o"
  done
  case $kernels in *avx2*)
    $compiler "$@" -mavx2 -mfma -c "$source"/lib/src/kernels.c \
      -o "$build"/kernels_avx2.o
    $compiler "$@" -mavx512f -c "$source"/lib/src/kernels.c \
      -o "$build"/kernels_avx512.o
    ;;
  esac
}

# Runs the program with each set of kernels, and keeps what it writes.
keep_run() {
  name=$1
  for set in $kernels; do
    out="$scratch/runs/$compiler$level-$set/$name"
    mkdir -p "$out"
    NN_KERNELS=$set "$build/program" --out "$out" >"$out/transcript.txt"
    # Compilers differ in what they call the line of a call that has
    # several: the column with the place in the source is left out.
    cut -f1-3 "$out/numbers.tsv" >"$out/numbers"
    rm "$out/numbers.tsv"
  done
}

case $kernels in *avx2*) set -- "$@" -DNN_X86_KERNELS ;; esac
for compiler in gcc clang; do
  command -v $compiler >/dev/null || { echo "$compiler is missing"; exit 1; }
  for level in -O0 -O2 -O3; do
    build="$scratch/$compiler$level"
    mkdir -p "$build"
    set -- "$@" $level -I"$source"/lib/include \
      -fmacro-prefix-map="$source"/= -w
    compile_library "$@"
    for program in "$source"/lib/tests/fingerprint.c \
      "$source"/chapters/[0-9]*/*.c; do
      $compiler "$@" "$program" "$build"/*.o -o "$build/program" -lz -lm
      keep_run "$(basename "$program" .c)"
    done
  done
done

first="$scratch/runs/gcc-O0-generic"
for run in "$scratch"/runs/*; do
  diff -r "$first" "$run" >"$scratch/differences" || {
    head -c 2000 "$scratch/differences"
    echo "$(basename "$run") differs from gcc-O0-generic"
    exit 1
  }
done
count=$(find "$first" -type f | wc -l)
[ "$count" -gt 4 ] || { echo "only $count files to compare"; exit 1; }
builds=$(find "$scratch"/runs -mindepth 1 -maxdepth 1 | wc -l)
echo "$count files, the same in all $builds builds"
