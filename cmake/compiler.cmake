# How all the C of the course is compiled.

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g") # assertions stay on

option(SANITIZE "Build with AddressSanitizer and UBSan" OFF)
option(COVERAGE "Count which lines of the library run" OFF)
if(DEFINED ENV{CI})
  set(warnings_are_errors ON)
else()
  set(warnings_are_errors OFF)
endif()
option(WARNINGS_AS_ERRORS "Stop at a compiler's warning"
  ${warnings_are_errors})

# The flags that decide results. The same source gives the same bits with
# every compiler: no fused multiply-add that the source does not ask for.
set(exact_flags -std=c11 -ffp-contract=off -D_POSIX_C_SOURCE=200809L)

set(warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  -Wdouble-promotion -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
  -Wcast-qual -Wformat=2 -Wundef -Wvla)
# None of them, for what is made of others' code.
string(REPLACE "-W" "-Wno-" no_warnings "${warnings}")
string(REPLACE "=2" "" no_warnings "${no_warnings}")
add_compile_options(
  -ffp-contract=off
  -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=
  ${warnings})
add_compile_definitions(_POSIX_C_SOURCE=200809L)
if(WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()
if(SANITIZE)
  add_compile_options(-fsanitize=address,undefined
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()
