#!/bin/sh
# The course configures where a tool is missing, whichever it is, and names
# nothing that is not there; where one is missing without which nothing can
# be built, it says which package has it.
#   configure_without.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
tab=$(printf '\t')
failures=0
rm -rf "$scratch"
mkdir -p "$scratch"
fail() {
  echo "FAILED, without $package: $*"
  failures=$((failures + 1))
}

# A package without which nothing can be built, and one that CMake cannot be
# blind for, since it needs it itself.
needed() {
  case $package in zlib1g-dev | libjansson-dev) return 0 ;;
  *) return 1 ;;
  esac
}
itself() {
  case $package in gcc | libc6-dev | cmake | ninja-build) return 0 ;;
  *) return 1 ;;
  esac
}

try() { # NAME
  status=0
  cmake --preset default -S "$source" -B "$scratch/build" -D HIDE="$1" \
    -D CMAKE_PROJECT_TOP_LEVEL_INCLUDES="$source/cmake/tests/hide.cmake" \
    >"$scratch/said" 2>&1 || status=$?
  if needed; then
    [ $status -ne 0 ] || fail "it configures all the same"
    grep -q "$package" "$scratch/said" || fail "$(cat "$scratch/said")"
    return
  fi
  if [ $status -ne 0 ]; then
    fail "$(cat "$scratch/said")"
    return
  fi
  # In a dry run ninja stops where CMake would run again, by build.ninja.
  cp "$scratch/build/build.ninja" "$scratch/build/dry.ninja"
  ninja -C "$scratch/build" -f dry.ninja -n all exercises tests book \
    >"$scratch/said" 2>&1 || fail "$(tail -n 3 "$scratch/said")"
  # What is not there is not called: such a test is disabled.
  find "$scratch/build" -name CTestTestfile.cmake -exec cat {} + |
    awk '/^add_test/ { lost = /NOTFOUND/; test = $0 }
      /^set_tests_properties/ && lost && !/DISABLED/ { print test }' \
      >"$scratch/lost"
  [ ! -s "$scratch/lost" ] || fail "$(head -c 500 "$scratch/lost")"
}

# With everything, nothing is missing.
package=nothing
try ""
ninja -C "$scratch/build" -t query tests-need-more >/dev/null 2>&1 &&
  echo "Of the tests' tools some are not installed here."
tried=0
for group in core grade book test; do
  while IFS="$tab" read -r package _ _ probe; do
    case $package in '' | '#'*) continue ;; esac
    # shellcheck disable=SC2086 # the probe is words
    set -- $probe
    case $1 in command | file) ;; *) continue ;; esac
    name=${2##*/}
    case $name in *'*'*) continue ;; esac
    itself && continue
    try "$name"
    tried=$((tried + 1))
  done <"$source/packages/$group"
done
[ $tried -gt 25 ] || { echo "FAILED: only $tried tools were hidden"; exit 1; }
[ $failures -eq 0 ] || exit 1
echo "$tried tools were hidden, one at a time"
