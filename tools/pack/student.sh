#!/bin/sh
# The students' edition as a zip: the course without solutions, without what
# proves graders by them, without history, and with the graders as one
# program, since their sources say what is right.
#   student.sh BUILD OUT.zip [open]
# With "open" the sources of the graders are in it, for machines of another
# kind than this one. To be called in the course's top folder.
set -eu
build=$1 out=$2 open=${3-}
name=learning-from-errors
say() { printf '%s\n' "$*" >&2; }

worked_on=$("$build/tools/course-tool" worked-on || :)
if [ -n "$worked_on" ]; then
  say "These files are not as they came, so they may hold solutions:"
  say "$worked_on"
  say "./course reset EXERCISE brings back the empty file and keeps yours."
  exit 1
fi

# What belongs to the course is what git knows. Without that, nothing tells
# it from what else lies about, such as solutions and gradebooks.
if ! git ls-files --error-unmatch course >/dev/null; then
  say "Only git can say what belongs to the course and what only lies in its"
  say "folder, and git does not know this copy: see above. Please pack in a clone."
  exit 1
fi
others() { git ls-files --others --exclude-standard -- "$@"; }
forgotten=$(others chapters exercises)
if [ -n "$forgotten" ]; then
  say "These files are not in git, so they would be missing in the pack:"
  say "$forgotten"
  say "'git add' those that belong to the course, and move the others away."
  exit 1
fi
secret=$(git ls-files -- '*.key' '*work/class.json' '*gradebook.csv')
if [ -n "$secret" ]; then
  say "These files are a class's, and are in the course's git:"
  say "$secret"
  say "Whoever has the course has them. 'git rm' them before you pack."
  exit 1
fi
left_out=$(others)
[ -z "$left_out" ] || say "Left out, since git does not know them: $(
  printf %s "$left_out" | head -n 5 | tr '\n' ' ')..."

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
trap 'exit 130' INT TERM
mkdir "$stage/$name"

git -c core.quotePath=off ls-files | while IFS= read -r file; do
  case $file in
  solutions/* | tools/attack/* | tools/mutation/* | tools/corpus/* | \
    tools/pack/* | .ci/* | .github/* | .devcontainer/* | docs/* | \
    README.md) continue ;;
  exercises/*/grader.c) [ -n "$open" ] || continue ;;
  esac
  [ -f "$file" ] || continue
  mkdir -p "$stage/$name/$(dirname "$file")"
  cp -p "$file" "$stage/$name/$file"
done
cp tools/pack/README.student.md "$stage/$name/README.md"
mkdir -p "$stage/$name/.github/workflows"
cp tools/pack/classroom.yml "$stage/$name/.github/workflows/"
if [ -z "$open" ]; then
  cp "$build/graders-static" \
    "$stage/$name/exercises/graders-$(uname -s)-$(uname -m)"
fi

case $out in */*) mkdir -p "$(dirname "$out")" ;; esac
rm -f "$out"
whole=$(cd "$(dirname "$out")" && pwd)/$(basename "$out")
(cd "$stage" && cmake -E tar cf "$whole" --format=zip "$name")
say "$out: $(du -h "$out" | cut -f1)"
