# Tests of the project as a whole, and the target `tests`: what they need.
# CTest is the only runner. Labels: lib, chapter, exercise, tools, book, and
# of the latter those in a browser: browser.

function(add_project_tests)
  find_file(EPUBCHECK epubcheck.jar PATHS /usr/share/java)
  mark_as_advanced(EPUBCHECK)
  add_custom_target(tests)
  add_dependencies(tests unit-tests exercises)
  if(NOT cmocka_FOUND)
    add_custom_target(no-cmocka
      COMMAND ${CMAKE_COMMAND} -E echo
        "The tests need cmocka. ./course test installs it; the packages are in packages/test."
      COMMAND ${CMAKE_COMMAND} -E false VERBATIM)
    add_dependencies(tests no-cmocka)
  endif()
  add_dependencies(tests book print)

  set(html ${CMAKE_BINARY_DIR}/book/html)
  set(book ${CMAKE_BINARY_DIR}/book/learning-from-errors)
  set(scripts ${CMAKE_SOURCE_DIR}/book/tests)
  add_test(NAME book.filter_errors
    COMMAND ${scripts}/filter_errors.sh ${CMAKE_SOURCE_DIR}
      "${CMAKE_BINARY_DIR}/filter errors")
  add_test(NAME book.c_source
    COMMAND ${PANDOC} --lua-filter ${scripts}/test_c_source.lua
      --from markdown --to plain -M source=${CMAKE_SOURCE_DIR}
      ${scripts}/empty.md)
  add_test(NAME book.fonts COMMAND ${scripts}/fonts.sh ${CMAKE_SOURCE_DIR})
  add_test(NAME book.links
    COMMAND ${NODE} ${scripts}/check_links.js ${html})
  add_test(NAME book.epub
    COMMAND ${scripts}/check_epub.sh ${book}.epub
      ${EPUBCHECK} ${CMAKE_SOURCE_DIR}/figures/theme/palette.tsv)
  set(latex ${CMAKE_BINARY_DIR}/book-work/latex)
  add_test(NAME book.pdf COMMAND ${scripts}/check_pdf.sh
    ${book}.pdf ${latex} ${BOOK_PAPER} one)
  add_test(NAME book.print COMMAND ${scripts}/check_pdf.sh
    ${book}-print.pdf ${latex} ${BOOK_PAPER} two)
  add_test(NAME book.spelling COMMAND ${scripts}/spelling.sh ${CMAKE_SOURCE_DIR})
  set_tests_properties(book.filter_errors book.c_source book.fonts book.links
    book.epub book.pdf book.print book.spelling PROPERTIES LABELS book)

  if(EXISTS ${CMAKE_SOURCE_DIR}/solutions)
    add_dependencies(tests instructor-html instructor-slides)
    add_test(NAME book.slides COMMAND ${scripts}/check_slides.sh
      ${CMAKE_BINARY_DIR}/book-instructor/slides
      ${CMAKE_BINARY_DIR}/book-instructor/html/slides)
    add_test(NAME book.instructor_links
      COMMAND ${NODE} ${scripts}/check_links.js
        ${CMAKE_BINARY_DIR}/book-instructor/html)
    add_test(NAME book.no_solutions
      COMMAND ${scripts}/no_solutions.sh ${CMAKE_SOURCE_DIR}
        ${CMAKE_BINARY_DIR} "${CMAKE_BINARY_DIR}/no solutions")
    set_tests_properties(book.instructor_links book.no_solutions
      book.slides PROPERTIES LABELS book)
  endif()

  # In a real browser, with what npm has. Its pages need two cores or more
  # for themselves; frame times are only worth something without neighbours.
  set(tools ${CMAKE_BINARY_DIR}/browser)
  add_test(NAME browser.install
    COMMAND ${scripts}/browser/install.sh ${tools})
  set_tests_properties(browser.install PROPERTIES
    FIXTURES_SETUP browser LABELS "book;browser")
  foreach(name IN ITEMS load layout weight access figures find still keys html
      frames)
    add_test(NAME browser.${name} COMMAND ${NODE}
      ${scripts}/browser/test_${name}.js ${html} ${tools})
    set_tests_properties(browser.${name} PROPERTIES
      FIXTURES_REQUIRED browser PROCESSORS 4 TIMEOUT 1500
      LABELS "book;browser")
  endforeach()
  set_tests_properties(browser.frames PROPERTIES RUN_SERIAL ON)
  if(EXISTS ${CMAKE_SOURCE_DIR}/solutions)
    foreach(name IN ITEMS slides access html)
      set(test browser.slides)
      if(NOT name STREQUAL slides)
        string(APPEND test _${name})
      endif()
      add_test(NAME ${test} COMMAND ${NODE}
        ${scripts}/browser/test_${name}.js
        ${CMAKE_BINARY_DIR}/book-instructor/html/slides ${tools})
      set_tests_properties(${test} PROPERTIES
        FIXTURES_REQUIRED browser PROCESSORS 4 TIMEOUT 1500
        LABELS "book;browser")
    endforeach()
  endif()

  if(TARGET course-tool AND EXISTS ${CMAKE_SOURCE_DIR}/solutions/03-losses)
    add_test(NAME tools.gradient_ratio
      COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/prove_ratio.sh
        $<TARGET_FILE:course-tool>
        ${CMAKE_SOURCE_DIR}/solutions/03-losses/1-quadratic/quadratic.c
        "${CMAKE_BINARY_DIR}/gradient ratio"
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(tools.gradient_ratio PROPERTIES LABELS tools)
  endif()

  add_test(NAME style.c
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/style_c.sh
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  add_test(NAME style.shell
    COMMAND ${CMAKE_SOURCE_DIR}/cmake/tests/style_shell.sh
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(style.c style.shell PROPERTIES LABELS style)
  set_tests_properties(style.c PROPERTIES SKIP_RETURN_CODE 77)
endfunction()
