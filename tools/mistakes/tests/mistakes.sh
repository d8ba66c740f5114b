#!/bin/sh
# What is made of a wrong.md, and what is said where it is wrong.
#   mistakes.sh COURSE MISTAKES SCRATCH
set -eu
course=$1 mistakes=$2 scratch=$3
fail() { echo "FAILED: $*"; cat said; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch/exercise" "$scratch/solution"
cd "$scratch"

cat >exercise/walk.h <<'END'
#ifndef WALK_H
#define WALK_H
#include <stddef.h>
typedef double height(double w); /* no function of the exercise */
typedef struct { double w, v; } ball;
enum { MOST = 4 };
static inline double twice(double x) { return 2 * x; }
/* Two of them: (the second may be called by the first). */
ball walk(const double *x, size_t n, height *h);
double flat(double w);
#endif
END
cat >exercise/driver.c <<'END'
#include "driver.h"
#include "walk.h"
static double slope(double w) { return w; }
static void call_walk(const message *q, message *a) {
  const double *x = driver_const_array(q, "x");
  message_add_number(a, "w", walk(x, message_count(q, "x"), slope).w);
}
const driver_function driver_functions[] = {{"walk", call_walk}, {0}};
END
cat >solution/walk.c <<'END'
/* Reference for test/walk. */
#include "walk.h"

#include <math.h>

#define HALF 0.5
enum kind { UP, DOWN = UP + 1 };
static const double table[] = {1, 2}, *const first = table;
typedef struct { int left; } state;
static double (*chosen)(double) = flat;

static double slope(double w) {
  return w * HALF;
}

ball walk(const double *x, size_t n, height *h) {
  ball b = {0, 0};
  state s = {.left = (int)n};
  for (size_t i = 0; i < n; i++) {
    b.w += x[i] * first[UP];
    b.v += x[i] * table[DOWN];
  }
  b.w += slope(h(b.w)) + chosen(twice(0)) * s.left;
  return b;
}

double flat(double w) {
  (void)w;
  return fabs(0.0);
}
END
cat >common.md <<'END'
# Shared

## slow {reread=sec:slow}
Is slow.

You are slow.
END
cat >good.md <<'END'
# Known mistakes

## half-forgotten {reread=sec:half}
Forgets the
half.

Half of it "is"
missing.
```diff
- return w * HALF;
+ return w;
```

## added {reread=other/sec:more part="a b" fields=w each="MORE 1e-3 2"}
Adds something.

You add something.
```diff
- return w * HALF;
+ return w * HALF + MORE;
```
In another place.
```diff
  ball b = {0, 0};
+ b.w = MORE;
@@
-     b.v += x[i] * table[DOWN];
```

## for-ever {event=time-out}
Never ends.
```diff
+ for (;;) continue;
  (void)w;
```

## slow {.common}
Is slow here, too.
```c
#include "walk.h"
ball walk(const double *x, size_t n, height *h) {
  return (ball){x[0] + h(0), (double)n};
}
double flat(double w) { return w; }
```
END
make_all() { "$mistakes" test/walk exercise solution common.md out >said 2>&1; }
cp good.md solution/wrong.md
make_all || fail "a good one"

# Whole files.
for file in half-forgotten added added.2 added.3 added.4 for-ever slow; do
  [ -f out/wrong/$file.c ] || fail "no $file.c"
done
head -n 1 out/wrong/half-forgotten.c | grep -qx '/\* Forgets the half. \*/' || fail "its head"
grep -qx '  return w;' out/wrong/half-forgotten.c || fail "its change"
grep -qx '  return w \* HALF + 1e-3;' out/wrong/added.c || fail "the first value"
grep -qx '  b.w = 2;' out/wrong/added.4.c || fail "the second value of the second"
grep -q 'table\[DOWN\]' out/wrong/added.4.c && fail "its second place"
head -n 1 out/wrong/added.3.c | grep -q 'In another place' || fail "a variant's head"
head -n 1 out/wrong/added.2.c | grep -q 'Adds something' || fail "another value's head"
grep -qx '  for (;;) continue;' out/wrong/for-ever.c || fail "what only comes"
[ "$(wc -l <out/wrong/expected.tsv)" -eq 7 ] || fail "what is expected"
grep -q "^for-ever.c	event	time-out	30$" out/wrong/expected.tsv || fail "the event"
printf 'half-forgotten\tsec:half\tHalf of it "is" missing.\tForgets the half.\n' >line
head -n 1 out/known.tsv | cmp - line || fail "known.tsv"
grep -q "^slow	sec:slow	You are slow.	Is slow here, too.$" out/known.tsv ||
  fail "a common one: $(cat out/known.tsv)"

# C that any compiler takes, with names apart.
cc -std=c11 -Wall -Wextra -Werror -Wno-unused-function -Wno-unused-parameter \
  -Wno-unused-const-variable -Wno-missing-field-initializers \
  -fsyntax-only -I exercise -I "$course/tools/grading" \
  -I "$course/lib/include" out/rules.c >said 2>&1 || fail "rules.c"
[ "$(grep -c '^static void rule_' out/rules.c)" -eq 7 ] || fail "rules: 1 right, 5 wrong, nothing"
grep -q 'for-ever' out/rules.c && fail "an event is no rule"
grep -qF '"sec:more"' out/rules.c || fail "the label of a section in another chapter"

# What stays the same is not written; what is gone goes.
touch -d '2001-01-01' out/rules.c out/wrong/*.c
make_all || fail "again"
[ -z "$(find out/rules.c out/wrong -newermt 2002-01-01 -name '*.c')" ] || fail "written again"
sed '/^## for-ever/,/^## slow/{/^## slow/!d}' good.md >solution/wrong.md
make_all || fail "one less"
[ ! -e out/wrong/for-ever.c ] || fail "still there"

# refuse LINE WORDS: the file is wrong there, and nothing is made.
refuse() {
  rm -rf out
  make_all && fail "taken: $2"
  grep -q "^solution/wrong.md:$1: .*$2" said || fail "not said: line $1, $2"
}
spoil() { sed "$1" good.md >solution/wrong.md; }
spoil 's/^- return w \* HALF;/- return w;/'
refuse 10 'these lines stand 0 times in solution/walk.c, .* copy them'
spoil '10,11c\
- }\
+ };'
refuse 10 'these lines stand [2-9] times .*add a line that stays'
spoil '10d'
refuse 10 'where does this come'
spoil '10s/^-/=/'
refuse 10 "begins with '-', '+'"
spoil '27s/.*/- b.v = 0;/'
refuse 27 'stand 0 times'
spoil '27s/.*/  ball b = {0, 0};/'
refuse 27 'another place changes too'
spoil '3s/reread=sec:half/labl=1/'
refuse 3 'braces may hold'
spoil '3s/ {.*//'
refuse 3 'which section should be reread'
spoil '3s/half-forgotten/Half/'
refuse 3 "a mistake's heading is"
spoil '14s/added/half-forgotten/'
refuse 14 'has a heading already'
spoil '7,8d'
refuse 3 'what would a tutor say'
spoil '4,12d'
refuse 3 'what does this mistake do'
spoil '9,12d'
refuse 3 'which lines of the reference'
spoil '9s/diff/sh/'
refuse 9 'a block begins with'
sed '$d' good.md >solution/wrong.md
refuse '[0-9]*' 'this block has no end'
spoil 's/each="MORE/each="LESS/'
refuse 14 'the word LESS stands in no block'
spoil 's/^## slow/## unknown/'
refuse '[0-9]*' 'common.md has no mistake of this name'

# A translation replaces the sentences that it has.
cp good.md solution/wrong.md
translate() {
  "$mistakes" test/walk exercise solution common.md out --wrong wrong.xx.md \
    --shared common.xx.md >said 2>&1
}
cat >wrong.xx.md <<'END'
## half-forgotten
<!-- of 123 -->
Vergisst HALF.
END
cat >common.xx.md <<'END'
## slow

Anders.

Du bist langsam.
END
translate || fail "a translation"
says=$(grep '^half-forgotten' line | cut -f 3)
grep -q "^half-forgotten	[^	]*	$says	Vergisst HALF.$" out/known.tsv ||
  fail "sentences of a translation: $(cat out/known.tsv)"
grep -q "^slow	sec:slow	Du bist langsam.	Is slow here, too.$" out/known.tsv ||
  fail "a common one in translation: $(cat out/known.tsv)"
echo '## half-forgot' >>wrong.xx.md
translate && fail "a translation of no mistake was taken"
grep -q "^wrong.xx.md:4: solution/wrong.md has no mistake 'half-forgot'" said ||
  fail "a translation of no mistake"
exit 0
