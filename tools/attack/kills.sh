#!/bin/sh
# A grader that is killed at any moment leaves nobody behind.
#   kills.sh GRADERS SCRATCH
set -eu
graders=$1 scratch=$2
command -v bwrap >/dev/null || { echo "no bubblewrap"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"
cp "$graders" "$scratch/program" # any will do: what counts is how it begins
left() { pgrep -af -- "$scratch/program" || :; }

tries=0
while [ $tries -lt 100 ]; do
  "$graders" perceptron/step "$scratch/program" "$scratch/program" \
    --sandbox bubblewrap --seed 1 >/dev/null 2>&1 &
  sleep "0.0$((tries / 10))$((tries % 10 * 2 % 10))"
  { kill -9 $! && wait $!; } 2>/dev/null || :
  tries=$((tries + 1))
done
waited=0
while [ -n "$(left)" ] && [ $waited -lt 50 ]; do
  sleep 0.1
  waited=$((waited + 1))
done
[ -z "$(left)" ] || {
  echo "FAILED: they are still there after a killed grader:"
  left
  left | while read -r pid _; do kill -9 "$pid"; done
  exit 1
}
