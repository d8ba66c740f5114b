# Hides from CMake what a machine may lack: each name in the list HIDE, of a
# program, a header or another file that is looked for. To be given as
# CMAKE_PROJECT_TOP_LEVEL_INCLUDES.

# Of what follows find_program(VARIABLE ...): the names that are not hidden,
# and the options behind them.
function(split_names)
  set(names)
  set(options)
  foreach(word IN LISTS ARGN)
    if(options OR word MATCHES "^(HINTS|PATHS|PATH_SUFFIXES|DOC|REQUIRED|NO_.*)$")
      list(APPEND options "${word}")
    elseif(NOT word STREQUAL NAMES)
      cmake_path(GET word FILENAME name)
      if(NOT name IN_LIST HIDE)
        list(APPEND names "${word}")
      endif()
    endif()
  endforeach()
  set(names "${names}" PARENT_SCOPE)
  set(options "${options}" PARENT_SCOPE)
endfunction()

# CMake keeps a command that is defined anew under its name with a _ before.
foreach(command IN ITEMS find_program find_path)
  cmake_language(EVAL CODE "
    function(${command} variable)
      split_names(\${ARGN})
      if(names)
        _${command}(\${variable} NAMES \${names} \${options})
      else()
        set(\${variable} \${variable}-NOTFOUND PARENT_SCOPE)
      endif()
    endfunction()")
endforeach()

# A package with a CMake configuration of its own.
if("cmocka.h" IN_LIST HIDE)
  set(CMAKE_DISABLE_FIND_PACKAGE_cmocka ON)
endif()
