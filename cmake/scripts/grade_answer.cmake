# Grades the file ANSWER as one to the exercise perceptron/step with TOOL, and
# writes what a student would read to OUT.

execute_process(COMMAND ${TOOL} grade-file perceptron/step ${ANSWER}
  OUTPUT_VARIABLE said ERROR_VARIABLE complaint RESULT_VARIABLE status)
if(status OR NOT said MATCHES "^status=graded\n" OR
    NOT said MATCHES "\npart=fires [^\n]*misconception=[a-z]")
  message(FATAL_ERROR "${ANSWER}: the grader should have recognised the "
    "mistake, for the front page. It said:\n${complaint}${said}")
endif()
# Neither what is for programs, nor how to debug and what the sandbox is,
# which depends on the machine.
string(REGEX REPLACE "^.*\npart=[^\n]*\n+" "" said "${said}")
string(REGEX REPLACE "\n  [^\n]*\\./course debug.*$" "\n" said "${said}")
string(REGEX REPLACE "\n +\n" "\n\n" said "${said}")
file(WRITE ${OUT} "${said}")
