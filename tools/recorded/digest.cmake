# Prints what a chapter's recorded tables depend on as one number: the
# SHA-256 of the chapter's programs and the library, without their comments
# and white space, and of every folder data/NAME that the programs name.
#   cmake -D CHAPTER=chapters/NN-NAME -D SOURCE=DIR -P digest.cmake
# With -D TABLE=FILE: nothing, but stops if FILE was recorded under another.

cmake_minimum_required(VERSION 3.25)

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
    file(READ ${file} text)
    if(file IN_LIST programs)
      string(REGEX MATCHALL "data/[a-z0-9-]+" named "${text}")
      list(APPEND inputs ${named})
    endif()
    string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" " " text "${text}")
    string(REGEX REPLACE "[ \t\r\n]+" " " text "${text}")
    string(SHA256 one "${text}")
    string(APPEND all "${one}\n")
  endforeach()
  list(REMOVE_DUPLICATES inputs)
  foreach(input IN LISTS inputs)
    file(GLOB_RECURSE data ${source}/${input}/*)
    list(SORT data)
    foreach(file IN LISTS data)
      file(SHA256 ${file} one)
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
