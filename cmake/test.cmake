# Tests of the project as a whole, and the targets `tests` and, with those
# that take long, `all-tests`: what they need.
# CTest is the only runner. Labels: lib, chapter, exercise, tools, attack,
# mutation, corpus, style, bare, book, and of the latter those in a browser:
# browser. What takes long and is seldom broken has the label slow as well:
# ./course test leaves it out, ./course test --all does not.

set(missing_test_tools)
find_tools(missing_test_tools
  CLANG clang  CLANG_FORMAT clang-format  SHELLCHECK shellcheck  JAVA java
  PKG_CONFIG pkg-config  PGREP pgrep  HUNSPELL hunspell  PDFINFO pdfinfo
  PDFTOTEXT pdftotext  PDFTOHTML pdftohtml  CHROMIUM chromium  FIREFOX firefox  NPM npm)
find_needed(missing_test_tools EPUBCHECK epubcheck epubcheck.jar
  /usr/share/java)
find_needed(missing_test_tools BRITISH hunspell-en-gb en_GB.dic
  /usr/share/hunspell)
if(NOT cmocka_FOUND)
  list(APPEND missing_test_tools cmocka)
endif()

function(add_project_tests)
  add_custom_target(tests)
  add_custom_target(all-tests)
  add_dependencies(all-tests tests)
  add_dependencies(tests unit-tests exercises)
  set(missing ${missing_book_tools} ${missing_test_tools})
  if(missing)
    add_targets_without("The tests need" "${missing}" "./course test"
      tests-need-more)
    add_dependencies(tests tests-need-more)
  endif()
  if(missing_book_tools)
    set(book_is_made FALSE)
  else()
    set(book_is_made TRUE)
    add_dependencies(tests book)
    add_dependencies(all-tests print)
  endif()
  set(has_solutions FALSE)
  if(EXISTS ${CMAKE_SOURCE_DIR}/solutions)
    set(has_solutions TRUE)
    if(book_is_made)
      add_dependencies(tests instructor-html)
      add_dependencies(all-tests instructor-slides)
    endif()
  endif()

  add_book_tests()
  add_browser_tests()

  if(EXISTS ${CMAKE_SOURCE_DIR}/solutions/07-rmsprop)
    add_course_test(NAME tools.gradient_ratio LABELS tools
      DIRECTORY ${CMAKE_SOURCE_DIR}
      COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/prove_ratio.sh
        $<TARGET_FILE:course-tool>
        ${CMAKE_SOURCE_DIR}/solutions/07-rmsprop/3-rotate/rotate.c
        "${CMAKE_BINARY_DIR}/gradient ratio")
  endif()
  add_course_test(NAME tools.new_chapter LABELS tools slow SKIP BUILDS
    NEEDS book_is_made
    COMMAND ${CMAKE_SOURCE_DIR}/tools/new/tests/chapter.sh
      ${CMAKE_SOURCE_DIR} "${CMAKE_BINARY_DIR}/a new chapter")
  add_course_test(NAME tools.with LABELS tools slow SKIP BUILDS
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/with.sh ${CMAKE_SOURCE_DIR}
      "${CMAKE_BINARY_DIR}/with others" ${book_is_made})
  add_course_test(NAME chapter.number_names LABELS chapter
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/number_names_itself.sh
      "${CMAKE_BINARY_DIR}/number names")
  add_course_test(NAME tools.recorded_digest LABELS tools
    COMMAND ${CMAKE_SOURCE_DIR}/tools/recorded/tests/digest.sh
      ${CMAKE_SOURCE_DIR} "${CMAKE_BINARY_DIR}/recorded digest")
  file(GLOB data CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*/SHA256SUMS)
  foreach(sums IN LISTS data)
    cmake_path(GET sums PARENT_PATH folder)
    cmake_path(GET folder FILENAME name)
    add_course_test(NAME data.${name} LABELS chapter
      COMMAND ${CMAKE_COMMAND} -D FOLDER=${folder} -D SOURCE=${CMAKE_SOURCE_DIR}
        -P ${CMAKE_SOURCE_DIR}/cmake/tests/data.cmake)
  endforeach()
  add_course_test(NAME style.c LABELS style NEEDS CLANG_FORMAT SKIP
    DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/style_c.sh)
  add_course_test(NAME style.tools LABELS style
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/style_tools.sh
      ${CMAKE_SOURCE_DIR})
  add_course_test(NAME style.citation LABELS style
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/citation.sh ${CMAKE_SOURCE_DIR})
  add_course_test(NAME style.shell LABELS style NEEDS SHELLCHECK SKIP
    DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/style_shell.sh)
  add_bare_tests()
endfunction()

# What was made of the book. Called by add_project_tests, whose variables
# this and the next see.
function(add_book_tests)
  set(html ${CMAKE_BINARY_DIR}/book/html)
  set(book ${CMAKE_BINARY_DIR}/book/learning-from-errors)
  set(latex ${CMAKE_BINARY_DIR}/book-work/latex)
  set(scripts ${CMAKE_SOURCE_DIR}/book/tests)
  add_course_test(NAME book.filter_errors LABELS book NEEDS book_is_made
    COMMAND ${scripts}/filter_errors.sh ${CMAKE_SOURCE_DIR}
      "${CMAKE_BINARY_DIR}/filter errors")
  get_property(chapters GLOBAL PROPERTY CHAPTERS)
  foreach(id IN LISTS chapters)
    string(REGEX REPLACE "^[0-9]+-" "" name ${id})
    add_course_test(NAME book.without.${name} LABELS book slow
      NEEDS book_is_made
      COMMAND ${scripts}/without_chapter.sh ${course_tree}
        ${CMAKE_BINARY_DIR} ${id} "${CMAKE_BINARY_DIR}/without/${name}")
  endforeach()
  add_course_test(NAME book.c_source LABELS book NEEDS book_is_made
    COMMAND ${PANDOC} --lua-filter ${scripts}/test_c_source.lua
      --from markdown --to plain -M source=${CMAKE_SOURCE_DIR}
      ${scripts}/empty.md)
  add_course_test(NAME book.fonts LABELS book NEEDS book_is_made
    COMMAND ${scripts}/fonts.sh ${CMAKE_SOURCE_DIR})
  add_course_test(NAME book.links LABELS book NEEDS book_is_made
    COMMAND ${NODE} ${scripts}/check_links.js ${html})
  add_course_test(NAME book.third_party LABELS book NEEDS book_is_made
    COMMAND ${scripts}/third_party.sh ${CMAKE_SOURCE_DIR}/THIRD-PARTY.md
      ${CMAKE_BINARY_DIR}/book)
  add_course_test(NAME book.epub LABELS book NEEDS book_is_made JAVA EPUBCHECK
    COMMAND ${scripts}/check_epub.sh ${book}.epub ${EPUBCHECK}/epubcheck.jar
      ${CMAKE_SOURCE_DIR}/figures/theme/palette.tsv)
  add_course_test(NAME book.pdf LABELS book NEEDS book_is_made PDFINFO
    COMMAND ${scripts}/check_pdf.sh ${book}.pdf ${latex} ${BOOK_PAPER} one)
  add_course_test(NAME book.print LABELS book slow NEEDS book_is_made PDFINFO
    COMMAND ${scripts}/check_pdf.sh
      ${book}-print.pdf ${latex} ${BOOK_PAPER} two)
  add_course_test(NAME book.spelling LABELS book
    NEEDS book_is_made HUNSPELL BRITISH
    COMMAND ${scripts}/spelling.sh ${CMAKE_SOURCE_DIR})
  if(NOT has_solutions)
    return()
  endif()

  set(instructor ${CMAKE_BINARY_DIR}/book-instructor)
  add_course_test(NAME book.slides LABELS book slow
    NEEDS book_is_made PDFTOTEXT PDFTOHTML
    COMMAND ${scripts}/check_slides.sh
      ${instructor}/slides ${instructor}/html/slides)
  add_course_test(NAME book.instructor_links LABELS book NEEDS book_is_made
    COMMAND ${NODE} ${scripts}/check_links.js ${instructor}/html)
  add_course_test(NAME book.no_solutions LABELS book
    NEEDS book_is_made PDFTOTEXT
    COMMAND ${scripts}/no_solutions.sh ${CMAKE_SOURCE_DIR}
      ${CMAKE_BINARY_DIR} "${CMAKE_BINARY_DIR}/no solutions")
endfunction()

# In a real browser, with what npm has. browser.visit opens the pages for several
# tests, which only report what it found. Tests that have several pages open take
# two cores or more; frame times are only worth something without neighbours.
function(add_browser_tests)
  set(tools ${CMAKE_BINARY_DIR}/browser)
  set(scripts ${CMAKE_SOURCE_DIR}/book/tests/browser)
  set(html ${CMAKE_BINARY_DIR}/book/html)
  set(needs book_is_made CHROMIUM NPM)
  add_course_test(NAME browser.install LABELS book browser NEEDS ${needs}
    COMMAND ${scripts}/install.sh ${tools})
  set_tests_properties(browser.install PROPERTIES FIXTURES_SETUP browser)

  # add_browser_test(TEST SCRIPT FOLDER ARGUMENTS LABEL...)
  macro(add_browser_test test script folder arguments)
    add_course_test(NAME browser.${test} LABELS book browser ${ARGN}
      NEEDS ${needs} JAVA
      COMMAND ${NODE} ${scripts}/${script}.js ${folder} ${tools} ${arguments})
    set_tests_properties(browser.${test} PROPERTIES
      FIXTURES_REQUIRED browser PROCESSORS 2 COST 50 TIMEOUT 1500)
  endmacro()
  add_browser_test(visit visit ${html} "")
  set_tests_properties(browser.visit PROPERTIES FIXTURES_SETUP visit
    COST ${long} TIMEOUT 3000)
  foreach(name IN ITEMS load figures guesses keys layout weight still
      contents source foot door)
    add_browser_test(${name} judge ${html} ${name})
    set_tests_properties(browser.${name} PROPERTIES
      FIXTURES_REQUIRED "browser;visit" PROCESSORS 1 COST 0)
  endforeach()
  add_browser_test(find test_find ${html} "")
  add_browser_test(access test_access ${html} "" slow)
  add_browser_test(html test_html ${html} "" slow)
  add_browser_test(frames test_frames ${html} "" slow)
  set_tests_properties(browser.frames PROPERTIES RUN_SERIAL ON)
  set_tests_properties(browser.find browser.html PROPERTIES PROCESSORS 1)
  add_course_test(NAME browser.firefox LABELS book browser slow
    NEEDS ${needs} FIREFOX
    COMMAND ${NODE} ${scripts}/test_firefox.js ${html} ${tools})
  set(firefox_tests browser.firefox)
  if(has_solutions)
    set(slides ${CMAKE_BINARY_DIR}/book-instructor/html/slides)
    add_browser_test(slides test_slides ${slides} "")
    add_browser_test(presenter test_presenter ${slides} "")
    add_course_test(NAME browser.firefox_presenter LABELS book browser slow
      NEEDS ${needs} FIREFOX
      COMMAND ${NODE} ${scripts}/test_presenter.js ${slides} ${tools} firefox)
    list(APPEND firefox_tests browser.firefox_presenter)
    add_browser_test(slides_access test_access ${slides} "" slow)
    add_browser_test(slides_html test_html ${slides} "" slow)
    set_tests_properties(browser.slides_html browser.presenter
      PROPERTIES PROCESSORS 1)
  endif()
  set_tests_properties(${firefox_tests} PROPERTIES FIXTURES_REQUIRED browser
    COST 80 TIMEOUT 1500 ENVIRONMENT "FIREFOX=${FIREFOX}")
endfunction()

# The course where things are missing.
function(add_bare_tests)
  set(tests ${CMAKE_SOURCE_DIR}/cmake/tests)
  add_course_test(NAME bare.one_missing LABELS bare
    COMMAND ${tests}/configure_without.sh ${CMAKE_SOURCE_DIR}
      "${CMAKE_BINARY_DIR}/bare/one missing")
  foreach(set IN ITEMS core grade book)
    set(options SKIP BUILDS)
    set(folder core)
    if(set STREQUAL book) # whose commands are compared with this build's
      set(options SKIP)
      set(folder book)
    endif()
    set(slow slow)
    if(set STREQUAL core)
      set(slow)
    endif()
    add_course_test(NAME bare.${set} LABELS bare ${slow} ${options}
      COMMAND ${tests}/build_with.sh ${set} ${CMAKE_SOURCE_DIR}
        "${CMAKE_BINARY_DIR}/bare/${folder}" ${CMAKE_BINARY_DIR})
  endforeach()
  set_tests_properties(bare.grade PROPERTIES DEPENDS bare.core)
  add_course_test(NAME bare.compilers LABELS bare slow SKIP
    COMMAND ${tests}/compilers.sh ${CMAKE_SOURCE_DIR}
      "${CMAKE_BINARY_DIR}/bare/compilers")
  set_tests_properties(bare.compilers PROPERTIES COST ${long})
  add_course_test(NAME bare.clone LABELS bare SKIP
    COMMAND ${tests}/clone.sh ${CMAKE_SOURCE_DIR}
      "${CMAKE_BINARY_DIR}/bare/a clone")
endfunction()
