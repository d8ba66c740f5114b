# Proves one thing about the grader of SLUG with FILE, as the student's
# tool would grade it.
# with MILLISECONDS for a call, if that is set, in the place of two seconds.
#   WHAT: reference, skeleton, crash, endless-loop, exit, compile-error,
#         main-of-its-own, no-file; or wrong, and FILE is the folder of the
#         known mistakes in LIST: each is rejected by its name

function(expect pattern)
  if(NOT report MATCHES "${pattern}")
    message(FATAL_ERROR "${SLUG}, ${WHAT}: the report should have matched\n"
      "  ${pattern}\nbut was\n${report}")
  endif()
endfunction()

# The skeleton with a statement in the place of "Your code here.".
function(break_skeleton statement)
  file(READ ${FILE} text)
  string(REPLACE "/* Your code here. */" "${statement}" text "${text}")
  string(PREPEND text "#include <stdlib.h>\n")
  file(WRITE ${SCRATCH}/${WHAT}.c "${text}")
  set(FILE ${SCRATCH}/${WHAT}.c PARENT_SCOPE)
endfunction()

# A student who works through the exercises edits the skeletons. Then
# there is nothing to prove with them, except where the course is built.
if(NOT WHAT MATCHES "^(reference|wrong)$")
  file(READ ${FILE} text)
  if(NOT text MATCHES "/\\* Your code here. \\*/")
    if(DEFINED ENV{CI})
      message(FATAL_ERROR "${FILE} is no skeleton: it does not say "
        "'Your code here.'")
    endif()
    message("SKIPPED: ${FILE} has been worked on.")
    return()
  endif()
endif()

set(sentence "")
if(WHAT STREQUAL "crash")
  break_skeleton("*(volatile int *)8 = 1;")
    set(sentence "touched memory.*It happened in line [0-9]+ of [a-z-]+.c")
elseif(WHAT STREQUAL "endless-loop")
  break_skeleton("for (volatile int i = 0;;) i++;")
  set(sentence "had not returned after")
elseif(WHAT STREQUAL "exit")
  break_skeleton("exit(0);")
  set(sentence "ended the whole program")
elseif(WHAT STREQUAL "compile-error")
  break_skeleton("this is not C;")
  set(sentence "does not compile yet. The first error is in line [0-9]+")
elseif(WHAT STREQUAL "main-of-its-own")
  break_skeleton("")
  file(APPEND ${FILE} "\nint main(void) { return 0; }\n")
  set(sentence "a main of its own")
elseif(WHAT STREQUAL "no-file")
  set(FILE ${SCRATCH}/there-is-no-such-file.c)
  set(sentence "There is no ")
endif()

set(limit "")
if(MILLISECONDS)
  set(limit --milliseconds ${MILLISECONDS})
endif()

# Sets `report`; sentences are wrapped on the terminal, but not there.
macro(grade file)
  execute_process(COMMAND ${TOOL} ${limit} grade-file ${SLUG} ${file}
    OUTPUT_VARIABLE report ERROR_VARIABLE complaint RESULT_VARIABLE status)
  if(status)
    message(FATAL_ERROR "${SLUG}: ${complaint}${report}")
  endif()
  set(shown "${report}")
  string(REGEX REPLACE "[ \n]+" " " report "${report}")
endmacro()

# Says why a known mistake is not as it should be, with its line, and shows
# the report as it is.
function(reject_mistake line why)
  execute_process(COMMAND ${CMAKE_COMMAND} -E echo "${LIST}:${line}: ${why}\n${shown}")
  message(FATAL_ERROR "${SLUG}: a known mistake is not recognised")
endfunction()

# Asks the grader what it says of a mistake that it knows, without making a
# program of it. (The tests corpus.* do, with many seeds.)
macro(grade_known id number)
  execute_process(COMMAND ${GRADERS} ${SLUG} --as ${id} ${number} --seed 1
    OUTPUT_VARIABLE report ERROR_VARIABLE complaint RESULT_VARIABLE status)
  if(status)
    message(FATAL_ERROR "${SLUG}, ${id}: ${complaint}${report}")
  endif()
  set(shown "${report}")
  string(REGEX REPLACE "(^|\n)end\t([0-9]+)\t" "\nstatus=graded points=\\2/"
    report "${report}")
  string(REGEX REPLACE "misconception\t([a-z0-9-]+)\t" "misconception=\\1 "
    report "${report}")
endmacro()

# A mistake is rejected, by its name or by the event that it declares.
function(expect_rejected file kind name line)
  string(REGEX MATCH "^([a-z0-9-]+)(\\.([0-9]+))?" number ${file})
  set(id ${CMAKE_MATCH_1})
  set(number 1)
  if(CMAKE_MATCH_3)
    set(number ${CMAKE_MATCH_3})
  endif()
  if(kind STREQUAL "event" OR kind STREQUAL "common")
    grade(${FILE}/${file})
  else()
    grade_known(${id} ${number})
  endif()
  if(kind STREQUAL "common")
    set(kind misconception)
  endif()
  if(NOT report MATCHES "status=graded")
    reject_mistake(${line} "${id} was not graded.")
  elseif(report MATCHES "points=([0-9]+)/([0-9]+)" AND
      CMAKE_MATCH_1 EQUAL CMAKE_MATCH_2)
    reject_mistake(${line} "${id} loses no points: no case tells it from the reference. Add one to cases.c.")
  elseif(report MATCHES "${kind}=${name} ")
    return()
  elseif(report MATCHES "misconception=([a-z][a-z0-9-]*)")
    reject_mistake(${line} "${id} gives the same answers as ${CMAKE_MATCH_1} in every case, or shows in the same way. Make a case that tells them apart, make it a variant of that one, or let it stand first.")
  elseif(kind STREQUAL "event")
    reject_mistake(${line} "${id} does not show as the event ${name}.")
  else()
    reject_mistake(${line} "${id} is not named. Is its part= or fields= right?")
  endif()
endfunction()

# A section that is to be reread is in the exercise's chapter, or in the one
# that is named, if that is there.
function(check_labels)
  cmake_path(GET TASK PARENT_PATH folder)
  cmake_path(GET folder PARENT_PATH folder)
  cmake_path(GET folder FILENAME own)
  file(STRINGS ${LIST} headings REGEX "^## .*reread=")
  foreach(heading IN LISTS headings)
    string(REGEX MATCH "reread=(([a-z0-9-]+)/)?([a-z0-9:-]+)" all "${heading}")
    set(label ${CMAKE_MATCH_3})
    set(prose ${SOURCE}/chapters/${own}/chapter.md)
    if(CMAKE_MATCH_2)
      file(GLOB prose ${SOURCE}/chapters/[0-9]*-${CMAKE_MATCH_2}/chapter.md)
    endif()
    if(prose)
      file(READ ${prose} text)
      if(NOT text MATCHES "{#${label}[ }]")
        execute_process(COMMAND ${CMAKE_COMMAND} -E echo
          "${LIST}: ${prose} has no {#${label}}:\n  ${heading}")
        message(FATAL_ERROR "${SLUG}: nothing to reread")
      endif()
    endif()
  endforeach()
endfunction()

if(WHAT STREQUAL "wrong")
  check_labels()
  file(STRINGS ${FILE}/expected.tsv rows)
  list(LENGTH rows count)
  if(count LESS 4)
    message(FATAL_ERROR "${SLUG}: only ${count} known mistakes")
  endif()
  foreach(row IN LISTS rows)
    string(REPLACE "\t" ";" row "${row}")
    expect_rejected(${row})
  endforeach()
  return()
endif()
grade(${FILE})

if(WHAT STREQUAL "reference")
  if(NOT report MATCHES "points=([0-9]+)/([0-9]+)" OR
      NOT CMAKE_MATCH_1 EQUAL CMAKE_MATCH_2 OR CMAKE_MATCH_2 EQUAL 0)
    message(FATAL_ERROR "${SLUG}: the reference lost points\n${report}")
  endif()
  expect("status=graded")
  # The task promises what the grader gives.
  set(points ${CMAKE_MATCH_2})
  file(STRINGS ${TASK} promised REGEX "^points: ")
  if(NOT promised STREQUAL "points: ${points}")
    message(FATAL_ERROR "${TASK} says '${promised}', the grader gives "
      "${points}")
  endif()
else()
  expect("points=0/[1-9]")
  if(WHAT STREQUAL "skeleton")
    expect("You have not begun, and that is fine")
  else()
    expect("${sentence}")
  endif()
endif()
