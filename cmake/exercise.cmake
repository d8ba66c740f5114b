# An exercise: its driver (which calls the student's functions) and its
# grader (which knows what is right), and the proof of the grader.
#
#   exercises/01-perceptron/2-step/   task.md, step.h, step.c (the
#                                     student's file), driver.c, grader.c
#   solutions/01-perceptron/2-step/   step.c (the reference) and wrong/*.c,
#                                     each named as its misconception
#
# Its slug is perceptron/step: folders without their numbers.

function(add_exercise task)
  cmake_path(GET task PARENT_PATH folder)
  file(RELATIVE_PATH path ${CMAKE_SOURCE_DIR}/exercises ${folder})
  string(REGEX REPLACE "(^|/)[0-9]+-" "\\1" slug ${path})
  string(REPLACE "/" "-" id ${slug})
  cmake_path(GET slug FILENAME name)

  add_library(driver-${id} STATIC ${folder}/driver.c
    $<TARGET_OBJECTS:driver_runtime>)
  target_include_directories(driver-${id} PRIVATE ${folder}
    ${CMAKE_SOURCE_DIR}/tools/grading)
  # What the linker says of a driver is shown to students.
  target_compile_options(driver-${id} PRIVATE -fno-sanitize=all -fno-lto
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)

  if(EXISTS ${folder}/grader.c)
    add_grader(${slug} ${folder}/grader.c)
  endif()
  add_dependencies(exercises driver-${id})
  set_property(GLOBAL APPEND PROPERTY EXERCISES
    "${slug}\texercises/${path}\t$<TARGET_FILE:driver-${id}>\n")

  set(solutions ${CMAKE_SOURCE_DIR}/solutions/${path})
  add_exercise_proofs(${slug} ${folder} ${solutions} ${name})
  if(EXISTS ${solutions})
    add_wrong_answers(${path} ${solutions} ${name}
      $<TARGET_FILE:graders> ${slug})
  endif()
endfunction()

# The exercise's grader, under a name of its own, in the program of all.
function(add_grader slug source)
  string(MAKE_C_IDENTIFIER "grade_${slug}" function)
  add_library(${function} OBJECT ${source})
  target_link_libraries(${function} PRIVATE grading)
  target_compile_definitions(${function} PRIVATE main=${function})
  target_compile_options(${function} PRIVATE -Wno-missing-prototypes)
  set_property(GLOBAL APPEND PROPERTY GRADERS ${function})
  set_property(GLOBAL APPEND PROPERTY GRADER_LINES
    "GRADER(\"${slug}\", ${function})\n")
endfunction()

# All graders in one program. The students' edition has that program, for
# one kind of machine, in the place of the sources.
function(add_graders)
  get_property(graders GLOBAL PROPERTY GRADERS)
  if(NOT graders)
    set(system ${CMAKE_HOST_SYSTEM_NAME}-${CMAKE_HOST_SYSTEM_PROCESSOR})
    set(made ${CMAKE_SOURCE_DIR}/exercises/graders-${system})
    if(NOT EXISTS ${made})
      message(FATAL_ERROR "There are no graders for ${system} in "
        "exercises/. Ask your instructor for an edition with them "
        "(./course pack student --open fits every machine).")
    endif()
    file(COPY_FILE ${made} ${CMAKE_BINARY_DIR}/graders ONLY_IF_DIFFERENT)
    return()
  endif()
  # The known answer that a machine is tried with.
  add_grader(known/twice ${CMAKE_SOURCE_DIR}/tools/known/grader.c)
  get_property(graders GLOBAL PROPERTY GRADERS)
  get_property(lines GLOBAL PROPERTY GRADER_LINES)
  list(JOIN lines "" lines)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/graders.inc CONTENT "${lines}")
  add_executable(graders ${CMAKE_SOURCE_DIR}/tools/grading/graders.c)
  target_include_directories(graders PRIVATE ${CMAKE_BINARY_DIR})
  target_link_libraries(graders PRIVATE grading ${graders})
  add_dependencies(exercises graders)

  # For the students' edition: without need of any library, so that it
  # runs where those are older.
  add_executable(graders-static EXCLUDE_FROM_ALL
    ${CMAKE_SOURCE_DIR}/tools/grading/graders.c)
  target_include_directories(graders-static PRIVATE ${CMAKE_BINARY_DIR})
  foreach(grader IN LISTS graders)
    target_sources(graders-static PRIVATE $<TARGET_OBJECTS:${grader}>)
  endforeach()
  target_link_options(graders-static PRIVATE -static -s)
  target_link_libraries(graders-static PRIVATE
    $<TARGET_FILE:grading> $<TARGET_FILE:nn> $<TARGET_FILE:sandbox>
    $<$<BOOL:${SECCOMP_LIBRARY}>:${SECCOMP_LIBRARY}> m)
  add_dependencies(graders-static grading nn sandbox)
endfunction()

# What the instructor's edition of the book shows of an exercise, in
# build/answers/PATH. The rest of the arguments are the grader's command.
function(add_wrong_answers path solutions name grader)
  set(known ${CMAKE_BINARY_DIR}/answers/${path}/known.tsv)
  set(reference ${solutions}/${name}.c)
  set(list ${CMAKE_SOURCE_DIR}/cmake/scripts/list_wrong.sh)
  file(GLOB wrong CONFIGURE_DEPENDS ${solutions}/wrong/[!.]*.c)
  add_custom_command(
    OUTPUT ${known}
    COMMAND ${list} ${reference} ${CMAKE_BINARY_DIR}/answers/${path}
      ${grader} ${ARGN}
    DEPENDS ${list} ${reference} ${wrong} ${grader}
    COMMENT "Comparing the wrong answers to ${path}"
    VERBATIM)
  cmake_path(GET path PARENT_PATH chapter)
  set_property(GLOBAL APPEND PROPERTY ANSWERS_${chapter} ${known})
endfunction()

# One test for each thing that a grader must do with a file.
function(add_exercise_proofs slug folder solutions name)
  set(proof ${CMAKE_SOURCE_DIR}/cmake/tests/prove_grader.cmake)
  macro(prove what file)
    add_test(NAME exercise.${slug}.${what}
      COMMAND ${CMAKE_COMMAND} -D TOOL=$<TARGET_FILE:course-tool>
        -D SLUG=${slug} -D WHAT=${what} -D FILE=${file}
        -D TASK=${folder}/task.md
        -D SCRATCH=${CMAKE_BINARY_DIR}/proofs/${slug} -P ${proof}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(exercise.${slug}.${what} PROPERTIES
      LABELS exercise SKIP_REGULAR_EXPRESSION "^SKIPPED")
  endmacro()

  foreach(what IN ITEMS skeleton crash endless-loop exit compile-error
      main-of-its-own no-file)
    prove(${what} ${folder}/${name}.c)
  endforeach()
  add_test(NAME exercise.${slug}.const_arrays
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/const_arrays.sh ${folder})
  set_tests_properties(exercise.${slug}.const_arrays
    PROPERTIES LABELS exercise)
  # It takes its seconds, and is the same for all: once in each chapter.
  if(NOT folder MATCHES "/1-[^/]*$")
    set_tests_properties(exercise.${slug}.endless-loop PROPERTIES
      LABELS "exercise;slow")
  endif()
  if(NOT EXISTS ${solutions})
    return()
  endif()

  prove(reference ${solutions}/${name}.c)
  file(GLOB wrong CONFIGURE_DEPENDS ${solutions}/wrong/[!.]*.c)
  foreach(file IN LISTS wrong)
    cmake_path(GET file STEM misconception)
    prove(wrong.${misconception} ${file})
  endforeach()
  add_test(NAME exercise.${slug}.all_misconceptions_have_a_file
    COMMAND ${CMAKE_COMMAND} -D GRADERS=$<TARGET_FILE:graders>
      -D SLUG=${slug} -D WRONG=${solutions}/wrong
      -P ${CMAKE_SOURCE_DIR}/cmake/tests/misconceptions_have_files.cmake)
  set_tests_properties(exercise.${slug}.all_misconceptions_have_a_file
    PROPERTIES LABELS exercise)

  # Every mutant of the reference loses points or is recorded.
  string(REPLACE "/" "-" id ${slug})
  set(mutants ${CMAKE_BINARY_DIR}/proofs/mutants)
  file(MAKE_DIRECTORY ${mutants})
  add_test(NAME mutation.${slug}
    COMMAND mutation-test ${slug} ${solutions}/${name}.c
      ${solutions}/equivalent.tsv ${mutants}/${id}.c
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(mutation.${slug} PROPERTIES
    LABELS "mutation;slow")

  add_corpus(${slug} RIGHT ${solutions}/right WRONG ${solutions}/wrong
    UNNAMED ${solutions}/unnamed)
endfunction()

# Writes down where everything is, for the student's tool.
function(write_exercise_list)
  get_property(lines GLOBAL PROPERTY EXERCISES)
  string(REPLACE "\n;" "\n" lines "${lines}")
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/exercises.tsv
    CONTENT "${lines}")
endfunction()
