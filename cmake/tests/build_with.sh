#!/bin/sh
# The course is built on a machine that has the packages of some groups and
# no others. With few packages it has two exercises: the others' C needs none.
#   build_with.sh core|grade|book SOURCE SCRATCH BUILD
# grade and book are meant with core; grade may go on where core ended. BUILD
# is the build with everything, of which these tests are.
set -eu
set=$1 source=$2 scratch=$3 everything=$4
tab=$(printf '\t')
fail() { echo "FAILED, with the packages of $set: $*"; exit 1; }
[ -d "$source/solutions" ] || { echo "no solutions here"; exit 77; }
[ "$set" = grade ] || rm -rf "$scratch"
mkdir -p "$scratch"
course=$source built=$scratch/build
if [ "$set" != book ]; then
  course=$scratch/course built=$scratch/course/build
  [ -d "$course" ] ||
    "$source/cmake/tests/small_course.sh" "$source" "$course" || exit $?
fi

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
type=None
[ "$set" != book ] || type=RelWithDebInfo # as BUILD is, if it is the default
cmake --preset default -S "$course" -B "$built" -D HIDE="$hide" \
  -D CMAKE_BUILD_TYPE=$type \
  -D CMAKE_PROJECT_TOP_LEVEL_INCLUDES="$source/cmake/tests/hide.cmake" \
  >"$scratch/said" 2>&1 || fail "$(cat "$scratch/said")"
build() { # TARGET...
  for target; do
    nice cmake --build "$built" --target "$target" -j 1 \
      >"$scratch/said" 2>&1 ||
      fail "target $target: $(tail -n 20 "$scratch/said")"
  done
}
refused() { # TARGET WORDS
  cmake --build "$built" --target "$1" >"$scratch/said" 2>&1 &&
    fail "the target $1 is made of what is not there"
  grep -q "$2" "$scratch/said" || fail "$1: $(tail -n 5 "$scratch/said")"
}
# Has the build with everything made this target, and by the commands by
# which it would be made here? Then to make it again shows nothing new. (In a
# dry run ninja stops where CMake would run again, which is by build.ninja.)
made_by_same_commands() { # TARGET
  cp "$everything/build.ninja" "$scratch/dry.ninja"
  ninja -C "$everything" -f "$scratch/dry.ninja" -n "$1" 2>&1 |
    grep -q 'no work to do' || return 1
  ninja -C "$everything" -t commands "$1" >"$scratch/its-commands"
  ninja -C "$built" -t commands "$1" |
    sed "s|$built|$everything|g
      s|${built#"$source"/}|${everything#"$source"/}|g" \
      >"$scratch/commands"
  [ -s "$scratch/commands" ] &&
    cmp -s "$scratch/its-commands" "$scratch/commands"
}
file=solutions/01-perceptron/2-step/step.c
case $set in
core)
  build exercises
  cd "$course"
  "$built"/tools/course-tool grade-file perceptron/step $file \
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
  made=$everything
  made_by_same_commands book || { build book; made=$built; }
  for file in html/index.html learning-from-errors.pdf \
    learning-from-errors.epub; do
    [ -s "$made/book/$file" ] || fail "no $file"
  done
  ;;
esac
exit 0
