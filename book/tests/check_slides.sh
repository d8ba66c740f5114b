#!/bin/sh
# A chapter has a deck worth a lecture, with a listing and an exercise. A slide
# has the same number, title and total on the page, in the PDF and in its notes,
# and no word on it has letters lower than a 40th of it. (Indices of one or two
# letters and formulas are not measured.)
#   check_slides.sh SLIDES HTML    the folders of the PDFs and of the pages
set -eu
pdfs=$1 html=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
: >"$scratch/wrong"
wrong() { echo "$*" | tee -a "$scratch/wrong"; }

# "NUMBER TITLE" for each slide of a page, letters and digits only: a formula in
# a title is cut off, with what is behind it.
titles() {
  { tr '\n' ' ' <"$1"; echo; } | sed 's/<section /\n&/g' |
    sed 's/<\/h[12]>.*//' |
    sed -n 's/^<section id="slide-\([0-9]*\)".*<h[12]>\(.*\)/\1 \2/p' |
    sed 's/<span class="katex".*//; s/<[^>]*>//g; s/&[^;]*;//g' |
    while read -r number title; do
      echo "$number $(printf %s "$title" | tr -cd '[:alnum:]')"
    done
}

# The texts of a PDF's pages, a line for each, letters, digits and / only.
pages() {
  pdftotext -layout "$1" - | tr '\n\f' ' \n' | tr -cd '[:alnum:]/\n'
}

# The words in letters of a size, out of `pdftohtml -xml`: those of figures,
# captions and listings that are too small.
small_words() {
  pdftohtml -xml -i -zoom 3 -stdout "$1" | awk '
    function attribute(name) {
      if (!match($0, " " name "=\"[^\"]*\"")) return ""
      return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    }
    /<page / { page = attribute("number"); least = attribute("height") / 40 }
    /<fontspec / { size[attribute("id")] = attribute("size")
                   family[attribute("id")] = attribute("family") }
    /<text / {
      font = attribute("font")
      gsub(/<[^>]*>|[^[:print:]]/, "")
      if (family[font] ~ /Inter|JetBrains/ && size[font] + 1 < least && length($0) > 2)
        print "slide " page ": \"" $0 "\""
    }'
}

for page in "$html"/*.html; do
  name=$(basename "$page" .html)
  titles "$page" >"$scratch/titles"
  count=$(wc -l <"$scratch/titles")
  pages "$pdfs/$name.pdf" >"$scratch/deck"
  pages "$pdfs/$name-notes.pdf" >"$scratch/notes"
  if [ "$(wc -l <"$scratch/deck")" -ne "$count" ]; then
    wrong "$name: $count slides on the page, $(wc -l <"$scratch/deck") in the PDF"
  fi
  expected=1
  while read -r number title; do
    [ "$number" -eq "$expected" ] || wrong "$name: slide $number comes after $((expected - 1))"
    expected=$((number + 1))
    # The title slide says the chapter's number first.
    sed -n "${number}p" "$scratch/deck" | grep -qE "^(Chapter[0-9]+)?$title.*$number/$count\$" ||
      wrong "$name: slide $number, \"$title\", is another one in the PDF"
    grep -qE "Slide${number}([0-9]*min|[0-9]+slides).*Slide$number\$" "$scratch/notes" ||
      wrong "$name: no notes for slide $number"
  done <"$scratch/titles"
  small_words "$pdfs/$name.pdf" >"$scratch/small"
  [ ! -s "$scratch/small" ] || wrong "$name: too small in the PDF, $(head -1 "$scratch/small")"
  if [ "$count" -lt 10 ] || [ "$(grep -c '<figure>' "$page")" -lt 3 ]; then
    wrong "$name: only $count slides, with $(grep -c '<figure>' "$page") figures"
  fi
  for kind in 'class="listing"' 'class="task"'; do
    grep -q "$kind" "$page" || wrong "$name: nothing on it with $kind"
  done
  minutes=$(sed -n 's/.* data-minutes="\([0-9.]*\)".*/\1/p' "$page" |
    awk '{ sum += $1 } END { print (sum > 30 && sum < 150) ? "" : sum }')
  [ -z "$minutes" ] || wrong "$name: a lecture of $minutes minutes"
done
[ ! -s "$scratch/wrong" ]
