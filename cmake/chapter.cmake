# A chapter: its program is built and run, its claims are checked.
#
#   chapters/01-perceptron/chapter.md      the prose
#   chapters/01-perceptron/perceptron.c    the program, named as the folder
#   chapters/01-perceptron/claims.tsv      published results to agree with
#   chapters/01-perceptron/claims.awk      maybe: some of them once more, by
#                                          a program in another language
#
# The run of chapters/NN-NAME goes to build/chapters/NN-NAME/run/.

function(add_chapter prose)
  cmake_path(GET prose PARENT_PATH folder)
  cmake_path(GET folder FILENAME id)
  string(REGEX REPLACE "^[0-9]+-" "" name ${id})

  add_executable(${name} ${folder}/${name}.c)
  target_link_libraries(${name} PRIVATE nn)

  set(run ${CMAKE_BINARY_DIR}/chapters/${id}/run)
  add_custom_command(
    OUTPUT ${run}/numbers.tsv
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${run}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${run}
    COMMAND ${name} --out ${run} > ${run}/transcript.txt
    COMMAND check_claims ${folder}/claims.tsv ${run}/numbers.tsv
      > ${run}/claims.txt
    DEPENDS ${name} check_claims ${folder}/claims.tsv
    COMMENT "Running ${name}"
    VERBATIM)
  add_custom_target(run-${name} ALL DEPENDS ${run}/numbers.tsv)

  add_test(NAME chapter.${name}.claims
    COMMAND check_claims ${folder}/claims.tsv ${run}/numbers.tsv)
  add_test(NAME chapter.${name}.command_line
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/chapter_command_line.sh
      $<TARGET_FILE:${name}> ${CMAKE_BINARY_DIR}/chapters/${id}/tests)
  if(EXISTS ${folder}/claims.awk)
    add_test(NAME chapter.${name}.second_program
      COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/second_program.sh
        ${folder}/claims.awk ${folder}/claims.tsv)
    set_tests_properties(chapter.${name}.second_program
      PROPERTIES LABELS chapter)
  endif()
  set_tests_properties(chapter.${name}.claims chapter.${name}.command_line
    PROPERTIES LABELS chapter)

  add_chapter_figures(${id} ${run})
  add_live_figures(${id})
  set_property(GLOBAL APPEND PROPERTY CHAPTERS ${id})
endfunction()
