#!/bin/sh
# Builds the fingerprint with gcc and clang at -O0, -O2 and -O3, runs it with
# each set of kernels that this processor has, and compares all that it
# writes, byte by byte. The chapters' programs take seconds: they run twice,
# as differently as can be, with gcc -O2 and the widest kernels, and with
# clang -O3 and the plain ones.
#   same_bits.sh library|all SOURCE SCRATCH FLAG...
# `library` makes these two builds, without the chapters. `all` goes on where
# it ended: with the chapters in these two, and with the other builds.
set -eu
what=$1 source=$2 scratch=$3
shift 3
if [ "$what" = library ]; then rm -rf "$scratch"; fi
rm -rf "$scratch/chapters"
mkdir -p "$scratch"

kernels=generic
if [ "$(uname -m)" = x86_64 ]; then
  for set in avx2 avx512f; do
    grep -qw $set /proc/cpuinfo && kernels="$kernels ${set%f}"
  done
fi

# Every file of the library, kernels/set.c once for each set.
compile_library() {
  for file in "$source"/lib/src/*.c \
    "$source"/lib/src/kernels/*.c; do
    $compiler "$@" -c "$file" -o "$build/$(basename "$file" .c).o"
  done
  case $kernels in *avx2*)
    $compiler "$@" -mavx2 -mfma -DNN_KERNELS_AVX2 \
      -c "$source"/lib/src/kernels/set.c -o "$build"/kernels_avx2.o
    $compiler "$@" -mavx512f -DNN_KERNELS_AVX512 \
      -c "$source"/lib/src/kernels/set.c -o "$build"/kernels_avx512.o
    ;;
  esac
}

# keep_run FOLDER SET...: runs the program with each of these sets of
# kernels, and keeps what it writes.
keep_run() {
  folder=$1
  shift
  for set in "$@"; do
    chapter=$(dirname "$program")
    out="$folder/$compiler$level-$set/$(basename "$chapter")-$(basename "$program" .c)"
    mkdir -p "$out"
    NN_KERNELS=$set "$build/program" --out "$out" \
      --recorded "$chapter/recorded" >"$out/printed.txt"
    # Compilers differ in what they call the line of a call that has
    # several: the column with the place in the source is left out.
    if [ -f "$out/numbers.tsv" ]; then
      cut -f1-3 "$out/numbers.tsv" >"$out/numbers"
      rm "$out/numbers.tsv"
    fi
  done
}

# try PROGRAM FOLDER SETS FLAG...
try() {
  program=$1 folder=$2 sets=$3
  shift 3
  $compiler "$@" "$program" "$build"/*.o -o "$build/program" -lz -lm
  # shellcheck disable=SC2086 # each set is a word
  keep_run "$folder" $sets
}

# The build of a compiler at a level: with these kernels for the chapters, ""
# where they are not tried.
make_build() { # COMPILER LEVEL SETS FLAG...
  compiler=$1 level=$2 of_chapters=$3
  shift 3
  build="$scratch/$compiler$level"
  set -- "$@" "$level" -I"$source"/lib/include \
    -fmacro-prefix-map="$source"/= -w
  if [ ! -d "$build" ]; then
    mkdir -p "$build"
    compile_library "$@"
    try "$source"/lib/tests/fingerprint.c "$scratch/library" "$kernels" "$@"
  fi
  if [ "$what" = library ] || [ -z "$of_chapters" ]; then return; fi
  for program in "$source"/chapters/[0-9]*/*.c; do
    try "$program" "$scratch/chapters" "$of_chapters" "$@"
  done
}

case $kernels in *avx2*) set -- "$@" -DNN_X86_KERNELS ;; esac
for compiler in gcc clang; do
  command -v $compiler >/dev/null || { echo "$compiler is missing"; exit 1; }
done
make_build gcc -O2 "${kernels##* }" "$@"
make_build clang -O3 generic "$@"
if [ "$what" = all ]; then
  for level in -O0 -O3; do make_build gcc $level "" "$@"; done
  for level in -O0 -O2; do make_build clang $level "" "$@"; done
fi

# all_equal FOLDER: do all runs in it have the same files?
all_equal() {
  first=$(find "$1" -mindepth 1 -maxdepth 1 | sort | head -n 1)
  for run in "$1"/*; do
    diff -r "$first" "$run" >"$scratch/differences" || {
      head -c 2000 "$scratch/differences"
      echo "$(basename "$run") differs from $(basename "$first")"
      exit 1
    }
  done
}
all_equal "$scratch/library"
if [ "$what" = library ]; then
  runs=$(find "$scratch/library" -mindepth 1 -maxdepth 1 | wc -l)
  [ "$runs" -ge 2 ] || { echo "only $runs runs to compare"; exit 1; }
  echo "the same in all $runs runs of the library"
  exit 0
fi
all_equal "$scratch/chapters"
count=$(find "$scratch/library" "$scratch/chapters" -type f | wc -l)
builds=$(find "$scratch/library" -mindepth 1 -maxdepth 1 | wc -l)
both=$(find "$scratch/chapters" -mindepth 1 -maxdepth 1 | wc -l)
if [ "$builds" -lt 6 ] || [ "$both" -ne 2 ]; then
  echo "only $builds and $both builds to compare"
  exit 1
fi
echo "$count files, the same in all $builds builds of the library and" \
  "$both of the chapters"
