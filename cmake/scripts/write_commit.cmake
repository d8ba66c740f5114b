# Writes which commit the book is made from, if that is known and another than
# before: OUT/commit.css for pages, which only load it, so that they are not
# made anew for every commit, and OUT/commit.yaml for what is typeset.
# A commit counts if it changes what the book is made of.
set(made_of book chapters exercises figures lib)
set(commit)
set(changed)
# Neither a folder in another's repository nor a student's (edition.cmake).
if(EXISTS ${SOURCE}/.git AND NOT EXISTS ${SOURCE}/edition.txt)
  execute_process(
    COMMAND git log -1 "--format=%h, %cs" -- ${made_of}
    WORKING_DIRECTORY ${SOURCE}
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE
    RESULT_VARIABLE status ERROR_QUIET)
  execute_process(
    COMMAND git --no-optional-locks status --porcelain -- ${made_of}
    WORKING_DIRECTORY ${SOURCE}
    OUTPUT_VARIABLE changed OUTPUT_STRIP_TRAILING_WHITESPACE
    RESULT_VARIABLE status ERROR_QUIET)
endif()

if(commit)
  set(css ":root { --commit: '${commit}'; }\n")
  set(yaml "commit: '${commit}'\n")
  if(changed)
    string(APPEND yaml "uncommitted: true\n")
  else()
    string(APPEND css ".uncommitted { display: none; }\n")
  endif()
else()
  set(css ".commit, .uncommitted { display: none; }\n")
  set(yaml "{}\n")
endif()
file(CONFIGURE OUTPUT ${OUT}/commit.css CONTENT "${css}" @ONLY)
file(CONFIGURE OUTPUT ${OUT}/commit.yaml CONTENT "${yaml}" @ONLY)
