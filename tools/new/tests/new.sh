#!/bin/sh
# ./course new exercise, and that what it writes passes all tests as it is.
#   new.sh COURSE SCRATCH
set -eu
course=$1 scratch=$2
fail() { echo "FAILED: $*"; cat "$scratch/said"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"
"$course/cmake/tests/small_course.sh" "$course" "$scratch/course"
cd "$scratch/course"

# What is no name is refused, and nothing written.
refused() { # WORDS ARGUMENTS...
  words=$1 status=0
  shift
  ./course new "$@" >"$scratch/said" 2>&1 || status=$?
  [ $status -ne 0 ] || fail "taken: $*"
  grep -qF -e "$words" "$scratch/said" || fail "$*"
}
refused "new makes a chapter or an exercise" margin
refused "wants a NAME of small letters" chapter 12-mine
refused "a chapter 'perceptron' already" chapter perceptron
refused "meaning of its own" chapter book
refused "wants CHAPTER/NAME" exercise
refused "wants CHAPTER/NAME" exercise length
refused "no chapter 'perceptrons'" exercise perceptrons/length
refused "name of a C function" exercise perceptron/My-Length
refused "name of a C function" exercise perceptron/../length
refused "meaning of its own" exercise perceptron/double
refused "perceptron/step already" exercise perceptron/step
! git status --porcelain -- exercises chapters | grep '^??' || fail "written"

./course new exercise perceptron/length >"$scratch/said" 2>&1 || fail "new"
grep -qF './course prove perceptron/length' "$scratch/said" || fail "what next?"
[ -f exercises/01-perceptron/3-length/length.h ] || fail "no header"
[ -f solutions/01-perceptron/3-length/wrong.md ] || fail "no mistakes"

# It is proven, whole; and a mistake in it is found.
./course prove perceptron/length --all >"$scratch/said" 2>&1 || fail "prove"
grep -q 'mutation.perceptron/length .*Passed' "$scratch/said" || fail "no mutants"
grep -q 'exercise.perceptron/length.wrong .*Passed' "$scratch/said" || fail "no mistakes"
! grep -q 'perceptron/step' "$scratch/said" || fail "others, too"
./course prove perceptron/lenght >"$scratch/said" 2>&1 && fail "a typo is proven"
grep -q "no exercise 'perceptron/lenght'" "$scratch/said" || fail "no word"

wrong=solutions/01-perceptron/3-length/wrong.md
cp $wrong "$scratch/kept"
sed -i 's/^- return sqrt(sum);/- return sqrt(total);/' $wrong
./course prove perceptron/length >"$scratch/said" 2>&1 && fail "a change of nothing"
grep -qE 'wrong\.md:[0-9]+: these lines stand 0 times' "$scratch/said" || fail "where?"
cp "$scratch/kept" $wrong
# not_proven WORDS: what prove says of the list of mistakes as it is.
not_proven() {
  ./course prove perceptron/length >"$scratch/said" 2>&1 && fail "proven: $1"
  tr -s ' \n' '  ' <"$scratch/said" | grep -qE -e "$1" || fail "not said: $1"
  cp "$scratch/kept" $wrong
}
sed '/^## root-forgotten/,/^## not-squared/!d; s/root-forgotten/the-same/; /^## not-squared/d' \
  "$scratch/kept" >>$wrong
not_proven 'wrong\.md:[0-9]+: the-same gives the same answers as root-forgotten in every case'
# shellcheck disable=SC2016 # these are fences
printf '\n## no-mistake {reread=sec:vote}\nNothing.\n\nYou.\n```diff\n- return sqrt(sum);\n+ return sqrt(1 * sum);\n```\n' >>$wrong
not_proven 'wrong\.md:[0-9]+: no-mistake loses no points'
sed -i '1,/reread=/s/reread=[a-z:-]*/reread=sec:nowhere/' $wrong
not_proven 'wrong\.md: .*perceptron/chapter\.md has no \{#sec:nowhere\}'
sed -i '1,/reread=/s/reread=/part=legnth reread=/' $wrong
not_proven "wrong\.md: root-forgotten names 'legnth', which is no part"
sed -i 's/→ returned = 5/→ returned = 6/' exercises/01-perceptron/3-length/task.md
./course prove perceptron/length >"$scratch/said" 2>&1 && fail "a wrong example"
grep -q 'gave returned = 5; the task says 6' "$scratch/said" || fail "what?"
exit 0
