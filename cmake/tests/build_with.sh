#!/bin/sh
# The course is built on a machine that has the packages of some groups and
# no others.
#   build_with.sh core|grade|book SOURCE SCRATCH
# grade and book are meant with core.
set -eu
set=$1 source=$2 scratch=$3
tab=$(printf '\t')
fail() { echo "FAILED, with the packages of $set: $*"; exit 1; }
[ -d "$source/solutions" ] || { echo "no solutions here"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"

# What the other groups bring is hidden.
names() { # GROUP...
  for group; do
    while IFS="$tab" read -r package _ _ probe; do
      case $package in '' | '#'*) continue ;; esac
      # shellcheck disable=SC2086 # the probe is words
      set -- $probe
      case $1 in command | file) basename "$2" ;; esac
    done <"$source/packages/$group"
  done | sort -u
}
case $set in
core) others="sandbox grade book test bench" ;;
grade) others="sandbox book test bench" ;;
book) others="sandbox grade test bench" ;;
esac
# shellcheck disable=SC2086 # groups are words
names $others >"$scratch/others"
case $set in core) names core ;; *) names core "$set" ;; esac >"$scratch/own"
hide=$(comm -23 "$scratch/others" "$scratch/own" | tr '\n' ';')
cmake --preset default -S "$source" -B "$scratch/build" -D HIDE="$hide" \
  -D CMAKE_BUILD_TYPE=None \
  -D CMAKE_PROJECT_TOP_LEVEL_INCLUDES="$source/cmake/tests/hide.cmake" \
  >"$scratch/said" 2>&1 || fail "$(cat "$scratch/said")"
build() { # TARGET...
  for target; do
    nice cmake --build "$scratch/build" --target "$target" -j 1 \
      >"$scratch/said" 2>&1 ||
      fail "target $target: $(tail -n 20 "$scratch/said")"
  done
}
refused() { # TARGET WORDS
  cmake --build "$scratch/build" --target "$1" >"$scratch/said" 2>&1 &&
    fail "the target $1 is made of what is not there"
  grep -q "$2" "$scratch/said" || fail "$1: $(tail -n 5 "$scratch/said")"
}
file=solutions/01-perceptron/2-step/step.c
case $set in
core)
  build exercises
  cd "$source"
  "$scratch"/build/tools/course-tool grade-file perceptron/step $file \
    >"$scratch/said" 2>&1 || fail "the reference: $(cat "$scratch/said")"
  grep -q '^points=10/10' "$scratch/said" || fail "$(cat "$scratch/said")"
  refused book './course book installs it'
  refused tests './course test installs it'
  ;;
grade)
  build class
  refused book './course book installs it'
  ;;
book)
  build book
  for file in html/index.html learning-from-errors.pdf \
    learning-from-errors.epub; do
    [ -s "$scratch/build/book/$file" ] || fail "no $file"
  done
  ;;
esac
exit 0
