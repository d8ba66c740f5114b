#!/bin/sh
# That number_names.sh finds what it is there to find.
#   number_names_itself.sh SCRATCH
set -eu
check=$(cd "$(dirname "$0")" && pwd)/number_names.sh
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$1"
mkdir -p "$1"
cd "$1"
cat >program.c <<'EOS'
static void measure(nn_run *run) {
  nn_run_number(run, "one", "%.0f", 1);
  nn_run_number(run, "long.name", "%.0f",
                2);
  static const char *const names[] = {"first", "second"};
  for (size_t i = 0; i < 2; i++) {
    if (i < 5)
      nn_run_number(run, names[i], "%.0f", i);
  }
}

static void name(nn_run *run, const char *what) {
  char built[64];
  snprintf(built, sizeof built, "%s.count", what);
  nn_run_number(run, built, "%.0f", 3);
}

static void outside(nn_run *run) {
  const char *third = "third";
  for (size_t i = 0; i < 2; i++) work(i);
  nn_run_number(run, third, "%.0f", 3);
}
EOS
number() { printf '%s\t1\t1\tprogram.c:%s\n' "$1" "$2"; }

{ number one 2; number long.name 3; number first 8; number second 8; } >right.tsv
"$check" . right.tsv || fail "the right names are refused"
number long.name 4 >last-line.tsv
"$check" . last-line.tsv || fail "a call is not found by its last line"

refused() { # WORDS NAME LINE
  number "$2" "$3" >wrong.tsv
  if "$check" . wrong.tsv >said; then fail "$2 in line $3 is accepted"; fi
  grep -q "program.c:$3: the number \"$2\" $1" said || fail "$2: $(cat said)"
}
refused "is not named there" ball.count 15
refused "is not named in its call, which is in no loop" third 21
: >empty.tsv
if "$check" . empty.tsv; then fail "no numbers at all are accepted"; fi
