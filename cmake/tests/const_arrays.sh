#!/bin/sh
# An exercise's driver keeps what the header declares const: so many arrays
# are const there, so many are compared after the call.
#   const_arrays.sh EXERCISE-FOLDER
set -eu
# The type of a function is not one that the driver calls.
declared=$(grep -hv -e '^/\*' -e '^ \*' "$1"/*.h | tr '\n' ' ' |
  sed 's/typedef [^{;]*;//g' | grep -oE 'const (double|size_t|nn_dataset) \*' | grep -c . || :)
kept=$(grep -oE 'driver_(const_array|keep)\(' "$1/driver.c" |
  grep -c . || :)
if [ "$declared" -ne "$kept" ]; then
  echo "FAILED: $1 declares $declared arrays const, its driver keeps $kept:"
  grep -n 'driver_array(' "$1/driver.c" || :
  exit 1
fi
