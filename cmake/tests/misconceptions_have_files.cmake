# Every misconception that the grader of SLUG can name has a wrong answer in WRONG
# that shows it, and there are at least four.
execute_process(COMMAND ${GRADERS} ${SLUG} --misconceptions
  OUTPUT_VARIABLE lines COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "(^|\n)[a-z0-9-]+\t" ids "${lines}")
string(REGEX REPLACE "[\n\t]" "" ids "${ids}")
list(REMOVE_DUPLICATES ids)
list(LENGTH ids count)
if(count LESS 4)
  message(FATAL_ERROR "only ${count} misconceptions: ${ids}")
endif()
foreach(id IN LISTS ids)
  if(NOT EXISTS ${WRONG}/${id}.c)
    message(FATAL_ERROR "no ${WRONG}/${id}.c: nothing proves that the "
      "grader recognises '${id}'")
  endif()
endforeach()
