#!/bin/sh
# Files as editors on other systems save them, and files that would steer
# the terminal on which they are checked.
#   text.sh SOURCE TOOL SCRATCH
set -eu
source=$1 tool=$2 scratch=$3
build=$(dirname "$(dirname "$tool")")
fail() { echo "FAILED: $*"; exit 1; }
solution=$source/solutions/01-perceptron/2-step/step.c
[ -f "$solution" ] || { echo "no solutions here"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"
cp -R "$source/exercises" "$source/chapters" "$scratch"
cd "$scratch"
file=exercises/01-perceptron/2-step/step.c
check() { "$tool" check perceptron/step >said 2>&1; }

# Marks, line ends and letters that compilers can read.
{ printf '\357\273\277'; cat "$solution"; } >$file
check || fail "with a mark before it: $(cat said)"
sed 's/$/\r/' "$solution" >$file
check || fail "with CRLF: $(cat said)"
{ cat "$solution"; printf '/* Gr\366\337e */\n'; } >$file
check || fail "with a comment in Latin-1: $(cat said)"

# UTF-16, with its mark and without.
for form in UTF-16 UTF-16LE UTF-16BE; do
  iconv -f UTF-8 -t $form "$solution" >$file
  check && fail "$form passes"
  grep -q 'Save it as UTF-8' said || fail "$form: $(cat said)"
done
head -c 300 /dev/zero >$file
check && fail "zero bytes pass"
grep -q 'zero bytes' said || fail "zero bytes: $(cat said)"

# A file with an error and Latin-1 in it: the error can be read.
{ cat "$solution"; printf 'int gr\366\337e = "Gr\366\337e" 1;\n'; } >$file
check && fail "an error passes"
grep -q 'error:' said || fail "Latin-1: $(cat said)"
grep -q 'Größe' said || fail "Latin-1 is not converted: $(cat said)"
"$tool" check perceptron/step --json >json && fail "an error passes"
grep -q 'Größe' json || fail "Latin-1 in JSON: $(cat json)"

# What a file says, by the compiler or by itself, moves no cursor.
quiet() {
  tr -d '\n\t' <said | LC_ALL=C grep -q '[[:cntrl:]]' &&
    fail "$1: control characters: $(cat -v said)"
  LC_ALL=C grep -q "$(printf '\302\233')" said && fail "$1: a C1 control"
  return 0
}
{ printf '#error \033]0;owned\007\033[2J \302\2332J gone\n'; cat "$solution"; } >$file
check && fail "#error passes"
grep -q 'gone' said || fail "#error: $(cat said)"
quiet '#error'
{ printf '#pragma message "\033[31m \302\2332J seen"\n'
  cat "$build/answers/01-perceptron/2-step/wrong/updates-always.c"; } >$file
check && fail "a wrong answer passes"
quiet '#pragma message'
sed '0,/{$/s//{ puts("printed \\033[2J \\302\\2332J"); *(volatile int *)8 = 1;/' \
  "$solution" | sed '1i #include <stdio.h>' >$file
check && fail "a crash passes"
grep -q printed said || fail "nothing of what was printed: $(cat said)"
quiet printed
exit 0
