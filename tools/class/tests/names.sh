#!/bin/sh
# Names of students and of files: in any writing, of any length, with
# anything in them.
#   names.sh COURSE CLASS-TOOL SCRATCH
set -eu
course=$1 tool=$2 scratch=$3
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
escape=$(printf '\033') newline='
'
composed="Zoë" decomposed=$(printf 'Zoe\314\210')
[ "$composed" != "$decomposed" ] || fail "this editor composes"

# Folders in one writing, and in the CSV files in another.
for student in "$decomposed" "Ana  Perez " "BEN" "Ulf" "ulf" "Ida" "IDA"; do
  put $solution/step.c "$student/perceptron-step.c"
done
cat >"$scratch/due.csv" <<END
exercise,due,percent_per_day,student
perceptron,2026-10-01,10,
perceptron,2026-10-08,10,ben
END
cat >"$scratch/submitted.csv" <<END
student,submitted
$composed,2026-10-03
 ana perez,2026-10-03
Ben,2026-10-03
Ulf,2026-10-03
ulf,2026-10-01
ida,2026-10-03
END
grade --due due.csv --submitted submitted.csv || fail "$(cat "$scratch/said")"
expect "$decomposed" perceptron/step 8
expect "Ana  Perez " perceptron/step 8
expect BEN perceptron/step 10
expect Ulf perceptron/step 8 # the same writing goes before another
expect ulf perceptron/step 10
expect Ida perceptron/step 10 # nobody can tell
expect IDA perceptron/step 10
remarks IDA "submitted.csv does not tell when"
grep -q "names 'ida', who could be any of 2 folders" "$scratch/said" ||
  fail "ida: $(cat "$scratch/said")"
rm -r "$class" "$out"

# Long ones, of bytes and of characters, that differ at the end only.
long=$(printf 'x%.0s' $(seq 239))
chinese=$(printf '张%.0s' $(seq 80))
spaces="a$(printf ' %.0s' $(seq 238))b"
for student in "${long}1" "${long}2" "$chinese" "$spaces"; do
  put $solution/step.c "$student/perceptron-step.c"
done
# What is no text, what steers terminals, what XML cannot have.
latin1=$(printf 'Gr\366\337e') nonchar=$(printf 'a\357\277\277b')
put $solution/step.c "$latin1/perceptron-step.c"
put $solution/step.c "$nonchar/perceptron-step.c"
put $gate/gate.c "$nonchar/${nonchar}_gate (1).c"
put $solution/step.c "${escape}]0;title/perceptron-step.c"
put $gate/gate.c "${escape}]0;title/gate${escape}[2J.c"
put $solution/step.c "two${newline}lines/perceptron-step.c"
put $solution/step.c "=SUM(A1:A9)/perceptron-step.c"
echo 'char *s = "<&>\"' | tr -d '\n' >"$scratch/odd.c"
printf '\357\277\277\033[2J #error \357\277\277 \1\n' >>"$scratch/odd.c"
put "$scratch/odd.c" "<&>\"'/perceptron-step.c"
: >"$class/${escape}[2Jloose"
put $solution/step.c ".hidden/step.c"
grade || fail "$(cat "$scratch/said")"

for student in "${long}1" "${long}2" "$chinese" "$spaces" "Größe" "a�b" \
  "�]0;title" "two${newline}lines" "'=SUM(A1:A9)"; do
  expect "$student" perceptron/step 10
  grep -qF "$(printf %s "${student#"'"}" | head -n 1)" "$out/report.html" ||
    fail "$student is not in the report"
done
expect "<&>\"'" perceptron/step 0
[ "$(find "$out/feedback" -name '*.md' | wc -l)" = 10 ] || fail "feedback"
head -c 3 "$out/gradebook.csv" | od -An -tx1 | grep -q 'ef bb bf' ||
  fail "Excel would garble the gradebook"

# JUnit names students as they are, and is XML; nothing on the terminal is
# more than text; the instructor hears of folders that are left out.
grep -qF 'name="=SUM(A1:A9)"' "$out/junit.xml" || fail "junit: the name"
node -e '
  const text = require("fs").readFileSync(process.argv[1])
  const decoded = new TextDecoder("utf-8", { fatal: true }).decode(text)
  const odd = decoded.match(
    /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|&(?!(amp|lt|gt|quot);)/u)
  if (odd) { console.log("FAILED: in junit.xml:", odd); process.exit(1) }' \
  "$out/junit.xml" || exit 1
for file in "$scratch/said" "$out/report.html" "$out/gradebook.csv" \
  "$out"/feedback/*.md; do
  tr -d '\n\t' <"$file" | LC_ALL=C grep -q '[[:cntrl:]]' &&
    fail "control characters in $file"
done
grep -q "folder '.hidden' begins with a dot" "$scratch/said" ||
  fail "a hidden folder: $(cat "$scratch/said")"
grep -qF "�[2Jloose' in the class's folder is no folder" "$scratch/said" ||
  fail "a loose file: $(cat "$scratch/said")"

# Feedback tells neither the seed nor where the instructor keeps things.
tells_no_place() {
  for file in "$out"/feedback/*.md; do
    grep -qE "[sS]eed|$scratch|$course|/work/tmp" "$file" &&
      fail "$file: $(cat "$file")"
  done
  return 0
}
tells_no_place
mv "$class" "$scratch/names"
mkdir -p "$class/absent" "$class/double"
sed "s/learn/lern/" $solution/step.c >"$class/absent/step.c"
{ cat $solution/step.c; echo "void message_read(void) {}"; } \
  >"$class/double/step.c"
for level in bubblewrap landlock limits; do
  rm -r "$out"
  grade --sandbox $level || fail "$level: $(cat "$scratch/said")"
  expect absent perceptron/step 0
  grep -q "undefined reference" "$out/feedback/absent.md" || fail absent
  tells_no_place
done
mv "$scratch/names/"* "$class"

# Many names of many bytes, for Gradescope: a result, and it is all there.
many=$class/many
for number in $(seq 45); do
  put "$scratch/odd.c" "many/$(printf '测%.0s' $(seq 60))$number.c"
done
put $solution/step.c "many/perceptron-step.c"
"$tool" gradescope class/many --out gradescope.json --only perceptron/step \
  >"$scratch/said" 2>&1 || fail "gradescope: $(cat "$scratch/said")"
node -e '
  const results = JSON.parse(require("fs").readFileSync(process.argv[1]))
  if (results.score != 10 || "seed" in results.extra_data ||
    !results.output.includes("测1")) {
    console.log("FAILED:", results)
    process.exit(1)
  }' "$scratch/gradescope.json" || exit 1
[ -d "$many" ] || exit 1
exit 0
