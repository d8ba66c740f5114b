# Tests of the library that take the course around it: other compilers, other
# projects, other machines.

# The same bits with gcc and clang, at -O0, -O2 and -O3, with all kernels;
# of the chapters with two of these.
add_test(NAME lib.same_bits
  COMMAND ${PROJECT_SOURCE_DIR}/tests/same_bits.sh
    ${PROJECT_SOURCE_DIR}/.. "${CMAKE_CURRENT_BINARY_DIR}/same bits"
    ${exact_flags})
set_tests_properties(lib.same_bits PROPERTIES LABELS lib)

# What the README promises of an installed library. A sanitized one would
# ask the same of all who link it.
if(NOT SANITIZE AND NOT COVERAGE)
  add_test(NAME lib.install
    COMMAND ${PROJECT_SOURCE_DIR}/tests/install.sh ${PROJECT_SOURCE_DIR}
      "${CMAKE_CURRENT_BINARY_DIR}/installed here"
      ${CMAKE_C_COMPILER} ${NN_REAL})
  add_test(NAME lib.dependency
    COMMAND ${PROJECT_SOURCE_DIR}/tests/dependency.sh ${PROJECT_SOURCE_DIR}
      "${CMAKE_CURRENT_BINARY_DIR}/a dependency" ${CMAKE_C_COMPILER})
  set_tests_properties(lib.install lib.dependency PROPERTIES LABELS lib)
endif()

if(COVERAGE)
  add_custom_target(coverage-report
    COMMAND gcovr --root ${PROJECT_SOURCE_DIR} --filter src/
      --fail-under-line 95 ${PROJECT_BINARY_DIR}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()
