#!/bin/sh
# The words of all prose are spelt as dictionaries have them.
#   spelling.sh SOURCE    the top folder
set -eu
cd "$1"
command -v hunspell >/dev/null || {
  echo "There is no hunspell (Debian: apt-get install hunspell hunspell-en-gb)."
  exit 1
}
LC_ALL=C sort -c book/tests/words.txt
pandoc --lua-filter book/tests/spelling.lua --from markdown --to plain \
  -M files="$(find . -path ./build -prune -o -name '*.md' ! -name '*.??.md' ! -name '*.???.md' -size +0 -print |
    sed 's|^\./||' | LC_ALL=C sort)" book/tests/empty.md
