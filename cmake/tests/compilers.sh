#!/bin/sh
# shellcheck disable=SC2016 # what stands in single quotes is for others
# A right answer gets full marks however the course was compiled: through a
# wrapper such as ccache, and with flags of the environment.
#   compilers.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
fail() { echo "FAILED, $what: $*"; exit 1; }
[ -d "$source/solutions" ] || { echo "no solutions here"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch/wrapped" "$scratch/class/ana"
cp "$source"/solutions/01-perceptron/2-step/step.c "$scratch/class/ana"
(umask 077 && printf '%064d\n' 1 >"$scratch/a.key")

# As ccache does it: called by its own name it takes the compiler as an
# argument, called by the compiler's name it looks for that further on.
cat >"$scratch/ccache" <<'END'
#!/bin/sh
name=$(basename "$0")
[ "$name" != ccache ] || { name=$1; shift; }
exec /usr/bin/"$name" "$@"
END
chmod +x "$scratch/ccache"
for name in cc gcc; do ln -s ../ccache "$scratch/wrapped/$name"; done

# A wrapper or a flag is for one file what it is for any other: two exercises
# show as much as all of them.
few=$scratch/course
"$source/cmake/tests/small_course.sh" "$source" "$few" >"$scratch/said" 2>&1 ||
  few=$source # it has no history

try() { # COURSE WHAT SETTINGS...
  course=$1 what=$2
  shift 2
  rm -rf "$scratch/build" "$scratch/out"
  env "$@" cmake --preset default -S "$course" -B "$scratch/build" \
    -D CMAKE_BUILD_TYPE=None \
    >"$scratch/said" 2>&1 || fail "$(tail -n 20 "$scratch/said")"
  nice cmake --build "$scratch/build" -j 1 \
    --target class-tool graders driver-perceptron-step \
    >"$scratch/said" 2>&1 || fail "$(tail -n 20 "$scratch/said")"
  (cd "$course" && "$scratch"/build/tools/class-tool grade "$scratch/class" \
    --only perceptron/step --key "$scratch/a.key" --out "$scratch/out") \
    >"$scratch/said" 2>&1 || fail "$(cat "$scratch/said")"
  grep -q '"ana",10,10' "$scratch/out/gradebook.csv" ||
    fail "$(cat "$scratch/out/gradebook.csv" "$scratch/out/feedback/ana.md")"
}
try "$few" "ccache in PATH" PATH="$scratch/wrapped:$PATH"
try "$few" "CC is ccache gcc" PATH="$scratch:$PATH" CC="ccache gcc"
try "$few" "CFLAGS=-flto" CFLAGS=-flto
try "$few" "CFLAGS=-march=native" CFLAGS=-march=native

# A compiler that is killed, as by a kernel without memory, is no student's
# fault: no mark, and status 1. Where it compiles again, all is well.
mkdir -p "$scratch/killed/bin"
cat >"$scratch/killed/bin/gcc" <<'END'
#!/bin/sh
case " $* " in *" -S "*step.c*)
  if [ -e "${0%/bin/*}/now" ]; then
    echo 'gcc: fatal error: Killed signal terminated program cc1' >&2
    exit 4
  fi ;;
esac
exec /usr/bin/gcc "$@"
END
chmod +x "$scratch/killed/bin/gcc"
try "$few" "a compiler of one's own" CC="$scratch/killed/bin/gcc"
touch "$scratch/killed/now"
rm -r "$scratch/out"
(cd "$course" && "$scratch"/build/tools/class-tool grade "$scratch/class" \
  --only perceptron/step --key "$scratch/a.key" --out "$scratch/out") \
  >"$scratch/said" 2>&1 && fail "killed, and status 0"
grep -q '"ana",trouble,,' "$scratch/out/gradebook.csv" ||
  fail "killed: $(cat "$scratch/said" "$scratch/out/gradebook.csv")"
exit 0
