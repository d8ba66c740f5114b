#!/bin/sh
# A recorded table is stale when the programs, the library or their data
# change in what they do, and only then.
#   digest.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch/chapters/01-small/recorded" "$scratch/lib/src" \
  "$scratch/lib/include/nn" "$scratch/data/points"
cd "$scratch"
echo 'int twice(int x) { return 2 * x; }' >lib/src/twice.c
echo 'int twice(int x); /* 2x */' >lib/include/nn/twice.h
echo 'int main(void) { return twice(0); } /* small */' >chapters/01-small/small.c
echo 'static const char path[] = "data/points/all.csv";' \
  >chapters/01-small/experiments.c
echo '1,2' >data/points/all.csv
echo 'enum { POINTS = 1 }; /* in all.csv */' >data/points/points.h
echo 'Points.' >data/points/README.md

digest() {
  cmake -D CHAPTER=chapters/01-small -D SOURCE=. "$@" \
    -P "$source/tools/recorded/digest.cmake"
}
table=chapters/01-small/recorded/table.tsv
printf '# digest %s\n' "$(digest)" >$table
digest -D TABLE=$table || fail "a table just recorded is stale"

# still WHAT: nothing that decides results has changed.
still() { digest -D TABLE=$table || fail "stale after $1"; }
# stale WHAT FILE: what was done to the file makes the table stale.
stale() {
  if digest -D TABLE=$table 2>said; then fail "not stale after $1"; fi
  tr '\n' ' ' <said | tr -s ' ' |
    grep -q "table.tsv was recorded by another state .*course measure 01-small" ||
    fail "$1: $(cat said)"
  cp before "$2"
}
change() { cp "$1" before; sed -i.bak "$2" "$1"; rm "$1.bak"; }

change chapters/01-small/small.c 's|/\* small \*/|/* a * b ** c\n */|'
still "a comment"
change lib/src/twice.c 's/ {/\n{/; s/ \* /  *\t/'
still "white space"
change lib/src/twice.c 's/2/3/'
stale "a change of the library" lib/src/twice.c
change lib/include/nn/twice.h 's/int x/long x/'
stale "a change of a header" lib/include/nn/twice.h
change chapters/01-small/small.c 's/twice(0)/twice(1)/'
stale "a change of the program" chapters/01-small/small.c
change data/points/all.csv 's/1/0/'
stale "a change of the data" data/points/all.csv
change data/points/points.h 's/in all.csv/few/'
still "a comment beside the data"
change data/points/points.h 's/1/2/'
stale "a change of how data is read" data/points/points.h
change data/points/README.md 's/Points/All points/'
still "a text beside the data"
digest -D TABLE=$table || fail "stale after all was undone"
