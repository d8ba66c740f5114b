#!/bin/sh
# Due dates, and when work came in: in all forms, from all spreadsheets.
#   dates.sh COURSE CLASS-TOOL SCRATCH
# shellcheck disable=SC2317 # filters are called by their names
set -eu
course=$1 tool=$2 scratch=$3
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
tab=$(printf '\t')
TZ=UTC0
export TZ
for student in ana ben eve "Zoë Núñez"; do
  put $solution/step.c "$student/perceptron-step.c"
done

# Due at the end of the first of October, in New York; ana came a minute
# before, ben a minute after.
cat >"$scratch/due.csv" <<'END'
exercise,due,percent_per_day,days
perceptron,2026-10-01 23:59:59 -0400,10,3
END
cat >"$scratch/submitted.csv" <<'END'
student,submitted
ana,Thu Oct 1 23:58:59 2026 -0400
ben,2026-10-02T04:00:59Z
eve,2026-10-04 12:00:00 +0900
Zoë Núñez,"Thu, 1 Oct 2026 23:59:59 -0400"
END
right() { # WHAT
  expect ana perceptron/step 10
  expect ana late ''
  expect ben perceptron/step 9
  expect ben late late
  expect eve perceptron/step 8
  expect "Zoë Núñez" perceptron/step 10
  [ -z "$(mark ana remarks)$(mark eve remarks)$(mark "Zoë Núñez" remarks)" ] ||
    fail "$1: $(mark "Zoë Núñez" remarks)"
}
both() { # WHAT: due.csv and submitted.csv through the filter
  grade --due d.csv --submitted s.csv || fail "$1: $(cat "$scratch/said")"
  right "$1"
}
cp "$scratch/due.csv" "$scratch/d.csv"
cp "$scratch/submitted.csv" "$scratch/s.csv"
both "commas"

# As spreadsheets of other languages and systems write them.
filtered() { # WHAT COMMAND...
  what=$1
  shift
  for file in due submitted; do
    "$@" <"$scratch/$file.csv" >"$scratch/$(printf %.1s $file).csv"
  done
  both "$what"
}
with_mark() { printf '\357\273\277'; cat; }
semicolons() { sed 's/"Thu, /Thu@/; s/"//; s/,/;/g; s/@/, /'; }
tabs() { semicolons | tr ';' "$tab"; }
crlf() { sed 's/$/\r/'; }
old_mac() { tr '\n' '\r'; }
utf16() { iconv -f UTF-8 -t UTF-16; }
utf16be() { with_mark | iconv -f UTF-8 -t UTF-16BE; }
excel() { printf '\377\376'; tabs | crlf | iconv -f UTF-8 -t UTF-16LE; }
latin1() { semicolons | iconv -f UTF-8 -t ISO-8859-1; }
spaced() { sed '1s/,/ , /g; s/^\([a-z]*\),/  \1  ,/; 1s/ submitted/ Submitted/; 2i\
,,,'; }
for filter in with_mark semicolons tabs crlf old_mac utf16 utf16be excel \
  latin1 spaced; do
  filtered $filter $filter
done

# What cannot be read is refused with its line and the reason.
due() { # WORDS TEXT
  printf '%b' "$2" >"$scratch/bad.csv"
  refused "$1" class --out x --due bad.csv
}
due "bad.csv:2: due is 'soon': a time looks like" 'exercise,due\nperceptron,soon\n'
due "bad.csv:3: due is '01.10.2026'" 'exercise,due\n*,2026-10-01\nxor,01.10.2026\n'
due "bad.csv:2: due is '2026-02-31': there is no such day" 'exercise,due\nperceptron,2026-02-31\n'
due "there is no such time of day" 'due\n2026-10-01T25:00\n'
due "there is no such time zone" 'due\n2026-10-01 23:59 -5000\n'
due "bad.csv:4: there is no exercise or chapter 'nonsense'" 'exercise,due\r\n*,2026-10-10\r\n\r\nnonsense,2026-10-10\r\n'
due "bad.csv:1: there is no column 'due'; the first line has: exercise, when" 'exercise;when\n*;2026-10-10\n'
due "there is no column 'due'; the first line has: nothing" ''
due "bad.csv:2: percent_per_day is 'ten', no number" 'due,percent_per_day\n2026-10-10,ten\n'
due "bad.csv:2: days is '-1', no number" 'due;days\n2026-10-10;-1\n'
due "bad.csv:2: this is no CSV" 'exercise,due\n"*"x,2026-10-10\n'
printf 'e\0x\0' >"$scratch/bad.csv"
refused "is no text" class --out x --due bad.csv
printf 'submitted\n2026-10-10\n' >"$scratch/bad.csv"
refused "there is no column 'student'; the first line has: submitted" \
  class --out x --submitted bad.csv
printf 'student;submitted\n;2026-10-10\n' >"$scratch/bad.csv"
refused "bad.csv:2: no student is named" class --out x --submitted bad.csv

# An exercise may be named by its folder, and numbers have a comma.
cat >"$scratch/d.csv" <<'END'
exercise;due;percent_per_day
*;2026-10-31;0
exercises/01-perceptron;2026-10-30;0
exercises/01-perceptron/2-step/step.c;2026-10-01T23:59:59-04:00;12,5 %
END
cp "$scratch/submitted.csv" "$scratch/s.csv"
grade --due d.csv --submitted s.csv || fail "$(cat "$scratch/said")"
expect ben perceptron/step 8.75

# Whoever is not named for what is there is told, and so is who has no folder;
# an empty cell names nobody, and of nothing no time is wanted.
mkdir "$class/absent"
cat >"$scratch/s.csv" <<'END'
student,submitted,exercise
ana,2026-10-01T12:00
ben,
eve,2026-10-01T12:00,perceptron/gate
Nobody Else,2026-10-01T12:00
END
grade --due due.csv --submitted s.csv || fail "$(cat "$scratch/said")"
expect ben perceptron/step 10
case $(mark ben remarks) in
*"s.csv does not tell when all of it came in: taken as punctual."*) ;;
*) fail "ben: '$(mark ben remarks)'" ;;
esac
sed -n '/id="questions"/,/<\/ul>/p' "$out/report.html" >"$scratch/top"
grep -q 's.csv does not tell when all the work of 3 students came in. .*>ben<' \
  "$scratch/top" || fail "not in the report: $(cat "$scratch/top")"
grep -q "s.csv:5 names 'Nobody Else', who has no folder" "$scratch/top" ||
  fail "no folder: $(cat "$scratch/top")"
grep -q "course: s.csv:5 names 'Nobody Else', who has no folder" \
  "$scratch/said" || fail "no folder: $(cat "$scratch/said")"
grep -q "s.csv:.* names 'ana'" "$scratch/top" && fail "ana has a folder"
[ -z "$(mark absent remarks)" ] || fail "absent: $(mark absent remarks)"

# A deadline's minute, and its day, last to their ends. Of two times for one
# student the later counts, whatever comes first in the table; two dates for
# the same work are refused.
cat >"$scratch/d.csv" <<'END'
exercise,due,percent_per_day
perceptron,2026-10-24T23:59,10
END
cat >"$scratch/s.csv" <<'END'
student,submitted
ana,2026-10-24T23:59:30Z
ben,2026-10-24
eve,2026-10-26
eve,2026-10-23
END
grade --due d.csv --submitted s.csv || fail "$(cat "$scratch/said")"
expect ana perceptron/step 10
expect ben perceptron/step 10
expect eve perceptron/step 8
echo 'perceptron,2026-10-25,10' >>"$scratch/d.csv"
refused "d.csv: line 2 and line 3 are about the same work" class \
  --out x --due d.csv
exit 0
