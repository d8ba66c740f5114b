#!/bin/sh
# A chapter's claims.awk must print what its claims.tsv says, for every
# claim whose source is the second program, and nothing else.
#   second_program.sh CLAIMS.awk CLAIMS.tsv
set -eu
wanted=$(awk -F '\t' '$4 == "second program" { print $1, $2 }' "$2" | sort)
got=$(awk -f "$1" | sort)
[ -n "$wanted" ] || { echo "$2 names no second program"; exit 1; }
[ "$wanted" = "$got" ] || {
  printf 'claimed:\n%s\ncomputed:\n%s\n' "$wanted" "$got"
  exit 1
}
