# What the grader says to a wrong answer, for a chapter's page to show. The
# head of a task names one of its known mistakes: "shown: ID".

# Writes the reports for the exercises of chapter `id` to `out`, a folder, and
# when they are there, `out`/ID.done. Adds that to the list `files`.
function(add_shown_reports id out files)
  file(GLOB tasks CONFIGURE_DEPENDS
    ${course_tree}/exercises/${id}/[!.]*/task.md)
  if(NOT tasks)
    return()
  endif()
  set(graders ${CMAKE_BINARY_DIR}/graders)
  set(made ${graders})
  if(TARGET graders)
    set(graders $<TARGET_FILE:graders>)
    set(made graders)
  endif()
  add_custom_command(
    OUTPUT ${out}/${id}.done
    COMMAND ${CMAKE_COMMAND} -D GRADERS=${graders} -D "TASKS=${tasks}"
      -D OUT=${out} -P ${draw}/show_reports.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${out}/${id}.done
    DEPENDS ${tasks} ${made} ${draw}/show_reports.cmake
    COMMENT "Grading wrong answers for ${id}"
    VERBATIM)
  set(${files} ${${files}} ${out}/${id}.done PARENT_SCOPE)
endfunction()
