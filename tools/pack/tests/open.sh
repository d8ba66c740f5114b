#!/bin/sh
# The students' edition with sources (pack student --open): its graders are
# built where it is unpacked, from C in which reference and known mistakes are.
#   open.sh COURSE SCRATCH
set -eu
course=$1 scratch=$2
fail() { echo "FAILED: $*"; cat "$scratch/said"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch/a student"
"$course/cmake/tests/small_course.sh" "$course" "$scratch/course"
cd "$scratch/course"
./course pack student --open --out "$scratch/open.zip" >"$scratch/said" 2>&1 ||
  fail "pack"
cd "$scratch/a student"
cmake -E tar xf "$scratch/open.zip"
cd learning-from-errors
[ ! -e solutions ] || fail "solutions are in it"
[ -z "$(find . -name wrong.md -o -name right -o -name unnamed)" ] || fail "answers are in it"
[ -z "$(find exercises -name 'graders-*')" ] || fail "a program is in it"
[ -f exercises/01-perceptron/2-step/rules.c ] || fail "nothing to build graders from"

./course check perceptron/step >"$scratch/said" 2>&1 && fail "an empty file passes"
grep -q 'You have not begun' "$scratch/said" || fail "an empty file"
file=exercises/01-perceptron/2-step/step.c
cp "$scratch/course/build/answers/01-perceptron/2-step/wrong/updates-always.c" $file
./course check perceptron/step >"$scratch/said" 2>&1 && fail "a wrong answer passes"
grep -q 'You change the weights on every example' "$scratch/said" || fail "no sentence"
cp "$course/solutions/01-perceptron/2-step/step.c" $file
./course check perceptron/step >"$scratch/said" 2>&1 || fail "the reference"
grep -q 'All the 10 points\|All 10 points' "$scratch/said" || fail "no points"
exit 0
