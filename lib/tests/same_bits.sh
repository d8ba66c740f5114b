#!/bin/sh
# Builds the fingerprint and every chapter's program with gcc and clang at
# -O0 and -O3, runs them, and compares all that they write, byte by byte.
#   same_bits.sh SOURCE SCRATCH FLAG...
set -eu
source=$1 scratch=$2
shift 2
rm -rf "$scratch"
mkdir -p "$scratch"

for compiler in gcc clang; do
  command -v $compiler >/dev/null || { echo "$compiler is missing"; exit 1; }
  for level in -O0 -O3; do
    build="$scratch/$compiler$level"
    mkdir -p "$build"
    for program in "$source"/lib/tests/fingerprint.c \
      "$source"/chapters/[0-9]*/*.c; do
      name=$(basename "$program" .c)
      $compiler $level "$@" -fmacro-prefix-map="$source"/= \
        -I"$source"/lib/include "$program" "$source"/lib/src/*.c \
        -o "$build/program" -lm
      "$build/program" --out "$build/$name" >"$build/$name.txt"
      rm "$build/program"
      # Compilers differ in what they call the line of a call that has
      # several: the column with the place in the source is left out.
      cut -f1-3 "$build/$name/numbers.tsv" >"$build/$name/numbers"
      rm "$build/$name/numbers.tsv"
    done
  done
done

for build in "$scratch"/*; do
  diff -r "$scratch/gcc-O0" "$build" || {
    echo "$(basename "$build") differs from gcc-O0"
    exit 1
  }
done
count=$(find "$scratch/gcc-O0" -type f | wc -l)
[ "$count" -gt 4 ] || { echo "only $count files to compare"; exit 1; }
echo "$count files, the same in all builds"
