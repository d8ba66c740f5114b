# Draws one gnuplot SCRIPT over the tables of RUN as OUT.svg and OUT.pdf.
# Whatever gnuplot complains of is an error.
include(${CMAKE_CURRENT_LIST_DIR}/svg.cmake)
cmake_path(GET OUT PARENT_PATH folder)
file(MAKE_DIRECTORY ${folder})
execute_process(
  COMMAND ${GNUPLOT} -e "palette='${PALETTE}'; theme='${THEME}'; run='${RUN}/'; svg='${OUT}.svg'" ${SCRIPT}
  ERROR_VARIABLE complaint RESULT_VARIABLE status)
if(status OR complaint)
  file(REMOVE ${OUT}.svg)
  message(FATAL_ERROR "${SCRIPT}: gnuplot says:\n${complaint}")
endif()
finish_svg(${OUT})
