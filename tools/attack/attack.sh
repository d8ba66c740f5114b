#!/bin/sh
# One attack of the corpus in one kind of sandbox: it must score zero and
# leave no trace. Where that kind does not run, nothing is tried.
#   attack.sh LEVEL TOOL ATTACK.c COURSE BUILD SCRATCH
set -eu
if [ "$1" = seccomp ] && [ "${HIDDEN-}" = "" ]; then
  exec "$(dirname "$0")/hidden.sh" "$4" "$0" "$@"
fi
level=$1 tool=$2 attack=$3 course=$4 build=$5 scratch=$6
name=$(basename "$attack" .c)
case $(cat "$attack") in
*'"path.h"'*) slug=chain/path ;;
*) slug=perceptron/step ;;
esac
fail() {
  echo "FAILED, $name in $level: $*"
  cat "$scratch/said"
  exit 1
}

rm -rf "$scratch"
mkdir -p "$scratch/tmp"
# What only the owner of the grading may read.
(umask 077 && echo "the-machines-secret" >"$scratch/key")
sed "s|@ROOT@|$course|g; s|@BUILD@|$build|g; s|@KEY@|$scratch/key|g" \
  "$attack" >"$scratch/attack.c"
sleep 300 &
bystander=$!
trap 'kill $bystander 2>/dev/null || :' EXIT
ATTACK_SECRET=the-machines-secret
export ATTACK_SECRET
before=$(cksum "$build/exercises.tsv" "$build/graders")

status=0
TMPDIR=$scratch/tmp "$tool" --sandbox "$level" --seed 2 grade-file "$slug" \
  "$scratch/attack.c" >"$scratch/said" 2>&1 || status=$?
if ! grep -q "^sandbox=$level$" "$scratch/said"; then
  echo "SKIPPED: $level does not run on this machine:" \
    "$(sed -n 's/^sandbox=/the best there is is /p' "$scratch/said")"
  exit 77
fi

[ $status -eq 0 ] || fail "the tool itself ended with $status"
grep -q '^points=0/' "$scratch/said" || fail "it scored"
case $name in
include* | incbin* | *-bomb | large-program | start | warnings | \
  other-twin)
  expected='graded|no-compile'
  ;;
*) expected=graded ;; # it really ran
esac
grep -qE "^status=($expected)\$" "$scratch/said" || fail "it was not graded"
if grep -q 'Sandbox:' "$scratch/said"; then
  grep -q "Sandbox: $level" "$scratch/said" || fail "the level is not told"
fi

case $name in
complex-*)
  grep -q "misconception=complex-step$" "$scratch/said" ||
    fail "nobody says why"
  ;;
esac

# Nothing came out that was not its own.
grep -q "atk-$name:" "$scratch/said" && fail "it says that it got through"
grep -qE "Reference for|grader\.h|machines-secret" "$scratch/said" &&
  fail "it showed what it must not read"
# In seccomp the compiler is an ordinary user, who can read /etc/passwd.
[ "$level" = seccomp ] || ! grep -q "root:" "$scratch/said" ||
  fail "it showed the users of this machine"

# Nothing is left: processes, files, folders.
kill -0 $bystander || fail "a bystander was killed"
left=$(pgrep -af -- "$scratch/" || :)
if [ -n "$left" ]; then # it takes a moment to die
  sleep 2
  left=$(pgrep -af -- "$scratch/" || :)
fi
[ -z "$left" ] || fail "it is still running: $left"
[ -z "$(ls -A "$scratch/tmp")" ] || fail "left in the temporary folder"
for place in /tmp "$course" "$build" "$course/.progress"; do
  trace=$(find "$place" -maxdepth 1 -name 'atk-*' 2>/dev/null || :)
  [ -z "$trace" ] || fail "left behind: $trace"
done
[ "$before" = "$(cksum "$build/exercises.tsv" "$build/graders")" ] ||
  fail "the build was changed"
exit 0
