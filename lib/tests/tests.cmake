# Tests of the library that take the course around it: other compilers, other
# projects, other machines.

# The same bits with gcc and clang, at -O0, -O2 and -O3, with all kernels;
# of the chapters with two of these, of which one is the course's build.
set(same_bits "${CMAKE_CURRENT_BINARY_DIR}/same bits")
add_course_test(NAME lib.same_bits_library LABELS lib NEEDS CLANG
  COMMAND ${PROJECT_SOURCE_DIR}/tests/same_bits.sh library
    ${PROJECT_SOURCE_DIR}/.. ${same_bits} ${exact_flags})
set_tests_properties(lib.same_bits_library PROPERTIES
  FIXTURES_SETUP same_bits)
if(NN_REAL STREQUAL double)
  add_course_test(NAME lib.same_bits_all LABELS lib slow NEEDS CLANG
    COMMAND ${PROJECT_SOURCE_DIR}/tests/same_bits.sh all
      ${PROJECT_SOURCE_DIR}/.. ${same_bits} ${CMAKE_BINARY_DIR}/chapters
      ${CMAKE_C_COMPILER_ID} ${exact_flags})
  set_tests_properties(lib.same_bits_all PROPERTIES
    FIXTURES_REQUIRED same_bits COST ${long})
endif()

# What the README promises of an installed library. A sanitized one would
# ask the same of all who link it.
if(NOT SANITIZE AND NOT COVERAGE)
  add_course_test(NAME lib.install LABELS lib NEEDS CLANG PKG_CONFIG
    COMMAND ${PROJECT_SOURCE_DIR}/tests/install.sh ${PROJECT_SOURCE_DIR}
      "${CMAKE_CURRENT_BINARY_DIR}/installed here"
      ${CMAKE_C_COMPILER} ${NN_REAL})
  add_test(NAME lib.dependency
    COMMAND ${PROJECT_SOURCE_DIR}/tests/dependency.sh ${PROJECT_SOURCE_DIR}
      "${CMAKE_CURRENT_BINARY_DIR}/a dependency" ${CMAKE_C_COMPILER})
  set_tests_properties(lib.dependency PROPERTIES LABELS lib)
endif()

# With other flags, and on other processors.
if(NN_REAL STREQUAL double AND TARGET nn_fingerprint AND NOT COVERAGE)
  add_test(NAME lib.flags
    COMMAND ${PROJECT_SOURCE_DIR}/tests/flags.sh ${PROJECT_SOURCE_DIR}
      "${CMAKE_CURRENT_BINARY_DIR}/other flags" ${CMAKE_C_COMPILER}
      $<TARGET_FILE:nn_fingerprint>)
  foreach(arch IN ITEMS arm64 i386)
    add_test(NAME lib.${arch}
      COMMAND ${PROJECT_SOURCE_DIR}/tests/cross.sh ${PROJECT_SOURCE_DIR}
        "${CMAKE_CURRENT_BINARY_DIR}/for ${arch}" ${arch}
        $<TARGET_FILE:nn_fingerprint> $<TARGET_FILE:nn_float_fingerprint>)
  endforeach()
  set_tests_properties(lib.flags lib.arm64 lib.i386 PROPERTIES
    LABELS "lib;slow" SKIP_RETURN_CODE 77 TIMEOUT 1200 COST ${long})
endif()

if(COVERAGE)
  add_custom_target(coverage-report
    COMMAND gcovr --root ${PROJECT_SOURCE_DIR} --filter src/
      --fail-under-line 95 ${PROJECT_BINARY_DIR}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()
