# Is a grader right about strangers' answers? One test for each exercise.

# add_corpus(slug RIGHT folder... WRONG folder... [UNNAMED folder...])
# Folders of answers: right ones in other styles; wrong ones, named as their
# misconception, which the grader knows; wrong ones that it need not know.
# Folders of the last kind that are not there are left out.
function(add_corpus slug)
  cmake_parse_arguments(PARSE_ARGV 1 corpus "" "" "RIGHT;WRONG;UNNAMED")
  set(unnamed)
  foreach(folder IN LISTS corpus_UNNAMED)
    if(EXISTS ${folder})
      list(APPEND unnamed ${folder})
    endif()
  endforeach()
  add_test(NAME corpus.${slug}
    COMMAND corpus-test ${slug} --right ${corpus_RIGHT}
      --wrong ${corpus_WRONG} --unnamed ${unnamed}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(corpus.${slug} PROPERTIES LABELS "corpus;slow")
endfunction()
