#!/bin/sh
# Each slide has one page in the deck, one in its notes and one section on
# the page that shows them; a chapter has a deck worth a lecture.
#   check_slides.sh SLIDES HTML    the folders of the PDFs and of the pages
set -eu
pdfs=$1 html=$2 wrong=0
pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
for page in "$html"/*.html; do
  name=$(basename "$page" .html)
  slides=$(grep -c 'id="slide-' "$page")
  deck=$(pages "$pdfs/$name.pdf") notes=$(pages "$pdfs/$name-notes.pdf")
  if [ "$slides" -ne "$deck" ] || [ $((slides - 1)) -gt "$notes" ]; then
    echo "$name: $slides slides on the page, $deck in the deck, $notes pages of notes"
    wrong=1
  fi
  figures=$(grep -c '<figure>' "$page")
  if [ "$slides" -lt 10 ] || [ "$figures" -lt 3 ]; then
    echo "$name: only $slides slides, with $figures figures"
    wrong=1
  fi
done
exit $wrong
