#!/bin/sh
# A font that is not installed, or not in the weight that is asked for, stops
# the build: fontconfig would hand out another, and the page would lose its
# bold words without a word.
#   fonts.sh SOURCE
set -eu
source=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

write() { # FAMILY STYLE: for the labels, which are bold
  sed "s/^sans-bold\t.*/sans-bold\t$1\t$2/" \
    "$source/figures/theme/fonts.tsv" >"$scratch/fonts.tsv"
  cmake -D FONTS="$scratch/fonts.tsv" -D OUT="$scratch/out" \
    -D FC_MATCH=fc-match -D HB_SUBSET=true -D FONTTOOLS=true -D WOFF2_COMPRESS=true \
    -P "$source/cmake/scripts/write_fonts.cmake" >"$scratch/said" 2>&1
}

wrong=0
refuse() {
  if write "$@"; then
    echo "FAILED: '$1' ($2) was found"
    wrong=1
  elif ! tr -s ' \n' '  ' <"$scratch/said" |
    grep -qF "The font '$1' ($2) is not installed"; then
    echo "FAILED: '$1' ($2):"
    cat "$scratch/said"
    wrong=1
  fi
}

write Inter semibold || { cat "$scratch/said"; exit 1; }
refuse Inter 'Semi Bold'
refuse 'No Such Family' bold
exit $wrong
