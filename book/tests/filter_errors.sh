#!/bin/sh
# shellcheck disable=SC2016 # backquotes are the book's own marks
# What the book's filter refuses, and how it says so: file, line, the
# thing, and what could have been meant. A small chapter that is right is
# spoilt in one way after another.
#   filter_errors.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
failures=0
rm -rf "$scratch"
chapter=$scratch/chapters/01-example
run=$scratch/build/chapters/01-example/run
mkdir -p "$chapter" "$run" "$scratch/figures/01-example" \
  "$scratch/build/figures/01-example" "$scratch/build/book-work"
cd "$scratch"
cp -R "$source/book" book
ln -s "$source/lib" lib
printf 'x\texample absent\tan input\t`x`\n' >book/notation.tsv
ln -s "$source/figures/theme" figures/theme

cat >"$scratch/right.md" <<'EOF'
# Example {#ch:example}

The answer is `answer`{.num}, so $x = \num{answer}$; see @fig:plot and
[$$x = 1$$]{#eq:one} and @Novikoff1962. By now (@eq:one), it is known. A [word]{.term gloss="What it means."}. Also `large`{.num} and `tiny`{.num} and @eq:one. See `experiments.c`.

::: {.figure #fig:plot src=plot}
A plot.

::: alt
A line that ends at `answer`{.num}.
:::
:::

::: {.listing #lst:all name="twice main" mark="2 * x;; != 42"}
All of it.

::: {.note at="twice(21)"}
Beside it.
:::
:::

::: {.transcript #out:said title="Good evening."}
What it said.
:::

::: {.gradient function="twice" test="test_loss:gradients_are_slopes"}
$$2$$
:::

See @ch:second [the second] and @second/sec:far [far away], and as for
@absent/sec:near [what is *gone*]: nothing.

::: {.predict #guess:number number=large unit="steps" scale=linear}
How many?

::: answer
It is `large`{.num}. That is $2$. Is it, as @guess:choice says?
:::
:::

::: {.predict #guess:choice}
Which?

- [ ] This.
- [x] That.

::: answer
That.
:::
:::

::: {.predict #guess:curve curve=heights x=1 y=2 index=1 scale="log linear" across="steps" up="height" given=0.5}
How high?

::: answer
So high.
:::
:::

::: {.check #check:one}
Right or left?

- [x] Right.
- [ ] Left.

  It is on the other side.
:::
EOF
# What the build knows of another chapter.
second=chapters/02-second/chapter.md
printf '%s\t%s\tsecond.html\t\t%s\n' ch:second 2 $second sec:far 2.3 $second \
  >other.labels
pandoc --to json </dev/null >build/book-work/02-second.captions # no figures
cat >right.c <<'EOF'
/* Twice as much. */
static int twice(int x) {
  return 2 * x;
}

int main(void) {
  return twice(21) != 42;
}
EOF
cp right.c "$chapter/example.c"
{
  printf 'answer\t42\t42\tchapters/01-example/example.c:6\n'
  printf 'large\t-49306\t-49306\tchapters/01-example/example.c:7\n'
  printf 'tiny\t-3e-17\t-3e-17\tchapters/01-example/example.c:8\n'
} >"$run/numbers.tsv"
printf 'Hello.\n\n\nGood evening.\nIt is late.\n' >"$run/example.txt"
echo "int main(void) { return 0; }" >"$chapter/experiments.c"
printf '# step height\n0 1\n1 2\n\n\n1 5\n10 6.5\n100 8\n' >"$run/heights.dat"
touch figures/01-example/plot.gp
echo '<svg viewBox="0 0 10 10"></svg>' >build/figures/01-example/plot.svg
cp build/figures/01-example/plot.svg build/figures/01-example/plot.narrow.svg

answers= # of the instructor's edition
filter() { # PASS FORMAT [FILE]
  NODE_PATH=/usr/share/nodejs pandoc --fail-if-warnings \
    --from markdown-implicit_header_references \
    --to "$2" --lua-filter book/filters/book.lua -M build=build \
    -M words=book/words.en.tsv -M labels=build/labels -M pass="$1" \
    -M answers="$answers" \
    --output build/out "${3-chapters/01-example/chapter.md}" 2>said
}

both() {
  cp other.labels build/labels
  filter labels plain && cat build/out >>build/labels && filter '' html5
}

# expect_error NAME EXPECTED COMMAND: COMMAND fails with these words.
expect_error() {
  if $3; then
    echo "FAILED: $1: accepted"
    failures=$((failures + 1))
  elif ! tr '\n' ' ' <said | grep -qE -- "$2"; then
    echo "FAILED: $1: expected '$2', got:"
    cat said
    failures=$((failures + 1))
  fi
}

# refuse NAME EXPECTED [SED-EXPRESSION]: the chapter, changed so, is
# refused with these words.
refuse() {
  [ $# -lt 3 ] || sed "$3" right.md >"$chapter/chapter.md"
  expect_error "$1" "$2" both
}

cp right.md "$chapter/chapter.md"
both || { echo "FAILED: the right chapter is refused:"; cat said; exit 1; }
for shown in '>42</a>' '>−49 306</a>' '10<sup>−17</sup></a>' \
  'example.c.html#L-7"' '>Figure 1.1</a>' '>(1.1)</a>' 'Listing 1.1' \
  'href="second.html" class="ref">Chapter 2</a>' \
  'href="second.html#sec-far" class="ref">Section 2.3</a>' \
  'as for what is <em>gone</em>: nothing' \
  'data-form="number" data-truth="-49306" data-text="−49' 'data-unit="steps"' \
  'href="#guess-choice" class="ref">Prediction' 'data-form="choice" data-right="2"' \
  'data-points="1 5,10 6.5,100 8" data-scale="log linear"' \
  'data-check="one" data-right="1"' '<strong>No.</strong> It is on the other' \
  '-line-3" class="marked" data-line="3" style="--in:2"' \
  '-line-7" class="marked noted" data-line="7"' 'style="--row:6"' \
  '<span class="tag">Line 7</span> Beside it.' \
  'By now <a href="#eq-one" class="ref">(1.1)</a>, it' \
  'class="margin meaning" aria-hidden="true"><strong>word.</strong> What it means.'; do
  tr '\n' ' ' <build/out | grep -qF -- "$shown" ||
    { echo "FAILED: the page does not show $shown"; exit 1; }
done

# A page says where to report a mistake, if the sources are somewhere.
reported() { # OPTION...
  NODE_PATH=/usr/share/nodejs pandoc --standalone --lua-filter book/filters/book.lua \
    --template book/templates/page.html --to html5 -M build=build \
    --from markdown-implicit_header_references \
    -M words=book/words.en.tsv -M labels=build/labels -M version=0.1.0 "$@" \
    chapters/01-example/chapter.md 2>said | tr '\n' ' ' |
    grep -q 'https://example.org/book/issues/new?title=Mistake%20in%20Example&amp;body=.*example%2Ehtml'
}
if reported || ! reported -M repository=https://example.org/book; then
  echo "FAILED: reports of mistakes: $(cat said)"
  failures=$((failures + 1))
fi

at=chapters/01-example/chapter.md
refuse "a number misspelled" \
  "$at:3: the program names no number 'anwser' +Did you mean answer\?" \
  '3s/`answer`/`anwser`/'
refuse "a number in a formula" \
  "$at:3: the program names no number 'nothing'" 's/num{answer}/num{nothing}/'
refuse "a mark misspelled" \
  "$at:3: 'nmu' means nothing here +Did you mean num\?" '3s/answer`{.num}/answer`{.nmu}/'
refuse "a box misspelled" \
  "$at:22: 'transcritp' means nothing here +Did you mean transcript\?" 's/\.transcript/.transcritp/'
refuse "a figure misspelled" \
  "$at:6: there is no figure 'plto'.* Did you mean plot\?" 's/src=plot/src=plto/'
refuse "a function misspelled" \
  "$at:14: no C function, type or constant 'twcie' +Did you mean twice\?" \
  's/"twice main"/"twcie main"/'
refuse "a definition never shown" \
  "example.c:1: 'twice' is never shown in $at" 's/"twice main"/"main"/'
refuse "a reference misspelled" \
  "$at:3: nothing has the label 'fig:plto' +Did you mean fig:plot" 's/@fig:plot/@fig:plto/'
refuse "a source misspelled" \
  "$at:4: references.bib has no 'Novikof1962' +Did you mean Novikoff1962" \
  's/@Novikoff1962/@Novikof1962/'
refuse "no alt text" "$at:6: figure 'plot' has no alt text" '/^::: alt/,/^:::$/d'
refuse "no caption" "$at:6: figure 'plot' has no caption" '/^A plot/d'
refuse "a transcript's part" \
  "$at:22: the programs print no part whose first line is 'Good evning.' +Did you mean Good evening" \
  's/title="Good evening/title="Good evning/'
refuse "a mark in no line" \
  "$at:14: '3 \* x' is in 0 lines of this listing" 's/mark="2 \* x/mark="3 * x/'
refuse "a note at two lines" \
  "$at:17: 'return' is in 2 lines of this listing" 's/at="twice(21)"/at="return"/'
refuse "no way to the experiments" \
  "$at: no sentence leads to .experiments.c." 's/experiments.c/experiments/'
refuse "a program in another order than its page" \
  "example.c:6: 'main' comes earlier in $at than what is before it here" \
  's/"twice main"/"main twice"/'
refuse "a label twice" "$at:[0-9,]*: the label 'guess:number' stands twice" \
  's/#guess:curve/#guess:number/'
refuse "a label of the wrong kind" "$at:14: .*starts with 'lst:'" 's/#lst:all/#fig:all/'
refuse "a figure without a label" "every figure needs a label" 's/ #fig:plot//; s/@fig:plot//'
refuse "no label for the chapter" "needs a label: .#ch:example" 's/ {#ch:example}//'
refuse "a second heading" "one heading of the first level" '$a\
\
# Another'
refuse "a formula that is none" "KaTeX cannot set this formula" 's/x = 1/x = \\nonsense{/'

refuse "a gradient without a function" \
  "$at:26: no C function, type or constant 'thrice'" 's/function="twice"/function="thrice"/'
refuse "a gradient without a test" \
  "$at:26: no unit test 'gradients_are_slope' in lib/tests/test_loss.c +Did you mean gradients_are_slopes" \
  's/gradients_are_slopes/gradients_are_slope/'

refuse "a term without a gloss" \
  "$at:4: a term needs a gloss" 's/ gloss="What it means."//'
refuse "a term twice" "the label 'term:word' stands twice" \
  's/^A plot.$/A [word]{.term gloss="Another."}./'
refuse "a symbol without a meaning" \
  "$at:3: book/notation.tsv does not say what 'y' is in chapter 'example'" \
  '3s/x = /y = x = /'
refuse "a meaning without a symbol" \
  "book/notation.tsv:1: chapter 'example' has no x" 's/x = //; s/x$/2/'

# References into another chapter.
refuse "no title" \
  "$at:30: .*another chapter, 'second', which can be removed: write @second/sec:far \[" \
  's/ \[far away\]//'
refuse "a chapter not named" "write @second/sec:far \[" 's|second/sec:far|sec:far|'
refuse "another chapter named" "write @second/sec:far \[" 's|second/sec:far|absent/sec:far|'
refuse "no title for a chapter" "write @ch:second \[" 's/ \[the second\]//'
refuse "a chapter misspelled" \
  "$at:30: there is no chapter 'secnd' +Did you mean second\?" 's/@ch:second/@ch:secnd/'
refuse "a label of another chapter misspelled" \
  "$at:30: nothing has the label 'sec:fra' +Did you mean sec:far" 's/sec:far/sec:fra/'
refuse "a title within a chapter" \
  "$at:4: a reference within a chapter has no title" 's/@eq:one\. See/@eq:one [one]. See/'

# Predictions and questions.
predict=$at:33
refuse "a prediction of a number misspelled" \
  "$predict: the program names no number 'lagre' +Did you mean large" 's/number=large/number=lagre/'
refuse "an attribute misspelled" \
  "$predict: 'untis' means nothing in a prediction +Did you mean unit" 's/unit="steps"/untis="steps"/'
refuse "a scale misspelled" "$predict: 'linaer' is no scale +Did you mean linear" 's/=linear/=linaer/'
refuse "a scale too many" "$predict: a number has one scale" 's/=linear/="log log"/'
refuse "two things to guess" "$predict: a prediction takes one thing" \
  's/number=large/number=large curve=heights/'
refuse "a prediction without a label" \
  "every predict needs a label, #guess:NAME" 's/ #guess:number//'
refuse "a prediction without an answer" "$predict: a prediction needs its answer" \
  '/^How many/,/^:::$/{/^::: answer/,/^:::$/d}'
refuse "an answer too long" "$predict: the answer has 4 sentences; it may have 3" 's/Is it, as/Is it? Yes, as/'
choice=$at:37,41
refuse "no right option" "$choice: one option is right, .*here none is right" 's/\[x\] That/[ ] That/'
refuse "two right options" "$choice: .*here 2 are right" 's/\[ \] This/[x] This/'
refuse "an item that is no option" "$choice: each option begins with" 's/\[ \] This/This/'
curve=$at:52
refuse "a table misspelled" \
  "$curve: the program writes no table 'hieghts' +Did you mean heights" 's/curve=heights/curve=hieghts/'
refuse "a column too many" "$curve: y is one of the table's columns, 1 to 2" 's/ y=2/ y=3/'
refuse "a block too many" "$curve: index is one of the table's blocks, 0 to 1" 's/index=1/index=2/'
refuse "no column" "$curve: a curve needs x=" 's/ x=1//'
refuse "nothing left to draw" "$curve: given is the part" 's/given=0.5/given=5/'
refuse "a curve that cannot be drawn" "$curve: these columns give no curve" \
  's/index=1 scale="log linear"/index=0 scale="log linear"/'
refuse "a question without options" "$at:60: a check needs options" 's/^- \[.\] /- /'
refuse "a wrong option without a reason" \
  "$at:64: a wrong option says why it is wrong" '/other side/d'
refuse "a question without a label" "every check needs a label" 's/ #check:one//'

# The table of notation.
cp right.md "$chapter/chapter.md"
both || { echo "FAILED: the right chapter, once more"; exit 1; }
printf 'y\texampel\ty\n' >>book/notation.tsv
if filter '' html5 book/notation.md; then
  echo "FAILED: a meaning in a misspelled chapter: accepted"
  failures=$((failures + 1))
elif ! tr '\n' ' ' <said | grep -q \
  "notation.tsv:2: there is no chapter 'exampel' *Did you mean example"; then
  echo "FAILED: a meaning in a misspelled chapter: got:"
  cat said
  failures=$((failures + 1))
fi
sed -i '$d' book/notation.tsv

# A label that another chapter has too.
printf 'fig:plot\t1.1\texample.html\t\t%s\n' $at >build/book-work/one.labels
printf 'fig:plot\t2.1\tother.html\t\tchapters/02-other/chapter.md\n' \
  >build/book-work/two.labels
if pandoc --lua-filter book/filters/join_labels.lua -M build=build \
  -M words=book/words.en.tsv -M texts="one two" --from markdown --to plain \
  --output build/out "$source/book/tests/empty.md" 2>said; then
  echo "FAILED: a label in two chapters: accepted"
  failures=$((failures + 1))
elif ! grep -q "the label 'fig:plot' is also in $at" said; then
  echo "FAILED: a label in two chapters: got:"
  cat said
  failures=$((failures + 1))
fi

refuse "an ambiguous function" \
  "$at:14: 'make_dataset' is ambiguous; name the file: .*csv.c.*idx.c" \
  's/"twice main"/"make_dataset"/'

# The instructor's edition: an exercise with a solution and a wrong answer.
one=01-example/1-one
mkdir -p exercises/$one solutions/$one build/answers/$one
cat >exercises/$one/task.md <<'EOF'
---
title: One
minutes: 1
difficulty: 2
points: 1
shown: two
---

Return 1. For example:

``` example
one(x = [1,
    2], y = 3) -> returned = 1
one(x = []) → w = [0.1234..., 0.5678..., 9]
```

::: {.hint title="What is one"}
It is one.
:::
EOF
echo '/* Reference: one. */' >solutions/$one/one.c
printf -- '-1\n+2\n' >build/answers/$one/two.diff
# knows LABEL: the known mistake, and what the build has listed of it.
knows() {
  printf '\n## two {reread=%s}\n' "$1" >solutions/$one/wrong.md
  printf 'two\t%s\ta * b * c\tReturns two.\n' "$1" \
    >build/answers/$one/known.tsv
}
printf '\n::: exercises\n:::\n' >>right.md
cp right.md "$chapter/chapter.md"
knows ch:example
both || { echo "FAILED: the chapter with an exercise:"; cat said; exit 1; }
if grep -qi 'reference: one\|returns two' build/out; then
  echo "FAILED: the student's page shows the solution"
  exit 1
fi
# Worked examples: a call, and under it what it gives. No line is broken
# between a name and its number, nor in a short array.
nbsp=$(printf '\302\240') is=$(printf '\302\240=\302\240')
for shown in "one(x${is}[1,${nbsp}2], y${is}3)" "→ returned${is}1" \
  "one(x${is}[])" "→ w${is}[0.1234..., 0.5678..., 9]"; do
  grep -qF -- "\">$shown" build/out ||
    { echo "FAILED: the page does not show the example's $shown"; exit 1; }
done
mkdir -p build/book-work/graded
{
  printf 'part\tone\t1\tthe number\nsay\tIt returned 2.\n'
  printf 'misconception\ttwo\tlst:all\nsay\t \nsay\tThat is two.\n'
  printf 'fail\tone\nend\t0\t1\n'
} >build/book-work/graded/example-one.txt
cp right.md "$chapter/chapter.md"
both || { echo "FAILED: the chapter with a report:"; cat said; exit 1; }
for shown in '>Exercise 1.1</span> One' '●●○</span> medium' 'Hint 1: What is one' \
  '✗ the number  0/1' '    It returned 2.' \
  'That is two.' 'Reread <a href="#lst-all" class="ref">' '0/1 points.'; do
  grep -qF -- "$shown" build/out ||
    { echo "FAILED: the page does not show the exercise's $shown"; exit 1; }
done
cp exercises/$one/task.md task.md
sed -i '/^difficulty/d' exercises/$one/task.md
refuse "no difficulty" \
  "exercises/$one/task.md:1,6: .* needs a line 'difficulty: 1 \(easy\), 2"
sed 's/^difficulty: 2/difficulty: 4/' task.md >exercises/$one/task.md
refuse "no such difficulty" "exercises/$one/task.md:4: .* needs a line 'difficulty: 1"
sed 's/{.hint title.*/hint/' task.md >exercises/$one/task.md
refuse "a hint without a title" "exercises/$one/task.md:[0-9]+: a hint needs a title"
cp task.md exercises/$one/task.md
cp right.md "$chapter/chapter.md"
both
filter '' latex
for shown in '\examplecall{\texttt{one(x~=~{[}1,~2{]},\ y~=~3)}}' \
  '\examplegives{\texttt{→\ returned~=~1}}'; do
  grep -qF -- "$shown" build/out ||
    { echo "FAILED: the printed page does not show $shown"; exit 1; }
done
answers=build/answers
both || { echo "FAILED: the instructor's page:"; cat said; exit 1; }
for shown in 'Reference: one' 'id="wrong-example-one-two"' 'Returns two.' \
  'a * b * c Reread <a href="#ch-example"' '>+2</span>'; do
  tr -s ' \n' '  ' <build/out | grep -qF -- "$shown" ||
    { echo "FAILED: the instructor's page does not show $shown"; exit 1; }
done
knows sec:fra
refuse "a label that a known mistake misspells" \
  "solutions/$one/wrong.md:2: nothing has the label 'sec:fra' +Did you mean sec:far"
knows sec:far
refuse "another chapter that a known mistake does not name" \
  "solutions/$one/wrong.md:2: .*another chapter, 'second', .* write reread=second/sec:far"
knows absent/sec:near
both || { echo "FAILED: a mistake that leads nowhere:"; cat said; exit 1; }
if [ "$(grep -c 'Reread' build/out)" -ne 1 ]; then # what the grader says
  echo "FAILED: the page leads to a chapter that is not there"
  exit 1
fi
knows ch:example
answers=

# Slides. Of the exercise its title, its first words and its minutes are shown.
cp right.md right
slides() { both && filter slides html5; }
sed 's/^::: exercises/::: {.exercises slide=one}/' right >"$chapter/chapter.md"
slides || { echo "FAILED: the slides:"; cat said; exit 1; }
for shown in '<section id="slide-2" class="task" data-minutes="1">' \
  '>Exercise 1.1</span> One</h2>' '<p>Return 1. For example:</p>' \
  'Check with <code class="whole">./course check example/one</code>' \
  '<p><strong>Hint: What is one.</strong> It is one.</p>'; do
  tr '\n' ' ' <build/out | grep -qF -- "$shown" ||
    { echo "FAILED: the slides do not show $shown"; exit 1; }
done
sed 's/^::: exercises/::: {.exercises slide=oen}/' right >right.md
refuse "an exercise misspelled" "$at:[0-9]+: the chapter has no exercise 'oen' +Did you mean one" ''
# refuse_slides NAME EXPECTED SED-EXPRESSION: the slides of the chapter, changed so
refuse_slides() {
  sed "$3" right >"$chapter/chapter.md"
  expect_error "$1" "$2" slides
}
echo '<svg viewBox="0 0 640 700"></svg>' >build/figures/01-example/plot.svg
echo '<svg viewBox="0 0 352 600"></svg>' >build/figures/01-example/plot.narrow.svg
refuse_slides "a figure too small for a slide" \
  "$at:6: on a slide the letters of this figure are too small" 's/#fig:plot/& .slide/'
echo '<svg viewBox="0 0 640 360"></svg>' >build/figures/01-example/plot.slide.svg
sed 's/#fig:plot/& .slide/' right >"$chapter/chapter.md"
slides || { echo "FAILED: a figure with a drawing for slides:"; cat said; exit 1; }
cp build/figures/01-example/plot.slide.svg build/figures/01-example/plot.svg
yes '  x++;' | head -30 >lines
sed -i '/return 2/{
r lines
N
}' "$chapter/example.c"
refuse_slides "a listing too long for a slide" \
  "$at:14: 38 lines of 25 columns are too much for a slide, which has room for 20 of 99" \
  's/#lst:all/& .slide/'
cp right.c "$chapter/example.c"

# A mistake that a question names.
mistake() { # EXERCISE NAME
  sed "s|other side\\.|& [$1 $2]{.mistake}|" right >right.md
  cp right.md "$chapter/chapter.md"
}
mistake example/one two
both || { echo "FAILED: a mistake that a question names:"; cat said; exit 1; }
tr '\n' ' ' <build/out | grep -q 'knows this as <code>two</code>' ||
  { echo "FAILED: the page does not name the mistake"; exit 1; }
mistake example/one tow
refuse "a mistake misspelled" \
  "$at:66: solutions/$one/wrong.md knows no mistake 'tow' +Did you mean two"
mistake example/oen two
refuse "a mistake of no exercise" \
  "$at:66: the chapter has no exercise 'oen' +Did you mean one"
mistake second/one two
refuse "a mistake of another chapter" "$at:66: a mistake is of an exercise of this chapter"
mistake example/absent two
both || { echo "FAILED: a mistake of an exercise that is gone:"; cat said; exit 1; }
if grep -q 'knows this' build/out; then
  echo "FAILED: the page names a mistake of an exercise that is not there"
  exit 1
fi
mistake example/one 'two three'
refuse "no mistake's name" "$at:66: a mistake is"
mv solutions/$one/wrong.md wrong.md
mistake example/one tow
both || { echo "FAILED: a mistake without the solutions:"; cat said; exit 1; }
mv wrong.md solutions/$one/wrong.md

# On paper the answers are in a section before the exercises, and question and
# answer know each other's page.
cp right right.md
cp right.md "$chapter/chapter.md"
both || { echo "FAILED: the right chapter before it is printed:"; cat said; exit 1; }
filter '' latex
tr '\n' ' ' <build/out >paper
for shown in 'How many? *\\answernote{Answer on page~\\pageref{answer-guess-number}}' \
  'section\*{Answers}.*{answer-guess-number}{Prediction 1.1}{p.~\\pageref{guess-number}}It is.*{answer-guess-choice}.*(b) That.*{answer-check-one}.*(a) \\textbf{Right.} (b) \\textbf{No.} It is.*{ex-example-one}'; do
  grep -q -- "$shown" paper ||
    { echo "FAILED: the printed page does not show $shown"; exit 1; }
done

# A word that a translation lacks.
sed -i '/^figure/d' book/words.en.tsv
refuse "a word not translated" "words.en.tsv.*no word for 'figure'"

[ $failures -eq 0 ] || exit 1
