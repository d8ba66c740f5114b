#!/bin/sh
# Says which passages of a translation are older than their original, and
# which are missing. It never fails because of them.
#   passages.sh ORIGINAL TRANSLATION
#   passages.sh --done ORIGINAL TRANSLATION
# With --done, all passages of the translation are marked as translations of
# what the original has now: "<!-- of 123 -->" after each heading, the cksum of
# the original's passage.
set -eu
mark=''
[ "$1" != --done ] || { mark=1; shift; }
original=$1 translation=$2
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# passages FILE OUT: line, name, of what, checksum
passages() {
  case $original in *wrong.md | *common.md) mistakes=1 ;; *) mistakes='' ;; esac
  : >"$scratch/sums"
  awk -v sums="$scratch/sums" -v mistakes="$mistakes" \
    -f "$here/passages.awk" "$1" >"$scratch/names"
  cut -d ' ' -f 1 "$scratch/sums" | paste "$scratch/names" - >"$2"
}
passages "$original" "$scratch/original"
passages "$translation" "$scratch/translation"

if [ -z "$mark" ]; then
  awk -F '\t' -v original="$original" -v translation="$translation" '
    NR == FNR { line[$2] = $1; sum[$2] = $4; order[++count] = $2; next }
    { there[$2] = 1 }
    !($2 in sum) {
      printf "%s:%d: \"%s\" is not in %s\n", translation, $1, $2, original
      next
    }
    $3 == "-" {
      printf "%s:%d: \"%s\" does not say of what it is a translation " \
        "(./course translation --done)\n", translation, $1, $2
      next
    }
    $3 != sum[$2] {
      printf "%s:%d: \"%s\" is older than its original, %s:%d\n",
        translation, $1, $2, original, line[$2]
    }
    END {
      for (i = 1; i <= count; i++)
        if (!(order[i] in there))
          printf "%s lacks \"%s\", %s:%d\n", translation, order[i], original,
            line[order[i]]
    }' "$scratch/original" "$scratch/translation"
  exit 0
fi

# Where each comment belongs: behind the head of a file, or a heading.
awk -F '\t' 'NR == FNR { sum[$2] = $4; next }
  $2 in sum { print $1 "\t" $2 "\t" sum[$2] }' \
  "$scratch/original" "$scratch/translation" >"$scratch/marks"
awk -v marks="$scratch/marks" '
  BEGIN {
    while ((getline row < marks) > 0) {
      split(row, column, "\t")
      sum[column[1]] = column[3]
      if (column[2] == "beginning") first = column[3]
    }
  }
  /^<!-- of [0-9]+ -->$/ { next }
  NR == 1 && first != "" {
    delete sum[1]
    if ($0 == "---") head = 1
    else print "<!-- of " first " -->"
  }
  { print }
  NR > 1 && head && $0 == "---" {
    print "<!-- of " first " -->"
    head = 0
  }
  NR in sum { print "<!-- of " sum[NR] " -->" }' "$translation" \
  >"$scratch/marked"
cat "$scratch/marked" >"$translation"
