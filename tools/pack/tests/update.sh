#!/bin/sh
# A newer students' edition is unpacked over an older one: what the student
# has written and reached stays, what is new is there, what is gone goes.
#   update.sh COURSE SCRATCH
set -eu
course=$1 scratch=$2
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"

"$course/cmake/tests/small_course.sh" "$course" "$scratch/course"
cd "$scratch/course"
first=exercises/01-perceptron/1-gate second=exercises/01-perceptron/2-step
cp -R $second "$scratch/second"
cp $first/gate.c "$scratch/gate.c"
cp $second/step.c "$scratch/step.c"
solution=$course/solutions/01-perceptron

pack() { # ZIP
  cmake --preset default >"$scratch/said" 2>&1 ||
    fail "configure: $(tail "$scratch/said")"
  cmake --build build --target course-tool graders-static >"$scratch/said" ||
    fail "the build: $(tail "$scratch/said")"
  tools/pack/student.sh build "$scratch/$1" 2>"$scratch/said" ||
    fail "pack: $(cat "$scratch/said")"
}
unpack() { # ZIP [INTO]
  (cd "$scratch/${2-a student}" &&
    if command -v unzip >/dev/null; then unzip -qo "$scratch/$1"; else
      cmake -E tar xf "$scratch/$1"
    fi)
}
course() {
  (cd "$scratch/a student/learning-from-errors" && ./course "$@") \
    >"$scratch/said" 2>"$scratch/told"
}
said() { grep -q -e "$1" "$scratch/said" || fail "no '$1': $(cat "$scratch/said" "$scratch/told")"; }
told() { grep -q -e "$1" "$scratch/told" || fail "not told '$1': $(cat "$scratch/said" "$scratch/told")"; }

# The first edition has the first exercise alone, and a file that the second
# has no more.
git rm -q -r --cached $second "solutions/01-perceptron/2-step"
rm -r $second
echo 'Old news.' >chapters/01-perceptron/news.md
git add chapters
pack one.zip
mkdir "$scratch/a student"
unpack one.zip
cd "$scratch/a student/learning-from-errors"
[ ! -e $first/gate.c ] || fail "the pack has a file where students write"
course || fail "status: $(cat "$scratch/said" "$scratch/told")"
told "^New, for you to fill in: $first/gate.c\$"
cmp $first/gate.c "$scratch/gate.c" || fail "not the file as it came"
course list --json || fail "list"
[ ! -s "$scratch/told" ] || fail "told again: $(cat "$scratch/told")"
cp "$solution/1-gate/gate.c" $first/gate.c
course check perceptron/gate || fail "solved: $(cat "$scratch/said")"
said 'All [0-9]* points'
course reset perceptron/gate || fail "reset: $(cat "$scratch/told")"
cmp $first/gate.c "$scratch/gate.c" || fail "reset: not as it came"
cmp "$solution/1-gate/gate.c" $first/gate.c.kept-1 || fail "reset: not kept"
rm $first/gate.c
course next || fail "next"
told "^New, for you to fill in: $first/gate.c\$"
cp "$solution/1-gate/gate.c" $first/gate.c
course check perceptron/gate || fail "solved again"
course hint perceptron/gate || fail "hint"

# The second edition: one more exercise, the old one with another number,
# title and empty file, without the news, and with other words in a program.
# All its files are older than what the student has built.
cd "$scratch/course"
git mv $first exercises/01-perceptron/3-gate
git mv solutions/01-perceptron/1-gate solutions/01-perceptron/3-gate
old=$first first=exercises/01-perceptron/3-gate
sed -i 's/^title: .*/title: Another title/' $first/task.md
sed -i '1s|$|\n/* Another one. */|' $first/gate.c
sed -i 's/All %d points/All the %d points/' tools/course/show.c
cp -R "$scratch/second" $second
git rm -q -f chapters/01-perceptron/news.md
git add -A exercises solutions
git ls-files -z | xargs -0 touch -d '2 days ago'
pack two.zip
unpack two.zip
cd "$scratch/a student/learning-from-errors"
course || fail "status: $(cat "$scratch/said" "$scratch/told")"
told "^New, for you to fill in: $second/step.c\$"
told "^$old/gate.c is now $first/gate.c.\$"
grep -c . "$scratch/told" | grep -qx 2 || fail "told more: $(cat "$scratch/told")"
said 'Another title'
said 'Next: perceptron/step'
cmp "$solution/1-gate/gate.c" $first/gate.c || fail "the answer is lost"
cmp "$solution/1-gate/gate.c" $first/gate.c.kept-1 || fail "a kept one is lost"
cmp "$scratch/step.c" $second/step.c || fail "the new one is not as it came"
[ -z "$(ls $old)" ] || fail "left in the old place: $(ls $old)"
[ ! -e chapters/01-perceptron/news.md ] || fail "what is gone is still there"
grep -qx "perceptron/gate.[1-9][0-9]*.1.[0-9]*" .progress/progress.tsv ||
  fail "progress: $(cat .progress/progress.tsv)"
course check perceptron/gate || fail "check: $(cat "$scratch/said")"
said 'All the [0-9]* points'
grep -q 'another empty file' "$scratch/said" && fail "who is done is bothered"
cp "$solution/2-step/step.c" $second/step.c
course check perceptron/step || fail "the new one: $(cat "$scratch/said")"
said 'All the [0-9]* points'

# Whoever is stuck is told of another empty file, and reset brings it.
{ echo '#include <math.h>'; cat "$scratch/gate.c"; } >$first/gate.c
course check perceptron/gate && fail "an empty file passes"
said 'another empty file for perceptron/gate'
course reset perceptron/gate || fail "reset: $(cat "$scratch/told")"
grep -q 'Another one' $first/gate.c || fail "reset: not the new empty file"
echo '#include <math.h>' >>$first/gate.c
course check perceptron/gate && fail "an empty file passes"
grep -q 'another empty file' "$scratch/said" && fail "told again: $(cat "$scratch/said")"

# Over an edition that had the files where students write, and no list.
mkdir -p "$scratch/before/learning-from-errors/$second"
cd "$scratch/before/learning-from-errors"
cp "$solution/2-step/step.c" $second/step.c
mkdir .progress
echo mine >.progress/progress.tsv
unpack two.zip before
cmake -P cmake/edition.cmake || fail "over an edition without a list"
cmp "$solution/2-step/step.c" $second/step.c || fail "an old answer is lost"
[ "$(cat .progress/progress.tsv)" = mine ] || fail "progress is lost"
[ -f $first/gate.c ] || fail "not laid down"
exit 0
