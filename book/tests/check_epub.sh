#!/bin/sh
# The EPUB is valid; it has a cover; each file has the title of its chapter,
# with the number; its formulas are MathML, without TeX that a reader might
# show beside it; its figures bring a background, so that they can be read on
# a dark page; code is large enough, in our colours, on a dark page others.
#   check_epub.sh FILE.epub EPUBCHECK.jar PALETTE.tsv
set -eu
epub=$1 epubcheck=$2 palette=$3
fail() { printf 'FAILED: %s\n' "$*"; exit 1; }
java -jar "$epubcheck" --failonwarnings "$epub"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd "$scratch" && cmake -E tar xf "$epub")
grep -q 'properties="cover-image"' "$scratch/EPUB/content.opf" ||
  fail "no cover"

# The title of a file is its heading, with the number of a chapter.
chapters=0
for file in "$scratch"/EPUB/text/ch*.xhtml; do
  title=$(sed -n 's/.*<title>\(.*\)<\/title>.*/\1/p' "$file")
  tr '\n' ' ' <"$file" | grep -qF "<h1>$title</h1>" ||
    tr '\n' ' ' <"$file" | grep -qE "<h1 [^>]*>$title</h1>" ||
    fail "$(basename "$file"): the title is '$title', the heading another"
  case $title in [1-9]*) chapters=$((chapters + 1)) ;; esac
done
[ "$chapters" -ge 8 ] || fail "only $chapters chapters have numbers"
[ "$(grep -oE '<a [^>]*#ch-[^>]*>[1-9]' "$scratch/EPUB/nav.xhtml" |
  wc -l)" -eq "$chapters" ] ||
  fail "no numbers of chapters in the contents"

# Code is as large as .8 of the text, at least, and pandoc's colours are gone.
style=$scratch/EPUB/styles/stylesheet1.css
awk -F 'font-size: ' '/^pre / { pre = $2 + 0 } /^pre code / { code = $2 + 0 }
  END { exit !(pre * code >= 0.8) }' "$style" || fail "code is too small"
grep -rl 'span\.kw\|<style' "$scratch/EPUB/text" && fail "pandoc's style in these"
grep -q 'prefers-color-scheme: dark' "$style" || fail "no colours on dark"
grep -q '@[a-z]*@\|@[a-z]*-dark@' "$style" && fail "a colour is not filled in"

formulas=$(cat "$scratch"/EPUB/text/*.xhtml | grep -o '<math ' | wc -l)
[ "$formulas" -gt 1000 ] || fail "only $formulas formulas"
grep -rlE '<annotation|class="math' "$scratch/EPUB" && fail "TeX in these"

paper=$(awk '$1 == "paper" { print $2 }' "$palette")
figures=0
for figure in "$scratch"/EPUB/media/*.svg; do
  tr '\n' ' ' <"$figure" |
    grep -q "<svg [^>]*> *<rect [^>]*fill=\"$paper\"/>" ||
    fail "no paper under $(basename "$figure")"
  figures=$((figures + 1))
done
[ "$figures" -gt 50 ] || fail "only $figures figures"
