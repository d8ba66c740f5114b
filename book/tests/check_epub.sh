#!/bin/sh
# The EPUB is valid; its formulas are MathML, without TeX that a reader might
# show beside it; its figures bring a background, so that they can be read on
# a dark page.
#   check_epub.sh FILE.epub EPUBCHECK.jar PALETTE.tsv
set -eu
epub=$1 epubcheck=$2 palette=$3
fail() { printf 'FAILED: %s\n' "$*"; exit 1; }
java -jar "$epubcheck" --failonwarnings "$epub"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd "$scratch" && cmake -E tar xf "$epub")
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
