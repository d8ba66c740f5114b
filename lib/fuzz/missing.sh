#!/bin/sh
# What the fuzzers' tests run where there is no libFuzzer.
echo "No fuzzing: there is no clang here that has libFuzzer with"
echo "AddressSanitizer and UBSan. In Debian they are in the packages clang"
echo "and libclang-rt-dev; ./course test installs them."
if [ -n "${CI-}" ]; then exit 1; fi
exit 77
