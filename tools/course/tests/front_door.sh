#!/bin/sh
# ./course where something is missing or mistyped.
#   front_door.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch/tools" "$scratch/packages"
cp "$source/course" "$scratch"
cp "$source/packages/core" "$scratch/packages"
printf 'surely-no-package\tcommand surely-no-command\n' \
  >>"$scratch/packages/core"
cd "$scratch"

"$source/course" help | grep -q './course book' || fail "help"
status=0
"$source/course" bok 2>said || status=$?
[ $status -eq 2 ] || fail "an unknown command: status $status"
grep -q "no command 'bok'" said || fail "$(cat said)"
status=0
"$source/course" book --paper a5 2>said || status=$?
[ $status -eq 2 ] || fail "a paper that there is not: status $status"
status=0
"$source/course" book --edition teacher 2>said || status=$?
[ $status -eq 2 ] || fail "an edition that there is not: status $status"
grep -q "student or instructor, not 'teacher'" said || fail "$(cat said)"
status=0
./course book --edition instructor 2>said || status=$?
[ $status -eq 1 ] || fail "no solutions: status $status"
grep -q "needs solutions/, which this copy" said || fail "$(cat said)"

# A system with the tools that the script itself uses, and a user of our
# choice; with apt-get or without.
for name in sh cat tr grep dirname head sed touch; do
  ln -s "$(command -v $name)" tools/$name
done
for name in cc addr2line bwrap cmake ninja; do ln -s /bin/true tools/$name; done
printf '#!/bin/sh\necho 1000\n' >tools/id
chmod +x tools/id

status=0
PATH=$scratch/tools ./course check 2>said || status=$?
[ $status -eq 1 ] || fail "an unknown system: status $status, $(cat said)"
grep -q 'Missing: surely-no-package$' said || fail "$(cat said)"
grep -q 'no apt-get' said || fail "$(cat said)"

printf '#!/bin/sh\ntouch apt-get-was-run\n' >tools/apt-get
chmod +x tools/apt-get
status=0
PATH=$scratch/tools ./course check 2>said || status=$?
[ $status -eq 1 ] || fail "without root: status $status"
grep -q 'apt-get install .*surely-no-package$' said || fail "$(cat said)"
[ ! -e apt-get-was-run ] || fail "apt-get without root"

printf '#!/bin/sh\necho 0\n' >tools/id
status=0
PATH=$scratch/tools ./course check >/dev/null 2>said || status=$?
[ $status -eq 1 ] || fail "installed in vain: status $status"
[ -e apt-get-was-run ] || fail "root, and nothing installed"
grep -q 'yet not found: surely-no-package' said || fail "$(cat said)"
exit 0
