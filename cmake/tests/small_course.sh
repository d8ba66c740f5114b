#!/bin/sh
# A clone of the course with one chapter and two of its exercises, which is
# quickly built, as tests want it: without optimisation, too. Its index holds
# what the course's folder has now. Exit status 77 where there is no history or no solution.
#   small_course.sh COURSE FOLDER
set -eu
course=$1 folder=$2
chapter=01-perceptron kept='1-gate 2-step'
if [ ! -d "$course/solutions" ]; then
  echo "no solutions here"
  exit 77
fi
if [ "$(git -C "$course" rev-parse --show-toplevel 2>/dev/null || :)" != "$course" ]
then
  echo "this copy of the course has no history"
  exit 77
fi
git clone -q --no-hardlinks "$course" "$folder"
git -C "$course" diff HEAD --binary |
  git -C "$folder" apply --allow-empty --index
cd "$folder"
keep="^chapters/$chapter/
^figures/theme/
^figures/$chapter/"
for exercise in $kept; do
  keep="$keep
^exercises/$chapter/$exercise/
^solutions/$chapter/$exercise/"
done
git ls-files -- chapters exercises figures solutions |
  grep -v -e "$keep" | tr '\n' '\0' | xargs -0 git rm -q -f --
sed -i 's/"RelWithDebInfo"/"None"/' CMakePresets.json
git add CMakePresets.json
