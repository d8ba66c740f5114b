#!/bin/sh
# The packs: what is in them and what is not, and that they work where they
# are unpacked.
#   pack.sh COURSE SCRATCH
set -eu
course=$1 scratch=$2
fail() { echo "FAILED: $*"; exit 1; }
[ -d "$course/solutions" ] || { echo "no solutions here"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"

# A copy of the course with a history, and one exercise worked on.
cd "$course"
if [ "$(git rev-parse --show-toplevel 2>/dev/null || :)" != "$course" ]; then
  echo "this copy of the course has no history"
  exit 77
fi
git clone -q --no-hardlinks "$course" "$scratch/course"
git -C "$course" diff HEAD --binary | git -C "$scratch/course" apply --allow-empty
cd "$scratch/course"
# Built four times, and quickly where nothing is optimised.
sed -i 's/"RelWithDebInfo"/"None"/' CMakePresets.json
mkdir build
cp exercises/01-perceptron/2-step/step.c fresh
cp solutions/01-perceptron/2-step/step.c exercises/01-perceptron/2-step/
cmake --preset default >"$scratch/said"
cmake --build build --target class graders-static >"$scratch/said" ||
  fail "the build: $(tail "$scratch/said")"
./course pack student --out "$scratch/student.zip" 2>"$scratch/said" &&
  fail "a solved exercise was packed"
grep -q '01-perceptron/2-step/step.c' "$scratch/said" ||
  fail "$(cat "$scratch/said")"
mv fresh exercises/01-perceptron/2-step/step.c

# What means nothing is refused.
refused() { # WORDS ARGUMENTS...
  words=$1
  shift
  ./course pack "$@" --out "$scratch/refused.zip" >"$scratch/said" 2>&1 &&
    fail "packed: $*"
  grep -qF -e "$words" "$scratch/said" || fail "$*: $(cat "$scratch/said")"
  [ ! -e "$scratch/refused.zip" ] || fail "packed, and refused: $*"
}
refused "packs the whole course, not 'perceptron'" student perceptron
refused "packs the whole course, not ''" student ""
refused "pack has no '--fast'" student --fast
refused "--open is for 'pack student'" gradescope --open
refused "not for 'perceptron' and 'xor'" gradescope perceptron xor
refused "There is no exercise 'nonsense'" gradescope nonsense
refused "makes 'student' or 'gradescope'" teacher
./course pack student --out "$scratch" 2>"$scratch/said" && fail "into a folder"
grep -q "wants a file, and .* is a folder" "$scratch/said" ||
  fail "into a folder: $(cat "$scratch/said")"

# Nothing of the course is left out without a word, and nothing else gets in:
# not what lies about, not a class's, not even by mistake.
mkdir chapters/99-new exercises/01-perceptron/9-new
echo new >chapters/99-new/notes.md
echo new >exercises/01-perceptron/9-new/driver.c
refused "chapters/99-new/notes.md" student
refused "exercises/01-perceptron/9-new/driver.c" student
refused "chapters/99-new/notes.md" gradescope
rm -r chapters/99-new exercises/01-perceptron/9-new
mkdir -p class-graded/work
echo secret >class-graded/work/class.json
for file in class.key class-graded/gradebook.csv; do
  echo secret >$file
  git add -f $file
  refused "$file" student
  git rm -qf --cached $file
done
mv .git "$scratch/away"
refused "Please pack in a clone" student
refused "Please pack in a clone" gradescope
mv "$scratch/away" .git
./course pack student --out "$scratch/student.zip" 2>"$scratch/said" ||
  fail "pack student: $(cat "$scratch/said")"
grep -q "Left out, since git does not know them: .*class" "$scratch/said" ||
  fail "what was left out: $(cat "$scratch/said")"

mkdir "$scratch/a student"
cd "$scratch/a student"
cmake -E tar xf "$scratch/student.zip"
cd learning-from-errors

for gone in class.key class-graded; do
  [ ! -e $gone ] || fail "$gone is in the students' edition"
done
# Nothing that knows an answer.
for gone in solutions tools/attack tools/batch tools/mutation tools/corpus .git \
  .ci; do
  [ ! -e $gone ] || fail "$gone is in the students' edition"
done
[ -z "$(find exercises -name cases.c -o -name rules.c -o -name wrong.md)" ] ||
  fail "graders or wrong answers are in the students' edition"
grep -rqsI 'Reference for' exercises skeletons README.md &&
  fail "a reference is in the students' edition"
for reference in "$course"/solutions/*/*/*.c; do
  # Lines of a reference that are long enough to be somebody's idea, and
  # stand in no task, header or skeleton, nor in the library or a chapter.
  sed -n '/^ .\{44,\};$/p' "$reference"
done | sort -u >"$scratch/lines"
[ -s "$scratch/lines" ] || fail "there are no lines to look for"
grep -rhIF -x -f "$scratch/lines" exercises skeletons tools >"$scratch/leaks" 2>/dev/null &&
  fail "lines of references: $(head -n 5 "$scratch/leaks")"

# It configures, builds, checks, grades, and passes its tests.
cmake --preset default >"$scratch/said" ||
  fail "configure: $(tail "$scratch/said")"
cmake --build build --target exercises class >"$scratch/said" ||
  fail "build: $(tail "$scratch/said")"
./course check perceptron/step >"$scratch/said" && fail "an empty file passes"
grep -q 'You have not begun' "$scratch/said" || fail "$(cat "$scratch/said")"
cp "$course/build/answers/01-perceptron/2-step/wrong/updates-always.c" \
  exercises/01-perceptron/2-step/step.c
./course check perceptron/step >"$scratch/said" && fail "a wrong one passes"
grep -q 'You change the weights on every example' "$scratch/said" ||
  fail "no sentence: $(cat "$scratch/said")"
./course debug perceptron/step >"$scratch/said" || fail "debug: $?"
grep -q 'differs$' "$scratch/said" || fail "debug: $(cat "$scratch/said")"
cp "$course/solutions/01-perceptron/2-step/step.c" \
  exercises/01-perceptron/2-step/step.c
./course check perceptron/step >"$scratch/said" ||
  fail "the reference: $(cat "$scratch/said")"
./course classroom "$scratch/classroom.json" 2>"$scratch/said" ||
  fail "classroom: $(cat "$scratch/said")"
grep -q '"perceptron/step (10 of 10)"' "$scratch/classroom.json" ||
  fail "classroom: $(cat "$scratch/classroom.json")"
./course reset perceptron/step >"$scratch/said" || fail "reset"
ctest --test-dir build -L exercise -R perceptron >"$scratch/said" ||
  fail "its tests: $(tail -n 20 "$scratch/said")"
grep -q ' 0 tests failed out of [1-9]' "$scratch/said" || fail "no tests"

# Gradescope's folders, as they are there. The class's key is in this zip, for
# its owner to read, and nowhere else in it.
cd "$scratch/course"
rm class.key
./course pack gradescope perceptron --out "$scratch/gradescope.zip" \
  2>"$scratch/said" || fail "pack gradescope: $(cat "$scratch/said")"
AUTOGRADER=$scratch/autograder
export AUTOGRADER
mkdir -p "$AUTOGRADER/source" "$AUTOGRADER/submission" "$AUTOGRADER/results"
cd "$AUTOGRADER/source"
cmake -E tar xf "$scratch/gradescope.zip"
if [ ! -x setup.sh ] || [ ! -x run_autograder ]; then
  fail "not at the zip's root"
fi
cmp class.key "$scratch/course/class.key" || fail "another key"
[ "$(find . -name '*.key' -perm 0600)" = ./class.key ] || fail "the key is open"
[ "$(find . -name '*.key' | wc -l)" -eq 1 ] || fail "more keys"
(cd course && cmake --preset default >"$scratch/said" &&
  cmake --build build --target class >"$scratch/said") ||
  fail "building there: $(tail "$scratch/said")"
cp "$course/solutions/01-perceptron/2-step/step.c" "$AUTOGRADER/submission"
./run_autograder >"$scratch/said" 2>&1 || fail "$(cat "$scratch/said")"
node -e '
  const results = JSON.parse(require("fs").readFileSync(process.argv[1]))
  if (results.score != 10 || results.tests.length < 2 ||
    !results.tests.every(test => test.name.startsWith("perceptron/")))
    process.exit(1)' "$AUTOGRADER/results/results.json" ||
  fail "results: $(cat "$AUTOGRADER/results/results.json")"
# What setup.sh does at its end: then the compiler can be another user.
if [ "$(id -u)" = 0 ]; then
  chmod -R go-rwx "$AUTOGRADER/source"
  ./run_autograder --sandbox seccomp >"$scratch/said" 2>&1 ||
    fail "seccomp: $(cat "$scratch/said")"
  tr -d '\n' <"$AUTOGRADER/results/results.json" |
    grep -q '^{ *"score": 10\.0,.*"sandbox": "seccomp"' ||
    fail "seccomp: $(cat "$AUTOGRADER/results/results.json")"
fi
./run_autograder --sandbox limits >"$scratch/said" 2>&1 &&
  fail "graded without a sandbox"
grep -q "cannot isolate.*'limits'" "$scratch/said" ||
  fail "no reason: $(cat "$scratch/said")"
[ ! -e "$AUTOGRADER/results/results.json" ] || fail "a mark without a sandbox"
exit 0
