#!/bin/sh
# The course in another language: messages, a chapter with its figures, a
# task and known mistakes that are translated, as far as they are; what is said
# of a translation that is older than its original; and English again.
#   translation.sh COURSE SCRATCH
# The language is a real one (eo) only so that pandoc has its own words in it.
set -eu
course=$1 scratch=$2
fail() { echo "FAILED: $*"; exit 1; }
for command in msgfmt msgen msgfilter gettext pandoc gnuplot; do
  command -v $command >/dev/null 2>&1 || { echo "there is no $command"; exit 77; }
done
rm -rf "$scratch"
mkdir -p "$scratch"
"$course/cmake/tests/small_course.sh" "$course" "$scratch/course"
cd "$scratch/course"
chapter=chapters/01-perceptron exercise=01-perceptron/2-step

build() {
  if ! { [ -f build/build.ninja ] || cmake --preset default; } >"$scratch/log" 2>&1 ||
    ! cmake --build build --target html class graders-static >"$scratch/log" 2>&1
  then
    tail -n 40 "$scratch/log"
    fail "the build"
  fi
}

# What the course says, in the folder $1: at the terminal, the pages, figures.
keep() {
  mkdir "$1"
  rm -rf .progress
  ./course list >"$1/list"
  ./course help >"$1/help"
  ./course check perceptron/step >"$1/check" || : # it is wrong
  ./course hint perceptron/step >"$1/hint"
  ./course check perceptron/nothing >"$1/nothing" 2>&1 || :
  ./course bok >"$1/bok" 2>&1 || :
  build/graders-static perceptron/step --as fires-at-zero 1 --seed 1 >"$1/static"
  cp -R build/book/html "$1/html"
  mkdir "$1/figures"
  cp build/figures/01-perceptron/*.svg "$1/figures"
}
has() { # FILE WORDS
  grep -qF -e "$2" "$kept/$1" || { cat "$kept/$1"; fail "$1 does not say: $2"; }
}
has_no() {
  ! grep -qF -e "$2" "$kept/$1" || fail "$1 says: $2"
}

build
cp build/answers/$exercise/wrong/fires-at-zero.c exercises/$exercise/step.c
keep "$scratch/english"

# ---- what can be chosen ----------------------------------------------------
./course --language eo list >/dev/null 2>"$scratch/said" &&
  fail "a language without translations was chosen"
grep -q "nothing is translated into 'eo'" "$scratch/said" || fail "$(cat "$scratch/said")"

# ---- a translation -----------------------------------------------------------
mkdir po
tools/translation/tests/pseudo.sh po/eo.po
sed -e 's/^## A neuron is a weighted vote/## Neŭrono voĉdonas/' \
  -e 's/^## Further reading .*/&\n\nPlu ĉi tie./' \
  $chapter/chapter.md >$chapter/chapter.eo.md
sed -e 's/^title: .*/title: Unu paŝo/' \
  -e 's/^The bias is the weight of an input/La biaso &/' \
  exercises/$exercise/task.md >exercises/$exercise/task.eo.md
cat >solutions/$exercise/wrong.eo.md <<'END'
# Konataj eraroj

## fires-at-zero
Pafas ĉe nulo.

Ĉe ekzakte 0 ĝi silentas.

## bias-ignored
Forgesas la biason.
END
for text in $chapter/chapter exercises/$exercise/task solutions/$exercise/wrong; do
  ./course translation eo --done "$text.eo.md" >>"$scratch/done"
done
! grep -q 'is older' "$scratch/done" || fail "$(cat "$scratch/done")"
grep -q 'wrong.eo.md lacks "bias-as-threshold"' "$scratch/done" ||
  fail "what a translation lacks: $(cat "$scratch/done")"

./course --language eo help >/dev/null
build
! grep 'is older' "$scratch/log" || fail "a fresh translation is called old"
kept=$scratch/translated
keep "$kept"
has help '[For students'
has help 'thé next one'
has list 'Unu paŝo, about 20 minutes' # this message is not translated
has list 'A gate by hand'             # nor is this text
has check 'Unu paŝo'
has check "[thé neuron's answer]"
has check '[It should return 0.'
has check 'Ĉe ekzakte 0 ĝi silentas.'
has check 'Neŭrono voĉdonas' # to reread
has check '[0 of 10 points.'
has hint 'La biaso The bias is'
has_no hint '<!--'
has nothing "[There is no exercise 'perceptron/nothing'."
has bok "[course: there is no command 'bok'.]"
has static 'Ĉe ekzakte 0 ĝi silentas.'
has static '[It should return 0.'
has html/perceptron.html 'Neŭrono voĉdonas'
has html/perceptron.html 'Plu ĉi tie.'
has html/perceptron.html '[Figure]'
has html/perceptron.html 'La biaso The bias is'
has html/perceptron.html 'Learning from a mistake'
has_no html/perceptron.html '<!-- of'
has figures/and-line.svg '[fires]'
grep -qF '[fires]' "$kept/html/perceptron.html" || fail "the page's figures are English"
grep -q "^bias-ignored.*b belongs to the sum" build/answers/$exercise/known.tsv ||
  fail "a sentence that is missing in a translation is not the English one"

# The graders of a students' edition look where the course is now, and speak
# English where it has no messages.
cp -R build/locale "$scratch/moved"
one_mistake() {
  COURSE_MESSAGES=$1 build/graders-static perceptron/step --as fires-at-zero 1 --seed 1
}
one_mistake "$scratch/moved" | grep -qF '[It should return 0.' || fail "messages have moved"
one_mistake "$scratch/none" | grep -q '	It should return 0.$' || fail "no messages"

# A class: sentences are translated, calls are still shown as such, and what
# programs read stays as it is.
mkdir -p "$scratch/class/anna"
cp exercises/$exercise/step.c "$scratch/class/anna"
./course grade "$scratch/class" --out "$kept/class" >/dev/null 2>&1 || fail "./course grade"
has class/feedback/anna.md '[not right yet.]'
grep -A 1 '^~~~' "$kept/class/feedback/anna.md" | grep -qF '[Called fires(' ||
  fail "a call is not shown as one: $(cat "$kept/class/feedback/anna.md")"
has class/report.html '[How thé class did]'
head -n 1 "$kept/class/gradebook.csv" | grep -q ',total,points,status,' || fail "columns"
has class/gradebook.csv ',incomplete,'

# The languages of a user are no affair of the course.
LC_ALL=C LANGUAGE=de ./course list | grep -q 'Unu paŝo' || fail "LANGUAGE=de"

# ---- a change of the original -------------------------------------------------
sed -i 's/^## What Rosenblatt built/## What Rosenblatt made/' $chapter/chapter.md
build
line=$(grep -n sec:rosenblatt $chapter/chapter.eo.md | cut -d : -f 1)
grep -qF "chapter.eo.md:$line: \"sec:rosenblatt\" is older than its original" "$scratch/log" ||
  { cat "$scratch/log"; fail "a change of the original is not told"; }
[ "$(grep -c 'is older' "$scratch/log")" -eq 1 ] || fail "others are called old"
./course translation eo $chapter/chapter.md | grep -q 'sec:rosenblatt' ||
  fail "./course translation does not tell of the change"
./course translation eo --done $chapter/chapter.md >/dev/null
[ -z "$(./course translation eo $chapter/chapter.md)" ] || fail "--done"
git checkout -q $chapter/chapter.md

# What the messages become is merged into the catalogue.
sed -i 's/say .Recording %s./say "Now recording %s"/' tools/recorded/measure.sh
./course translation eo >"$scratch/said"
grep -q '^po/eo.po: .* translated messages, .*untranslated' "$scratch/said" ||
  fail "$(cat "$scratch/said")"
grep -q '^msgid "Now recording %s"' po/eo.po || fail "a new message is not merged"
git checkout -q tools/recorded/measure.sh

# ---- English again ---------------------------------------------------------------
./course --language en help >/dev/null
[ ! -f .language ] || fail "--language en leaves .language"
build
keep "$scratch/again"
diff -r "$scratch/english" "$scratch/again" >"$scratch/differences" ||
  { head -n 40 "$scratch/differences"; fail "English is not what it was"; }
echo "passed"
