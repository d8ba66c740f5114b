#!/bin/sh
# Zips in what is handed in: looked into like folders, and never harmful.
#   zips.sh COURSE CLASS-TOOL SCRATCH ZIP-MAKER
set -eu
course=$1 tool=$2 scratch=$3 make_zip=$4
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
good=$(pwd)/$solution/step.c

# zipped STUDENT/FILE.zip NAME=FILE...
zipped() {
  to=$class/$1
  mkdir -p "$(dirname "$to")"
  shift
  "$make_zip" "$to" "$@" || fail "no zip $to"
}
zipped place/work.zip exercises/01-perceptron/2-step/step.c="$good"
zipped "below/my work.zip" "homework/exercises/01-perceptron/2-step/step.c=$good"
zipped flat/work.ZIP step.c="$good" ._step.c="$wrong" build/step.c="$wrong" \
  __MACOSX/._step.c="$wrong"
zipped windows/work.zip 'exercises\01-perceptron\2-step\step.c'="$good"
# What lies outside of a zip is meant.
zipped both/a.zip step.c="$wrong"
put "$good" both/step.c
zipped two/a.zip step.c="$good"
zipped two/b.zip step.c="$wrong"
# One in another is unpacked, and not the next.
zipped nested/x.zip step.c="$good"
mv "$class/nested/x.zip" "$scratch/inner.zip"
zipped nested/outer.zip inner.zip="$scratch/inner.zip"
cp "$class/nested/outer.zip" "$scratch/outer.zip"
zipped deep/outest.zip outer.zip="$scratch/outer.zip"

# Names that lead elsewhere.
for name in /tmp/course-zip-test/step.c ../../../../../escaped.c \
  a/../../../../../../escaped.c 'C:\step.c' '..\..\..\escaped.c'; do
  number=$((${number-0} + 1))
  zipped "elsewhere $number/work.zip" "$name=$good"
done
# Links, passwords, one name twice, a file where a folder is to be.
zipped link/work.zip step.c=@/etc/passwd
zipped link2/work.zip a=@/etc a/step.c="$good"
zipped password/work.zip "step.c=!$good"
zipped twice/work.zip step.c="$good" './step.c'="$wrong"
# Bombs: one that becomes very large, many that become large, many entries.
head -c 35000000 /dev/zero >"$scratch/zeros"
zipped bomb/work.zip step.c="$scratch/zeros"
zipped large/work.zip "a.c=^$scratch/zeros" "b.c=^$scratch/zeros" \
  exercises/01-perceptron/2-step/step.c="$good"
rm "$scratch/zeros"
seq -f "f%g.txt=$good" 20100 | tr '\n' '\0' |
  (cd "$scratch" && xargs -0 "$make_zip" many.zip) || fail "many"
mkdir "$class/many" && mv "$scratch/many.zip" "$class/many"
# No zips at all, and half of one.
mkdir "$class/no zip" "$class/half"
echo hello >"$class/no zip/work.zip"
head -c 200 "$class/place/work.zip" >"$class/half/work.zip"
: >"$class/half/nothing.zip"

grade || fail "grade: $(cat "$scratch/said")"

for student in place below flat windows nested; do
  expect "$student" perceptron/step 10
  asks_nothing "$student"
done
expect both perceptron/step ''
asks both "'a.zip/step.c' and 'step.c' could both be perceptron/step"
expect two perceptron/step ''
asks two "'a.zip/step.c' and 'b.zip/step.c' could both be perceptron/step"
expect deep perceptron/step ''
asks deep "is a zip in a zip in a zip"
while [ "$number" -gt 0 ]; do
  expect "elsewhere $number" perceptron/step ''
  asks "elsewhere $number" "would lie outside of the archive's folder"
  number=$((number - 1))
done
[ ! -e /tmp/course-zip-test ] || fail "an absolute name was written"
[ -z "$(find "$scratch" -name 'escaped.c')" ] || fail "a file has escaped"
asks link "'work.zip' was not unpacked, or not all of it. The entry 'step.c' is a link"
grep -q root: "$out/results/link.json" && fail "a link was followed"
asks link2 "is a link"
expect link2 perceptron/step 10 # a folder of that name, and no link
expect password perceptron/step ''
asks password "It wants a password"
asks twice "work.zip"
expect bomb perceptron/step ''
asks bomb "would become more than 200 times as large"
asks large "It holds more than 64 MiB"
asks many "It holds more than 20000 files"
asks "no zip" "It cannot be read: Not a zip archive"
asks half "'work.zip' was not unpacked"
[ -z "$(ls -A "$out/work/tmp")" ] || fail "left in the temporary folder"
exit 0
