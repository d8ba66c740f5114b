# Draws every Graphviz file that matches GRAPHS as OUT/NAME.svg and .pdf,
# with the theme's fonts, and its colours in the place of @role@.
include(${CMAKE_CURRENT_LIST_DIR}/svg.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tsv.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/translate.cmake)
read_tsv(${PALETTE} roles light dark)
read_tsv(${FONTS} font_roles families styles)
list(FIND font_roles sans at)
list(GET families ${at} sans)
file(MAKE_DIRECTORY ${OUT})

# The manner of every graph; a graph's own attributes come after it.
set(manner "
  bgcolor=transparent pad=0.05
  fontname=\"${sans}\" fontsize=12 fontcolor=\"@ink@\"
  node [fontname=\"${sans}\" fontsize=12 penwidth=1.2 margin=\"0.12,0.06\"
    color=\"@ink@\" fontcolor=\"@ink@\"]
  edge [fontname=\"${sans}\" fontsize=11 arrowsize=0.7
    color=\"@muted@\" fontcolor=\"@ink@\"]
")

file(GLOB graphs ${GRAPHS})
foreach(graph IN LISTS graphs)
  cmake_path(GET graph STEM name)
  file(READ ${graph} text)
  if(MESSAGES)
    file(RELATIVE_PATH from ${COURSE} ${graph})
    translate_strings(text ${from} ${MESSAGES})
  endif()
  string(REGEX REPLACE "(graph [^{]*{)" "\\1\n${manner}" text "${text}")
  foreach(role colour IN ZIP_LISTS roles light)
    string(REPLACE "@${role}@" "${colour}" text "${text}")
  endforeach()
  if(text MATCHES "@([a-z-]+)@")
    string(REPLACE ";" ", " known "${roles}")
    message(FATAL_ERROR "${graph}: no colour is called "
      "'${CMAKE_MATCH_1}'. The palette has: ${known}")
  endif()

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
  finish_svg(${OUT}/${name})
endforeach()
