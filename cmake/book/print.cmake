# What is typeset: LuaLaTeX is called if the LaTeX that pandoc made, a figure
# or the fonts are others than before.

# Typesets `tex`, whose document is pandoc's with the options behind. PDF is
# the file's name below ${out}.
#   add_typeset(tex pdf PANDOC option... DEPENDS file... PICTURES file...)
function(add_typeset tex pdf)
  cmake_parse_arguments(PARSE_ARGV 2 doc "" "" "PANDOC;DEPENDS;PICTURES")
  cmake_path(GET tex PARENT_PATH folder)
  cmake_path(GET tex STEM name)
  cmake_path(GET pdf PARENT_PATH to)
  add_document(OUTPUT ${tex}
    PANDOC --to latex --citeproc --bibliography book/references.bib
      -V build=${build} -V paper=${BOOK_PAPER} ${doc_PANDOC}
    DEPENDS ${doc_DEPENDS} ${labels} ${common} ${library}
      ${course_tree}/book/templates/parts.tex
    COMMENT "Writing ${name}.tex")
  add_custom_command(
    OUTPUT ${out}/${pdf}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${out}/${to}
    COMMAND ${CMAKE_COMMAND} -D LUALATEX=${LUALATEX} -D TEX=${tex}
      -P ${draw}/run_latex.cmake
    COMMAND ${CMAKE_COMMAND} -E copy ${folder}/${name}.pdf ${out}/${to}
    DEPENDS ${tex} ${doc_PICTURES} ${figures_dir}/fonts.tex
      ${course_tree}/book/templates/page_lists.lua
      ${figures_dir}/palette.tex ${draw}/run_latex.cmake
    WORKING_DIRECTORY ${course_tree}
    COMMENT "Typesetting ${pdf}"
    VERBATIM)
endfunction()

# The whole book as PDF, called `name`, made by the target `target`.
function(add_pdf target name)
  set(letter)
  if(BOOK_PAPER STREQUAL letter)
    set(letter -V letter=true)
  elseif(NOT BOOK_PAPER STREQUAL a4)
    message(FATAL_ERROR "BOOK_PAPER is '${BOOK_PAPER}': a4 or letter")
  endif()
  add_typeset(${out}-work/latex/${name}.tex ${name}.pdf
    PANDOC --template book/templates/book.tex
      --top-level-division=chapter ${letter} ${ARGN}
      --metadata-file ${work}/commit.yaml ${printed}
    DEPENDS ${printed_inputs} ${work}/commit.yaml ${course_tree}/book/templates/book.tex
    PICTURES ${drawn})
  add_custom_target(${target} DEPENDS ${out}/${name}.pdf)
endfunction()

# The EPUB's cover, made of the book's title and its figure `cover_file`.
function(add_cover)
  set(figure)
  if(cover_file IN_LIST drawn)
    set(figure ${cover_file})
  endif()
  foreach(key IN ITEMS subtitle author)
    file(STRINGS ${course_tree}/book/metadata.yaml ${key} REGEX "^${key}: ")
    string(REPLACE "${key}: " "" ${key} "${${key}}")
  endforeach()
  add_custom_command(
    OUTPUT ${work}/cover.png
    COMMAND ${CMAKE_COMMAND} -D "TITLE=${book_title}"
      -D "SUBTITLE=${subtitle}" -D "AUTHOR=${author}" -D FIGURE=${figure}
      -D PALETTE=${theme}/palette.tsv -D FONTS=${theme}/fonts.tsv
      -D RSVG_CONVERT=${RSVG_CONVERT} -D OUT=${work}/cover.png
      -P ${draw}/write_cover.cmake
    DEPENDS ${figure} ${theme}/palette.tsv ${theme}/fonts.tsv
      ${course_tree}/book/metadata.yaml ${draw}/write_cover.cmake
      ${draw}/tsv.cmake
    COMMENT "Drawing the cover"
    VERBATIM)
endfunction()

# The whole book as EPUB.
function(add_epub target name)
  set(pandoc ${pandoc} --to epub3 --template book/templates/epub.xhtml
    --css ${figures_dir}/epub.css --epub-cover-image ${work}/cover.png
    --citeproc --bibliography book/references.bib
    --lua-filter book/filters/mathml.lua -M "title=${book_title}"
    --toc --toc-depth 2)
  add_document(OUTPUT ${out}/${name}.epub
    PANDOC ${printed}
    DEPENDS ${printed_inputs} ${labels} ${common} ${library}
      ${figures_dir}/epub.css ${work}/cover.png
      ${course_tree}/book/templates/epub.xhtml
    COMMENT "Writing ${name}.epub")
  add_custom_target(${target} DEPENDS ${out}/${name}.epub)
endfunction()
