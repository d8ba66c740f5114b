#!/bin/sh
# shellcheck disable=SC2016 # what stands in single quotes is for others
# A machine that has a bad day: no namespaces, no room, killed, two runs at
# once, a student who takes all the time. No honest student loses a point.
#   bad_day.sh COURSE CLASS-TOOL SCRATCH
set -eu
course=$1 tool=$2 scratch=$3
cd "$course"
step=solutions/01-perceptron/2-step/step.c
[ -f $step ] || { echo "no solutions here"; exit 77; }
for disk in small tight/work/tmp; do # of a run that failed
  ! mountpoint -q "$scratch/$disk" 2>/dev/null || umount -l "$scratch/$disk"
done
rm -rf "$scratch"
mkdir -p "$scratch/class" "$scratch/small" "$scratch/tools"
out=$scratch/out said=$scratch/said
fail() { echo "FAILED: $*"; cat "$said"; exit 1; }
umask 077
printf '%064d\n' 7 >"$scratch/a.key"
COURSE_CALLED_FROM=$scratch
export COURSE_CALLED_FROM

for student in ana ben cem dia eva fay; do
  mkdir "$scratch/class/$student"
  { cat $step; echo "/* $student */"; } >"$scratch/class/$student/step.c"
done
cp "$(dirname "$(dirname "$tool")")/answers/01-perceptron/2-step/wrong/updates-always.c" \
  "$scratch/class/fay/step.c"
mkdir "$scratch/class/gus"
echo 'int fires(' >"$scratch/class/gus/step.c"
grade() { # ARGUMENTS...
  "$tool" grade class --only perceptron/step --key a.key "$@" >"$said" 2>&1
}
right() { # what the gradebook has to say, whatever happened before
  cut -d , -f 1,2,3,5 "$out/gradebook.csv" | cmp -s - "$scratch/right" ||
    fail "$1: $(cat "$out/gradebook.csv")"
}
grade --out "$out" || fail "to begin with"
cut -d , -f 1,2,3,5 "$out/gradebook.csv" >"$scratch/right"
grep -q '"ana",10,10,graded' "$scratch/right" || fail "ana's points"

# The key is in nothing that anybody is shown, and nor is a seed.
grep -rlE '0{63}7|"seed"' "$out" && fail "the key or a seed is shown"
grep -rl seed "$out/feedback" "$out/results" "$out/report.html" && fail "a seed"
# The same work gets the same mark with it in another run.
cp "$out/results/fay.json" "$scratch/fay.json"
grade --out "other" || fail "again"
cmp -s "$scratch/fay.json" "$scratch/other/results/fay.json" ||
  fail "another run asked something else"
# With another key something else is asked, and both cannot be merged.
printf '%064d\n' 8 >"$scratch/b.key"
grade --key "b.key" --out "other-key" || fail "another key"
cmp -s "$scratch/fay.json" "$scratch/other-key/results/fay.json" &&
  fail "another key asks the same"
"$tool" merge "$out" other-key --out "merged" \
  >"$said" 2>&1 && fail "merged with another key"
grep -q 'different keys' "$said" || fail "different keys"
chmod g+r "$scratch/b.key"
grade --key "b.key" --out "x" && fail "a key for all to see"
grep -q 'others can read the key' "$said" || fail "a key for all to see"
echo 12 >"$scratch/c.key"
grade --key "c.key" --out "x" && fail "no key"
grep -q 'is no key of a class' "$said" || fail "no key"

# Two runs on one folder: the second says so. The first is stopped while it
# holds the folder.
rm -r "$out"
"$tool" grade class --only perceptron/step --key a.key --jobs 1 \
  --out "$out" >"$scratch/first" 2>&1 &
first=$!
for _ in $(seq 400); do
  [ ! -f "$out/work/lock" ] || flock -n "$out/work/lock" true || break
  sleep 0.05
done
kill -STOP $first
grade --out "$out" && fail "two runs on one folder"
grep -q 'another ./course grade or merge is at work' "$said" || fail "two runs"
kill -CONT $first
wait $first || fail "the first of two: $(cat "$scratch/first")"
right "the first of two runs"

# Killed again and again, with nothing kept: what it had started ends as
# well, and the marks are the same.
for delay in 0.1 0.3 0.6; do
  rm -rf "$out/work/cache" "$out/results"
  "$tool" grade class --only perceptron/step --key a.key --jobs 3 \
    --out "$out" >"$scratch/first" 2>&1 &
  first=$!
  sleep $delay
  kill -KILL $first 2>/dev/null || :
  wait $first 2>/dev/null || :
  grade --out "$out" || fail "after it was killed"
  right "killed after $delay"
done
left=$(pgrep -af -- "$out/work" || :)
if [ -n "$left" ]; then # it takes a moment to die
  sleep 2
  left=$(pgrep -af -- "$out/work" || :)
fi
[ -z "$left" ] || fail "still running: $left"

# Namespaces are not to be had from the second student on.
mkdir "$scratch/path"
cat >"$scratch/path/bwrap" <<END
#!/bin/sh
[ ! -e "$scratch/broken" ] || {
  echo 'bwrap: Creating new namespace failed: No space left on device' >&2
  exit 1
}
PATH=$PATH exec bwrap "\$@"
END
chmod +x "$scratch/path/bwrap"
if grep -q '"ana",.*,bubblewrap' "$out/gradebook.csv"; then
  rm -r "$out/work/cache" "$out/results"
  (
    for _ in $(seq 200); do
      [ -n "$(ls "$out/work/cache" 2>/dev/null)" ] && break
      sleep 0.02
    done
    touch "$scratch/broken"
  ) &
  PATH=$scratch/path:$PATH grade --out "$out" --jobs 1 && fail "trouble, and status 0"
  wait
  grep -q '"trouble"\|,trouble,' "$out/gradebook.csv" || fail "no trouble"
  [ "$(wc -l <"$out/gradebook.csv")" -eq 8 ] || fail "somebody is not listed"
  grep -qE '"(dia|eva|fay)",0,' "$out/gradebook.csv" && fail "a zero for trouble"
  grep -q 'tries it again' "$said" || fail "what to do"
  grep -rq 'not-graded' "$out/work/cache" && fail "trouble is kept"
  grep -q 'fay.*: no mark yet' "$out/feedback/fay.md" || fail "fay has a mark"
  rm "$scratch/broken"
  grade --out "$out" || fail "healed"
  right "after trouble"

  # For a moment only.
  rm -r "$out/work/cache" "$out/results"
  cat >"$scratch/path/bwrap" <<END
#!/bin/sh
number=\$(ls "$scratch/calls" | wc -l)
touch "$scratch/calls/\$\$"
case \$number in
9 | 14) echo 'cc1: fatal error: No space left on device' >&2; exit 12 ;;
esac
PATH=$PATH exec bwrap "\$@"
END
  mkdir "$scratch/calls"
  PATH=$scratch/path:$PATH grade --out "$out" --jobs 1 || fail "for a moment"
  [ "$(find "$scratch/calls" -type f | wc -l)" -gt 15 ] || fail "no calls"
  right "trouble that was soon over"
fi

# A run that did not come to a student leaves no old mark behind as a new one.
{ cat $step; echo 'int broken('; } >"$scratch/class/ana/step.c"
mkdir "$scratch/no-ctest"
for name in bwrap sh; do ln -s "$(command -v $name || echo /bin/false)" "$scratch/no-ctest/$name"; done
PATH=$scratch/no-ctest grade --out "$out" && fail "without ctest"
"$scratch/no-ctest/sh" -c : # it is there
grep -q '"ana",trouble' "$out/gradebook.csv" ||
  fail "ana's old mark stands: $(cat "$out/gradebook.csv")"
grep -q 'ctest could not be started' "$said" || fail "no word of ctest"
{ cat $step; echo '/* ana */'; } >"$scratch/class/ana/step.c"
grade --out "$out" || fail "with ctest again"
right "after a run without ctest"

# What happens to the second of the two programs alone is doubted as well: this
# one loops where memory is filled in one of the two ways.
for byte in 85 170; do
  sed "s/^{/&/; 0,/{\$/s//{ volatile unsigned char *p = malloc(64); if (p[40] == $byte) for (;;) p[0]++;/" \
    $step | sed '1i #include <stdlib.h>' >"$scratch/twin.c"
  "${tool%class-tool}course-tool" grade-file perceptron/step "$scratch/twin.c" >"$said" 2>&1 || fail "record"
  grep -q '^part=fires.*event=time-out' "$said" || fail "byte $byte"
done

# Whole disks, disks without room for files, disks that nothing runs from.
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=2500k none "$scratch/small" 2>"$said"
then
  grade --out small/out && fail "hardly any room"
  grep -q 'has room for [0-9] MB; grading' "$said" || fail "hardly any room"
  umount -l "$scratch/small"
  mount -t tmpfs -o nr_inodes=100 none "$scratch/small"
  grade --out small/out && fail "hardly any files"
  grep -q 'more files only' "$said" || fail "hardly any files"
  umount -l "$scratch/small"
  mount -t tmpfs -o noexec none "$scratch/small"
  grade --out small/out --sandbox landlock && fail "noexec"
  grep -q 'this machine cannot grade' "$said" || fail "noexec"
  umount -l "$scratch/small"

  # Room enough for a small program and not for a student's.
  mkdir -p "$scratch/tight/work/tmp"
  for size in 900k 960k 1020k 1080k; do
    rm -rf "$scratch/tight/work/cache" "$scratch/tight/results"
    mount -t tmpfs -o size=$size none "$scratch/tight/work/tmp"
    grade --out tight --jobs 1 || :
    umount -l "$scratch/tight/work/tmp"
    [ ! -f "$scratch/tight/gradebook.csv" ] ||
      ! grep -qE '"(ana|ben|cem|dia|eva)",0' "$scratch/tight/gradebook.csv" ||
      fail "$size: $(cat "$scratch/tight/gradebook.csv")"
    rm -f "$scratch/tight/gradebook.csv"
  done
fi

# Loops that do not end in everything: the time for them is used up, for
# this student alone.
mkdir "$scratch/class/zed"
for name in perceptron-step perceptron-train perceptron-margin; do
  slug=$(echo $name | sed 's|-|/[0-9]-|')
  file=$(find exercises -path "*$slug/*.c" -name "${name#*-}.c")
  sed 's|/\* Your code here. \*/|for (volatile int i = 0;;) i++;|' "$file" \
    >"$scratch/class/zed/$name.c"
done
"$tool" grade class --only perceptron --key a.key --budget 3 \
  --out budget >"$said" 2>&1 || fail "a budget"
grep -q 'used up the time' "$scratch/budget/feedback/zed.md" || fail "no word of the budget"
grep -q '"zed",,0,0,0' "$scratch/budget/gradebook.csv" || fail "zed has points"
grep -q '"ana",.*10' "$scratch/budget/gradebook.csv" || fail "ana has none"
cp "$scratch/budget/gradebook.csv" "$scratch/first.csv"
"$tool" grade class --only perceptron --key a.key --budget 3 \
  --out budget >"$said" 2>&1 || fail "a budget, again"
cmp "$scratch/first.csv" "$scratch/budget/gradebook.csv" ||
  fail "the same command, other marks"
exit 0
