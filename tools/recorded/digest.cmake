# Prints what a chapter's recorded tables depend on as one number: the
# SHA-256 of the chapter's programs, the library and every folder data/NAME that
# the programs name. Comments and white space in C do not count, nor do texts
# beside the data.
#   cmake -D CHAPTER=chapters/NN-NAME -D SOURCE=DIR -P digest.cmake
# With -D TABLE=FILE: nothing, but stops if FILE was recorded under another.

cmake_minimum_required(VERSION 3.25)

# Of a C file, without its comments and white space.
function(digest_program file result)
  file(READ ${file} text)
  string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" " " text "${text}")
  string(REGEX REPLACE "[ \t\r\n]+" " " text "${text}")
  string(SHA256 one "${text}")
  set(${result} ${one} PARENT_SCOPE)
endfunction()

function(digest_of chapter source result)
  file(GLOB programs ${chapter}/[!.]*.c)
  file(GLOB library ${source}/lib/src/[!.]*.[ch]
    ${source}/lib/src/kernels/[!.]*.[ch]
    ${source}/lib/include/nn/[!.]*.h)
  list(SORT programs)
  list(SORT library)
  set(all "")
  set(inputs "")
  foreach(file IN LISTS programs library)
    if(file IN_LIST programs)
      file(READ ${file} text)
      string(REGEX MATCHALL "data/[a-z0-9-]+" named "${text}")
      list(APPEND inputs ${named})
    endif()
    digest_program(${file} one)
    string(APPEND all "${one}\n")
  endforeach()
  list(REMOVE_DUPLICATES inputs)
  foreach(input IN LISTS inputs)
    file(GLOB_RECURSE data ${source}/${input}/*)
    list(FILTER data EXCLUDE REGEX "\\.md$")
    list(SORT data)
    foreach(file IN LISTS data)
      if(file MATCHES "\\.h$")
        digest_program(${file} one)
      else()
        file(SHA256 ${file} one)
      endif()
      string(APPEND all "${one}\n")
    endforeach()
  endforeach()
  string(SHA256 all "${all}")
  set(${result} ${all} PARENT_SCOPE)
endfunction()

digest_of(${CHAPTER} ${SOURCE} digest)
if(NOT DEFINED TABLE)
  execute_process(COMMAND ${CMAKE_COMMAND} -E echo ${digest})
  return()
endif()
file(STRINGS ${TABLE} recorded REGEX "^# digest ")
if(NOT recorded STREQUAL "# digest ${digest}")
  cmake_path(GET CHAPTER FILENAME id)
  message(FATAL_ERROR "${TABLE} was recorded by another state of the programs, "
    "the library or their data. `./course measure ${id}` records it again.")
endif()
