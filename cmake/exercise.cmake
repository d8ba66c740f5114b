# An exercise: its driver (which calls the student's functions) and its
# grader (which knows what is right), and the proof of the grader.
#
#   exercises/01-perceptron/2-step/   task.md, step.h, step.c (the
#                                     student's file), driver.c, cases.c
#   solutions/01-perceptron/2-step/   step.c (the reference) and wrong.md,
#                                     the known mistakes
#
# Its slug is perceptron/step: folders without their numbers.

function(add_exercise task)
  cmake_path(GET task PARENT_PATH folder)
  file(RELATIVE_PATH path ${course_tree}/exercises ${folder})
  set(solutions ${course_tree}/solutions/${path})
  home_of(${folder} home)
  string(REGEX REPLACE "(^|/)[0-9]+-" "\\1" slug ${path})
  string(REPLACE "/" "-" id ${slug})
  cmake_path(GET slug FILENAME name)

  # An exercise about nn has the library in its driver, where a number is a
  # double. In the grader it would be what the course is built with. Whether it
  # is about nn, its header says.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${folder}/${name}.h)
  file(STRINGS ${folder}/${name}.h uses REGEX "#include <nn/")
  if(uses AND NN_REAL STREQUAL float)
    return()
  endif()
  add_library(driver-${id} STATIC ${folder}/driver.c
    $<TARGET_OBJECTS:driver_runtime>)
  target_include_directories(driver-${id} PRIVATE ${folder}
    ${CMAKE_SOURCE_DIR}/tools/grading)
  if(uses)
    target_sources(driver-${id} PRIVATE $<TARGET_OBJECTS:nn_in_drivers>
      ${CMAKE_SOURCE_DIR}/tools/grading/crc32.c)
    foreach(set IN LISTS nn_kernel_sets)
      target_sources(driver-${id} PRIVATE $<TARGET_OBJECTS:nn_in_drivers_${set}>)
    endforeach()
    target_include_directories(driver-${id} PRIVATE
      ${CMAKE_SOURCE_DIR}/lib/include)
  endif()
  # What the linker says of a driver is shown to students.
  target_compile_options(driver-${id} PRIVATE -fno-sanitize=all -fno-lto
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=
    -ffile-prefix-map=${course_tree}/=)

  add_grader(${slug} ${folder} ${solutions}
    ${CMAKE_BINARY_DIR}/answers/${path})
  add_dependencies(exercises driver-${id})
  set_property(GLOBAL APPEND PROPERTY EXERCISES
    "${slug}\texercises/${path}\t$<TARGET_FILE:driver-${id}>\t${home}\n")
  add_exercise_proofs(${slug} ${folder} ${solutions} ${name}
    ${CMAKE_BINARY_DIR}/answers/${path})
  if(EXISTS ${solutions})
    cmake_path(GET path PARENT_PATH chapter)
    set_property(GLOBAL APPEND PROPERTY ANSWERS_${chapter}
      ${CMAKE_BINARY_DIR}/answers/${path}/known.tsv)
  endif()
endfunction()

# The exercise's grader: what is asked (cases.c), and what is right and wrong
# in known ways. That (rules.c) is made from `solutions`; an edition without
# them has it in the exercise's folder, or the graders as a program.
function(add_grader slug folder solutions out)
  cmake_path(GET slug FILENAME name)
  string(MAKE_C_IDENTIFIER "${slug}" id)
  set(rules ${folder}/rules.c)
  if(EXISTS ${solutions})
    set(rules ${out}/rules.c)
    set(wrong "")
    if(EXISTS ${solutions}/wrong.md)
      set(wrong ${solutions}/wrong.md)
    endif()
    set(common ${CMAKE_SOURCE_DIR}/tools/grading/common.md)
    translation_of(${solutions}/wrong.md words)
    translation_of(${common} shared)
    cmake_path(GET out PARENT_PATH parent)
    file(MAKE_DIRECTORY ${parent})
    add_custom_command(
      OUTPUT ${rules} ${out}/known.tsv
      COMMAND mistakes ${slug} ${folder} ${solutions} ${common} ${out}
        --wrong "${words}" --shared "${shared}"
      DEPENDS mistakes ${solutions}/${name}.c ${wrong} ${common}
        ${words} ${shared}
        ${folder}/${name}.h ${folder}/driver.c
      COMMENT "Making the known mistakes of ${slug}"
      VERBATIM)
  elseif(NOT EXISTS ${rules})
    return()
  endif()
  add_library(grade_${id} OBJECT ${folder}/cases.c ${rules})
  target_include_directories(grade_${id} PRIVATE ${folder})
  target_link_libraries(grade_${id} PRIVATE grading)
  target_compile_definitions(grade_${id} PRIVATE
    exercise_parts=parts_${id})
  # Mistakes are no reason for warnings; but newer compilers refuse a function
  # that no header has declared.
  set_source_files_properties(${rules} PROPERTIES COMPILE_OPTIONS
    "${no_warnings};-Wno-error;-Werror=implicit-function-declaration")
  set_property(GLOBAL APPEND PROPERTY GRADERS grade_${id})
  set_property(GLOBAL APPEND PROPERTY GRADER_LINES
    "EXERCISE(exercise_${id})\n")
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
  set(known ${CMAKE_SOURCE_DIR}/tools/self_test)
  add_grader(self-test/twice ${known} ${known}
    ${CMAKE_BINARY_DIR}/answers/self-test/twice)
  get_property(graders GLOBAL PROPERTY GRADERS)
  get_property(lines GLOBAL PROPERTY GRADER_LINES)
  list(JOIN lines "" lines)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/graders.inc CONTENT "${lines}")
  add_executable(graders ${CMAKE_SOURCE_DIR}/tools/grading/main.c)
  target_include_directories(graders PRIVATE ${CMAKE_BINARY_DIR})
  target_link_libraries(graders PRIVATE grading ${graders})
  add_dependencies(exercises graders)
  foreach(test IN ITEMS mutation-test corpus-test)
    if(TARGET ${test})
      target_link_libraries(${test} PRIVATE ${graders})
    endif()
  endforeach()

  # For the students' edition: without need of any library, so that it
  # runs where those are older.
  add_executable(graders-static EXCLUDE_FROM_ALL
    ${CMAKE_SOURCE_DIR}/tools/grading/main.c)
  target_include_directories(graders-static PRIVATE ${CMAKE_BINARY_DIR}
    $<TARGET_PROPERTY:base,INTERFACE_INCLUDE_DIRECTORIES>
    $<TARGET_PROPERTY:grading,INTERFACE_INCLUDE_DIRECTORIES>
    $<TARGET_PROPERTY:nn,INTERFACE_INCLUDE_DIRECTORIES>)
  foreach(grader IN LISTS graders)
    target_sources(graders-static PRIVATE $<TARGET_OBJECTS:${grader}>)
  endforeach()
  target_link_options(graders-static PRIVATE -static -s)
  target_link_libraries(graders-static PRIVATE
    $<TARGET_FILE:grading> $<TARGET_FILE:nn> $<TARGET_FILE:sandbox>
    $<TARGET_FILE:base>
    $<$<BOOL:${SECCOMP_LIBRARY}>:${SECCOMP_LIBRARY}> m)
  add_dependencies(graders-static base grading nn sandbox)
endfunction()

# One test for each thing that a grader must do with a file.
function(add_exercise_proofs slug folder solutions name out)
  set(proof ${CMAKE_SOURCE_DIR}/cmake/tests/prove_grader.cmake)
  macro(prove what file) # and what else is set
    add_test(NAME exercise.${slug}.${what}
      COMMAND ${CMAKE_COMMAND} -D TOOL=$<TARGET_FILE:course-tool>
        -D SLUG=${slug} -D WHAT=${what} "-D FILE=${file}" ${ARGN}
        -D TASK=${folder}/task.md -D GRADERS=${CMAKE_BINARY_DIR}/graders
        -D LIST=${solutions}/wrong.md
        -D SOURCE=${course_tree}
        -D SCRATCH=${CMAKE_BINARY_DIR}/proofs/${slug} -P ${proof}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(exercise.${slug}.${what} PROPERTIES
      LABELS exercise SKIP_REGULAR_EXPRESSION "^SKIPPED")
  endmacro()

  foreach(what IN ITEMS skeleton crash exit compile-error main-of-its-own
      no-file)
    prove(${what} ${folder}/${name}.c)
  endforeach()
  add_test(NAME exercise.${slug}.const_arrays
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/const_arrays.sh ${folder})
  set_tests_properties(exercise.${slug}.const_arrays
    PROPERTIES LABELS exercise)
  # A loop is given the time that a student's has once in each chapter;
  # elsewhere it is enough to see that it is ended, and what is said.
  if(folder MATCHES "/1-[^/]*$")
    prove(endless-loop ${folder}/${name}.c)
  else()
    prove(endless-loop ${folder}/${name}.c -D MILLISECONDS=400)
    set_tests_properties(exercise.${slug}.endless-loop PROPERTIES
      LABELS "exercise;slow")
  endif()
  if(NOT EXISTS ${solutions})
    return()
  endif()

  prove(reference ${solutions}/${name}.c)
  prove(wrong ${out}/wrong)
  # What the task works out by hand is what the reference answers.
  add_test(NAME exercise.${slug}.examples
    COMMAND graders ${slug} --examples ${folder}/task.md)
  set_tests_properties(exercise.${slug}.examples PROPERTIES LABELS exercise)

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

  add_corpus(${slug} RIGHT ${solutions}/right WRONG ${out}/wrong
    UNNAMED ${solutions}/unnamed)
endfunction()

# Writes down where everything is, for the student's tool.
function(write_exercise_list)
  get_property(lines GLOBAL PROPERTY EXERCISES)
  string(REPLACE "\n;" "\n" lines "${lines}")
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/exercises.tsv
    CONTENT "${lines}")
endfunction()
