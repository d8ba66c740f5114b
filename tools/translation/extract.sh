#!/bin/sh
# Prints all messages of the course as a gettext template: what its programs
# and scripts say, the book's own words, what the tables of notation and
# claims explain, and the words in figures.
#   extract.sh     in the course's folder
set -eu

# Titles of the parts of exercises, as entries.
titles() {
  find exercises -name cases.c | LC_ALL=C sort | while IFS= read -r cases; do
    sed -n "s|^ *[.]title = \\(\".*\"\\),\$|#: $cases\\nmsgid \\1\\nmsgstr \"\"\\n|p" "$cases"
  done
}

# Entries of a .po file from lines "context TAB text".
entries() {
  awk -F '\t' '{
    gsub(/\\/, "\\\\&", $2)
    gsub(/"/, "\\\"", $2)
    if (!seen[$1, $2]++)
      printf "msgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"\"\n\n", $1, $2
  }'
}

# A column of a table, of whose first column the context is made.
column() { # FILE COLUMN
  awk -F '\t' -v OFS='\t' -v file="$1" -v column="$2" '
    !/^#/ && $column != "" { print file, $column }' "$1"
}

# The strings of gnuplot and Graphviz that have words in them: what remains
# has three letters in a row when files, formats and markup are left out.
strings() { # FILE
  awk -v OFS='\t' -v file="$1" '
    /^ *#/ { next }
    {
      gsub(/run\."[^"]*"/, "")
      while (match($0, /"([^"\\]|\\.)*"/)) {
        string = substr($0, RSTART + 1, RLENGTH - 2)
        $0 = substr($0, RSTART + RLENGTH)
        words = string
        gsub(/\{\/[^ ]*/, "", words)
        gsub(/%[-+.0-9]*l?[a-z]/, "", words)
        if (words ~ /[A-Za-z][A-Za-z][A-Za-z]/ && words !~ /\.dat|^[a-z]+=/ &&
          words !~ /^set (label|arrow|multiplot) / &&
          words !~ /^#|^@.*@$/) print file, string
      }
    }' "$1"
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cat >"$scratch/head.po" <<'END'
msgid ""
msgstr ""
"Project-Id-Version: learning-from-errors\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

END
{
  cat "$scratch/head.po"
  titles
  {
    awk -F '\t' -v OFS='\t' '!/^#/ { print "book:" $1, $2 }' book/words.en.tsv
    column book/notation.tsv 3
    for table in chapters/*/claims.tsv; do column "$table" 5; done
    for figure in figures/*/*.gp figures/*/*.dot; do strings "$figure"; done
  } | entries
} >"$scratch/book.po"
find tools exercises -name '*.[ch]' | LC_ALL=C sort |
  xgettext --files-from=- --language=C --from-code=UTF-8 --keyword=_ \
    --keyword=N_ --keyword=language_plural:1,2 --add-comments=Translators: --output="$scratch/c.po"
# Messages of scripts are what say and tell are given first, as in printf.
find course tools -name '*.sh' -o -name course -type f | LC_ALL=C sort |
  xgettext --files-from=- --language=Shell --from-code=UTF-8 --keyword=say \
    --keyword=tell --output="$scratch/shell.po" 2>"$scratch/warnings" ||
  { cat "$scratch/warnings" >&2; exit 1; }
# Shell is not among the languages whose printf gettext checks; C's has the
# same formats.
sed -i -e '/^#:/{
  N
  /msgid ".*%s/s/\n/\n#, c-format\n/
  /msgid ""$/{
    :more
    N
    /msgstr/!b more
    /%s/s/\nmsgid/\n#, c-format\nmsgid/
  }
}' "$scratch/shell.po"
for part in "$scratch/c.po" "$scratch/shell.po"; do
  [ -f "$part" ] || continue
  sed -i 's/charset=CHARSET/charset=UTF-8/' "$part"
done
set -- "$scratch/head.po" "$scratch/book.po"
for part in "$scratch/c.po" "$scratch/shell.po"; do
  [ ! -f "$part" ] || set -- "$@" "$part"
done
msgcat --use-first --no-wrap "$@"
