#!/bin/sh
# Every file in the pages that others made is named in THIRD-PARTY.md, every
# row there names files that exist, and its licence is with the pages.
#   third_party.sh THIRD-PARTY.md BOOK     the folder that html/ is in
set -eu
table=$1 book=$2
fail() { echo "FAILED: $*"; exit 1; }

# The rows' patterns of files in the pages, each with its package.
# shellcheck disable=SC2016 # backquotes of Markdown
rows=$(sed -n 's/^|.*`\(html\/[^`]*\)` *| *`\([a-z0-9-]*\)` *|$/\1 \2/p' "$table")
[ -n "$rows" ] || fail "$table names no files"

named() { # FILE
  printf '%s\n' "$rows" | while read -r pattern package; do
    # shellcheck disable=SC2254 # it is a pattern
    case $1 in $pattern) echo "$package" ;; esac
  done
}

cd "$book"
printf '%s\n' "$rows" | while read -r pattern package; do
  found=''
  for file in $pattern; do [ ! -e "$file" ] || found=yes; done
  [ -n "$found" ] || fail "$table: there is no $pattern"
  if [ -f "/usr/share/doc/$package/copyright" ]; then
    [ -s "html/third-party/$package.txt" ] ||
      fail "html/third-party has no licence of $package"
  fi
done

# What is not ours: fonts, compiled code with its library, and every minified
# or foreign script and style.
find html \( -name '*.woff2' -o -name '*.wasm*' -o -name '*.min.*' \
  -o -path '*/katex/*' \) -type f | sort >third-party.txt
[ -s third-party.txt ] || fail "the pages have no fonts"
while IFS= read -r file; do
  [ -n "$(named "$file")" ] ||
    fail "$file was made by others, and no row of $table names it"
done <third-party.txt
rm third-party.txt
