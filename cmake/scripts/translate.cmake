# translate_strings(variable from messages)
# Puts the translations of a table (tools/translation/messages.awk) in the
# place of the strings, "...", of a figure's source; `variable` names the
# text, `from` is the source's path in the course.

function(translate_strings variable from messages)
  if(messages STREQUAL "")
    return()
  endif()
  set(translated "${${variable}}")
  file(STRINGS ${messages} rows ENCODING UTF-8)
  foreach(row IN LISTS rows)
    if(NOT row MATCHES "^([^\t]*)\t([^\t]*)\t([^\t]*)$" OR
        NOT CMAKE_MATCH_1 STREQUAL from)
      continue()
    endif()
    string(REPLACE "\"${CMAKE_MATCH_2}\"" "\"${CMAKE_MATCH_3}\""
      translated "${translated}")
  endforeach()
  set(${variable} "${translated}" PARENT_SCOPE)
endfunction()
