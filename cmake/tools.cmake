# What the build and the tests call. What is not there is no error here: its
# targets say what to install, its tests are disabled, and all else works.
# The packages are in packages/; cmake/tests/configure_without.sh hides
# each of them in turn.

# find_tools(MISSING VARIABLE program...): finds each program. Adds the
# names of those that are not there to the list MISSING.
macro(find_tools missing)
  set(tools ${ARGN})
  while(tools)
    list(POP_FRONT tools variable program)
    find_program(${variable} ${program})
    mark_as_advanced(${variable})
    if(NOT ${variable})
      list(APPEND ${missing} ${program})
    endif()
  endwhile()
endmacro()

# find_needed(MISSING VARIABLE name file FOLDER...): likewise a file, called
# `name` in messages, in one of the folders. VARIABLE is its folder.
macro(find_needed missing variable name file)
  find_path(${variable} ${file} PATHS ${ARGN})
  mark_as_advanced(${variable})
  if(NOT ${variable})
    list(APPEND ${missing} ${name})
  endif()
endmacro()

# Targets that only say what they lack, and what installs it.
function(add_targets_without what missing command)
  list(JOIN missing ", " names)
  foreach(target IN LISTS ARGN)
    add_custom_target(${target}
      COMMAND ${CMAKE_COMMAND} -E echo
        "${what} what is not installed: ${names}"
      COMMAND ${CMAKE_COMMAND} -E echo "${command} installs it."
      COMMAND ${CMAKE_COMMAND} -E false VERBATIM)
  endforeach()
endfunction()

# add_course_test(NAME name LABELS label... [NEEDS VARIABLE...]
#   [SKIP] [BUILDS] COMMAND command...)
# A test of the course, disabled where one of these is not set. With SKIP,
# the exit status 77 says that nothing could be tried. BUILDS: it builds a
# course, and need not compile again what others of these have compiled.
set(long 100) # the COST of a test that takes a minute: it begins early
find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
function(add_course_test)
  cmake_parse_arguments(PARSE_ARGV 0 test "SKIP;BUILDS" "NAME;DIRECTORY"
    "LABELS;NEEDS;COMMAND")
  if(NOT test_DIRECTORY)
    set(test_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
  endif()
  add_test(NAME ${test_NAME} COMMAND ${test_COMMAND}
    WORKING_DIRECTORY ${test_DIRECTORY})
  set_tests_properties(${test_NAME} PROPERTIES LABELS "${test_LABELS}")
  if(test_SKIP)
    set_tests_properties(${test_NAME} PROPERTIES SKIP_RETURN_CODE 77)
  endif()
  if(test_BUILDS)
    set_tests_properties(${test_NAME} PROPERTIES COST ${long})
  endif()
  if(test_BUILDS AND CCACHE)
    set_tests_properties(${test_NAME} PROPERTIES ENVIRONMENT
      "CMAKE_C_COMPILER_LAUNCHER=${CCACHE};CCACHE_DIR=${CMAKE_BINARY_DIR}/compiled;CCACHE_BASEDIR=${CMAKE_BINARY_DIR};CCACHE_NOHASHDIR=1;CCACHE_MAXSIZE=1G")
  endif()
  foreach(variable IN LISTS test_NEEDS)
    if(NOT ${variable})
      set_tests_properties(${test_NAME} PROPERTIES DISABLED ON)
    endif()
  endforeach()
endfunction()
