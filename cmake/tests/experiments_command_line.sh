#!/bin/sh
# What every chapter's experiments must do on their command line.
#   experiments_command_line.sh PROGRAM SCRATCH RECORDED RUN   the build's run
set -eu
program=$1 scratch=$2 recorded=$3 run=$4
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"

"$program" --help | grep -q -- '--seed N' || fail "--help"
"$program" --nonsense 2>/dev/null && fail "an unknown argument is accepted"
[ "$("$program" --nonsense 2>&1 | wc -l)" -eq 1 ] || fail "a long complaint"

# The same as in the build, to the last bit; and the seed decides.
"$program" --recorded "$recorded" --out "a run" >"a run.txt"
diff -r -x '*.txt' "a run" "$run" || fail "another run differs"
cmp "a run.txt" "$run/experiments.txt" || fail "another run prints something else"
[ "$(wc -l <"a run/numbers.tsv")" -gt 0 ] || fail "no numbers"
"$program" --recorded "$recorded" --seed 1 --out other >/dev/null
cmp -s "a run/numbers.tsv" other/numbers.tsv && fail "the seed changes nothing"
exit 0
