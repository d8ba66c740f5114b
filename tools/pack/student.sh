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

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
trap 'exit 130' INT TERM
mkdir "$stage/$name"

# What belongs to the course: what git knows, or, in a copy without git,
# everything that is not made.
files() {
  if [ "$(git rev-parse --show-toplevel 2>/dev/null || :)" = "$PWD" ]; then
    git ls-files
  else
    find . -type f ! -path './build/*' ! -path './.progress/*' \
      ! -path './.git/*' ! -name '*.kept-*' | sed 's|^\./||'
  fi
}
files | while IFS= read -r file; do
  case $file in
  solutions/* | tools/attack/* | tools/mutation/* | tools/pack/* | .ci/* | \
    .github/* | .devcontainer/* | docs/* | README.md) continue ;;
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
