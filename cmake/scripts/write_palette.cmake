# Writes PALETTE and FONTS as OUT/palette.gp, OUT/palette.css and
# OUT/palette.tex, and fills the colours into EPUB_STYLE as OUT/epub.css.
include(${CMAKE_CURRENT_LIST_DIR}/tsv.cmake)
read_tsv(${PALETTE} roles light dark)
read_tsv(${FONTS} font_roles families styles)

set(gp "")
set(css_light "")
set(css_dark "")
set(tex "")
file(READ ${EPUB_STYLE} epub)
foreach(role day night IN ZIP_LISTS roles light dark)
  string(SUBSTRING ${day} 1 -1 hex)
  string(APPEND gp "${role} = '${day}'\n")
  string(APPEND css_light "  --${role}: ${day};\n")
  string(APPEND css_dark "  --${role}: ${night};\n")
  string(APPEND tex "\\definecolor{${role}}{HTML}{${hex}}\n")
  string(REPLACE "@${role}@" "${day}" epub "${epub}")
  string(REPLACE "@${role}-dark@" "${night}" epub "${epub}")
endforeach()

foreach(role family IN ZIP_LISTS font_roles families)
  if(NOT role MATCHES "-")
    string(APPEND gp "${role} = '${family}'\n")
    string(APPEND css_light "  --${role}: '${family}';\n")
  endif()
endforeach()

file(WRITE ${OUT}/palette.gp "${gp}")
file(WRITE ${OUT}/epub.css "${epub}")
file(WRITE ${OUT}/palette.tex "${tex}")
file(WRITE ${OUT}/palette.css
":root {\n${css_light}}\n
@media screen and (prefers-color-scheme: dark) {
:root:not([data-theme=light]) {\n${css_dark}}\n}\n
@media screen {\n:root[data-theme=dark] {\n${css_dark}}\n}\n")
