# Lets GRADERS judge the known mistake that the head of each of TASKS names
# ("shown: ID"), and writes what a student would read to OUT/CHAPTER-NAME.txt.
foreach(task IN LISTS TASKS)
  file(STRINGS ${task} shown REGEX "^shown: " LIMIT_COUNT 1)
  if(NOT shown)
    continue()
  endif()
  string(REPLACE "shown: " "" mistake "${shown}")
  string(REGEX MATCH "[0-9]+-([^/]+)/[0-9]+-([^/]+)/task.md$" found ${task})
  set(chapter ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  execute_process(
    COMMAND ${GRADERS} ${chapter}/${name} --as ${mistake} 1 --seed 1
    OUTPUT_VARIABLE said ERROR_VARIABLE complaint RESULT_VARIABLE status)
  if(NOT said MATCHES "\nmisconception\t${mistake}\t")
    execute_process(COMMAND ${GRADERS} ${chapter}/${name} --misconceptions
      OUTPUT_VARIABLE known)
    message(FATAL_ERROR "${task}: 'shown: ${mistake}' is no mistake that the "
      "grader of ${chapter}/${name} names. It knows:\n${known}${complaint}")
  endif()
  file(WRITE ${OUT}/${chapter}-${name}.txt "${said}")
endforeach()
