#!/bin/sh
# Writes a small chapter, to be made into another: it keeps all rules and
# passes all tests.
#   chapter.sh NAME
# To be called in the course's top folder.
set -eu
name=${1-}
here=$(dirname "$0")
. tools/base/say.sh

# It names a page, a program, and the chapter in labels and in C.
case $name in
'' | [!a-z]* | *[!a-z0-9]*)
  say 'course: new chapter wants a NAME of small letters and digits, a letter
first, such as digits.'
  exit 2
  ;;
esac
last=0
for folder in chapters/[0-9]*-*; do
  [ -d "$folder" ] || continue
  folder=${folder#chapters/}
  number=${folder%%-*}
  if [ "${folder#*-}" = "$name" ]; then
    say "course: there is a chapter '%s' already: %s" "$name" "chapters/$folder"
    exit 1
  fi
  number=${number#0}
  [ "$number" -le "$last" ] || last=$number
done
# The build has targets and pages of its own.
case $name in
all | answers | bench | book | claims | clean | course | epub | exercises | \
  experiments | figures | front | glossary | graders | html | index | main | \
  nn | notation | palette | pdf | print | results | slides | test | tests | \
  using)
  say "course: '%s' has a meaning of its own; take another name." "$name"
  exit 2
  ;;
esac
number=$((last + 1))
id=$(printf '%02d-%s' "$number" "$name")

# fill TEMPLATE FILE: a template with its words filled in.
fill() {
  mkdir -p "$(dirname "$2")"
  sed -e "s|@NAME@|$name|g" -e "s|@NUMBER@|$number|g" \
    "$here/chapter/$1.in" >"$2"
  echo "  $2"
}
fill chapter.md "chapters/$id/chapter.md"
fill NAME.c "chapters/$id/$name.c"
fill experiments.c "chapters/$id/experiments.c"
fill claims.tsv "chapters/$id/claims.tsv"
fill means.gp "figures/$id/means.gp"
echo
tell 'It is a whole chapter, about the mean of random numbers. Change it into yours;
docs/chapter.md says what each file is for. After every change:'
echo
echo "  ./course book html             build/book/html/$name.html"
echo "  ./course test -R chapter.$name"
