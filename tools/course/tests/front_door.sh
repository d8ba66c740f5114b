#!/bin/sh
# shellcheck disable=SC2016 # what stands in single quotes is for others
# ./course where something is missing or mistyped.
#   front_door.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
fail() { echo "FAILED: $*"; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch/tools/base" "$scratch/packages"
cp "$source/course" "$source/CMakePresets.json" "$scratch"
cp "$source/tools/base/say.sh" "$scratch/tools/base"
cp "$source/packages/core" "$source/packages/sandbox" "$scratch/packages"
printf 'surely-no-package\tno-such-rpm\t?\tcommand surely-no-command\n' \
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
# choice; with apt-get, dnf or brew, or without any.
for name in sh cat tr grep dirname head sed touch rm; do
  ln -s "$(command -v $name)" tools/$name
done
for name in cc addr2line bwrap cmake ninja; do ln -s /bin/true tools/$name; done
pretend() { # NAME LINE: a program
  printf '#!/bin/sh\n%s\n' "$2" >"tools/$1"
  chmod +x "tools/$1"
}
check() { # EXPECTED-STATUS
  status=0
  PATH=$scratch/tools ./course check >out 2>said || status=$?
  [ $status -eq "$1" ] || fail "status $status for $1: $(cat said)"
}
said() { grep -q -e "$1" said || fail "no '$1': $(cat said)"; }
pretend id 'echo 1000'

check 1
said 'Missing: surely-no-package$'
said 'no apt-get, dnf or brew'

pretend apt-get 'echo "apt-get: $*"; touch "$0-was-run"'
check 1
said 'apt-get update && apt-get install .*surely-no-package$'
[ ! -e tools/apt-get-was-run ] || fail "apt-get without root"

# Root: apt-get is told to wait for another one; its words are not ours.
pretend id 'echo 0'
check 1
[ -e tools/apt-get-was-run ] || fail "root, and nothing installed"
said 'apt-get: .*DPkg::Lock::Timeout=[0-9]* install .*surely-no-package'
said 'yet not found: surely-no-package'
[ ! -s out ] || fail "on standard output: $(cat out)"
pretend apt-get 'echo "E: no network"; exit 100'
check 1
said 'could not be installed'

# Another apt is at work: its end is waited for.
pretend sleep 'echo "slept $*"'
pretend apt-get 'case $* in
*update) [ -e "$0-free" ] || { touch "$0-free"; echo "E: Could not get lock"; exit 100; } ;;
*) echo "installing" ;;
esac'
check 1
said 'Waiting for another apt'
said '^slept 5'
said '^installing'
rm tools/apt-get

# What is there under another system's name is there.
pretend dnf 'echo "dnf: $*"'
pretend rpm 'case $* in *no-such-rpm*) exit 1 ;; esac'
check 1
said 'Missing: no-such-rpm$'
said 'dnf: install .*no-such-rpm'
rm tools/dnf
pretend brew 'case $1 in list) [ "$3" != cmake ] ;; *) touch "$0-was-run" ;; esac'
check 1
said 'Missing: .*?surely-no-package'
said 'not to be had from$'
[ ! -e tools/brew-was-run ] || fail "brew was asked for what it has not"
rm tools/brew

# With sudo, root installs and the caller does the rest, to whom belongs
# what was made before.
grep -v '^surely' packages/core >kept
mv kept packages/core
pretend apt-get 'touch "$0-again"'
pretend chown 'echo "chown $*" >>said-to'
pretend sudo 'echo "sudo $*" >>said-to'
mkdir build
status=0
SUDO_UID=1234 SUDO_GID=99 PATH=$scratch/tools ./course check step 2>said ||
  status=$?
[ $status -eq 0 ] || fail "with sudo: status $status, $(cat said)"
grep -qx 'chown -R 1234:99 build' said-to || fail "$(cat said-to)"
grep -q 'sudo .*-u #1234 -g #99 -- .*/course check step$' said-to ||
  fail "$(cat said-to)"

# No root and no bubblewrap: nothing stops, the sandbox is a weaker one.
rm tools/bwrap tools/apt-get
rm -r build
pretend id 'echo 1000'
pretend mkdir ':'
status=0
PATH=$scratch/tools ./course check >out 2>said || status=$?
said 'Going on without: the sandbox will be a weaker one'

# Tests of exercises want neither the book's packages nor the book.
mkdir -p build
printf 'surely-no-book\t?\t?\tcommand surely-no-book\n' >packages/book
: >packages/grade
: >packages/test
: >packages/translation
rm tools/cmake
pretend cmake 'echo "cmake $*" >>called'
pretend ctest 'echo "ctest $*" >>called'
pretend getconf 'echo 2'
pretend bwrap ':'
run_tests() {
  rm -f called
  status=0
  PATH=$scratch/tools ./course test "$@" >out 2>said || status=$?
}
for choice in "-R exercise.perceptron/step" "-R ^mutation" "-Rcorpus.xor" \
  "--tests-regex tools.class" "-L attack"; do
  # shellcheck disable=SC2086 # words
  run_tests $choice
  [ $status -eq 0 ] || fail "test $choice: status $status, $(cat said)"
  grep -q '^cmake --build build --target unit-tests exercises$' called ||
    fail "test $choice builds: $(cat called)"
  grep -q 'ctest --preset all' called || fail "test $choice runs nothing"
done
for choice in "-R book" "-R perceptron" "-L slow" "-R exercise|book" "-V"; do
  # shellcheck disable=SC2086 # words
  run_tests $choice
  [ $status -eq 1 ] || fail "test $choice: status $status"
  said 'surely-no-book'
done
exit 0
