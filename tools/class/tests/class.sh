#!/bin/sh
# A small class from folders to marks: layouts, oddities, lateness, a run
# that is killed, shards.
#   class.sh COURSE CLASS-TOOL SCRATCH
set -eu
course=$1 tool=$2 scratch=$3
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
newline='
'

# What students hand in. All but three is the exercise perceptron/step.
put $solution/step.c "as in the course/exercises/01-perceptron/2-step/step.c"
put $solution/step.c "flat/perceptron-step.c"
put $solution/step.c "downloaded/mueller_4711_perceptron-step.c"
put "$wrong" "wrong/step.c"
put solutions/07-rmsprop/1-step/step.c "wrong/Stepper/step/step.c"
put exercises/01-perceptron/5-cycle/cycle.c "wrong/cycle.c"
put $solution/step.c "-leading dash/perceptron_step.c"
put $solution/step.c "two${newline}lines/step.c"
put $solution/step.c '=1+1/step.c'
put solutions/04-chain/4-step/step.c "other step/step.c"
mkdir -p "$class/empty" "$class/odd"
ln -s "$course/$solution/step.c" "$class/odd/step.c"
ln -s / "$class/odd/root"
mkfifo "$class/odd/perceptron-gate.c"
echo "hello" >"$class/odd/notes.txt"
head -c 3000 /dev/zero >"$class/odd/perceptron-train.c"
yes 'int x;' | head -c 400000 >"$class/odd/perceptron-margin.c"
mkdir "$class/broken"
echo 'int fires(' >"$class/broken/step.c"
echo 'loose' >"$class/loose.txt"

cat >"$scratch/due.csv" <<'END'
exercise,due,percent_per_day,days,student
perceptron,2026-10-10,10,3,
*,2026-01-01,100,,
perceptron/step,2026-10-14,10,3,downloaded
END
cat >"$scratch/submitted.csv" <<'END'
student,submitted
flat,2026-10-12T10:00
downloaded,2026-10-12T10:00
wrong,2026-10-20T10:00
END

graded() {
  grade --due due.csv --submitted submitted.csv
}
graded || fail "grade: $(cat "$scratch/said")"

expect "as in the course" perceptron/step 10
expect flat perceptron/step 8 # two days late, 10 % each
expect flat late late
expect downloaded perceptron/step 10 # an extension
expect wrong perceptron/step 0       # too late; the other is RMSprop's
expect "-leading dash" perceptron/step '?'
expect "'-leading dash" perceptron/step 10
expect "'=1+1" perceptron/step 10
expect "two${newline}lines" perceptron/step 10
expect "other step" perceptron/step ''
expect broken perceptron/step 0
expect empty status empty
expect odd perceptron/step ''
expect odd perceptron/gate ''
expect odd perceptron/train 0
expect odd total 0

# What is said about it, and to whom.
odd=$out/results/odd.json
for words in "'step.c' is a link" "'root' is a link" \
  "'perceptron-gate.c' is no plain file" "'notes.txt' is no exercise" \
  "zero bytes in it" "has 400000 bytes"; do
  grep -qF "$words" "$odd" || fail "odd: '$words' is not said"
done
grep -q "'loose.txt' in the class's folder" "$scratch/said" ||
  fail "loose.txt"
grep -q 'updates-always' "$out/report.html" || fail "the misconception"
# Who has not begun has misunderstood nothing, whatever the empty file gives.
grep -qE 'not-written|learns-backwards' "$out/report.html" && fail "misunderstood by not beginning"
grep -q '"untouched": *true' "$out/results/wrong.json" || fail "no empty file in the test"
grep -q 'You change the weights on every example' "$out/report.html" ||
  fail "the misconception's words"
grep -q 'Learning from a mistake' "$out/report.html" || fail "the section"
grep -q 'The perceptron learns from' "$out/feedback/wrong.md" ||
  fail "feedback"
grep -q 'does not compile' "$out/feedback/broken.md" || fail "no compile"
grep -q '<failure' "$out/junit.xml" || fail "junit"
for file in results/flat.json feedback/flat.md gradebook.csv junit.xml \
  report.html; do
  grep -qiE 'bubblewrap|landlock|seccomp|limits' "$out/$file" ||
    fail "no level of the sandbox in $file"
done
[ -z "$(ls -A "$out/work/tmp")" ] || fail "left in the temporary folder"

# Again: nothing is graded anew, and nothing changes.
cp "$out/gradebook.csv" "$scratch/first.csv"
find "$out/work/cache" -newer "$out/gradebook.csv" | grep -q . &&
  fail "the cache is newer than the marks"
touch "$scratch/mark"
graded || fail "the second time: $(cat "$scratch/said")"
cmp "$scratch/first.csv" "$out/gradebook.csv" || fail "other marks"
find "$out/work/cache" -type f -newer "$scratch/mark" | grep -q . &&
  fail "graded again"

# Killed in the middle, it goes on.
rm -r "$out/work/cache" "$out/results"
"$tool" grade class --out out --only perceptron --key a.key --due due.csv \
  --submitted submitted.csv --jobs 1 >/dev/null 2>&1 &
running=$!
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do
  [ "$(find "$out/work/cache" -name '*.json' 2>/dev/null | wc -l)" -ge 2 ] &&
    break
  sleep 0.1
done
pkill -KILL -P $running || :
kill -KILL $running 2>/dev/null || :
wait $running 2>/dev/null || :
graded || fail "after it was killed: $(cat "$scratch/said")"
cmp "$scratch/first.csv" "$out/gradebook.csv" || fail "other marks after that"
[ -z "$(ls -A "$out/work/tmp")" ] || fail "left behind by the killed one"

# In three parts, merged, it is the same.
for part in 1 2 3; do
  "$tool" grade class --out part-$part --only perceptron --key a.key \
    --due due.csv --submitted submitted.csv --shard $part/3 \
    >"$scratch/said" 2>&1 || fail "shard $part: $(cat "$scratch/said")"
done
"$tool" merge part-1 part-2 part-3 --out merged >"$scratch/said" 2>&1 ||
  fail "merge: $(cat "$scratch/said")"
sort "$scratch/first.csv" >"$scratch/sorted"
sort "$scratch/merged/gradebook.csv" | cmp - "$scratch/sorted" ||
  fail "merged, other marks"
for page in "$out" "$scratch/merged"; do
  sed -n '/id="questions"/,/<\/ul>/p' "$page/report.html" | grep -c "<li>"
done | uniq | wc -l | grep -qx 1 || fail "merged, other questions"
grep -q "loose.txt" "$scratch/merged/report.html" ||
  fail "merged, no word of what was left out"
"$tool" merge part-1 part-3 --out two >"$scratch/said" 2>&1 &&
  fail "merged without a part"
grep -q 'the part 2/3 is missing' "$scratch/said" || fail "$(cat "$scratch/said")"
for bad in "part-1 part-1 --out twice" "part-1 part-2 --out part-2"; do
  # shellcheck disable=SC2086 # words
  "$tool" merge $bad >"$scratch/said" 2>&1 && fail "merged: $bad"
done
grep -q 'one of the folders to merge' "$scratch/said" ||
  fail "$(cat "$scratch/said")"

# Marks that were graded for something else are not shown as these.
sed -i 's/"only": "perceptron"/"only": "xor"/' "$scratch/merged/results/flat.json"
"$tool" merge merged --out again >"$scratch/said" 2>&1 &&
  fail "a record of other exercises was taken"
grep -q '1 students are not graded yet' "$scratch/said" ||
  fail "$(cat "$scratch/said")"

# Refusals.
refused "cannot read" nowhere
refused "no folder in it" class/empty --out nothing
refused "no exercise or chapter 'nonsense'" class --out x --only nonsense
refused "inside the class's folder" class --out class/out
refused "has the marks of perceptron; those of xor/hand would replace them" \
  class --out out --only xor/hand
"$tool" grade class --only perceptron/step --key a.key >"$scratch/said" 2>&1 ||
  fail "without --out: $(cat "$scratch/said")"
[ -s "$class-graded-perceptron-step/gradebook.csv" ] ||
  fail "without --out, the marks are elsewhere"
refused "lies in a folder that every compiler can read" \
  class --out x --due /usr/bin/env
refused "--jobs is from 1" class --out x --jobs 0
refused "no option --fast" class --out x --fast

# For services: the words that they read.
"$tool" gradescope class/wrong --out gradescope.json --only perceptron \
  --key a.key >"$scratch/said" 2>&1 || fail "gradescope: $(cat "$scratch/said")"
"$tool" classroom class/flat --out classroom.json --only perceptron \
  --key a.key >"$scratch/said" 2>&1 || fail "classroom: $(cat "$scratch/said")"
node -e '
  const read = name => JSON.parse(require("fs").readFileSync(name))
  const check = (what, good) => {
    if (!good) { console.log("FAILED:", what); process.exit(1) }
  }
  // The keys and values that Gradescope documents.
  const results = read(process.argv[1] + "/gradescope.json")
  const top = ["score", "execution_time", "output", "output_format",
    "test_output_format", "test_name_format", "visibility",
    "stdout_visibility", "extra_data", "tests", "leaderboard"]
  const each = ["score", "max_score", "status", "name", "name_format",
    "number", "output", "output_format", "tags", "visibility", "extra_data"]
  check("top keys", Object.keys(results).every(key => top.includes(key)))
  check("score", results.score == results.tests.reduce(
    (sum, test) => sum + test.score, 0))
  for (const test of results.tests) {
    check("keys", Object.keys(test).every(key => each.includes(key)))
    check("range", test.score >= 0 && test.score <= test.max_score)
    check("status", ["passed", "failed"].includes(test.status))
    check("visibility", ["visible", "hidden", "after_due_date",
      "after_published"].includes(test.visibility))
  }
  const step = results.tests.find(test => test.name == "perceptron/step")
  check("partial points", step.score > 0 && step.score < step.max_score)
  check("words", step.output.includes("learns from mistakes only"))
  const classroom = read(process.argv[1] + "/classroom.json")
  check("version", classroom.version == 1)
  check("max", classroom.max_score == results.tests.reduce(
    (sum, test) => sum + test.max_score, 0))
  check("points", classroom.tests.reduce(
    (sum, test) => sum + test.score, 0) == 10)' "$scratch" || exit 1
exit 0
