# The unit tests, for both kinds of numbers: in the course, or with
#   cmake -S lib -B build/nn -D NN_TESTS=ON && cmake --build build/nn
#   ctest --test-dir build/nn

find_package(cmocka REQUIRED)
enable_testing()
if(NOT TARGET unit-tests)
  add_custom_target(unit-tests)
endif()

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
    target_compile_options(${program} PRIVATE -ffp-contract=off)
    add_test(NAME ${prefix}.${module} COMMAND ${program}
      WORKING_DIRECTORY ${folder})
    set_tests_properties(${prefix}.${module} PROPERTIES LABELS lib)
    add_dependencies(unit-tests ${program})
  endforeach()
  # For builds to be compared by.
  add_executable(${library}_fingerprint
    ${PROJECT_SOURCE_DIR}/tests/fingerprint.c)
  target_link_libraries(${library}_fingerprint PRIVATE ${library})
  add_dependencies(unit-tests ${library}_fingerprint)
  target_link_options(${library}_test_allocation PRIVATE
    -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=aligned_alloc)
endfunction()

add_nn_tests(nn lib)
if(NN_REAL STREQUAL double)
  add_nn(nn_float STATIC float)
  exclude_nn(nn_float)
  add_nn_tests(nn_float lib.float)
endif()
