#!/bin/sh
# Records the tables of the chapters that have some (nn/recorded.h), behind
# `./course measure [CHAPTER]`: those that are missing, or that another state
# of the programs made. What is interrupted goes on the next time.
#   measure.sh BUILD [CHAPTER]     in the course's folder; CHAPTER as in
#                                  05-descent or descent
set -eu
build=$1 wanted=${2-}
. tools/base/say.sh

# What the tables are measured on, in a line.
machine() {
  model=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -n 1)
  [ -n "$model" ] || model=$(sysctl -n machdep.cpu.brand_string 2>/dev/null) || :
  compiler=$(sed -n 's/^CMAKE_C_COMPILER:[A-Z]*=//p' "$build/CMakeCache.txt")
  echo "$(uname -sm), ${model:-unknown processor}," \
    "$("$compiler" --version | head -n 1)"
}

found='' failed=''
for experiments in chapters/*/experiments.c; do
  chapter=${experiments%/*}
  grep -q '_recorded(' "$chapter"/*.c || continue
  id=${chapter#chapters/}
  name=${id#[0-9]*-}
  case $wanted in '' | "$id" | "$name") ;; *) continue ;; esac
  found=$id
  cmake --build "$build" --target "$name-experiments" >"$build/measure.log" || {
    cat "$build/measure.log" >&2
    exit 1
  }
  say 'Recording %s' "$id"
  mkdir -p "$chapter/recorded"
  digest=$(cmake -D CHAPTER="$chapter" -D SOURCE=. -P tools/recorded/digest.cmake)
  "$build/$name-experiments" --record "$chapter/recorded" --digest "$digest" \
    --machine "$(machine)" >/dev/null || failed="$failed $id"
done
if [ -z "$found" ]; then
  if [ -n "$wanted" ]; then
    say "course: no chapter '%s' has recorded tables." "$wanted"
  else
    say 'course: no chapter has recorded tables.'
    exit 0
  fi
  exit 2
fi
if [ -n "$failed" ]; then
  say 'Not recorded: %s. The same command goes on where it stopped.' "${failed# }"
  exit 1
fi
