#!/bin/sh
# corpus.sh SOURCE CORPUS-TEST SCRATCH
# The corpus test fails wherever a grader is wrong about an answer, and tells
# how. The answers are put where they do not belong.
set -eu
source=$1 corpus=$2 scratch=$3
solution=$source/solutions/01-perceptron/2-step
[ -f "$solution/step.c" ] || { echo "no solutions here"; exit 77; }

fail() { printf '%s\n' "$*" >&2; exit 1; }

# run STATUS FOLDERS...: the test must end with this status. Then says PATTERN:
# it must have said this.
run() {
  wanted=$1
  shift
  status=0
  "$corpus" perceptron/step "$@" >"$scratch/said" 2>&1 || status=$?
  [ "$status" -eq "$wanted" ] ||
    fail "status $status, not $wanted: $(cat "$scratch/said")"
}
says() {
  grep -q -e "$1" "$scratch/said" || fail "no '$1' in: $(cat "$scratch/said")"
}

rm -rf "$scratch"
for folder in right known refused accepted misnamed broken empty; do
  mkdir -p "$scratch/$folder"
done
wrong=$(dirname "$(dirname "$corpus")")/answers/01-perceptron/2-step/wrong
wrong=$wrong/bias-ignored.c
[ -f "$wrong" ] || fail "there is no $wrong to try with"
cp "$solution/step.c" "$scratch/right/style.c"
cp "$wrong" "$scratch/known"
cp "$wrong" "$scratch/refused/style.c"
cp "$solution/step.c" "$scratch/accepted/bias-ignored.c"
cp "$wrong" "$scratch/misnamed/other.c"
cp "$wrong" "$scratch/misnamed/bias-ignored.2.c" # this is its name
echo "no C" >"$scratch/broken/style.c"
cd "$source"

run 0 --right "$scratch/right" --wrong "$scratch/known"
says ' 0 refused, 0 accepted, 100.0 % of the known named, 0 misnamed, 0 not'
run 1 --right "$scratch/refused" "$scratch/right"
says 'refused/style.c: refused with the seeds 1 2 .* 29 30$'
says '  seed 1: [0-9]*/10 points'
says ': 2 files, 30 seeds, .*: 1 refused, 0 accepted,.* 0 misnamed, 0 not'
run 1 --wrong "$scratch/accepted"
says 'accepted/bias-ignored.c: accepted with the seeds 1 2$'
says ' 0 refused, 1 accepted, 0.0 % of the known named, 0 misnamed, 0 not'
run 1 --unnamed "$scratch/misnamed"
says 'misnamed/other.c: misnamed with the seeds 1 2 '
says ': bias-ignored$'
says ': 2 files, 30 seeds, .*: 0 refused, 0 accepted,.* 1 misnamed, 0 not'
run 1 --right "$scratch/broken"
says ' 0 misnamed, 1 not graded'
run 1 --right "$scratch/empty"
says 'no answers (\*.c) in '
run 2 "$scratch/right" "$scratch/right"
says '^usage'
