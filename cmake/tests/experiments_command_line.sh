#!/bin/sh
# What every chapter's experiments must do on their command line.
#   experiments_command_line.sh PROGRAM SCRATCH RECORDED
set -eu
program=$1 scratch=$2 recorded=$3
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"

"$program" --recorded "$recorded" >plain || fail "without arguments"
[ "$(ls)" = plain ] || fail "files without --out: $(ls)"

"$program" --help | grep -q -- '--seed N' || fail "--help"
"$program" --nonsense 2>/dev/null && fail "an unknown argument is accepted"
[ "$("$program" --nonsense 2>&1 | wc -l)" -eq 1 ] || fail "a long complaint"

"$program" --recorded "$recorded" --out "a run" >kept
cmp plain kept || fail "--out changes what is printed"
[ -s "a run/numbers.tsv" ] || fail "no numbers"
"$program" --recorded "$recorded" --out "again" >/dev/null
diff -r -x 'clock*' -I '^clock\.' "a run" again || fail "two runs differ"
"$program" --recorded "$recorded" --seed 1 --out "other" >/dev/null
cmp -s "a run/numbers.tsv" other/numbers.tsv && fail "the seed changes nothing"
exit 0
