# Draws one gnuplot SCRIPT over the tables of RUN as OUT.svg, for phones as
# OUT.narrow.svg and, if it speaks of slides (slide_width), for them as
# OUT.slide.svg; each also as PDF.
# Whatever gnuplot complains of is an error.
include(${CMAKE_CURRENT_LIST_DIR}/svg.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/translate.cmake)
cmake_path(GET OUT PARENT_PATH folder)
file(MAKE_DIRECTORY ${folder})
set(drawn_script ${SCRIPT})
file(READ ${SCRIPT} text)
if(text MATCHES "eval (sprintf|\")")
  message(FATAL_ERROR "${SCRIPT}: a translation would translate the commands "
    "in a text that gnuplot evaluates; use an array")
endif()
if(MESSAGES)
  file(RELATIVE_PATH from ${COURSE} ${SCRIPT})
  translate_strings(text ${from} ${MESSAGES})
  set(drawn_script ${OUT}.translated.gp)
  file(WRITE ${drawn_script} "${text}")
endif()

# Draws it as SVG, for phones (narrow is 1), for slides (slide is 1) or for
# desks, and as PDF.
function(plot narrow slide svg)
  execute_process(
    COMMAND ${GNUPLOT} -e "palette='${PALETTE}'; theme='${THEME}'; run='${RUN}/'; svg='${svg}.svg'; narrow=${narrow}; slide=${slide}"
      ${drawn_script}
    ERROR_VARIABLE complaint RESULT_VARIABLE status)
  if(status OR complaint)
    file(REMOVE ${svg}.svg)
    message(FATAL_ERROR "${SCRIPT}: gnuplot says:\n${complaint}")
  endif()

  # gnuplot drops a ylabel without a word if the left margin is too narrow.
  file(READ ${SCRIPT} script)
  string(REGEX MATCHALL "set ylabel \"[^\n;]*" wanted "${script}")
  list(FILTER wanted EXCLUDE REGEX "rotate by 0")
  file(READ ${svg}.svg drawn)
  string(REGEX MATCHALL "rotate\\((270|-90)" turned "${drawn}")
  list(LENGTH wanted wanted)
  list(LENGTH turned turned)
  if(turned LESS wanted)
    file(REMOVE ${svg}.svg)
    message(FATAL_ERROR "${SCRIPT}: of ${wanted} vertical labels only "
      "${turned} found room in ${svg}.svg: widen the left margin")
  endif()
  # Black letters would be lost on a dark page.
  if(drawn MATCHES "fill=\"black\"[^>]*>[ \t\n]*<text>(<tspan[^>]*>)?([^<]+)")
    file(REMOVE ${svg}.svg)
    message(FATAL_ERROR "${SCRIPT}: \"${CMAKE_MATCH_2}\" has no colour of the "
      "palette: write textcolor rgb ink (unset forgets the theme's)")
  endif()
  tidy_svg(${svg})
  svg_to_pdf(${svg})
endfunction()

plot(0 0 ${OUT})
plot(1 0 ${OUT}.narrow)
file(REMOVE ${OUT}.slide.svg ${OUT}.slide.pdf)
file(STRINGS ${SCRIPT} spoken_of REGEX "^slide_width = ")
if(spoken_of)
  plot(0 1 ${OUT}.slide)
endif()
