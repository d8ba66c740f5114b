# The unit tests, for both kinds of numbers.

# add_nn_tests(LIBRARY PREFIX)
function(add_nn_tests library prefix)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/tests/${library})
  file(MAKE_DIRECTORY ${folder})
  file(GLOB tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/test_*.c)
  foreach(source IN LISTS tests)
    cmake_path(GET source STEM test)
    string(REPLACE test_ "" module ${test})
    set(program ${library}_${test})
    add_executable(${program} ${source})
    target_link_libraries(${program} PRIVATE ${library} cmocka
      ZLIB::ZLIB)
    add_test(NAME ${prefix}.${module} COMMAND ${program}
      WORKING_DIRECTORY ${folder})
    set_tests_properties(${prefix}.${module} PROPERTIES LABELS lib)
    add_dependencies(unit-tests ${program})
  endforeach()
  target_link_options(${library}_test_allocation PRIVATE
    -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=aligned_alloc)
endfunction()

add_nn_tests(nn lib)
if(NN_REAL STREQUAL double)
  add_nn(nn_float STATIC float)
  set_target_properties(nn_float nn_float_generic PROPERTIES
    EXCLUDE_FROM_ALL ON)
  add_nn_tests(nn_float lib.float)
endif()

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
  add_custom_target(nn-installed DEPENDS nn nn_shared)
  add_dependencies(unit-tests nn-installed)
  add_test(NAME lib.install
    COMMAND ${PROJECT_SOURCE_DIR}/tests/install.sh ${PROJECT_SOURCE_DIR}
      ${PROJECT_BINARY_DIR} "${CMAKE_CURRENT_BINARY_DIR}/installed here")
  set_tests_properties(lib.install PROPERTIES LABELS lib)
endif()

if(COVERAGE)
  add_custom_target(coverage-report
    COMMAND gcovr --root ${PROJECT_SOURCE_DIR} --filter src/
      --fail-under-line 95 ${PROJECT_BINARY_DIR}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()
