# A chapter: its programs are built and run, its claims are checked.
#
#   chapters/01-perceptron/chapter.md      the prose
#   chapters/01-perceptron/perceptron.c    the program that teaches, named as
#                                          the folder
#   chapters/01-perceptron/experiments.c   the program that measures; it
#                                          includes the other
#   chapters/01-perceptron/recorded/       maybe: tables that take longer to
#                                          compute than a build may
#                                          (nn/recorded.h, ./course measure)
#   chapters/01-perceptron/claims.tsv      published results to agree with
#   chapters/01-perceptron/claims.awk      maybe: some of them once more, by
#                                          a program in another language
#
# What they wrote goes to build/chapters/NN-NAME/run/: what NAME.c printed to
# NAME.txt, what experiments.c printed to experiments.txt, beside its numbers,
# tables and graphs.

function(add_chapter prose)
  cmake_path(GET prose PARENT_PATH folder)
  cmake_path(GET folder FILENAME id)
  string(REGEX REPLACE "^[0-9]+-" "" name ${id})

  set(measures ${name}-experiments)
  add_executable(${name} ${folder}/${name}.c)
  add_executable(${measures} ${folder}/experiments.c)
  target_compile_options(${measures} PRIVATE
    -Wno-missing-prototypes) # of the other program's renamed main
  foreach(program IN ITEMS ${name} ${measures})
    target_link_libraries(${program} PRIVATE nn)
    target_compile_definitions(${program} PRIVATE
      DATA="${CMAKE_SOURCE_DIR}/data")
    # A number knows its place in the source, for which a launcher such as
    # ccache may have another path.
    set_target_properties(${program} PROPERTIES C_COMPILER_LAUNCHER "")
  endforeach()
  file(GLOB recorded CONFIGURE_DEPENDS ${folder}/recorded/*.tsv)

  set(run ${CMAKE_BINARY_DIR}/chapters/${id}/run)
  add_custom_command(
    OUTPUT ${run}/numbers.tsv
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${run}.new
    COMMAND ${CMAKE_COMMAND} -E make_directory ${run}.new
    COMMAND ${name} > ${run}.new/${name}.txt
    COMMAND ${measures} --out ${run}.new --recorded ${folder}/recorded
      > ${run}.new/experiments.txt
    COMMAND ${CMAKE_COMMAND} -D NEW=${run}.new -D OLD=${run}
      -P ${CMAKE_SOURCE_DIR}/cmake/scripts/replace_folder.cmake
    DEPENDS ${name} ${measures} ${recorded}
      ${CMAKE_SOURCE_DIR}/cmake/scripts/replace_folder.cmake
    COMMENT "Running ${name}"
    VERBATIM)
  set(claims ${CMAKE_BINARY_DIR}/chapters/${id}/claims.txt)
  add_custom_command(
    OUTPUT ${claims}
    COMMAND check_claims ${folder}/claims.tsv ${run}/numbers.tsv > ${claims}
    DEPENDS check_claims ${folder}/claims.tsv ${run}/numbers.tsv
    COMMENT "Checking the claims of ${name}"
    VERBATIM)
  add_custom_target(run-${name} ALL DEPENDS ${claims})
  if(NOT TARGET run-chapters)
    add_custom_target(run-chapters)
  endif()
  add_dependencies(run-chapters run-${name})

  set(tests ${CMAKE_SOURCE_DIR}/cmake/tests)
  set(scratch ${CMAKE_BINARY_DIR}/chapters/${id}/tests)
  add_test(NAME chapter.${name}.claims
    COMMAND check_claims ${folder}/claims.tsv ${run}/numbers.tsv)
  add_test(NAME chapter.${name}.command_line
    COMMAND ${tests}/experiments_command_line.sh
      $<TARGET_FILE:${measures}> ${scratch}/command-line
      ${folder}/recorded ${run})
  add_test(NAME chapter.${name}.program
    COMMAND ${tests}/chapter_program.sh $<TARGET_FILE:${name}>
      ${folder}/${name}.c ${scratch}/program)
  add_test(NAME chapter.${name}.number_names
    COMMAND ${tests}/number_names.sh ${course_tree} ${run}/numbers.tsv)
  set(all claims command_line program number_names)
  if(EXISTS ${folder}/claims.awk)
    add_test(NAME chapter.${name}.second_program
      COMMAND ${tests}/second_program.sh
        ${folder}/claims.awk ${folder}/claims.tsv)
    list(APPEND all second_program)
  endif()
  list(TRANSFORM all PREPEND chapter.${name}.)
  foreach(table IN LISTS recorded)
    cmake_path(GET table STEM stem)
    add_test(NAME chapter.${name}.recorded.${stem}
      COMMAND ${CMAKE_COMMAND} -D CHAPTER=${folder}
        -D SOURCE=${CMAKE_SOURCE_DIR} -D TABLE=${table}
        -P ${CMAKE_SOURCE_DIR}/tools/recorded/digest.cmake)
    set_tests_properties(chapter.${name}.recorded.${stem}
      PROPERTIES LABELS "chapter;slow")
  endforeach()
  set_tests_properties(${all} PROPERTIES LABELS chapter)

  add_chapter_figures(${id} ${run})
  add_live_figures(${id})
  set_property(GLOBAL APPEND PROPERTY CHAPTERS ${id})
endfunction()
