#!/bin/sh
# What each sandbox asks of the machine, and that nobody gets a mark from
# Gradescope where there is none.
#   isolation.sh COURSE TOOL
set -eu
course=$1 tool=$2
cd "$course"
[ -d solutions ] || { echo "no solutions here"; exit 77; }
scratch=$(mktemp -d) # which only its owner can enter
trap 'rm -rf "$scratch"' EXIT
fail() { echo "FAILED: $*"; cat "$scratch/said"; exit 1; }

step=solutions/01-perceptron/2-step/step.c
(umask 077 && printf "%064d\n" 5 >"$scratch/class.key")
mkdir "$scratch/ana" "$scratch/class" "$scratch/class/ana" "$scratch/class/bob"
cp $step "$scratch/ana"
cp $step "$scratch/class/ana"

# Gradescope refuses mere limits, and says why.
status=0
"$tool" gradescope "$scratch/ana" --out "$scratch/results.json" \
  --only perceptron/step --sandbox limits >"$scratch/said" 2>&1 || status=$?
[ $status -ne 0 ] || fail "graded with limits"
[ ! -e "$scratch/results.json" ] || fail "results, which are taken for a mark"
grep -q 'this machine cannot isolate' "$scratch/said" || fail "no explanation"
grep -q 'No more was asked for' "$scratch/said" || fail "no reason"

# Seccomp alone: for root, and where another user cannot read what is
# secret.
if [ "$(id -u)" != 0 ]; then
  "$tool" grade "$scratch/class" --out "$scratch/out" --key "$scratch/class.key" --sandbox seccomp \
    --only perceptron/step >"$scratch/said" 2>&1 || :
  grep -q '^Sandbox: limits.*only root' "$scratch/said" ||
    fail "who is not root makes the compiler another user"
  exit 0
fi

# An answer that wants to know what others wrote.
cat >"$scratch/class/bob/step.c" <<END
#include "$scratch/class/ana/step.c"
END
grade() { # OUT
  "$course/tools/attack/hidden.sh" "$course" "$tool" grade "$scratch/class" \
    --out "$1" --key "$scratch/class.key" --sandbox seccomp --only perceptron/step >"$scratch/said" 2>&1
}
status=0
grade "$scratch/out" || status=$?
[ $status -ne 77 ] || { cat "$scratch/said"; exit 77; }
[ $status -eq 0 ] || fail "the class: $status"
grep -q '^Sandbox: seccomp' "$scratch/said" || fail "no seccomp"
cp "$scratch/out/gradebook.csv" "$scratch/said"
grep -q '^"ana",10,' "$scratch/said" || fail "ana's 10 points"
grep -q '^"bob",0,' "$scratch/said" || fail "bob's 0 points"
open=$(find "$scratch/out" ! -type l -perm /077)
[ -z "$open" ] || fail "others can read $open"

# Each of the three places has to be closed.
chmod 711 "$scratch" "$scratch/class"
status=0
grade "$scratch/out" || status=$?
[ $status -eq 3 ] || fail "status $status where limits were not asked for"
grep -q 'nothing was graded.*--sandbox limits' "$scratch/said" ||
  fail "limits, unasked"
grep -q "^Sandbox: limits.*$scratch/class'" "$scratch/said" ||
  fail "the class is open to all"
chmod 700 "$scratch/class"
mkdir -m 755 "$scratch/open"
grade "$scratch/open" || :
grep -q "^Sandbox: limits.*$scratch/open'" "$scratch/said" ||
  fail "OUT is open to all"
if [ -n "$(find "$course" -maxdepth 0 -perm -001)" ]; then
  "$tool" grade "$scratch/class" --out "$scratch/out" --key "$scratch/class.key" --sandbox seccomp \
    --only perceptron/step >"$scratch/said" 2>&1 || :
  grep -q "^Sandbox: limits.*'\.'" "$scratch/said" ||
    grep -q '^Sandbox: seccomp' "$scratch/said" || # a folder above is closed
    fail "the course is open to all"
fi
exit 0
