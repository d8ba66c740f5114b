# Draws what is shown of a link to the book elsewhere, 1200 by 630 pixels: the
# title and subtitle of METADATA above the FIGURE, as the PNG OUT.
include(${CMAKE_CURRENT_LIST_DIR}/tsv.cmake)
read_tsv(${PALETTE} roles light dark)
read_tsv(${FONTS} font_roles families styles)
foreach(role colour IN ZIP_LISTS roles light)
  set(${role} ${colour})
endforeach()
foreach(role family IN ZIP_LISTS font_roles families)
  set(${role} ${family})
endforeach()
foreach(key IN ITEMS title subtitle)
  file(STRINGS ${METADATA} line REGEX "^${key}: ")
  string(REGEX REPLACE "^${key}: " "" ${key} "${line}")
  string(REPLACE "&" "&amp;" ${key} "${${key}}")
endforeach()

# As wide as the margins leave; what there is no room for below is cut off.
file(READ ${FIGURE} drawing)
string(REGEX MATCH "viewBox=[\"'][^\"']*[\"']" view "${drawing}")
string(REGEX REPLACE "^.*<svg[^>]*>" "" drawing "${drawing}")
file(WRITE ${OUT}.svg "<svg xmlns=\"http://www.w3.org/2000/svg\"
  xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"1200\" height=\"630\">
<rect width=\"1200\" height=\"630\" fill=\"${paper}\"/>
<rect width=\"1200\" height=\"12\" fill=\"${accent}\"/>
<text x=\"70\" y=\"125\" font-family=\"${serif}\" font-size=\"88\"
  fill=\"${ink}\">${title}</text>
<text x=\"72\" y=\"182\" font-family=\"${sans}\" font-size=\"33\"
  fill=\"${muted}\">${subtitle}</text>
<svg x=\"62\" y=\"218\" width=\"1076\" height=\"384\" ${view}
  preserveAspectRatio=\"xMidYMin slice\">
${drawing}
</svg>
")
execute_process(COMMAND ${RSVG_CONVERT} --output ${OUT} ${OUT}.svg
  COMMAND_ERROR_IS_FATAL ANY)
