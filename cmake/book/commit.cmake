# The commit that the book is made from: ${work}/commit.css and
# ${work}/commit.yaml change with it, and say whether the files given have
# changed since. Without git, or in a folder that is no clone, they name none.
function(note_commit)
  set(commits) # grows with each
  execute_process(COMMAND git rev-parse --path-format=absolute
    --git-path logs/HEAD WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    OUTPUT_VARIABLE commits OUTPUT_STRIP_TRAILING_WHITESPACE
    RESULT_VARIABLE status ERROR_QUIET)
  if(NOT status EQUAL 0 OR NOT EXISTS "${commits}")
    set(commits)
  endif()
  set(write ${CMAKE_SOURCE_DIR}/cmake/scripts/write_commit.cmake)
  add_custom_command(
    OUTPUT ${work}/commit.css ${work}/commit.yaml
    COMMAND ${CMAKE_COMMAND} -D SOURCE=${CMAKE_SOURCE_DIR} -D OUT=${work}
      -P ${write}
    DEPENDS ${write} ${commits} ${ARGN}
    COMMENT "Looking for the commit"
    VERBATIM)
endfunction()
