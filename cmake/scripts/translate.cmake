# translate_strings(variable from messages)
# Puts the translations of a table (tools/translation/messages.awk) in the
# place of the strings, "...", of a figure's source; `variable` names the
# text, `from` is the source's path in the course.

function(translate_strings variable from messages)
  if(messages STREQUAL "")
    return()
  endif()
  set(translated "${${variable}}")
  # The rows as a list, in which these characters have a meaning.
  file(READ ${messages} rows)
  string(ASCII 1 semicolon)
  string(ASCII 2 open)
  string(ASCII 3 close)
  string(REPLACE ";" "${semicolon}" rows "${rows}")
  string(REPLACE "[" "${open}" rows "${rows}")
  string(REPLACE "]" "${close}" rows "${rows}")
  string(REPLACE "\n" ";" rows "${rows}")
  foreach(row IN LISTS rows)
    string(REPLACE "${semicolon}" ";" row "${row}")
    string(REPLACE "${open}" "[" row "${row}")
    string(REPLACE "${close}" "]" row "${row}")
    if(NOT row MATCHES "^([^\t]*)\t([^\t]*)\t([^\t]*)$" OR
        NOT CMAKE_MATCH_1 STREQUAL from)
      continue()
    endif()
    string(REPLACE "\"${CMAKE_MATCH_2}\"" "\"${CMAKE_MATCH_3}\""
      translated "${translated}")
  endforeach()
  set(${variable} "${translated}" PARENT_SCOPE)
endfunction()
