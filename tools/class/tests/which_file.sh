#!/bin/sh
# Which file is graded: the one that is named exactly. Of what may be meant
# otherwise, the report asks.
#   which_file.sh COURSE CLASS-TOOL SCRATCH
set -eu
course=$1 tool=$2 scratch=$3
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

# Named exactly, in each of the ways.
put $solution/step.c "place/exercises/01-perceptron/2-step/step.c"
put $solution/step.c "chapter/perceptron/step/step.c"
put $solution/step.c "whole/perceptron-step.c"
put $solution/step.c "spelled/Perceptron_Step.C"
put $solution/step.c "short/step.c"
put $solution/step.c "platform/perezana_4711_perceptron-step.c"
put $solution/step.c "late/perezana_LATE_12_345_step.c"
exact="place chapter whole spelled short platform late"

# Beside the right file, what sorts before and after it and is none.
for other in "._step.c" ".#step.c" "step (1).c" "step - Copy.c" \
  "backup-step.c" "step_final.c" "step.c.txt" "Step (2).c" "a_step.c" \
  "step.c~" "zzz.c"; do
  put "$wrong" "beside/$other"
  put "$wrong" "beside whole/$other"
done
put $solution/step.c "beside/step.c"
put $solution/step.c "beside whole/perceptron-step.c"
put "$wrong" "better/01-perceptron/step.c"
put $solution/step.c "better/exercises/01-perceptron/2-step/step.c"

# Alone, each of them is asked about, and none is graded.
number=0
for other in "step (1).c" "step - Copy.c" "backup-step.c" "step_final.c" \
  "step.c.txt" "step2.c" "stpe.c" "stepp.c" "step.cpp" "step.docx" \
  "my step.c" "mueller_4711_step (1).c" "perceptron-step-1.c" "homework.c" \
  "exercises/01-perceptron/2-step/solution.c" "work.rar" "work.tar.gz"; do
  number=$((number + 1))
  put $solution/step.c "alone $number/$other"
done
put $gate/gate.c "mistyped/gatee.c"
put $solution/step.c "hidden/.step.c"
put $solution/step.c "hidden/.step/step.c"

# Two that are named equally well.
put $solution/step.c "same/a/step.c"
put $solution/step.c "same/b/step.c"
put $solution/step.c "two/a/step.c"
put "$wrong" "two/b/step.c"

# As it came, and an answer under another name.
put exercises/01-perceptron/1-gate/gate.c "clone/exercises/01-perceptron/1-gate/gate.c"
put $gate/gate.c "clone/exercises/01-perceptron/1-gate/gatee.c"
put exercises/01-perceptron/1-gate/gate.c "clone2/exercises/01-perceptron/1-gate/gate.c"
put $gate/gate.c "clone2/perceptron-gate.c"

# What an edition has of the files as they came is no answer, unless somebody
# has written it there.
put $solution/step.c "clone3/skeletons/01-perceptron/2-step/step.c"
put exercises/01-perceptron/2-step/step.c "clone3/exercises/01-perceptron/2-step/step.c"
put exercises/01-perceptron/1-gate/gate.c "clone3/skeletons/01-perceptron/1-gate/gate.c"

# What nobody hands in on purpose hides nothing, not even 3,000 files of it.
junk="$class/junk/a"
mkdir -p "$junk"
(cd "$junk" && seq -f 'f%g.log' 3000 | xargs touch)
for made in build cmake-build-debug venv .venv .cache node_modules .idea .vs \
  out bin obj __pycache__ .git .progress __MACOSX; do
  put "$wrong" "junk/$made/step.c"
done
put $solution/step.c "junk/z/exercises/01-perceptron/2-step/step.c"

# A clone of the course, in which one exercise is solved.
mkdir "$class/whole clone"
if git rev-parse --git-dir >/dev/null 2>&1; then
  git ls-files | grep -v ^solutions/ | tar c -T - | tar x -C "$class/whole clone"
else
  cp -R CMakeLists.txt README.md course lib exercises chapters cmake \
    "$class/whole clone"
fi
put $solution/step.c "whole clone/exercises/01-perceptron/2-step/step.c"
put $gate/gate.c "whole clone/exercises/01-perceptron/1-gate/gatee.c"
put exercises/01-perceptron/2-step/step.c "whole clone/skeletons/01-perceptron/2-step/step.c"
echo a list >"$class/whole clone/edition.txt"
mkdir "$class/whole clone/notes"
echo hello >"$class/whole clone/notes/hello.txt"

grade || fail "grade: $(cat "$scratch/said")"

for student in $exact; do
  expect "$student" perceptron/step 10
  asks_nothing "$student"
done
for student in beside "beside whole" better same; do
  expect "$student" perceptron/step 10
  asks_nothing "$student"
done
remarks beside "'step (1).c' was not graded: 'step.c' was, as perceptron/step"
remarks better "'exercises/01-perceptron/2-step/step.c' was graded, and '01-perceptron/step.c' was not"
case $(mark beside remarks) in *._step*) fail "a hidden file is told" ;; esac

while [ $number -gt 0 ]; do
  expect "alone $number" perceptron/step ''
  asks "alone $number" "'"
  number=$((number - 1))
done
asks "alone 1" "'step (1).c' may be meant as perceptron/step: it was not graded. If it is, rename it to perceptron-step.c."
asks "alone 16" "'work.rar' is an archive"
expect mistyped perceptron/gate ''
asks mistyped "'gatee.c' may be meant as perceptron/gate"
expect hidden perceptron/step ''
expect hidden status empty
asks_nothing hidden
expect two perceptron/step ''
asks two "'a/step.c' and 'b/step.c' could both be perceptron/step, and differ"
expect clone perceptron/gate 0
asks clone "'exercises/01-perceptron/1-gate/gatee.c' may be meant as perceptron/gate"
expect clone2 perceptron/gate 0
asks clone2 "'perceptron-gate.c' may be meant instead"
expect clone3 perceptron/step 0
asks clone3 "'skeletons/01-perceptron/2-step/step.c' may be meant instead"
expect clone3 perceptron/gate ''
expect junk perceptron/step 10
asks_nothing junk
remarks junk "and 2995 more are no exercises"

# Of the course's own files nothing is said; of the one that matters it is.
expect "whole clone" perceptron/step 10
asks "whole clone" "gatee.c' may be meant as perceptron/gate"
[ "$(mark "whole clone" remarks)" = \
  "'notes/hello.txt' is no exercise of the course." ] ||
  fail "whole clone: $(mark "whole clone" remarks)"

# At the end, on the terminal, too.
grep -qF 'Please look at these:' "$scratch/said" || fail "nothing is asked"
grep -qF "alone 1: 'step (1).c' may be meant" "$scratch/said" ||
  fail "the first question: $(tail "$scratch/said")"
grep -q '^[0-9]* questions in all' "$scratch/said" || fail "no sum"

# What is no class is refused before anything is made of it.
refused "has no folder in it" class/short
grep -q 'call grade with the folder above' "$scratch/said" ||
  fail "one student's: $(cat "$scratch/said")"
refused "has a folder 'exercises' in it" class/place
mkdir "$scratch/flat" "$scratch/nothing"
cp $solution/step.c "$scratch/flat/anaperez_17_perceptron-step.c"
cp $solution/step.c "$scratch/flat/benosei_18_perceptron-step.c"
refused "has no folder in it" flat
sed -n 's/^  for f/for f/p' "$scratch/said" >"$scratch/advice"
(cd "$scratch/flat" && sh ../advice) || fail "the advice does not work"
mv "$class" "$scratch/before"
mv "$scratch/flat" "$class"
grade || fail "after the advice: $(cat "$scratch/said")"
expect anaperez perceptron/step 10
refused "has no folder in it" nothing
for folder in before/short before/place nothing; do
  [ ! -e "$scratch/$folder-graded" ] || fail "$folder-graded was made"
done
exit 0
