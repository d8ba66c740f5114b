#!/bin/sh
# The library as a part of other projects, which take it in by
# add_subdirectory and by FetchContent: they get nn::nn and nn::nn_shared,
# and neither tests nor targets, flags or installed files of which they do
# not know. Their names are those that are likely to be confused with ours.
#   dependency.sh LIB SCRATCH COMPILER
set -eu
lib=$1 scratch=$2
export CC="$3"
rm -rf "$scratch"
mkdir -p "$scratch"

fail() {
  echo "$*"
  exit 1
}

cat >"$scratch/program.c" <<'END'
#include <assert.h>
#include <nn/rng.h>
#include <stdio.h>

int main(void) {
  nn_rng rng = nn_rng_seeded(1);
  assert(!"the parent has NDEBUG");
  printf("%d\n", nn_rng_below(&rng, 10) < 10);
  return 0;
}
END

# A project with everything that nn could mistake for an invitation.
write_parent() {
  mkdir "$scratch/$1"
  cat >"$scratch/$1/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.16)
project(parent C)
enable_testing()
find_package(cmocka REQUIRED)
add_custom_target(unit-tests)
add_custom_target(tests)
set(COVERAGE ON)
set(exact_flags -DPARENT)
set(BUILD_SHARED_LIBS ON)
$2
add_executable(program ../program.c)
target_link_libraries(program PRIVATE nn::nn)
add_executable(program-shared EXCLUDE_FROM_ALL ../program.c)
target_link_libraries(program-shared PRIVATE nn::nn_shared)
install(TARGETS program)
get_directory_property(options COMPILE_OPTIONS)
get_directory_property(definitions COMPILE_DEFINITIONS)
get_directory_property(linking LINK_OPTIONS)
file(WRITE \${CMAKE_BINARY_DIR}/flags "\${CMAKE_C_FLAGS}|\${options}\
|\${definitions}|\${linking}|\${CMAKE_C_STANDARD}\
|\${CMAKE_BUILD_TYPE}|\${CMAKE_EXPORT_COMPILE_COMMANDS}")
END
}

# use PARENT
use() {
  parent=$scratch/$1 build=$scratch/$1/build
  cmake -G Ninja -S "$parent" -B "$build" -D CMAKE_BUILD_TYPE=Debug \
    -D CMAKE_C_FLAGS=-DNDEBUG >"$parent.log"
  [ "$(cat "$build/flags")" = "-DNDEBUG|||||Debug|" ] ||
    fail "$1: its flags have become $(cat "$build/flags")"
  count=$(ctest --test-dir "$build" -N | sed -n 's/^Total Tests: //p')
  [ "$count" -eq 0 ] || fail "$1: gets $count tests"

  # Only what is the parent's own, or begins with nn.
  cmake --build "$build" --target help |
    sed -n 's/^\([^ /]*\): phony$/\1/p' | grep -vE '^(lib)?nn' |
    grep -vx -e program -e program-shared -e tests -e unit-tests \
      -e all -e test -e clean -e help -e install -e 'install[-_].*' \
      -e edit_cache -e rebuild_cache -e list_install_components \
      -e 'codegen' >"$parent.targets" || true
  [ ! -s "$parent.targets" ] ||
    fail "$1: gets targets: $(tr '\n' ' ' <"$parent.targets")"

  cmake --build "$build" >"$parent.log"
  if find "$build" -name 'libnn*.so*' -o -name 'lib*test*' | grep .; then
    fail "$1: that is built and was not asked for"
  fi
  cmake --build "$build" --target program-shared >>"$parent.log"
  for program in program program-shared; do
    [ "$("$build/$program")" = 1 ] || fail "$1: $program does not run"
  done

  cmake --install "$build" --prefix "$parent/installed" >>"$parent.log"
  installed=$(cd "$parent/installed" && find . -type f)
  [ "$installed" = ./bin/program ] || fail "$1: installs" "$installed"
}

write_parent subdirectory "add_subdirectory(\"$lib\" nn)"
use subdirectory
write_parent fetched "include(FetchContent)
FetchContent_Declare(nn SOURCE_DIR \"$lib\")
FetchContent_MakeAvailable(nn)"
use fetched

# A parent that asks gets what it asks for.
write_parent asking "set(NN_INSTALL ON)
add_subdirectory(\"$lib\" nn)"
cmake -G Ninja -S "$scratch/asking" -B "$scratch/asking/build" \
  -D CMAKE_BUILD_TYPE=Debug >"$scratch/asking.log"
cmake --build "$scratch/asking/build" >>"$scratch/asking.log"
cmake --install "$scratch/asking/build" \
  --prefix "$scratch/asking/installed" >>"$scratch/asking.log"
for file in libnn.a libnn.so pkgconfig/nn.pc cmake/nn/nnConfig.cmake; do
  find "$scratch/asking/installed" -path "*/$file" | grep -q . ||
    fail "with NN_INSTALL, $file is not installed"
done
echo "taken in by add_subdirectory and by FetchContent"
