#!/bin/sh
# Builds the fingerprint with gcc and clang at -O0, -O2 and -O3, runs it with
# each set of kernels that this processor has, and compares all that it
# writes, byte by byte. The chapters' programs take seconds: the course's build
# has run them, at -O2 with the widest kernels; here they run once more, as
# differently as can be, with the other compiler at -O3 and the plain kernels.
#   same_bits.sh library SOURCE SCRATCH FLAG...
#   same_bits.sh all SOURCE SCRATCH CHAPTERS COMPILER FLAG...
# `library` makes two of these builds. `all` goes on where it ended, with the
# chapters and the other builds. CHAPTERS has their runs; COMPILER, such as GNU,
# is the one that built them.
set -eu
what=$1 source=$2 scratch=$3
shift 3
chapters='' builder=''
if [ "$what" = all ]; then
  chapters=$1 builder=$2
  shift 2
fi
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

# Compilers differ in what they call the line of a call that has several: the
# column with the place in the source is left out.
leave_out_places() { # FOLDER
  cut -f1-3 "$1/numbers.tsv" >"$1/numbers"
  rm "$1/numbers.tsv"
}

link_with() { # PROGRAM FLAG...
  program=$1
  shift
  $compiler "$@" "$program" "$build"/*.o -o "$build/program" -lz -lm
}

# The build of a compiler at a level, and the fingerprint with all kernels.
make_build() { # COMPILER LEVEL FLAG...
  compiler=$1 level=$2
  shift 2
  build="$scratch/$compiler$level"
  [ ! -d "$build" ] || return 0
  mkdir -p "$build"
  set -- "$@" "$level" -I"$source"/lib/include \
    -fmacro-prefix-map="$source"/= -w
  compile_library "$@"
  link_with "$source"/lib/tests/fingerprint.c "$@"
  for set in $kernels; do
    out="$scratch/library/$compiler$level-$set"
    mkdir -p "$out"
    NN_KERNELS=$set "$build/program" --out "$out" >"$out/printed.txt"
  done
}

# Runs the chapters as the course's build has done, but with the library of
# another compiler, and keeps both runs in $scratch/chapters.
run_chapters() { # COMPILER LEVEL FLAG...
  compiler=$1 level=$2
  shift 2
  build="$scratch/$compiler$level"
  set -- "$@" "$level" -I"$source"/lib/include \
    -fmacro-prefix-map="$source"/= -DDATA="\"$source/data\"" -w
  for chapter in "$source"/chapters/[0-9]*; do
    id=${chapter##*/} name=${chapter##*/[0-9]*-}
    ours=$scratch/chapters/here/$id theirs=$scratch/chapters/built/$id
    mkdir -p "$ours" "$theirs"
    cp -R "$chapters/$id/run/." "$theirs"
    link_with "$chapter/$name.c" "$@"
    NN_KERNELS=generic "$build/program" >"$ours/$name.txt"
    link_with "$chapter/experiments.c" "$@"
    NN_KERNELS=generic "$build/program" --out "$ours" \
      --recorded "$chapter/recorded" >"$ours/experiments.txt"
    leave_out_places "$ours"
    leave_out_places "$theirs"
  done
}

case $kernels in *avx2*) set -- "$@" -DNN_X86_KERNELS ;; esac
for compiler in gcc clang; do
  command -v $compiler >/dev/null || { echo "$compiler is missing"; exit 1; }
done
make_build gcc -O2 "$@"
make_build clang -O3 "$@"
if [ "$what" = all ]; then
  for level in -O0 -O3; do make_build gcc $level "$@"; done
  for level in -O0 -O2; do make_build clang $level "$@"; done
  case $builder in
  *Clang) run_chapters gcc -O3 "$@" ;;
  *) run_chapters clang -O3 "$@" ;;
  esac
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
if [ "$builds" -lt 6 ]; then
  echo "only $builds builds to compare"
  exit 1
fi
echo "$count files, the same in all $builds builds of the library and" \
  "two of the chapters"
