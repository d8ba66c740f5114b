# Fuzzers of the readers: libFuzzer thinks of files, beginning with those
# of corpus/, and AddressSanitizer and UBSan watch what becomes of them.
# libFuzzer is a part of clang, so clang builds them, whatever compiler
# builds the rest. What it finds worth keeping goes to the build folder:
#   build/lib/fuzz/csv/        more inputs; copy good ones to corpus/csv
#   build/lib/fuzz/crash-...   inputs that failed
# For longer, in build/lib/fuzz: ./fuzz_csv csv SOURCE/lib/fuzz/corpus/csv

set(fuzz_dir ${CMAKE_CURRENT_BINARY_DIR}/fuzz)
set(fuzz_sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all
  -fno-omit-frame-pointer)

# Is there a clang with all that this takes?
find_program(NN_CLANG clang)
mark_as_advanced(NN_CLANG)
set(fuzz_works FALSE)
if(NN_CLANG)
  file(WRITE ${fuzz_dir}/probe.c "
    int LLVMFuzzerTestOneInput(const unsigned char *bytes, unsigned long n);
    int LLVMFuzzerTestOneInput(const unsigned char *bytes, unsigned long n)
    {
      return n > 9 && bytes[9] > 9 ? -1 : 0;
    }\n")
  execute_process(
    COMMAND ${NN_CLANG} -fsanitize=fuzzer ${fuzz_sanitizers}
      ${fuzz_dir}/probe.c -o ${fuzz_dir}/probe
    RESULT_VARIABLE fuzz_result OUTPUT_QUIET ERROR_QUIET)
  if(fuzz_result EQUAL 0)
    set(fuzz_works TRUE)
  endif()
endif()

# With the project's own warnings, but without the kernels that only some
# processors can run.
get_directory_property(fuzz_flags COMPILE_OPTIONS)
list(FILTER fuzz_flags INCLUDE REGEX "^(-W|-fmacro)")
list(APPEND fuzz_flags ${exact_flags} ${fuzz_sanitizers}
  -fsanitize=fuzzer-no-link -O1 -g -I${PROJECT_SOURCE_DIR}/include)
if(NN_REAL STREQUAL float)
  list(APPEND fuzz_flags -DNN_REAL_IS_FLOAT)
endif()
foreach(folder IN LISTS ZLIB_INCLUDE_DIRS)
  list(APPEND fuzz_flags -isystem ${folder})
endforeach()

# Sets `objects` to what becomes of the sources.
macro(compile_for_fuzzing objects)
  set(${objects})
  foreach(source IN ITEMS ${ARGN})
    cmake_path(GET source STEM stem)
    set(object ${fuzz_dir}/objects/${stem}.o)
    add_custom_command(
      OUTPUT ${object}
      COMMAND ${NN_CLANG} ${fuzz_flags} -MD -MF ${object}.d -c ${source}
        -o ${object}
      DEPENDS ${source}
      DEPFILE ${object}.d
      COMMENT "Compiling ${stem} for fuzzing"
      VERBATIM)
    list(APPEND ${objects} ${object})
  endforeach()
endmacro()

# What runs for five seconds within a test is a check that nothing broke,
# not a search.
function(add_fuzzer name longest)
  set(program ${fuzz_dir}/fuzz_${name})
  if(fuzz_works)
    compile_for_fuzzing(own ${PROJECT_SOURCE_DIR}/fuzz/fuzz_${name}.c)
    add_custom_command(
      OUTPUT ${program}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${fuzz_dir}/${name}
      COMMAND ${NN_CLANG} -fsanitize=fuzzer ${fuzz_sanitizers} ${own}
        ${fuzz_common} -o ${program} ${ZLIB_LIBRARIES} -lm
      DEPENDS ${own} ${fuzz_common}
      COMMENT "Linking fuzz_${name}"
      VERBATIM)
    add_custom_target(fuzz-${name} DEPENDS ${program})
    add_dependencies(fuzz-${name} fuzz-common) # or make -j builds it twice
    add_dependencies(unit-tests fuzz-${name})
    add_test(NAME lib.fuzz_${name}
      COMMAND ${program} -max_total_time=5 -seed=1 -timeout=10
        -rss_limit_mb=1024 -max_len=${longest} -print_final_stats=1
        ${fuzz_dir}/${name} ${PROJECT_SOURCE_DIR}/fuzz/corpus/${name}
      WORKING_DIRECTORY ${fuzz_dir})
  else()
    add_test(NAME lib.fuzz_${name}
      COMMAND ${PROJECT_SOURCE_DIR}/fuzz/missing.sh)
  endif()
  set_tests_properties(lib.fuzz_${name} PROPERTIES
    LABELS "lib;slow" SKIP_RETURN_CODE 77 TIMEOUT 120)
endfunction()

if(fuzz_works)
  file(MAKE_DIRECTORY ${fuzz_dir}/objects)
  compile_for_fuzzing(fuzz_common ${PROJECT_SOURCE_DIR}/fuzz/fuzz.c
    ${nn_sources} ${PROJECT_SOURCE_DIR}/src/kernels/set.c)
  add_custom_target(fuzz-common DEPENDS ${fuzz_common})
endif()
add_fuzzer(checkpoint 2048)
add_fuzzer(csv 4096)
add_fuzzer(idx 512)
add_fuzzer(model 4096)
