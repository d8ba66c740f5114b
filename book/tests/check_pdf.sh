#!/bin/sh
# The PDF is a book: fonts in it, a title, bookmarks, nothing unresolved.
#   check_pdf.sh FILE.pdf
set -eu
pdf=$1
fail() { echo "FAILED: $*"; exit 1; }

pdfinfo "$pdf" >/dev/null || fail "no PDF"
pdfinfo "$pdf" | grep -q '^Title: *Learning from Errors' || fail "no title"
pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
[ "$pages" -gt 15 ] || fail "only $pages pages"

fonts=$(pdffonts "$pdf" | tail -n +3)
[ "$(printf '%s\n' "$fonts" | wc -l)" -gt 4 ] || fail "fonts: $fonts"
# columns from the right: object ID (two), uni, sub, emb
printf '%s\n' "$fonts" | awk '$(NF-4) != "yes" { print; bad = 1 }
  END { exit bad }' || fail "a font is not embedded"

pdftotext "$pdf" - | grep -n '??' && fail "an unresolved reference"
pdftotext "$pdf" - | grep -q 'Contents' || fail "no contents"
pdftotext -layout "$pdf" - | grep -q 'Novikoff' || fail "no text"
exit 0
