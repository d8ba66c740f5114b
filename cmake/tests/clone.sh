#!/bin/sh
# shellcheck disable=SC2016 # what stands in single quotes is for others
# A clone as people have them: from Git for Windows, with an editor's lock
# files in it, called through a link, from a folder that CMake cannot
# build in.
#   clone.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
cr=$(printf '\r')
fail() { echo "FAILED: $*"; exit 1; }
if [ "$(git -C "$source" rev-parse --show-toplevel 2>/dev/null)" != "$source" ]
then
  echo "this copy of the course has no history"
  exit 77
fi
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"

# What git knows of the folder as it is, in a new history.
mkdir as-it-is
(cd "$source" && git ls-files -coz --exclude-standard |
  xargs -0 sh -c 'for f; do [ ! -e "$f" ] || printf "%s\0" "$f"; done' sh |
  tar -cf - --null -T -) | tar -xf - -C as-it-is
git -C as-it-is init -q
git -C as-it-is add -A 2>/dev/null
git -C as-it-is -c user.name=t -c user.email=t@t commit -qm all
git clone -q -c core.autocrlf=true as-it-is clone
cd clone
for file in course packages/core lib/src/net.c book/filters/book.lua \
  exercises/01-perceptron/2-step/step.c tools/pack/run_autograder; do
  grep -q "$cr" $file && fail "$file has a carriage return"
done
./course help | grep -q 'For students' || fail "help"

# Unsaved buffers of Emacs are links to nowhere, and macOS leaves copies.
for folder in lib/src lib/tests lib/fuzz chapters/01-perceptron book/filters \
  figures/01-perceptron exercises/01-perceptron/2-step tools/attack/corpus \
  solutions/01-perceptron/2-step/right; do
  for file in "$folder"/*.[cglm]*; do
    ln -s "somebody@somewhere.1" "$folder/.#${file##*/}"
    printf 'Mac OS X' >"$folder/._${file##*/}"
  done
done
cmake --preset default >../said 2>&1 || fail "lock files: $(grep -A 9 -i error ../said)"
# In a dry run ninja stops where CMake would run again, by build.ninja.
cp build/build.ninja build/dry.ninja
ninja -C build -f dry.ninja -n all exercises tests book >../said 2>&1 ||
  fail "lock files: $(tail -n 3 ../said)"
grep -q '/\.[#_]' build/build.ninja && fail "a lock file is built"
ctest --test-dir build -N | grep -F '.#' && fail "a lock file is tested"

# Through a link, from a folder that CDPATH may lead elsewhere.
mkdir -p ../bin ../elsewhere/tools
ln -s ../clone/course ../bin/course
touch build/mine ../elsewhere/mine
for call in "../bin/course help" "course help"; do
  (cd ../bin && CDPATH=$scratch/elsewhere:$scratch PATH=$scratch/bin:$PATH &&
    export CDPATH PATH && $call) | grep -q 'For students' || fail "$call"
done
cp ../clone/course ../elsewhere
(cd ../bin && ../elsewhere/course list) 2>../said && fail "a course without one"
grep -q "is not the course's folder" ../said || fail "$(cat ../said)"
[ -e build/mine ] || fail "the build was removed"

# Without standard input, and in a path that CMake takes for its own.
./course help <&- | grep -q 'For students' || fail "without standard input"
for name in 'with # in it' 'a;b' '[x]' 'a"b' 'back\slash' '$x'; do
  mkdir -p "../$name/tools"
  cp -R course packages CMakePresets.json "../$name"
  cp -R tools/base "../$name/tools"
  (cd "../$name" && ./course list) 2>../said && fail "built in '$name'"
  grep -q 'move it to another folder' ../said ||
    fail "'$name': $(cat ../said)"
done
exit 0
