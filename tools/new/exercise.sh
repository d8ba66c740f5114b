#!/bin/sh
# Writes a small exercise, to be made into another: it compiles, has a
# reference, known mistakes and worked examples, and passes all tests.
#   exercise.sh CHAPTER/NAME
# To be called in the course's top folder.
set -eu
slug=${1-}
here=$(dirname "$0")
. tools/base/say.sh

chapter=${slug%%/*} name=${slug#*/}
case $slug in
*/*) ;;
*)
  say 'course: new exercise wants CHAPTER/NAME, such as perceptron/pocket.'
  exit 2
  ;;
esac
# It is the name of a function and of files, and kept apart by hyphens.
case $name in
'' | [!a-z]* | *[!a-z0-9]*)
  say "course: '%s' is to be the name of a C function: small letters and
digits, a letter first." "$name"
  exit 2
  ;;
auto | break | case | char | const | continue | default | do | double | else | \
  enum | extern | float | for | goto | if | inline | int | long | main | \
  register | restrict | return | short | signed | sizeof | static | struct | \
  switch | typedef | union | unsigned | void | volatile | while | \
  driver | cases | task | wrong)
  say "course: '%s' has a meaning of its own; take another name." "$name"
  exit 2
  ;;
esac
folder=
for candidate in chapters/[0-9]*-"$chapter"; do
  [ ! -d "$candidate" ] || folder=${candidate#chapters/}
done
if [ -z "$folder" ]; then
  say "course: there is no chapter '%s'. There are:" "$chapter"
  for candidate in chapters/[0-9]*-*; do echo "  ${candidate#chapters/[0-9]*-}"; done >&2
  exit 2
fi
last=0
for other in exercises/"$folder"/[0-9]*-*; do
  [ -d "$other" ] || continue
  other=${other##*/}
  if [ "${other#*-}" = "$name" ]; then
    say 'course: there is %s already: %s' "$slug" "exercises/$folder/$other"
    exit 1
  fi
  [ "${other%%-*}" -le "$last" ] || last=${other%%-*}
done
place=$folder/$((last + 1))-$name
# Somewhere to reread: the chapter's first section that has a label.
section=$(sed -n 's/^#.*{#\(sec:[a-z0-9-]*\).*/\1/p' "chapters/$folder/chapter.md" |
  head -n 1)
guard=$(printf %s "$name" | tr '[:lower:]' '[:upper:]')_H

# fill FROM TO: a template with its words filled in.
fill() {
  mkdir -p "$(dirname "$2")"
  sed -e "s|@NAME@|$name|g" -e "s|@SLUG@|$slug|g" -e "s|@GUARD@|$guard|g" \
    -e "s|@SECTION@|${section:-sec:?}|g" "$1" >"$2"
}
find "$here/exercise" "$here/solution" -name '*.in' | LC_ALL=C sort |
  while IFS= read -r file; do
    case $file in
    "$here"/exercise/*) to=exercises/$place/${file#"$here/exercise/"} ;;
    *) to=solutions/$place/${file#"$here/solution/"} ;;
    esac
    to=${to%.in}
    case $to in */NAME.*) to=${to%/NAME.*}/$name.${to##*.} ;; esac
    fill "$file" "$to"
    echo "  $to"
  done
echo
tell 'It is a whole exercise, about the length of a vector. Change it into yours;
docs/exercise.md says what each file is for. After every change:'
echo
echo "  ./course prove $slug"
