# Writes OUT, the EPUB's cover as PNG: TITLE, SUBTITLE and AUTHOR, and the
# figure FIGURE, if there is one, in the colours of PALETTE and the fonts of
# FONTS.
include(${CMAKE_CURRENT_LIST_DIR}/tsv.cmake)
read_tsv(${PALETTE} roles colours)
foreach(role colour IN ZIP_LISTS roles colours)
  set(${role} ${colour})
endforeach()
read_tsv(${FONTS} roles families)
foreach(role family IN ZIP_LISTS roles families)
  set(font_${role} ${family})
endforeach()

# Adds lines of text of at most `width` letters at the height `y`, which is
# moved below them.
macro(write_lines words width size style)
  string(REPLACE "&" "&amp;" rest "${words}")
  string(REPLACE "<" "&lt;" rest "${rest}")
  string(REPLACE " " ";" rest "${rest}")
  set(line "")
  foreach(word IN LISTS rest ITEMS "")
    string(STRIP "${line} ${word}" longer)
    string(LENGTH "${longer}" length)
    if(NOT line STREQUAL "" AND (word STREQUAL "" OR length GREATER ${width}))
      string(APPEND svg
        "<text x='140' y='${y}' font-size='${size}' ${style}>${line}</text>\n")
      math(EXPR y "${y} + ${size} * 6 / 5")
      set(line "${word}")
    else()
      set(line "${longer}")
    endif()
  endforeach()
endmacro()

set(svg "<svg xmlns='http://www.w3.org/2000/svg'
  xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 1600 2400'>
<rect width='1600' height='2400' fill='${paper}'/>
<rect width='40' height='2400' fill='${accent}'/>\n")
set(y 380)
write_lines("${TITLE}" 14 200
  "font-family='${font_serif}' font-weight='bold' fill='${ink}'")
math(EXPR y "${y} - 90")
write_lines("${SUBTITLE}" 44 64
  "font-family='${font_serif}' font-style='italic' fill='${muted}'")
if(FIGURE)
  file(READ ${FIGURE} figure)
  string(REGEX MATCH "<svg[^>]*>" head "${figure}")
  string(FIND "${figure}" "${head}" at)
  string(LENGTH "${head}" length)
  math(EXPR at "${at} + ${length}")
  string(SUBSTRING "${figure}" ${at} -1 rest)
  string(REGEX REPLACE "[ \n](width|height)=\"[^\"]*\"" "" head "${head}")
  math(EXPR room "2160 - ${y}")
  string(REPLACE "<svg" "<svg x='140' y='${y}' width='1320' height='${room}'"
    head "${head}")
  string(APPEND svg "${head}${rest}\n")
endif()
set(y 2290)
write_lines("${AUTHOR}" 60 52
  "font-family='${font_sans}' fill='${muted}'")
string(APPEND svg "</svg>\n")
file(WRITE ${OUT}.svg "${svg}")
execute_process(
  COMMAND ${RSVG_CONVERT} --width 1200 --output ${OUT} ${OUT}.svg
  COMMAND_ERROR_IS_FATAL ANY)
