#!/bin/sh
# ./course debug: the smallest case that goes wrong as a program that shows
# it, with sanitizers and for gdb.
#   debug.sh SOURCE TOOL SCRATCH
set -eu
source=$1 tool=$2 scratch=$3
fail() { echo "FAILED: $*"; cat said; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch/tools"
cp -R "$source/exercises" "$source/chapters" "$scratch"
cp -R "$source/tools/grading" "$scratch/tools"
cd "$scratch"
list=$(dirname "$(dirname "$tool")")/exercises.tsv
folder=$(grep '^perceptron/step' "$list" | cut -f2)
solution=$source/solutions/${folder#exercises/}/step.c
[ -f "$solution" ] || { echo "no solutions here"; exit 77; }
file=$folder/step.c
program=build/debug/perceptron-step/program

# The reference with a line more at the beginning of `learn`.
spoil() {
  sed "/^bool learn/a \\
  $1" "$solution" >"$file"
}
debug() { "$tool" debug perceptron/step >said 2>&1; }
names() { grep -qE "$1" said || fail "not said: $1"; }
sanitized() { grep -q 'with AddressSanitizer' said; }

# What is compiled with the student's file is plain C11: newer compilers
# refuse a function that no header has declared.
for part in compare guarded message one_case; do
  cc -std=c11 -Werror=implicit-function-declaration -fsyntax-only \
    -Itools/grading tools/grading/$part.c >said 2>&1 || fail "$part.c"
done

# A wrong answer: not the first case, but the smallest, here of three inputs.
spoil 'if (n > 2) *b += 1;'
"$tool" check perceptron/step >said && fail "passed"
grep -qE '^ +Called learn\(w = \[[^,]*, [^,]*, [^,]*\]' said && fail "no test: the first is the smallest"
debug || fail "debug ended with $?"
names '^    x = \[[^,]*, [^,]*, [^,]*\]$'
names '^    (w\[[0-9]\]|b) .*differs$'
names "gdb -q -ex 'break learn' -ex run $program"
grep -q '{"x", given_x, 3},' build/debug/perceptron-step/main.c ||
  fail "the program"
"./$program" >again && fail "the program finds all right"
grep -qE '^  (w\[[0-9]\]|b) .*differs$' again || fail "the program does not show it"

# gdb stops in the student's function, with its arguments.
if gdb -q -batch -ex run -ex 'info files' "./$program" >gdb.log 2>&1 &&
  grep -q 'differs' gdb.log; then
  gdb -q -batch -ex 'break learn' -ex run "$program" >gdb.log 2>&1
  grep -qE "learn \(w=.*, n=3\) at .*step\.c:[0-9]+" gdb.log ||
    fail "gdb: $(cat gdb.log)"
else
  echo "gdb does not run here"
fi

# A crash: others are asked after it, and the smallest is taken.
spoil 'if (n > 2) *(volatile int *)8 = 1;'
debug || fail "a crash: $?"
names '^    x = \[[^,]*, [^,]*, [^,]*\]$'
if sanitized; then names 'in learn .*step\.c:15'; fi

# Outside an array of ours, and of the student's own.
sed 's/i < n; i++) w\[i\]/i <= n; i++) w[i]/' "$solution" >"$file"
debug || fail "outside: $?"
names 'learn used w\[[0-9]+\]'
if sanitized; then names 'in learn .*step\.c:16'; fi
spoil 'int own[3]; for (size_t i = 0; i <= n + 2; i++) own[i] = 1; if (own[0] > 1) return 0;'
debug || fail "outside its own: $?"
if sanitized; then names 'step\.c:15.*index 3 out of bounds'; fi

# An endless loop is ended.
spoil 'while (n) continue;'
debug || fail "an endless loop: $?"
names 'It was ended after'

# Where only the check knows what is right, it says so.
gate=$(grep '^perceptron/gate' "$list" | cut -f2)
if [ -n "$gate" ]; then
  cp "$(dirname "$list")/answers/${gate#exercises/}/wrong/swapped.c" "$gate/gate.c"
  "$tool" debug perceptron/gate >said || fail "a gate: $?"
  names 'For the input'
  names '^    w\[0\] +[-0-9]'
fi

# No number is near infinity.
loss=$(grep '^losses/softmax' "$list" | cut -f2)
if [ -n "$loss" ]; then
  sed '/^double softmax_loss/,/^}/s|return |return 1 / (double)(right > 99) + |' \
    "$source/solutions/${loss#exercises/}/softmax.c" >"$loss/softmax.c"
  "$tool" debug losses/softmax >said || fail "infinity: $?"
  names '^    returned +inf .* differs$'
fi

# Nothing to debug, and nothing that could be.
cp "$solution" "$file"
debug || fail "right: $?"
names 'nothing to debug'
echo 'int x' >"$file"
debug && fail "it does not compile, and is debugged"
names 'does not compile'
cp "$source/$file" "$file"
if grep -q 'Your code here' "$file"; then
  debug && fail "not begun, and debugged"
  names 'You have not begun'
fi
"$tool" debug perceptron >said 2>&1 && fail "a whole chapter is debugged"

# Nothing of the case is in a verdict that did not ask for it.
spoil '*b += 1;'
"$tool" grade-file perceptron/step "$file" >said
grep -q '0x' said && fail "numbers for programs in a verdict"
exit 0
