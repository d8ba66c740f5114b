#!/bin/sh
# The book without one of its chapters: labels and all pages of the others
# are made, from the runs and figures of BUILD, and nothing leads to it.
#   without_chapter.sh SOURCE BUILD CHAPTER SCRATCH
# CHAPTER is a folder of chapters/, such as 03-losses.
set -eu
source=$1 build=$2 removed=$3 scratch=$4
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch/build/book-work" "$scratch/html"
cd "$scratch"
ln -s "$source/book" "$source/data" "$source/lib" .

# link FROM TO: what is in a folder, but for the chapter.
link() {
  mkdir -p "$2"
  for one in "$1"/*; do
    case $one in */"$removed" | *'/*') ;; *) ln -s "$one" "$2" ;; esac
  done
}
for top in chapters exercises figures solutions; do link "$source/$top" $top; done
for top in chapters figures answers; do link "$build/$top" build/$top; done

texts="using notation $(cd chapters && echo [0-9]*) glossary figures results errata"
document() { # OPTION... TEXT
  NODE_PATH=/usr/share/nodejs pandoc --fail-if-warnings --standalone \
    --from markdown-implicit_header_references --lua-filter book/filters/book.lua \
    --metadata-file book/metadata.yaml -M build=build \
    -M words=book/words.en.tsv -M labels=build/book-work/book.labels "$@"
}
file_of() { # TEXT
  if [ -d "chapters/$1" ]; then
    echo "chapters/$1/chapter.md"
  else
    echo "book/$1.md"
  fi
}
for text in $texts; do
  document -M pass=labels --to plain --output "build/book-work/$text.labels" \
    "$(file_of "$text")" || fail "the labels of $text"
done
pandoc --lua-filter book/filters/join_labels.lua -M build=build \
  -M words=book/words.en.tsv -M texts="$texts" --from markdown --to plain \
  --output build/book-work/book.labels book/tests/empty.md || fail "the labels"

# The instructor's pages have all that the students' have.
for text in $texts front; do
  document -M answers=build/answers --to html5 --citeproc \
    --bibliography book/references.bib --output "html/$text.html" \
    "$(file_of "$text")" || fail "the page of $text"
done
if grep -nE "href=\"(slides/)?${removed#*-}\.html" html/*.html; then
  fail "these lead to the chapter that is not there"
fi
