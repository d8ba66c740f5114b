# Draws every Graphviz file that matches GRAPHS as OUT/NAME.svg, for phones as
# OUT/NAME.narrow.svg and, if it is a column, for slides as OUT/NAME.slide.svg, each
# also as PDF, with the theme's fonts, and its colours in the place of @role@.
include(${CMAKE_CURRENT_LIST_DIR}/svg.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tsv.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/translate.cmake)
read_tsv(${PALETTE} roles light dark)
read_tsv(${FONTS} font_roles families styles)
list(FIND font_roles sans at)
list(GET families ${at} sans)
file(MAKE_DIRECTORY ${OUT})

# The manner of every graph; a graph's own attributes come after it. Letters
# are as large as in plots: 14 pixels, and 12 on phones.
function(manner result points)
  set(${result} "
  bgcolor=transparent pad=0.05
  fontname=\"${sans}\" fontsize=${points} fontcolor=\"@ink@\"
  node [fontname=\"${sans}\" fontsize=${points} penwidth=1.2 margin=\"0.12,0.06\"
    color=\"@ink@\" fontcolor=\"@ink@\"]
  edge [fontname=\"${sans}\" fontsize=${points} arrowsize=0.7
    color=\"@muted@\" fontcolor=\"@ink@\"]
" PARENT_SCOPE)
endfunction()

# Draws the text of a graph as OUT/name.svg.
function(draw graph text name)
  file(WRITE ${OUT}/${name}.themed.dot "${text}")
  execute_process(
    COMMAND ${DOT} -Tsvg -o ${OUT}/${name}.svg ${OUT}/${name}.themed.dot
    ERROR_VARIABLE complaint RESULT_VARIABLE status)
  file(REMOVE ${OUT}/${name}.themed.dot)
  if(status OR complaint)
    message(FATAL_ERROR "${graph}: Graphviz says:\n${complaint}")
  endif()
  # Black text would be lost on a dark page.
  file(READ ${OUT}/${name}.svg drawn)
  string(REGEX MATCHALL "<text [^>]*>" labels "${drawn}")
  foreach(label IN LISTS labels)
    if(NOT label MATCHES "fill=\"#")
      message(FATAL_ERROR "${graph}: a label has no colour of the palette: "
        "${label}")
    endif()
  endforeach()
  tidy_svg(${OUT}/${name})
endfunction()

# Likewise, in the manner with letters of so many points.
function(draw_at graph text name points)
  manner(manner ${points})
  foreach(role colour IN ZIP_LISTS roles light)
    string(REPLACE "@${role}@" "${colour}" manner "${manner}")
  endforeach()
  string(REGEX REPLACE "(graph [^{]*{)" "\\1\n${manner}" text "${text}")
  draw(${graph} "${text}" ${name})
endfunction()

# How wide or high OUT/name.svg is, in whole points.
function(size_of name side result)
  file(READ ${OUT}/${name}.svg drawn LIMIT 1000)
  string(REGEX MATCH "${side}=\"([0-9]+)pt" found "${drawn}")
  set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

set(digits 1 2 3 4 5 6 7 8 9)
set(subscripts ₁ ₂ ₃ ₄ ₅ ₆ ₇ ₈ ₉)
file(GLOB graphs ${GRAPHS})
foreach(graph IN LISTS graphs)
  cmake_path(GET graph STEM name)
  file(READ ${graph} text)
  if(MESSAGES)
    file(RELATIVE_PATH from ${COURSE} ${graph})
    translate_strings(text ${from} ${MESSAGES})
  endif()
  # Inputs have the names that they have in plots.
  foreach(digit subscript IN ZIP_LISTS digits subscripts)
    string(REGEX REPLACE "(label=\"[a-z])${digit}([\"\\])" "\\1${subscript}\\2"
      text "${text}")
  endforeach()
  foreach(role colour IN ZIP_LISTS roles light)
    string(REPLACE "@${role}@" "${colour}" text "${text}")
  endforeach()
  if(text MATCHES "@([a-z-]+)@")
    string(REPLACE ";" ", " known "${roles}")
    message(FATAL_ERROR "${graph}: no colour is called "
      "'${CMAKE_MATCH_1}'. The palette has: ${known}")
  endif()

  draw_at(${graph} "${text}" ${name} 10.5)
  svg_to_pdf(${OUT}/${name})
  # On a phone, 352 pixels wide, a row becomes a column where there is no room
  # for it, or a comment of the file, "// narrow: ...", says what to do.
  draw_at(${graph} "${text}" ${name}.narrow 9)
  size_of(${name}.narrow width width)
  if(width GREATER 264)
    set(other "rankdir=TB")
    if(text MATCHES "// narrow: ([^\n]*)")
      set(other "${CMAKE_MATCH_1}")
    endif()
    string(REGEX REPLACE "}[ \n]*$" "  ${other}\n}\n" narrow "${text}")
    draw_at(${graph} "${narrow}" ${name}.narrow 9)
  endif()
  svg_to_pdf(${OUT}/${name}.narrow)
  # On a slide a column becomes a row.
  file(REMOVE ${OUT}/${name}.slide.svg ${OUT}/${name}.slide.pdf)
  size_of(${name} width width)
  size_of(${name} height height)
  if(height GREATER width)
    string(REGEX REPLACE "}[ \n]*$" "  rankdir=LR ranksep=0.15\n}\n" slide "${text}")
    draw_at(${graph} "${slide}" ${name}.slide 10.5)
    svg_to_pdf(${OUT}/${name}.slide)
  endif()
endforeach()
