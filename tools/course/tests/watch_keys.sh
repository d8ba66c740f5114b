#!/bin/sh
# The keys of ./course watch, on a terminal; and that the terminal is as it
# was, however it ends.
#   watch_keys.sh SOURCE TOOL ON_TERMINAL SCRATCH
set -eu
source=$1 tool=$2 on_terminal=$3 scratch=$4
fail() { echo "FAILED: $*"; cat screen; exit 1; }
rm -rf "$scratch"
mkdir -p "$scratch"
cp -R "$source/exercises" "$source/chapters" "$scratch"
cd "$scratch"
list=$(dirname "$(dirname "$tool")")/exercises.tsv
first=$(sed -n 1p "$list" | cut -f1)
second=$(sed -n 2p "$list" | cut -f1)
folder=$(sed -n 1p "$list" | cut -f2)
file=$folder/${first#*/}.c
if "$tool" worked-on | grep -q "$file"; then
  echo "$file is no empty one"
  exit 77
fi
cp "$file" fresh.c
mkfifo typed
terminal='' watcher=''
trap 'kill $terminal $watcher 2>/dev/null || :' EXIT # when it fails

# Begins to watch on a terminal; keys are typed by `press`.
begin() {
  : >screen
  "$on_terminal" "$tool" watch "$@" <typed >>screen &
  terminal=$!
  exec 3>typed
  see 'q quit'
}
press() { : >screen; printf '%b' "$1" >&3; }
see() {
  for _ in $(seq 100); do
    ! grep -q "$1" screen || return 0
    sleep 0.1
  done
  fail "not on the screen: $1"
}
ends_with() {
  exec 3>&-
  status=0
  wait "$terminal" || status=$?
  [ "$status" -eq "$1" ] || fail "$2: ended with $status"
}
process() { tr -d '\r' <screen | sed -n 's/^process //p'; }

# Hints, one more at each key; the list; the line about the keys again.
begin
grep -q 'h hint, n next, l list' screen || fail "the keys are not named"
press h
see 'hint 1 of'
see 'q quit'
press h
see 'hint 2 of'
see 'q quit'
press l
see "$second"
see 'q quit'

# Reset asks first, and then keeps what was there.
press ''
echo '/* mine */' >>"$file"
see 'q quit'
press r
see '(y/n)'
press n
see 'no'
see 'q quit'
grep -q mine "$file" || fail "reset, though the answer was no"
press r
see '(y/n)'
press y
see 'What you had is in'
see 'q quit'
cmp -s fresh.c "$file" || fail "not reset"
[ -f "$file.kept-1" ] || fail "what was there is lost"

# The next one, which h is then about; a key that means nothing; q.
press n
see "$second"
see 'q quit'
press 'xh'
see "$second.*, hint 1 of"
press q
ends_with 0 q

# One exercise: the next one is beyond it.
begin "$first"
press n
see "$second"
see 'q quit'

# Suspended and continued, it still has its keys.
press '\032'
see stopped
press h
see 'hint 2 of'
press '\004'
ends_with 0 'Ctrl-D'

# The reference, where the edition has it, once it is solved.
if [ -d "$source/solutions" ]; then
  cp -R "$source/solutions" .
  begin "$first"
  grep -q 's solution' screen && fail "a solution before it is solved"
  press s
  see 'is for afterwards'
  see 'q quit'
  press ''
  cp "solutions/${folder#exercises/}/${first#*/}.c" "$file"
  see 's solution'
  press s
  see "$first, the reference"
  see 's solution'
  press q
  ends_with 0 q
  rm -r solutions
  begin "$first"
  grep -q 's solution' screen && fail "a solution that is not there"
  press 'sh'
  see 'hint 1 of'
  grep -q 'solution' screen && fail "a key without a meaning"
  press q
  ends_with 0 q
  cp fresh.c "$file"
fi

# Every end leaves the terminal as it was.
begin "$first"
press '\003'
ends_with 0 'Ctrl-C'
begin "$first"
press '\034'
ends_with 131 'Ctrl-backslash'
for end in TERM:0 SEGV:139 ABRT:134 HUP:129; do
  begin "$first"
  kill -"${end%:*}" "$(process)"
  ends_with "${end#*:}" "SIG${end%:*}"
done
begin "$first"
press 'r'
see '(y/n)'
press '\003'
ends_with 0 'Ctrl-C at the question'
cmp -s fresh.c "$file" || fail "reset by Ctrl-C"

# Not a terminal: keys mean nothing.
echo q | "$tool" watch "$first" >screen &
watcher=$!
see 'Ctrl-C to stop'
sleep 1
kill -0 $watcher 2>/dev/null || fail "a key that came from a pipe"
grep -q 'q quit' screen && fail "keys are named where there are none"
kill $watcher
exit 0
