# Is a grader right about strangers' answers? One test for each exercise.

# add_corpus(slug RIGHT folder... WRONG folder... [UNNAMED folder...])
# Folders of answers: right ones in other styles; wrong ones, named as their
# misconception, which the grader knows; wrong ones that it need not know.
# Right and unnamed folders that are not there are left out.
function(add_corpus slug)
  cmake_parse_arguments(PARSE_ARGV 1 corpus "" "" "RIGHT;WRONG;UNNAMED")
  foreach(kind IN ITEMS RIGHT UNNAMED)
    set(there_${kind})
    foreach(folder IN LISTS corpus_${kind})
      if(EXISTS ${folder})
        list(APPEND there_${kind} ${folder})
      endif()
    endforeach()
  endforeach()
  add_test(NAME corpus.${slug}
    COMMAND corpus-test ${slug} --right ${there_RIGHT}
      --wrong ${corpus_WRONG} --unnamed ${there_UNNAMED}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  add_test(NAME corpus.${slug}.known COMMAND graders ${slug} --known 30)
  set_tests_properties(corpus.${slug} corpus.${slug}.known
    PROPERTIES LABELS "corpus;slow")
endfunction()
