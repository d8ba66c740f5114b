#!/bin/sh
# A student's evening, in a copy of the course: status, check, hint, watch.
#   student_loop.sh SOURCE TOOL SCRATCH
set -eu
source=$1 tool=$2 scratch=$3
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"
cp -R "$source/exercises" "$source/chapters" "$scratch"
cd "$scratch"
list=$(dirname "$(dirname "$tool")")/exercises.tsv
first=$(sed -n 1p "$list" | cut -f1)
folder=$(sed -n 1p "$list" | cut -f2)
name=${first#*/}
solution=$source/solutions/${folder#exercises/}/$name.c
[ -f "$solution" ] || { echo "no solutions here"; exit 77; }
answers=$(dirname "$(dirname "$tool")")/answers
wrong=$(find "$answers/${folder#exercises/}/wrong" -name '*.c' | sort | head -n 1)
cp "$wrong" "$folder/$name.c"

# Wrong: a sentence, status 1, nothing but text in a pipe.
"$tool" check "$first" >said && fail "a wrong answer passes"
grep -q "$(basename "$wrong" .c)" said && fail "the id is shown to students"
grep -qE 'Reread chapter [0-9]+, section "[^"]+"\.$' said || fail "no section to reread: $(cat said)"
grep -q './course book html builds the page' said ||
  fail "where to read: $(cat said)"
mkdir -p build/book/html
: >"build/book/html/${first%/*}.html"
"$tool" check "$first" >said && fail "a wrong answer passes"
grep -qE "Reread \"[^\"]+\": build/book/html/${first%/*}.html#sec-" said ||
  fail "no page: $(cat said)"
rm -r build
grep -q "$(printf '\033')" said && fail "colours in a pipe"
"$tool" status >said
grep -q "Next: $first" said || fail "next: $(cat said)"

# Hints come one more at a time, and end.
"$tool" hint "$first" | grep -q 'hint 1 of 3: [A-Z]' || fail "the first hint"
[ "$("$tool" hint "$first" | grep -c 'hint [0-9] of')" -eq 2 ] ||
  fail "the second hint"
for _ in 1 2 3; do "$tool" hint "$first" >said; done
grep -q 'That was the last hint' said || fail "the last hint: $(cat said)"

# Right: full points, kept where a new build does not lose them.
cp "$solution" "$folder/$name.c"
"$tool" check "$folder/$name.c" >said || fail "the reference: $(cat said)"
grep -q 'All [0-9]* points' said || fail "$(cat said)"
"$tool" status >said
grep -q "Next: $first\." said && fail "solved, and still next"
[ -s .progress/progress.tsv ] || fail "no progress kept"

# The reference, where the edition has it, for whoever has solved it.
grep -q 'reference' said && fail "a reference that is not there: $(cat said)"
"$tool" check "$first" | grep -q solution && fail "solutions are offered"
"$tool" solution "$first" >said && fail "a solution from nowhere"
grep -q 'has no solution' said || fail "no solutions: $(cat said)"
cp -R "$source/solutions" .
"$tool" check "$first" | grep -q "course solution $first$" ||
  fail "the solution is not offered"
"$tool" solution "$first" >said || fail "the solution: $(cat said)"
grep -qxF "$(grep -m 1 return "$solution")" said ||
  fail "no solution: $(cat said)"
second=$(sed -n 2p "$list" | cut -f1)
"$tool" solution "$second" >said && fail "the solution of what is not solved"
grep -q "course hint $second" said || fail "not solved: $(cat said)"
grep -q return said && fail "refused, and shown: $(cat said)"
cp "$wrong" "$folder/$name.c"
"$tool" check "$first" | grep -q 'course solution' && fail "offered too early"
"$tool" solution "$first" >said && fail "no longer solved, and shown"
cp "$solution" "$folder/$name.c"
"$tool" check "$first" >said || fail "the reference again: $(cat said)"
"$tool" solution 2>said && fail "the solution of anything"
rm -r solutions

# What it printed is shown, even if it crashes afterwards.
sed 's/^{/&/; 0,/{$/s//{ puts("so far"); *(volatile int *)8 = 1;/' \
  "$solution" | sed '1i #include <stdio.h>' >"$folder/$name.c"
"$tool" check "$first" >said && fail "a crash passes"
grep -q '| so far' said || fail "printed before a crash: $(cat said)"

# A semicolon that is missing, a function that is gone, an array of one's own
# that is too short.
step=$(grep '^perceptron/step' "$list" | cut -f2)
if [ -n "$step" ]; then
  reference=$source/solutions/${step#exercises/}/step.c
  says() {
    "$tool" check perceptron/step >said && fail "passes: $1"
    tr -s ' \n' '  ' <said | grep -qF -e "$1" || fail "not said, $1: $(cat said)"
  }
  sed 's/double z = b;/double z = b/' "$reference" >"$step/step.c"
  says 'look at the end of the line above'
  sed '/^bool learn/,/^}/d' "$reference" >"$step/step.c"
  says 'There is no function learn. Was it deleted'
  sed 's/> 0;/+ summ(w) > 0;/; s/^bool fires/double summ(const double *w);&/' \
    "$reference" >"$step/step.c"
  says 'There is no function summ.'
  sed 's/double z = b;/& double own[2]; for (size_t i = 0; i <= n + 2; i++) own[i] = z; z = own[1];/' \
    "$reference" >"$step/step.c"
  says 'an index lies outside of an array of your own'
fi

# The list says that a file is another one than was checked.
if [ -n "$step" ]; then
  cp "$reference" "$step/step.c"
  "$tool" check perceptron/step >said || fail "the reference"
  "$tool" list perceptron >said || fail "list"
  grep -q 'changed since' said && fail "nothing has changed: $(cat said)"
  touch -d '+2 seconds' "$step/step.c"
  "$tool" list perceptron >said || fail "list"
  grep -q 'perceptron/step .* changed since the check' said || fail "not said: $(cat said)"
fi

# Of what it printed, the failing call's alone is shown: of a wrong answer,
# of a crash, and of slopes that prove measured when all have been asked.
if [ -n "$step" ]; then
  for spoil in '*b += 1e6;' '*(volatile int *)8 = 1;'; do
    {
      echo '#include <stdio.h>'
      sed "/^bool learn/a \\
  static int calls;\\
  printf(\"call %d\", ++calls);\\
  if (calls < 5) puts(\"\");\\
  if (calls == 5) $spoil" "$source/solutions/${step#exercises/}/step.c"
    } >"$step/step.c"
    "$tool" check perceptron/step >said && fail "wrong at the 5th call: passed"
    [ "$(grep '  | ' said)" = "        | call 5" ] ||
      fail "not what the failing call printed: $(cat said)"
    grep -q 'In this call your code printed:' said || fail "which: $(cat said)"
  done
fi
counts=$(grep '^losses/counts' "$list" | cut -f2)
if [ -n "$counts" ]; then
  {
    echo '#include <stdio.h>'
    sed -e '/^double count_slope/a static int calls; printf("call %d", ++calls), puts("");' \
      -e 's/return exp(z) - t;/return exp(z) - t + 1e-11;/' \
      "$source/solutions/${counts#exercises/}/counts.c"
  } >"$counts/counts.c"
  "$tool" check losses/counts >said && fail "measured slopes pass"
  [ "$(grep '  | ' said)" = "        | call 1" ] ||
    fail "not what the first measured case printed: $(cat said)"
fi

# Code under the mark is code; only empty functions are not begun.
cp "$source/$folder/$name.c" "$folder/$name.c"
if grep -q 'Your code here' "$folder/$name.c"; then
  "$tool" check "$first" >said && fail "an empty file passes"
  grep -q 'You have not begun' said || fail "not begun: $(cat said)"
  sed -i 's|/\* Your code here. \*/|&\n  (void)0;|' "$folder/$name.c"
  "$tool" check "$first" >said && fail "an empty statement passes"
  grep -q 'You have not begun' said && fail "begun: $(cat said)"
fi
cp "$solution" "$folder/$name.c"
"$tool" check "$first" >said || fail "the reference again: $(cat said)"

# Names: by file, by chapter, mistyped.
"$tool" check "${first%/*}" >said && fail "unsolved exercises pass"
grep -q 'not begun' said || fail "a chapter's summary: $(cat said)"
"$tool" check "${first}x" 2>said && fail "a mistyped name is accepted"
grep -q "Did you mean $first?" said || fail "near match: $(cat said)"

# Outside: the element behind the end of an array, written or only read,
# in the way that beginners do it.
for spoil in 's/i < n; i++) w\[i\]/i <= n; i++) w[i]/' \
  's/i < n; i++) z/i <= n; i++) z/'; do
  step=$(grep 'perceptron/step' "$list" | cut -f2)
  [ -n "$step" ] || break
  sed "$spoil" "$source/solutions/${step#exercises/}/step.c" >"$step/step.c"
  "$tool" check perceptron/step >said && fail "outside an array: passed"
    grep -qE 'used [a-z]*\[[0-9]\]. That array has [0-9] elements' said ||
    fail "outside an array: $(cat said)"
  grep -qE 'It happened in line [0-9]+ of step.c' said ||
    fail "no line: $(cat said)"
done

# A time-out names its line too: of a loop, also where the library is at work
# in it just then.
if [ -n "$step" ]; then
  for spoil in 'while (n) continue;' 'for (;;) puts("again");' \
    'for (volatile double z = 1;;) z = exp(z) - pow(z, 0.3);'; do
    {
      printf '#include <math.h>\n#include <stdio.h>\n'
      sed "/^bool learn/a \
  $spoil" "$source/solutions/${step#exercises/}/step.c"
    } >"$step/step.c"
    "$tool" check perceptron/step >said && fail "an endless loop passes"
    line=$(grep -nF "$spoil" "$step/step.c" | cut -d: -f1)
    grep -q "It was in line $line of step.c" said ||
      fail "no line of '$spoil': $(cat said)"
  done
fi
cp "$solution" "$folder/$name.c"

# M_PI, which many have met elsewhere, is no part of the language.
echo 'double half_turn(void) { return M_PI; }' >>"$folder/$name.c"
"$tool" check "$first" >said && fail "M_PI compiles"
grep -q 'M_PI is not part of C11' said || fail "M_PI: $(cat said)"
cp "$solution" "$folder/$name.c"

# Changed: an input that is declared const, behind the compiler's back.
step=$(grep 'perceptron/step' "$list" | cut -f2)
if [ -n "$step" ]; then
  sed 's/z += w\[i\] \* x\[i\]/z += ((double *)x)[i] *= w[i]/' \
    "$source/solutions/${step#exercises/}/step.c" >"$step/step.c"
  "$tool" check perceptron/step >said && fail "a changed input: passed"
  grep -q 'fires changed x\[[0-9]\], which it may only read (const)' said ||
    fail "a changed input: $(cat said)"
fi

# Lists: of all, of a chapter, of what is next.
"$tool" list | grep -q "$first" || fail "the list"
chapter=${first%/*}
"$tool" list "$chapter" >said
[ "$(grep -c / said)" -eq "$(grep -c "^$chapter/" "$list")" ] ||
  fail "a chapter's list: $(cat said)"
"$tool" next >said
grep -q '^Next: ' said || fail "what is next: $(cat said)"

# For programs: JSON that a parser takes, with the grader's sentences.
if command -v node >/dev/null; then
  cp "$wrong" "$folder/$name.c"
  for what in "list --json" "--json next" "status --json"; do
    # shellcheck disable=SC2086 # words
    "$tool" $what | node -e 'JSON.parse(require("fs").readFileSync(0))' ||
      fail "$what: no JSON"
  done
  "$tool" check "$first" --json >said && fail "JSON: a wrong answer passes"
  node -e 'const [v] = JSON.parse(require("fs").readFileSync("said"))
    const failed = v.parts.find(part => part.state == "failed")
    if (v.slug != process.argv[1] || v.status != "graded" ||
      failed.misconception != process.argv[2] || !failed.lines.length ||
      !failed.reread.title || v.earned >= v.points) process.exit(1)' \
    "$first" "$(basename "$wrong" .c)" || fail "JSON: $(cat said)"
  "$tool" hint --json 2>said && fail "hint --json is accepted"
fi

# Reset: the file as it came, with what was there kept, twice; and where
# the file is gone; and where no copy was kept, from git.
cp "$source/$folder/$name.c" fresh.c
if grep -q 'Your code here' fresh.c; then
  for time in 1 2; do
    cp "$wrong" "$folder/$name.c"
    "$tool" reset "$first" >said || fail "reset: $(cat said)"
    cmp -s fresh.c "$folder/$name.c" || fail "reset: not as it came"
    cmp -s "$wrong" "$folder/$name.c.kept-$time" || fail "reset: not kept"
  done
  rm "$folder/$name.c"
  "$tool" check "$first" >said && fail "no file, and it passes"
  grep -q "./course reset $first" said || fail "no file: $(cat said)"
  "$tool" reset "$first" >said || fail "reset of nothing: $(cat said)"
  cmp -s fresh.c "$folder/$name.c" || fail "reset of nothing: not as it came"
  "$tool" reset "$first" | grep -q 'as it came already' || fail "reset again"

  rm -r .progress/skeletons
  cp "$wrong" "$folder/$name.c"
  GIT_CEILING_DIRECTORIES=$(dirname "$scratch") "$tool" reset "$first" \
    2>said && fail "reset from nowhere"
  grep -q 'no untouched' said || fail "reset from nowhere: $(cat said)"
  cmp -s "$wrong" "$folder/$name.c" || fail "reset from nowhere: changed"
  if command -v git >/dev/null; then
    git init -q .
    cp fresh.c "$folder/$name.c"
    git add "$folder/$name.c"
    git -c user.name=s -c user.email=s commit -qm begin
    cp "$wrong" "$folder/$name.c"
    git -c user.name=s -c user.email=s commit -qam mine
    "$tool" reset "$first" >said || fail "reset from git: $(cat said)"
    cmp -s fresh.c "$folder/$name.c" || fail "reset from git: not as it came"
  fi
fi
"$tool" reset "$chapter" 2>said && fail "a whole chapter is reset"

# Watch: a save is noticed, also one that replaces the file; Ctrl-C ends.
"$tool" watch "$first" >watched &
watcher=$!
trap 'kill $watcher 2>/dev/null || :' EXIT # when it fails
sleep 1
cp "$wrong" other.c
mv other.c "$folder/$name.c"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  grep -q 'Reread ' watched && break
  sleep 0.25
done
kill -INT $watcher 2>/dev/null || kill $watcher
wait $watcher || fail "watch ended with $?"
grep -q 'Reread ' watched || fail "watch missed the save: $(cat watched)"
exit 0
