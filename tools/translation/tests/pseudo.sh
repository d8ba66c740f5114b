#!/bin/sh
# A translation of all messages that can be told from the original: in
# brackets, and with an accent. One stays as it is, as in a translation that is
# not finished.
#   pseudo.sh OUT.po     in the course's folder
set -eu
tools/translation/extract.sh |
  sed '0,/charset=UTF-8/s//&\\n"\n"Language: eo\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;/' |
  msgen --no-wrap - |
  msgfilter --no-wrap --keep-header sed -zE -e '/^about %d minutes/d' \
    -e 's/the /thé /g' \
    -e 's/^([\n ]*)(.*[^\n ])([\n ]*)$/\1[\2]\3/' >"$1"
