#!/bin/sh
# The autograder as a zip for Gradescope: setup.sh, run_autograder, the
# students' edition, which is built there, and the class's key, so that the
# same work gets the same mark there as here. It is not for students.
#   gradescope.sh BUILD OUT.zip KEY [EXERCISES]
# KEY is the class's key, or "" for the course's own. EXERCISES is a chapter or
# an exercise; without it all are graded.
set -eu
build=$1 out=$2 key=$3 what=${4-}
umask 077 # the key is in it
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
trap 'exit 130' INT TERM

tools/pack/student.sh "$build" "$stage/student.zip" 2>"$stage/said" || {
  cat "$stage/said" >&2
  exit 1
}
sed '$d' "$stage/said" >&2 # all but the name of the zip
(cd "$stage" && cmake -E tar xf student.zip && mv learning-from-errors course)
cp tools/pack/setup.sh tools/pack/run_autograder "$stage"
printf '%s\n' "$what" >"$stage/exercises"
"$build/tools/class-tool" key ${key:+--key "$key"}
cp "${key:-class.key}" "$stage/class.key"
case $out in */*) mkdir -p "$(dirname "$out")" ;; esac
rm -f "$out"
whole=$(cd "$(dirname "$out")" && pwd)/$(basename "$out")
(cd "$stage" &&
  cmake -E tar cf "$whole" --format=zip setup.sh run_autograder exercises \
    class.key course)
echo "$out: $(du -h "$out" | cut -f1)" >&2
