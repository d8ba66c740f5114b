#!/bin/sh
# Chapters and exercises from a folder outside the course (--with), which
# has a space in its path.
#   with.sh COURSE SCRATCH BOOK-IS-MADE
set -eu
course=$1 scratch=$2 book_is_made=$3
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"
"$course/cmake/tests/small_course.sh" "$course" "$scratch/course"
own="$scratch/my own"

# An exercise of another name: exercise_like FROM TO
exercise_like() {
  from=${1##*/} from=${from#*-} to=${2##*/} to=${to#*-}
  for top in exercises solutions; do
    mkdir -p "$own/$top/${2%/*}"
    cp -R "$scratch/course/$top/$1" "$own/$top/$2"
    find "$own/$top/$2" -name "$from.*" | while IFS= read -r file; do
      mv "$file" "${file%/*}/$to.${file##*.}"
    done
    find "$own/$top/$2" -type f -exec sed -i "s/$from\\.h/$to.h/" {} +
  done
}
exercise_like 01-perceptron/2-step 01-perceptron/9-mine
exercise_like 01-perceptron/1-gate 20-own/1-door
mkdir -p "$own/chapters/20-own"
cat >"$own/chapters/20-own/own.c" <<'END'
#include <stdio.h>

/* Says seven. */
int main(void) {
  puts("Seven.");
  return 0;
}
END
cat >"$own/chapters/20-own/experiments.c" <<'END'
#define main own_main
#include "own.c"
#undef main
#include <nn/run.h>

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a chapter of one's own", 7);
  nn_run_number(run, "seven", "%.0f", nn_run_seed(run));
  return nn_run_end(run);
}
END
printf 'seven\t7\t0\tby hand\tseven\n' >"$own/chapters/20-own/claims.tsv"
cat >"$own/chapters/20-own/chapter.md" <<'END'
# A chapter of one's own {#ch:own}

## A number {#sec:own-number}

The number is `seven`{.num}, from `experiments.c`, and @perceptron/sec:vote [a neuron] is elsewhere.

::: {.listing #lst:own name="main"}
All of it.
:::

::: exercises
:::
END

cd "$scratch/course"
course() { ./course "$@" >"$scratch/said" 2>"$scratch/told"; }
all_said() { cat "$scratch/said" "$scratch/told"; }
said() { grep -q -e "$1" "$scratch/said" || fail "no '$1': $(all_said)"; }
told() { grep -q -e "$1" "$scratch/told" || fail "not told '$1': $(all_said)"; }
refused() { # STATUS WORDS ARGUMENTS...
  expected=$1 words=$2 status=0
  shift 2
  course "$@" || status=$?
  [ $status -eq "$expected" ] || fail "$*: status $status, $(all_said)"
  told "$words"
}

# What is no such folder is refused, and not remembered.
refused 2 'wants a folder' list --with
refused 2 'and /nowhere is none' --with /nowhere
refused 2 'is the course itself' --with .
mkdir -p "$scratch/a;b/exercises"
refused 1 'has one of' list --with "$scratch/a;b"
refused 2 'no .*/my own to be without' --without "../my own"
[ ! -e .with ] || fail "remembered: $(cat .with)"

# It stands before or after the command, and is remembered.
course --with "../my own" list || fail "list: $(all_said)"
said ' perceptron/mine '
said ' perceptron/gate '
said ' own/door '
course list --json || fail "list: $(all_said)"
said "\"file\": \"$own/exercises/01-perceptron/9-mine/mine.c\""
said '"file": "exercises/01-perceptron/1-gate/gate.c"'
git status --porcelain --ignored | grep -v -e ^M -e ^A -e ^D \
  -e ' build/$' -e ' .with$' -e ' .progress/$' &&
  fail "that is left in the course"

# The student's loop, by any of the exercise's names.
mine="$own/exercises/01-perceptron/9-mine/mine.c"
reference="$own/solutions/01-perceptron/9-mine/mine.c"
course check perceptron/mine && fail "an empty file passes"
said 'You have not begun'
said "  $mine\$"
cp "$mine" "$scratch/fresh.c"
{ cat "$reference"; echo 'this is not C;'; } >"$mine"
for name in perceptron/mine "$mine" exercises/01-perceptron/9-mine \
  "$own/exercises/01-perceptron/9-mine/" 9-mine/mine.c; do
  course check "$name" && fail "no C, and it passes: $name"
  said 'The first error is in line [0-9]*'
done
cp build/answers/01-perceptron/9-mine/wrong/bias-ignored.c "$mine"
course check perceptron/mine && fail "a wrong answer passes"
said 'Reread chapter 1, section "'
course debug perceptron/mine || fail "debug: $(all_said)"
said 'differs$'
cp "$reference" "$mine"
course check perceptron/mine || fail "the reference: $(all_said)"
said 'All [0-9]* points'
said 'course solution perceptron/mine'
course solution perceptron/mine || fail "the solution: $(all_said)"
said "$reference\$"
course reset perceptron/mine || fail "reset: $(all_said)"
cmp "$scratch/fresh.c" "$mine" || fail "reset: not as it came"
cmp "$reference" "$mine.kept-1" || fail "reset: not kept"
rm "$mine.kept-1"
course check perceptron/gate && fail "an empty file passes"
said '  exercises/01-perceptron/1-gate/gate.c'

# What is added to the folder later is there.
exercise_like 01-perceptron/2-step 20-own/2-late
course list own || fail "list: $(all_said)"
said ' own/late '

# A class; of what belongs to the folder nothing is said.
class=$scratch/class
mkdir -p "$class/ana/exercises/01-perceptron" "$class/ben"
cp -R "${mine%/*}" "$class/ana/exercises/01-perceptron"
cp "$reference" "$class/ana/exercises/01-perceptron/9-mine"
cp "$own/solutions/20-own/1-door/door.c" "$class/ben/own-door.c"
course grade "$class" --out "$scratch/graded" || fail "grade: $(all_said)"
grep -qE '^## perceptron/mine: ([0-9]+) of \1 points' "$scratch/graded/feedback/ana.md" ||
  fail "ana: $(cat "$scratch/graded/feedback/ana.md")"
grep -qE '^## own/door: ([0-9]+) of \1 points' "$scratch/graded/feedback/ben.md" ||
  fail "ben: $(cat "$scratch/graded/feedback/ben.md")"
grep 'of the course' "$scratch/graded/gradebook.csv" && fail "a file is not known"

# Its chapter is run, and its graders are proven.
cmake --build build --target run-own perceptron >"$scratch/said" ||
  fail "the chapter: $(tail "$scratch/said")"
grep -q '^seven.7.*chapters/20-own/experiments.c:8$' build/chapters/20-own/run/numbers.tsv ||
  fail "$(cat build/chapters/20-own/run/numbers.tsv)"
ctest --test-dir build -R '(^chapter.own.claims|exercise.perceptron/mine.(reference|skeleton|wrong))$' \
  >"$scratch/said" || fail "its tests: $(cat "$scratch/said")"
said ' 0 tests failed out of 4'

# The book has its chapter, and its exercise in the course's chapter. (Other
# pages lead to chapters that are not here.)
if [ "$book_is_made" = TRUE ]; then
  page=book/html/own.html source=book/html/source
  door=$source/exercises/20-own/1-door/door.h.html
  cmake --build build --target $page $door \
    $source/chapters/20-own/experiments.c.html >"$scratch/said" ||
    fail "the book: $(tail "$scratch/said")"
  grep -q 'source/chapters/20-own/experiments.c.html#L-8' build/$page ||
    fail "the number leads nowhere"
  grep -q 'perceptron.html#sec-vote' build/$page || fail "no link"
  grep -q 'course check own/door' build/$page || fail "no exercise"
  grep -q '^ex:perceptron/mine' build/book-work/01-perceptron.labels ||
    fail "no exercise in the course's chapter"
  [ -s build/$door ] || fail "no page of a header"
fi

# The students' edition has it as part of the course, if git knows it.
pack() { tools/pack/student.sh build "$scratch/student.zip" >"$scratch/said" 2>"$scratch/told"; }
cmake --build build --target graders-static >"$scratch/said" ||
  fail "the graders: $(tail "$scratch/said")"
pack && fail "packed, and git does not know it"
told 'git does not know .*/my own'
git -C "$own" init -q
git -C "$own" add chapters
pack && fail "packed, and git does not know all of it"
told 'exercises/01-perceptron/9-mine/driver.c'
echo secret >"$own/chapters/a.key"
git -C "$own" add -f .
pack && fail "packed with a key"
told 'chapters/a.key'
git -C "$own" rm -qf chapters/a.key
cp "$reference" "$mine"
pack && fail "packed, and solved"
told "$mine"
cp "$scratch/fresh.c" "$mine"
pack || fail "pack: $(all_said)"
mkdir "$scratch/a student"
(cd "$scratch/a student" && cmake -E tar xf "$scratch/student.zip")
cd "$scratch/a student/learning-from-errors"
for file in chapters/20-own/chapter.md exercises/20-own/1-door/task.md \
  skeletons/20-own/1-door/door.c skeletons/01-perceptron/9-mine/mine.c; do
  [ -f $file ] || fail "the pack has no $file"
  grep -q " $file\$" edition.txt || fail "not in the list: $file"
done
[ -z "$(find exercises skeletons -name cases.c -o -name rules.c -o -name wrong.md)" ] ||
  fail "graders or wrong answers are in the pack"
[ ! -e solutions ] || fail "solutions are in the pack"
[ ! -e .with ] || fail "a folder of ours is named in the pack"

# There, the graders are one program, to which none can be added.
refused 1 'to *which no more can be added' list --with "$own"
refused 1 'to *which no more can be added' list
course list --without all || fail "without all: $(all_said)"
said ' own/door '
cd "$scratch/course"

# The same name twice, whatever its number, names both.
mkdir -p "$own/exercises/01-perceptron/8-step"
refused 1 'two folders for exercises/perceptron/step' list
told "  $scratch/course/exercises/01-perceptron/2-step"
told "  $own/exercises/01-perceptron/8-step"
rmdir "$own/exercises/01-perceptron/8-step"

# A folder that has gone, and without it.
mv "$own" "$scratch/moved"
refused 1 "no folder $own any more" list
refused 2 'no .*/moved to be without' list --without "$scratch/moved"
course --without "$own" list || fail "without: $(all_said)"
said ' perceptron/gate '
grep -q -e mine -e own/ "$scratch/said" && fail "still with it: $(all_said)"
[ ! -e .with ] || fail "still with $(cat .with)"
[ ! -e build/tree ] || fail "still with build/tree"
[ -f "$scratch/moved/exercises/20-own/1-door/door.c" ] || fail "lost"
course list --with "$scratch/moved" || fail "moved: $(all_said)"
said ' own/door '
course --without all list || fail "without all: $(all_said)"
[ ! -e .with ] || fail "still with $(cat .with)"
exit 0
