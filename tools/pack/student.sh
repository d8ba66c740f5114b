#!/bin/sh
# The students' edition as a zip: the course without solutions, without what
# proves graders by them, without history, and with the graders as one
# program, since their sources say what is right. What --with has added to
# the course is part of it. The files that students write are in skeletons/,
# so that an edition that is unpacked over an older one touches no answer
# (cmake/edition.cmake).
#   student.sh BUILD OUT.zip [open]
# With "open" the sources of the graders are in it, for machines of another
# kind than this one. To be called in the course's top folder.
set -eu
build=$1 out=$2 open=${3-}
name=learning-from-errors
. tools/base/say.sh

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
trap 'exit 130' INT TERM
mkdir "$stage/$name"

worked_on=$("$build/tools/course-tool" worked-on || :)
if [ -n "$worked_on" ]; then
  say 'These files are not as they came, so they may hold solutions:
%s
./course reset EXERCISE brings back the empty file and keeps yours.' "$worked_on"
  exit 1
fi

# The folders that are packed: the course, and those of --with.
homes() {
  echo .
  [ ! -f .with ] || cat .with
}

# What belongs to the course is what git knows. Without that, nothing tells
# it from what else lies about, such as solutions and gradebooks.
others() { git ls-files --others --exclude-standard -- "$@"; }
check_home() ( # FOLDER
  cd "$1"
  known=$(git ls-files -- course chapters exercises) || :
  if [ -z "$known" ]; then
    say "Only git can say what belongs to the course and what only lies in its
folder, and git does not know %s. Please pack in a clone,
and 'git init' and 'git add' a folder that is yours (--with)." "$(pwd)"
    exit 1
  fi
  forgotten=$(others chapters exercises)
  if [ -n "$forgotten" ]; then
    say "These files are not in git, so they would be missing in the pack:
%s
'git add' those that belong to the course, and move the others away." "$forgotten"
    exit 1
  fi
  secret=$(git ls-files -- '*.key' '*work/class.json' '*gradebook.csv')
  if [ -n "$secret" ]; then
    say "These files are a class's, and are in the course's git:
%s
Whoever has the course has them. 'git rm' them before you pack." "$secret"
    exit 1
  fi
)
homes >"$stage/homes"
while IFS= read -r home; do check_home "$home"; done <"$stage/homes"
left_out=$(others)
[ -z "$left_out" ] || say 'Left out, since git does not know them: %s...' "$(
  printf %s "$left_out" | head -n 5 | tr '\n' ' ')"

# Is it the file that students write: exercises/01-perceptron/2-step/step.c?
is_students() {
  folder=${1%/*} exercise=${folder##*/}
  case $1 in
  exercises/*/*/*) [ "${1##*/}" = "${exercise#*-}.c" ] ;;
  *) false ;;
  esac
}

# Of another folder than the course, only what is laid out as the course is.
files_of() { # FOLDER
  if [ "$1" = . ]; then git -c core.quotePath=off ls-files; else
    git -C "$1" -c core.quotePath=off ls-files chapters exercises figures
  fi
}
while IFS= read -r home; do
  files_of "$home" | while IFS= read -r file; do
    case $file in
    solutions/* | tools/attack/* | tools/batch/* | tools/corpus/* | \
      tools/mutation/* | \
      tools/new/* | tools/pack/* | .ci/* | \
      .github/* | .devcontainer/* | docs/* | README.md) continue ;;
    exercises/*/cases.c) [ -n "$open" ] || continue ;;
    esac
    [ -f "$home/$file" ] || continue
    to=$file
    if is_students "$file"; then to=skeletons/${file#exercises/}; fi
    mkdir -p "$stage/$name/$(dirname "$to")"
    cp -p "$home/$file" "$stage/$name/$to"
    case $file in
    # What is right and wrong in known ways, as C made from the solutions.
    exercises/*/cases.c)
      folder=${file%/cases.c}
      cp "$build/answers/${folder#exercises/}/rules.c" "$stage/$name/$folder"
      ;;
    esac
  done
done <"$stage/homes"
[ ! -f .language ] || cp .language "$stage/$name/"
cp tools/pack/README.student.md "$stage/$name/README.md"
mkdir -p "$stage/$name/.github/workflows"
cp tools/pack/classroom.yml "$stage/$name/.github/workflows/"
if [ -z "$open" ]; then
  cp "$build/graders-static" \
    "$stage/$name/exercises/graders-$(uname -s)-$(uname -m)"
fi
(cd "$stage/$name" &&
  find . -type f | sed 's|^\./||' | LC_ALL=C sort | tr '\n' '\0' |
  xargs -0 cmake -E sha256sum >../edition.txt && mv ../edition.txt .)

case $out in */*) mkdir -p "$(dirname "$out")" ;; esac
rm -f "$out"
whole=$(cd "$(dirname "$out")" && pwd)/$(basename "$out")
(cd "$stage" && cmake -E tar cf "$whole" --format=zip "$name")
echo "$out: $(du -h "$out" | cut -f1)" >&2
