#!/bin/sh
# Installs the library in every layout, and builds the README's first program
# against it in every way that the README promises; each must learn XOR and
# save its model. The second one has to recognise an image.
#   install.sh LIB SCRATCH COMPILER double|float
set -eu
lib=$1 scratch=$2 real=$4
export CC="$3"
rm -rf "$scratch"
mkdir -p "$scratch/layouts"
layouts=$scratch/layouts

# program N: the README's N-th
program() {
  awk -v wanted="$1" '/^```c$/ { inside = ++count == wanted; next }
    /^```/ { inside = 0 } inside' "$lib"/README.md
}
program 1 >"$scratch/xor.c"
program 2 >"$scratch/digits.c"

fail() {
  echo "$*"
  exit 1
}

# Runs ./xor in this folder.
check() {
  cd "$1"
  loss=$(./xor 2>&1 | sed 's/^loss //')
  awk -v loss="$loss" 'BEGIN { exit !(loss > 0 && loss < 0.01) }' ||
    fail "$1: the loss is '$loss'"
  head -1 xor.nn | grep -qx 'nn-model 1' || fail "$1: no model in xor.nn"
}

# configure PREFIX LIBDIR INCLUDEDIR: all layouts share the objects.
configure() {
  rm -f "$scratch/build/CMakeCache.txt"
  cmake -G Ninja -S "$lib" -B "$scratch/build" -D NN_REAL="$real" \
    -D CMAKE_INSTALL_PREFIX="$1" -D CMAKE_INSTALL_LIBDIR="$2" \
    -D CMAKE_INSTALL_INCLUDEDIR="$3" >"$scratch/configure.log"
  cmake --build "$scratch/build" >"$scratch/build.log"
}

# install_nn OPTION...
install_nn() {
  cmake --install "$scratch/build" "$@" >"$scratch/install.log" 2>&1
}

# find_nn WHERE TARGET: with find_package
find_nn() {
  rm -rf "$scratch/find"
  mkdir "$scratch/find"
  cat >"$scratch/find/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.25)
project(xor C)
find_package(nn 2.0 REQUIRED)
add_executable(xor ../xor.c)
target_link_libraries(xor PRIVATE nn::$2)
EOF
  cmake -G Ninja -S "$scratch/find" -B "$scratch/find/build" \
    -D CMAKE_PREFIX_PATH="$1" >"$scratch/find.log"
  cmake --build "$scratch/find/build" >>"$scratch/find.log"
  (check "$scratch/find/build")
}

# compile FLAG...: with what pkg-config says
compile() {
  rm -rf "$scratch/compile"
  mkdir "$scratch/compile"
  flags=$(pkg-config --cflags --libs nn)
  (cd "$scratch/compile" && eval "$CC ../xor.c $flags \"\$@\" -o xor" &&
    check .)
}

# variables FOLDER PREFIX LIBDIR INCLUDEDIR: what nn.pc below the first
# calls the others.
variables() {
  export PKG_CONFIG_PATH="$1/pkgconfig"
  for name in prefix libdir includedir; do
    shift
    said=$(pkg-config --variable=$name nn)
    [ "$said" = "$(printf '%s\n' "$1" | sed 's/ /\\ /g')" ] ||
      fail "nn.pc: $name is '$said', not '$1'"
  done
}

# relocatable LIBDIR UP: as long as all is below the prefix, it can move.
relocatable() {
  configure "$layouts/first" "$1" include
  install_nn
  moved=$layouts/$(echo "$1" | tr / -)
  mv "$layouts/first" "$moved"
  here=$moved/$1/pkgconfig/$2
  variables "$moved/$1" "$here" "$here/$1" "$here/include"
  compile -Wl,-rpath,"$moved/$1"
  find_nn "$moved/$1/cmake" nn # Debian's CMake does not look in lib64
}
relocatable lib ../..
relocatable lib64 ../..
relocatable lib/x86_64-linux-gnu ../../..

# Where to is said by --prefix alone.
configure /nowhere lib include
install_nn --prefix "$scratch/prefix"
for target in nn nn_shared; do find_nn "$scratch/prefix" $target; done

# By hand, with the README's own two lines, for a home that is a short way
# up: the README's line would not stand a home with a space in its name.
mkdir "$scratch/by-hand"
ln -s prefix "$scratch/.local"
lines=$(sed -n '/^export PKG_CONFIG_PATH/,/^cc xor.c/p' "$lib"/README.md)
[ "$(echo "$lines" | wc -l)" -eq 2 ]
(cd "$scratch/by-hand" && cp ../xor.c . && HOME=.. && export HOME &&
  eval "$lines" && check .)

# It takes no name from those who link it.
others=$(nm -g "$scratch/prefix/lib/libnn.a" |
  awk 'NF == 3 && $3 !~ /^nn_/ { print $3 }')
[ -z "$others" ] || fail "libnn.a defines" "$others"

# It learns from other seeds as well.
mkdir "$scratch/seeds"
sed 's/nn_rng_seeded(1)/nn_rng_seeded(strtoul(getenv("SEED"), NULL, 10))/' \
  "$scratch/xor.c" >"$scratch/seeds/xor.c"
(cd "$scratch/seeds" && grep -q SEED xor.c &&
  eval "$CC -include stdlib.h xor.c ../prefix/lib/libnn.a \
    $(PKG_CONFIG_PATH=../prefix/lib/pkgconfig \
      pkg-config --static --cflags --libs nn | sed 's/-lnn//') -o xor")
for seed in $(seq 100); do
  (export SEED="$seed" && check "$scratch/seeds") ||
    fail "the README's program does not learn from seed $seed"
done

# Absolute: both folders, then each alone.
configure "$layouts/none" "$layouts/libraries" "$layouts/headers"
install_nn
variables "$layouts/libraries" "$layouts/none" "$layouts/libraries" \
  "$layouts/headers"
compile -Wl,-rpath,"$layouts/libraries"
find_nn "$layouts/libraries/cmake" nn_shared
[ ! -e "$layouts/none" ] || fail "there is something below the prefix"

configure "$layouts/headers of it" "$layouts/its libraries" include
install_nn
variables "$layouts/its libraries" "$layouts/headers of it" \
  "$layouts/its libraries" "$layouts/headers of it/include"
compile -Wl,-rpath,"$layouts/its libraries"
find_nn "$layouts/its libraries/cmake" nn
if install_nn --prefix "$layouts/late" || [ -e "$layouts/late" ]; then
  fail "--prefix moves the headers, and find_package is not told"
fi
tr -s ' \n' ' ' <"$scratch/install.log" | grep -q "Configure with" ||
  fail "it is not said what to do instead of --prefix"

configure "$layouts/libraries of it" lib "$layouts/its headers"
install_nn
here="$layouts/libraries of it/lib"
variables "$here" "$here/pkgconfig/../.." "$here/pkgconfig/../../lib" \
  "$layouts/its headers"
compile -Wl,-rpath,"$here"
find_nn "$layouts/libraries of it" nn

# As distributions do it: for /usr, but below DESTDIR. pkg-config must find
# the compiler's own folders to be what they are, and leave them out.
for libdir in lib lib/x86_64-linux-gnu; do
  stage=$layouts/$(echo "stage $libdir" | tr / -)
  configure /usr $libdir include
  DESTDIR=$stage install_nn
  variables "$stage/usr/$libdir" /usr /usr/$libdir /usr/include
  flags=$(pkg-config --cflags-only-I --libs-only-L nn)
  [ -z "$flags" ] || fail "for /usr/$libdir, pkg-config says $flags"
  find_nn "$stage/usr" nn
done
configure /opt/nn lib include
DESTDIR="$layouts/stage" install_nn --prefix /usr
variables "$layouts/stage/usr/lib" /usr /usr/lib /usr/include

# 6000 images of ten pixels, of which one is white: that is the digit.
mkdir "$scratch/digits"
cd "$scratch/digits"
for kind in train t10k; do
  { printf '\0\0\10\3\0\0\27\160\0\0\0\1\0\0\0\12'
    awk 'BEGIN { for (i = 0; i < 60000; i++) printf "%d", i % 100 % 11 == 0 }' |
      tr 01 '\0\377'
  } >$kind-images-idx3-ubyte.gz
  { printf '\0\0\10\1\0\0\27\160'
    awk 'BEGIN { for (i = 0; i < 6000; i++) printf "%d", i % 10 }' |
      tr 0-9 '\0-\11'
  } >$kind-labels-idx1-ubyte.gz
done
eval "$CC ../digits.c ../prefix/lib/libnn.a \
  $(PKG_CONFIG_PATH=../prefix/lib/pkgconfig \
    pkg-config --static --cflags --libs nn | sed 's/-lnn//') -o digits"
said=$(./digits 2>&1)
[ "$said" = "right in 100.00 % of the validation set
a 0, taken for a 0" ] || fail "the README's second program says '$said'"
head -2 digits.nn | grep -qx 'inputs 10 standardised' ||
  fail "digits.nn is not standardised"
cd "$scratch"

# On a machine with nothing but a compiler, CMake, Ninja and zlib.
mkdir "$scratch/bare"
for tool in "$CC" as ld ar ranlib cmake ninja; do
  ln -s "$(command -v "$tool")" "$scratch/bare"
done
(cd "$scratch" && export PATH="$scratch/bare" CC="${CC##*/}" &&
  cmake -G Ninja -S "$lib" -B build-bare \
    -D CMAKE_BUILD_TYPE=Debug && cmake --build build-bare --target nn) \
  >"$scratch/bare.log" || fail "it takes more than the README says"

# C++
for header in "$scratch"/prefix/include/nn/*.h; do
  echo "#include <nn/$(basename "$header")>"
done >"$scratch/all.cpp"
clang++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only \
  -I"$scratch"/prefix/include "$scratch"/all.cpp
[ "$(wc -l <"$scratch"/all.cpp)" -gt 15 ]
echo "installed, found and used in every layout"
