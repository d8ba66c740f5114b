#!/bin/sh
# The PDF is a book: fonts in it, a title, bookmarks, nothing unresolved;
# its words can be found, in an index, too; code can be read; nothing runs out
# of its place; no page is half empty; figures stand near their text and
# headings over it; and the print edition has two sides.
#   check_pdf.sh FILE.pdf LATEX PAPER SIDES
# LATEX is the folder in which it was typeset, SIDES is one or two.
set -eu
pdf=$1 latex=$2 paper=$3 sides=$4
name=$(basename "$pdf" .pdf)
here=$(dirname "$0")
fail() { printf "FAILED: %s\n" "$*"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# ---- what a viewer shows around the pages --------------------------------
pdfinfo "$pdf" >"$scratch/info" || fail "no PDF"
field() { sed -n "s/^$1: *//p" "$scratch/info"; }
[ "$(field Title)" = 'Learning from Errors' ] || fail "no title"
for key in Author Subject Keywords; do
  [ -n "$(field $key)" ] || fail "no $key"
done
pages=$(field Pages)
[ "$pages" -gt 100 ] || fail "only $pages pages"
# The book grows, but not by thinner pages: as many words on each as when 150
# pages were enough.
if [ "$paper $sides" = 'a4 one' ]; then
  dense=505
  on_each=$(($(pdftotext "$pdf" - | wc -w) / pages))
  [ "$on_each" -ge "$dense" ] ||
    fail "$pages pages of $on_each words; $dense are the least"
fi
case $paper in
a4) size='595.* x 841.* pts' ;;
letter) size='612 x 792 pts' ;;
*) fail "no paper '$paper'" ;;
esac
field 'Page size' | grep -q "^$size" || fail "not $paper: $(field 'Page size')"

node "$here/pdf_catalog.js" "$pdf" >"$scratch/catalog"
for entry in '/Lang *(en)' '/PageLabels' '/Outlines' '/PageMode */UseOutlines' \
  '/DisplayDocTitle *true'; do
  grep -q "$entry" "$scratch/catalog" || fail "the catalog has no $entry"
done

# Every chapter and section of the contents is a bookmark.
pdftohtml -q -xml -i -stdout -f 1 -l 1 "$pdf" |
  sed -n 's/^<item page="[0-9]*">.*/item/p' >"$scratch/bookmarks"
entries=$(grep -c '^\\contentsline' "$latex/$name.toc")
[ "$entries" -gt 50 ] || fail "only $entries chapters and sections"
[ "$(wc -l <"$scratch/bookmarks")" -ge "$entries" ] ||
  fail "$(wc -l <"$scratch/bookmarks") bookmarks, $entries entries"

# ---- fonts and words -------------------------------------------------------
pdffonts "$pdf" | tail -n +3 >"$scratch/fonts"
[ "$(wc -l <"$scratch/fonts")" -gt 4 ] || fail "few fonts"
# columns from the right: object ID (two), uni, sub, emb
awk '$(NF-4) != "yes" { print; bad = 1 } END { exit bad }' "$scratch/fonts" ||
  fail "a font is not embedded"
grep -q "Inter-SemiBold" "$scratch/fonts" || fail "labels are not bold"

pdftotext -layout "$pdf" "$scratch/text"
grep -n '??' "$scratch/text" && fail "an unresolved reference"
words() { grep -Eq "$1" "$scratch/text" || fail "not to be found: $1"; }
words 'Contents'
words 'Novikoff'
words '1\.1 +A neuron is a weighted vote'        # a heading
words 'Figure 1\.1 +The neuron with the weights' # captions
words 'Listing 1\.1 +The whole neuron'
words 'Chapter 1 +The perceptron'                # the head of a page
words 'nn_real'                                  # code

# Figures are listed, C names and terms are in the index, hints are at the end.
grep -q 'Hints}' "$latex/$name.toc" || fail "no hints"
[ "$(grep -c '^\\listedfigure{' "$latex/$name.tex")" = \
  "$(grep -c '\\begin{figure}' "$latex/$name.tex")" ] ||
  fail "not all figures are in their list"
[ "$(grep -c '^\\hintsof{' "$latex/$name.tex")" -gt 30 ] || fail "few hints"
tr '\f' '\n' <"$scratch/text" | sed -n '/^ *Index$/,$p' >"$scratch/index"
for entry in 'weighted_sum [0-9]' 'margin [0-9]' 'nn_net_backward [0-9]'; do
  grep -q "$entry" "$scratch/index" || fail "not in the index: $entry"
done

# A letter of JetBrains Mono is .6 of its size wide, so words of code, which
# have a _ in them, tell how large it is.
pdftotext -bbox "$pdf" - | awk -F '"' '
  match($0, />[a-z0-9]+_[a-z0-9_]+</) {
    size = ($6 - $2) / (RLENGTH - 2) / .6
    count++
    if (size < 7.5) { print substr($0, RSTART + 1, RLENGTH - 2) ": " size " pt"; bad = 1 }
  }
  END { if (count < 500) { print count + 0 " words of code"; bad = 1 } exit bad }' ||
  fail "code is smaller than 7.5 pt"

# ---- pages -----------------------------------------------------------------
grep -E '^Overfull .[hv]box \(([1-9]|[0-9]+[0-9])\.' "$latex/$name.log" &&
  fail "something is too long for its place"

# A page that is more than half empty is the last of a chapter: the next, on
# which one opens, has no head.
mkdir "$scratch/pages"
pdftoppm -gray -r 36 "$pdf" "$scratch/pages/page"
node "$here/page_fill.js" "$scratch/pages" >"$scratch/fill"
awk '{ head[NR] = $2; fill[NR] = $3 }
  END {
    for (i = 1; i <= NR; i++) {
      if (head[i] == "bare") opens++
      if (i < NR && fill[i] < .5 && head[i + 1] == "headed") {
        print "page " i " of the file is full to " fill[i] * 100 " %"
        bad = 1
      }
    }
    if (opens < 9) { print opens + 0 " chapters open"; bad = 1 }
    exit bad
  }' "$scratch/fill" || fail "a page is more than half empty"

# A figure stands on the page of its place in the text or on the next.
sed -n 's/^\\newlabel{\(here-\)\{0,1\}\(fig-[^}]*\)}{{[^}]*}{\([0-9]*\)}.*/\2 \1 \3/p' \
  "$latex/$name.aux" |
  awk 'NF == 3 { place[$1] = $3 } NF == 2 { stands[$1] = $2 }
    END {
      for (figure in place) {
        count++
        far = stands[figure] - place[figure]
        if (!(figure in stands) || far < -1 || far > 1) {
          print figure ": page " stands[figure] ", called for on " place[figure]
          bad = 1
        }
      }
      if (count < 20) { print count " figures"; bad = 1 }
      exit bad
    }' || fail "a figure is far from its place"

# The answers of a chapter come after its questions and before its exercises,
# and each says on which page the other is.
sed -n 's/^\\newlabel{\([a-z]*\)-\([^}]*\)}{{[^}]*}{\([0-9]*\)}.*/\1 \2 \3/p' \
  "$latex/$name.aux" |
  awk '$1 == "ch" { exercises = 0 }
    $1 == "ex" { exercises = 1 }
    $1 == "answer" && exercises { print $2 " is answered after the exercises"; bad = 1 }
    END { exit bad }' || fail "an answer is out of its place"
awk -v RS='\f' '
  !before && /(^|\n) *Chapter 1\n/ { before = NR - 1 } # pages before page 1
  { gsub(/[ \n]+/, " "); page[NR] = $0 }
  END {
    for (n = 1; n <= NR; n++) {
      rest = page[n]
      while (match(rest, /Prediction [0-9.]+ \(p\. [0-9]+\)/)) {
        split(substr(rest, RSTART, RLENGTH), word, " ")
        rest = substr(rest, RSTART + RLENGTH)
        on = word[4] + 0
        at = index(page[on + before], "Before you run it " word[2] " ")
        says = substr(page[on + before], at)
        match(says, /Answer on page [0-9]+/)
        if (!at || substr(says, RSTART + 15, RLENGTH - 15) + before != n) {
          print "page " on " does not lead to the answer to prediction " word[2]
          bad = 1
        }
        count++
      }
    }
    if (count < 15) { print count " predictions"; bad = 1 }
    exit bad
  }' "$scratch/text" || fail "a question and its answer do not find each other"

# The last line of a page is no heading. The .aux knows what the headings say.
sed -n 's/^\\newlabel{[^}]*}{{[^}]*}{[^}]*}{\(.*\)}{[a-z*]*section[^}]*}{}}$/\1/p' \
  "$latex/$name.aux" | sort -u >"$scratch/headings"
[ "$(wc -l <"$scratch/headings")" -gt 50 ] || fail "few headings"
awk 'NR == FNR { heading[$0] = 1; next }
  {
    started = gsub(/\f/, "")
    if (started) check()
    line = $0
    sub(/^ *([0-9]+\.[0-9]+ +)?/, "", line)
    sub(/ *$/, "", line)
    if (line != "") last = line
  }
  function check() {
    if (last in heading) { print last; bad = 1 }
  }
  END { exit bad }' "$scratch/headings" "$scratch/text" ||
  fail "a heading at the foot of a page"

# ---- sides -----------------------------------------------------------------
# The left edge of the head of a page, in points.
left_edge() {
  pdftotext -bbox -f "$1" -l "$1" "$pdf" - |
    awk -F '"' '/<word/ && (y == "" || $4 < y - 5) { y = $4; x = $2 }
      /<word/ && $4 < y + 5 && $2 < x { x = $2 } END { print int(x) }'
}
middle=$((pages / 2))
shift=$(($(left_edge $middle) - $(left_edge $((middle + 1)))))
shift=${shift#-}
# Chapters that begin on a left, even page.
left=$(sed -n 's/^\\contentsline {chapter}{\\numberline.*}{[0-9]*[02468]}{chapter.*/&/p' \
  "$latex/$name.toc")
if [ "$sides" = two ]; then
  [ "$shift" -gt 10 ] || fail "both sides have the same margins"
  [ -z "$left" ] || fail "a chapter begins on the left: $left"
else
  [ "$shift" -le 1 ] || fail "the margins differ by $shift pt"
fi
exit 0
