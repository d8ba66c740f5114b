#!/bin/sh
# The wrong answers that a grader knows by name, for the instructor's edition:
# in the folder OUT known.tsv, as the grader lists them, and for each of them
# ID.diff, the lines that tell it from the reference.
#   list_wrong.sh REFERENCE OUT GRADER...
set -eu
reference=$1 out=$2
shift 2
rm -rf "$out"
mkdir -p "$out"
"$@" --misconceptions >"$out/listed"

# The first line of these files says what they are; it is no difference.
tail -n +2 "$reference" >"$out/right"
cut -f 1 "$out/listed" | while read -r id; do
  wrong=$(dirname "$reference")/wrong/$id.c
  if [ ! -f "$wrong" ]; then
    echo "$wrong:1: there is no such file, and the grader knows '$id'."
    echo "    Write the wrong answer that it should recognise."
    exit 1
  fi >&2
  tail -n +2 "$wrong" >"$out/wrong"
  # diff's own headers go, and empty lines around a change. Between two
  # places stands an ellipsis.
  diff -U1 "$out/right" "$out/wrong" |
    sed -e '1,3d' -e '/^ $/d' -e 's/^@@.*/.../' >"$out/$id.diff"
done
rm -f "$out/right" "$out/wrong"
mv "$out/listed" "$out/known.tsv"
