#!/bin/sh
# Behind ./course translation, in the course's folder:
#   translation.sh LANGUAGE              makes or updates po/LANGUAGE.po, and
#                                        says what is missing or older than
#                                        its original
#   translation.sh LANGUAGE FILE         the same for one text
#   translation.sh LANGUAGE --done FILE  marks this translation as one of what
#                                        its original says now
set -eu
language=$1
shift
here=tools/translation
fail() { echo "course: $*" >&2; exit 2; }

# The original of chapters/01-perceptron/chapter.es.md, and the other way
# round; either name means both.
original_of() {
  case $1 in
  *".$language.md") printf '%s\n' "${1%".$language.md"}.md" ;;
  *) printf '%s\n' "$1" ;;
  esac
}
translation_of() { printf '%s\n' "${1%.md}.$language.md"; }

# What can be translated, besides messages.
texts() {
  find book chapters exercises solutions tools/grading \
    \( -name chapter.md -o -name task.md -o -name wrong.md \
    -o -name common.md -o -path 'book/*.md' \) \
    ! -path 'book/*/*' 2>/dev/null | grep -v '\.[a-z][a-z][a-z]*\.md$' |
    LC_ALL=C sort
}

# What is to be done with one text.
show() { # ORIGINAL
  translation=$(translation_of "$1")
  if [ -f "$translation" ]; then
    "$here/passages.sh" "$1" "$translation"
  else
    echo "$translation is not there yet: a translation of $1"
  fi
}

done_with=''
if [ "${1-}" = --done ]; then
  done_with=1
  shift
  [ $# -eq 1 ] || fail "--done wants the text that is translated"
fi
if [ $# -gt 0 ]; then
  original=$(original_of "$1")
  [ -f "$original" ] || fail "there is no $original."
  if [ -n "$done_with" ]; then
    translation=$(translation_of "$original")
    [ -f "$translation" ] || fail "there is no $translation."
    "$here/passages.sh" --done "$original" "$translation"
  fi
  show "$original"
  exit 0
fi

catalogue=po/$language.po
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$here/extract.sh" >"$scratch/course.pot"
if [ -f "$catalogue" ]; then
  msgmerge --quiet --previous --no-wrap --update --backup=none "$catalogue" \
    "$scratch/course.pot"
else
  mkdir -p po
  msginit --no-translator --no-wrap --locale="$language" \
    --input="$scratch/course.pot" --output-file="$catalogue" 2>/dev/null
fi
printf '%s: ' "$catalogue"
msgfmt --statistics --output-file=/dev/null "$catalogue" 2>&1
texts | while IFS= read -r original; do show "$original"; done
