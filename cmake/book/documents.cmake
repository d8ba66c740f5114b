# What pandoc makes of the book's texts. A file is replaced only if it is
# another then: nothing that depends on it is made anew for the same content.

# The filters that a filter of book/filters needs, with itself, as files.
function(filters_of name result)
  set(found ${name})
  set(wanted ${name})
  while(wanted)
    list(POP_FRONT wanted one)
    file(STRINGS ${CMAKE_SOURCE_DIR}/book/filters/${one}.lua lines
      REGEX "^local .* = require '")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
      ${CMAKE_SOURCE_DIR}/book/filters/${one}.lua)
    foreach(line IN LISTS lines)
      string(REGEX REPLACE ".*require '([a-z_]+)'.*" "\\1" other "${line}")
      if(NOT other IN_LIST found)
        list(APPEND found ${other})
        list(APPEND wanted ${other})
      endif()
    endforeach()
  endwhile()
  list(TRANSFORM found PREPEND ${course_tree}/book/filters/)
  list(TRANSFORM found APPEND .lua)
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# add_document(OUTPUT file [WITH file...] COMMENT text PANDOC option...
#   DEPENDS file...)
# Calls `pandoc`, a variable of the caller, with these options, texts among
# them, in the top folder. WITH names files that the filter writes besides.
function(add_document)
  cmake_parse_arguments(PARSE_ARGV 0 doc "" "OUTPUT;COMMENT"
    "WITH;PANDOC;DEPENDS")
  cmake_path(GET doc_OUTPUT PARENT_PATH folder)
  file(RELATIVE_PATH made ${CMAKE_BINARY_DIR} ${doc_OUTPUT})
  set(new ${CMAKE_BINARY_DIR}/book-work/new/${made})
  cmake_path(GET new PARENT_PATH new_folder)
  add_custom_command(
    OUTPUT ${doc_OUTPUT} ${doc_WITH}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${new_folder} ${folder}
    COMMAND ${pandoc} --output ${new} ${doc_PANDOC}
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${new} ${doc_OUTPUT}
    DEPENDS ${doc_DEPENDS}
    WORKING_DIRECTORY ${course_tree}
    COMMENT "${doc_COMMENT}"
    VERBATIM)
endfunction()
