# Draws one gnuplot SCRIPT over the tables of RUN as OUT.svg and OUT.pdf.
# Whatever gnuplot complains of is an error.
include(${CMAKE_CURRENT_LIST_DIR}/svg.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/translate.cmake)
cmake_path(GET OUT PARENT_PATH folder)
file(MAKE_DIRECTORY ${folder})
set(drawn_script ${SCRIPT})
if(MESSAGES)
  file(READ ${SCRIPT} text)
  file(RELATIVE_PATH from ${COURSE} ${SCRIPT})
  translate_strings(text ${from} ${MESSAGES})
  set(drawn_script ${OUT}.translated.gp)
  file(WRITE ${drawn_script} "${text}")
endif()
execute_process(
  COMMAND ${GNUPLOT} -e "palette='${PALETTE}'; theme='${THEME}'; run='${RUN}/'; svg='${OUT}.svg'"
    ${drawn_script}
  ERROR_VARIABLE complaint RESULT_VARIABLE status)
if(status OR complaint)
  file(REMOVE ${OUT}.svg)
  message(FATAL_ERROR "${SCRIPT}: gnuplot says:\n${complaint}")
endif()

# gnuplot drops a ylabel without a word if the left margin is too narrow.
file(READ ${SCRIPT} script)
string(REGEX MATCHALL "set ylabel \"[^\n;]*" wanted "${script}")
list(FILTER wanted EXCLUDE REGEX "rotate by 0")
file(READ ${OUT}.svg drawn)
string(REGEX MATCHALL "rotate\\((270|-90)" turned "${drawn}")
list(LENGTH wanted wanted)
list(LENGTH turned turned)
if(turned LESS wanted)
  file(REMOVE ${OUT}.svg)
  message(FATAL_ERROR "${SCRIPT}: of ${wanted} vertical labels only "
    "${turned} found room: widen the left margin")
endif()
finish_svg(${OUT})
