#!/bin/sh
# The student's edition gives no solution away. The marks by which it would
# show are looked for in the instructor's pages too, where all must be found.
#   no_solutions.sh SOURCE BUILD SCRATCH
set -eu
source=$1 build=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch/epub"
cd "$scratch"

# A text without the marks of HTML, and without any white space: a PDF's
# words may come out letter by letter.
plain() {
  sed -e 's/<[^>]*>//g' -e "s/&#39;/'/g" -e 's/&quot;/"/g' \
    -e 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' |
    tr -d '[:space:]'
}

# The heads of all references, and the titles of the parts.
find "$source/solutions" -name '*.c' ! -path '*/right/*' ! -path '*/unnamed/*' \
  -exec head -n 1 {} \; | sort -u >marks
grep -q '^/\* Reference' marks || { echo "FAILED: no references"; exit 1; }
awk -F '\t' '$1 == "reference-solution" || $1 == "known-wrong" ||
  $1 == "instructors-edition" { sub(/ *\{\}.*/, "", $2); print $2 }' \
  "$source/book/words.en.tsv" >>marks

(cd epub && cmake -E tar xf "$build"/book/learning-from-errors.epub)
find "$build/book/html" -name '*.html' -exec cat {} + | plain >student
find epub -name '*.xhtml' -exec cat {} + | plain >>student
pdftotext "$build"/book/learning-from-errors.pdf - | plain >>student
cat "$build"/book-instructor/html/*.html | plain >instructor

failures=0
while read -r mark; do
  bare=$(printf '%s' "$mark" | plain)
  if grep -qF -e "$bare" student; then
    echo "FAILED: the student's edition says: $mark"
    failures=$((failures + 1))
  fi
  if ! grep -qF -e "$bare" instructor; then
    echo "FAILED: the instructor's edition does not say: $mark"
    failures=$((failures + 1))
  fi
done <marks
if grep -rqE 'id="(wrong|solution)-' "$build/book/html" epub; then
  echo "FAILED: the student's edition has an anchor of a solution"
  failures=$((failures + 1))
fi
[ $failures -eq 0 ] || exit 1
