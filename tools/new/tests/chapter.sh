#!/bin/sh
# ./course new chapter: what it writes is run and tested, is on a page and on
# slides, and goes again. An error in its text is told once.
#   chapter.sh COURSE SCRATCH
set -eu
course=$1 scratch=$2
fail() { echo "FAILED: $*"; cat "$scratch/said"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"
"$course/cmake/tests/small_course.sh" "$course" "$scratch/course"
cd "$scratch/course"
text=chapters/02-waves/chapter.md
page=build/book/html/waves.html
course() { ./course "$@" >"$scratch/said" 2>&1; }
make() { cmake --build build --target "$@" >"$scratch/said" 2>&1; }

git status --porcelain >"$scratch/status"
course new chapter waves || fail "new"
grep -qF './course test -R chapter.waves' "$scratch/said" || fail "what next?"
if command -v clang-format >/dev/null; then
  clang-format --dry-run -Werror chapters/02-waves/*.c || fail "its style"
fi

course test -R chapter.waves || fail "its tests"
for test in claims command_line number_names program; do
  grep -q "chapter.waves.$test .*Passed" "$scratch/said" || fail "no test $test"
done
course book html || fail "the book"
[ -s $page ] || fail "no page"
grep -q 'waves.html' build/book/html/perceptron.html || fail "nothing leads to it"

# Its slides; and those of a chapter in which nothing is marked: its title
# and its headings.
make instructor-slides || fail "its slides"
cp $text "$scratch/kept"
sed -i 's/\]{\.key}//; s/^\[the more/the more/; s/ \.slide//' $text
make book-instructor/slides/waves-notes.pdf book-instructor/html/slides/waves.html ||
  fail "slides without marks"
for title in 'A mean of random numbers' 'What to take away'; do
  tr '\n' ' ' <build/book-instructor/html/slides/waves.html |
    grep -q "<li>$title" || fail "not on a slide: $title"
done

# One word that changes: its page is written, and none of perceptron's files.
cp "$scratch/kept" $text
course book html || fail "the book, as it was"
touch "$scratch/before"
sed -i 's/^Draw numbers/Take numbers/' $text
course book html || fail "the book, a word changed"
grep -q '^Take\|>Take' $page || fail "the word is not on the page"
found=$(find build/book/html build/book-work -newer "$scratch/before" -type f \
  ! -path '*/new/*' ! -path '*/find/*' ! -path $page)
[ -z "$found" ] || fail "these are made anew: $found"

# An error in the text is told once, and what is to be done.
sed -i 's/@fig:waves-means/@fig:waves-maens/' $text
if course book; then fail "an error in the text is accepted"; fi
[ "$(grep -c "waves-maens" "$scratch/said")" -eq 1 ] || fail "not told once"
grep -q "$text:[0-9]*: nothing has the label 'fig:waves-maens'" "$scratch/said" ||
  fail "where?"
grep -q 'Did you mean fig:waves-means' "$scratch/said" || fail "what is meant?"
if grep -qe '--lua-filter' -e FAILED "$scratch/said"; then fail "a command"; fi

# Without it everything is as before.
rm -r chapters/02-waves figures/02-waves
git status --porcelain | cmp - "$scratch/status" || fail "another file changed"
course book html || fail "the book without it"
if grep -q 'waves.html' build/book/html/perceptron.html; then
  fail "a page leads to it"
fi
exit 0
