#!/bin/sh
# Installs the library and builds the README's program against it in every
# way that the README promises; each must learn XOR and save its model.
#   install.sh LIB BUILD SCRATCH
set -eu
lib=$1 build=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"

cmake --install "$build" --prefix "$scratch/prefix" >"$scratch/install.log"
awk '/^```c$/ { inside = 1; next } /^```/ { inside = 0 } inside' \
  "$lib"/README.md >"$scratch/xor.c"

check() {
  cd "$1"
  loss=$(./xor 2>&1 | sed 's/^loss //')
  awk -v loss="$loss" 'BEGIN { exit !(loss > 0 && loss < 0.01) }' || {
    echo "$1: the loss is '$loss'"
    exit 1
  }
  head -1 xor.nn | grep -qx 'nn-model 1' || {
    echo "$1: no model in xor.nn"
    exit 1
  }
}

# find_package, static and shared
for target in nn nn_shared; do
  mkdir "$scratch/$target"
  cat >"$scratch/$target/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.25)
project(xor C)
find_package(nn 1.0 REQUIRED)
add_executable(xor ../xor.c)
target_link_libraries(xor PRIVATE nn::$target)
EOF
  cmake -G Ninja -S "$scratch/$target" -B "$scratch/$target/build" \
    -D CMAKE_PREFIX_PATH="$scratch/prefix" \
    -D CMAKE_C_FLAGS="${CFLAGS-}" >"$scratch/$target.log"
  cmake --build "$scratch/$target/build" >>"$scratch/$target.log"
  (check "$scratch/$target/build")
done

# By hand, with the README's own two lines, for a home that is a short way
# up: the README's line would not stand a home with a space in its name.
mkdir "$scratch/by-hand"
ln -s prefix "$scratch/.local"
lines=$(sed -n '/^export PKG_CONFIG_PATH/,/^cc xor.c/p' "$lib"/README.md)
[ "$(echo "$lines" | wc -l)" -eq 2 ]
(cd "$scratch/by-hand" && cp ../xor.c . && HOME=.. && export HOME &&
  eval "$lines" && check .)

# C++
for header in "$scratch"/prefix/include/nn/*.h; do
  echo "#include <nn/$(basename "$header")>"
done >"$scratch/all.cpp"
clang++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only \
  -I"$scratch"/prefix/include "$scratch"/all.cpp
[ "$(wc -l <"$scratch"/all.cpp)" -gt 15 ]
echo "installed, found and used in four ways"
