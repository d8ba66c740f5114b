#!/bin/sh
# A chapter's program teaches: it is short, prints by printf, knows nothing
# of the book, needs no argument, and prints the same each time.
#   chapter_program.sh PROGRAM SOURCE SCRATCH
set -eu
program=$1 source=$2 scratch=$3
longest=350 # lines: the whole of it is on the chapter's page
fail() { echo "FAILED: $*"; exit 1; }

lines=$(wc -l <"$source")
[ "$lines" -le $longest ] ||
  fail "$source has $lines lines, more than $longest: what only measures" \
    "belongs in experiments.c"
if grep -n 'nn_run\|nn/run\.h' "$source"; then
  fail "$source writes down numbers: that is for experiments.c"
fi

mkdir -p "$scratch"
"$program" >"$scratch/once" || fail "it ends with an error"
[ -s "$scratch/once" ] || fail "it prints nothing"
"$program" >"$scratch/twice"
cmp "$scratch/once" "$scratch/twice" || fail "two runs differ"
