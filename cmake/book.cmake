# The book: HTML pages, PDF and EPUB from the chapters' prose and from
# what their programs and figures made. It has two editions: the student's,
# the targets book, html, pdf and epub in build/book, and where solutions/
# is there the instructor's, the targets instructor-book, instructor-html
# and so on in build/book-instructor. The target print, which is no part of
# book, is the PDF for paper.

# What the making of the book calls and reads.
set(missing_book_tools)
find_tools(missing_book_tools
  PANDOC pandoc  GNUPLOT gnuplot  DOT dot  RSVG_CONVERT rsvg-convert
  NODE node  LATEXMK latexmk  LUALATEX lualatex  FC_MATCH fc-match
  HB_SUBSET hb-subset  FONTTOOLS fonttools  WOFF2_COMPRESS woff2_compress
  WASM_CLANG clang  WASM_LD wasm-ld)
find_needed(missing_book_tools KATEX katex katex.min.css
  /usr/share/nodejs/katex/dist /usr/share/javascript/katex)
find_needed(missing_book_tools CHEERIO node-cheerio cheerio/package.json
  /usr/share/nodejs)
find_needed(missing_book_tools LUNR_FOLDER libjs-lunr lunr.min.js
  /usr/share/javascript/lunr)
find_needed(missing_book_tools WASI_LIBC wasi-libc wasm32-wasi/wasi/api.h)
set(LUNR ${LUNR_FOLDER}/lunr.min.js)

set(BOOK_PAPER a4 CACHE STRING "The PDFs' paper: a4 or letter")
set(BOOK_WORDS ${CMAKE_SOURCE_DIR}/book/words.en.tsv CACHE FILEPATH
  "The file of the book's own words")
mark_as_advanced(BOOK_WORDS)

# The text to read in the place of one, both relative to the course's folder.
function(in_language text result)
  translated(${course_tree}/${text} file)
  file(RELATIVE_PATH file ${course_tree} ${file})
  set(${result} ${file} PARENT_SCOPE)
endfunction()

function(add_book)
  if(missing_book_tools)
    set(targets book html pdf print epub)
    if(EXISTS ${CMAKE_SOURCE_DIR}/solutions)
      list(TRANSFORM targets PREPEND instructor- OUTPUT_VARIABLE instructors)
      list(APPEND targets ${instructors} instructor-slides)
    endif()
    add_targets_without("The book needs" "${missing_book_tools}"
      "./course book" ${targets})
    return()
  endif()

  set(source ${course_tree})
  set(work ${CMAKE_BINARY_DIR}/book-work)
  file(RELATIVE_PATH build ${source} ${CMAKE_BINARY_DIR})
  string(REGEX REPLACE "/$" "" build ${build})
  file(RELATIVE_PATH words ${source} ${BOOK_WORDS})
  file(GLOB filters CONFIGURE_DEPENDS ${source}/book/filters/[!.]*)
  file(STRINGS ${source}/book/metadata.yaml book_title REGEX "^title: ")
  string(REPLACE "title: " "" book_title "${book_title}")
  get_property(chapters GLOBAL PROPERTY CHAPTERS)

  # pandoc as every document of the book calls it, in the top folder.
  set(pandoc ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs
    ${PANDOC} --fail-if-warnings --from markdown --standalone
    --lua-filter book/filters/book.lua --metadata-file book/metadata.yaml
    -M build=${build} -M words=${words} -M "book-title=${book_title}"
    -M lang=${course_language} -M "messages=${messages_table}")
  set(common ${filters} ${BOOK_WORDS} ${messages_table} ${source}/book/metadata.yaml
    ${source}/book/references.bib ${figures_dir}/palette.css)

  # ---- fonts -------------------------------------------------------------
  add_custom_command(
    OUTPUT ${figures_dir}/fonts.tex
    COMMAND ${CMAKE_COMMAND} -D FONTS=${theme}/fonts.tsv
      -D FC_MATCH=${FC_MATCH} -D HB_SUBSET=${HB_SUBSET}
      -D FONTTOOLS=${FONTTOOLS} -D WOFF2_COMPRESS=${WOFF2_COMPRESS}
      -D OUT=${figures_dir} -P ${draw}/write_fonts.cmake
    DEPENDS ${theme}/fonts.tsv ${draw}/write_fonts.cmake ${draw}/tsv.cmake
    COMMENT "Preparing the fonts"
    VERBATIM)

  # ---- labels: what has which number, over all texts -------------------
  set(prose)
  set(label_files)
  set(inputs)
  macro(add_labels id text)
    in_language(${text} input)
    add_custom_command(
      OUTPUT ${work}/${id}.labels
      COMMAND ${CMAKE_COMMAND} -E make_directory ${work}
      COMMAND ${pandoc} -M pass=labels --to plain
        --output ${work}/${id}.labels.new ${input}
      COMMAND ${CMAKE_COMMAND} -E copy_if_different
        ${work}/${id}.labels.new ${work}/${id}.labels
      DEPENDS ${source}/${input} ${ARGN} ${filters} ${BOOK_WORDS}
      WORKING_DIRECTORY ${source}
      COMMENT "Numbering ${id}"
      VERBATIM)
    list(APPEND prose ${input})
    list(APPEND label_files ${build}/book-work/${id}.labels)
    list(APPEND labels ${work}/${id}.labels)
  endmacro()

  file(GLOB library CONFIGURE_DEPENDS ${source}/lib/src/[!.]*.c
    ${source}/lib/include/nn/[!.]*.h ${source}/lib/tests/test_*.c)

  # The texts before the chapters, the chapters, and those behind them.
  add_labels(using book/using.md)
  add_labels(notation book/notation.md)
  foreach(id IN LISTS chapters)
    set(text chapters/${id}/chapter.md)
    in_language(${text} text_${id})
    file(GLOB tasks CONFIGURE_DEPENDS ${source}/exercises/${id}/*/task*.md)
    file(GLOB headers CONFIGURE_DEPENDS ${source}/exercises/${id}/*/[!.]*.h)
    file(GLOB programs CONFIGURE_DEPENDS ${source}/chapters/${id}/[!.]*.c)
    add_labels(${id} ${text} ${tasks} ${headers} ${programs} ${library})
    get_property(figures GLOBAL PROPERTY FIGURES_${id})
    set(inputs_${id} ${source}/${text_${id}} ${tasks} ${headers} ${programs}
      ${figures} ${CMAKE_BINARY_DIR}/chapters/${id}/run/numbers.tsv)
    file(GLOB claims ${source}/chapters/${id}/claims.tsv)
    list(APPEND inputs_${id} ${claims})
    list(APPEND inputs ${inputs_${id}})
  endforeach()
  add_labels(glossary book/glossary.md)
  set(around ${source}/book/using.md ${source}/book/notation.md
    ${source}/book/notation.tsv ${source}/book/glossary.md)
  list(APPEND inputs ${around})
  # These are pages only.
  set(printed ${prose})
  add_labels(figures book/figures.md)
  add_labels(results book/results.md)
  list(JOIN label_files "\\;" label_list)
  set(pandoc ${pandoc} -M "labels=${label_list}")

  # ---- the C names, to be searched -------------------------------------
  file(GLOB programs CONFIGURE_DEPENDS ${source}/chapters/*/[!.]*.c)
  add_custom_command(
    OUTPUT ${work}/names.tsv
    COMMAND ${PANDOC} --from markdown --to plain
      --lua-filter book/filters/c_names.lua -M build=${build}
      -M words=${words} -M "labels=${label_list}"
      --output ${work}/names.tsv book/tests/empty.md
    DEPENDS ${labels} ${library} ${programs} ${filters}
    WORKING_DIRECTORY ${source}
    COMMENT "Listing the C names"
    VERBATIM)

  add_edition(student)
  if(EXISTS ${source}/solutions)
    add_edition(instructor)
  endif()
endfunction()

# One edition. Called by add_book, whose variables it sees.
function(add_edition edition)
  set(out ${CMAKE_BINARY_DIR}/book)
  set(stem learning-from-errors)
  set(prefix)
  if(edition STREQUAL instructor)
    string(APPEND out -instructor)
    string(APPEND stem -instructor)
    set(prefix instructor-)
    list(APPEND pandoc -M answers=${build}/answers)
    foreach(id IN LISTS chapters)
      set(shown_${id} ${inputs_${id}}) # on slides, which know no answers
      get_property(answers GLOBAL PROPERTY ANSWERS_${id})
      list(APPEND inputs_${id} ${answers})
      list(APPEND inputs ${answers})
    endforeach()
  endif()
  set(html ${out}/html)

  # ---- style -----------------------------------------------------------
  file(GLOB katex_fonts ${KATEX}/fonts/[!.]*.woff2)
  add_custom_command(
    OUTPUT ${html}/style/done
    COMMAND ${CMAKE_COMMAND} -E make_directory ${html}/style/katex/fonts
    COMMAND ${CMAKE_COMMAND} -E copy ${KATEX}/katex.min.css
      ${html}/style/katex
    COMMAND ${CMAKE_COMMAND} -E copy ${katex_fonts}
      ${html}/style/katex/fonts
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${figures_dir}/fonts
      ${html}/style/fonts
    COMMAND ${CMAKE_COMMAND} -E copy ${source}/book/style/book.css
      ${source}/book/style/theme.js ${source}/book/style/scroll.js
      ${source}/book/style/copy.js ${source}/book/style/slides.css
      ${source}/book/style/slides.js
      ${source}/book/style/icon.svg ${figures_dir}/palette.css
      ${html}/style
    COMMAND ${CMAKE_COMMAND} -E touch ${html}/style/done
    DEPENDS ${figures_dir}/fonts.tex ${figures_dir}/palette.css
      ${source}/book/style/book.css ${source}/book/style/theme.js
      ${source}/book/style/scroll.js ${source}/book/style/copy.js
      ${source}/book/style/slides.css ${source}/book/style/slides.js
      ${source}/book/style/icon.svg
    COMMENT "Copying the style"
    VERBATIM)

  # ---- live figures ----------------------------------------------------
  set(live)
  foreach(id IN LISTS chapters)
    get_property(made GLOBAL PROPERTY LIVE_${id})
    list(APPEND live ${made})
  endforeach()
  add_custom_command(
    OUTPUT ${html}/live/done
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${live_dir} ${html}/live
    COMMAND ${CMAKE_COMMAND} -E rm -f ${html}/live/*/*.wasm
    COMMAND ${CMAKE_COMMAND} -E copy ${source}/book/live/live.js
      ${source}/book/live/bowl.js ${html}/live
    COMMAND ${CMAKE_COMMAND} -E touch ${html}/live/done
    DEPENDS ${live} ${source}/book/live/live.js
      ${source}/book/live/bowl.js
    COMMENT "Copying the live figures")

  # ---- HTML: a page for each chapter, and the front page ---------------
  set(pages ${html}/live/done)
  set(page_options --to html5 --template book/templates/page.html
    --toc --toc-depth 2 --citeproc --bibliography book/references.bib
    --lua-filter book/filters/after_citations.lua --section-divs)
  macro(add_page text page)
    in_language(${text} input)
    add_custom_command(
      OUTPUT ${html}/${page}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${html}
      COMMAND ${pandoc} ${page_options} --output ${html}/${page} ${input}
      DEPENDS ${ARGN} ${source}/${input} ${labels} ${common} ${library}
        ${source}/book/templates/page.html ${html}/style/done
      WORKING_DIRECTORY ${source}
      COMMENT "Writing ${page}"
      VERBATIM)
    list(APPEND pages ${html}/${page})
  endmacro()
  foreach(id IN LISTS chapters)
    string(REGEX REPLACE "^[0-9]+-" "" name ${id})
    add_page(chapters/${id}/chapter.md ${name}.html ${inputs_${id}}
      ${source}/book/notation.tsv)
  endforeach()
  foreach(name IN ITEMS using notation glossary)
    add_page(book/${name}.md ${name}.html ${around})
  endforeach()
  foreach(name IN ITEMS figures results)
    add_page(book/${name}.md ${name}.html ${source}/book/${name}.md
      ${inputs})
  endforeach()
  add_page(book/front.md index.html ${source}/book/front.md ${inputs})

  # Slides for the lecture, in a folder of their own.
  if(edition STREQUAL instructor)
    foreach(id IN LISTS chapters)
      string(REGEX REPLACE "^[0-9]+-" "" name ${id})
      add_custom_command(
        OUTPUT ${html}/slides/${name}.html
        COMMAND ${CMAKE_COMMAND} -E make_directory ${html}/slides
        COMMAND ${pandoc} -M pass=slides --to html5
          --template book/templates/slides.html --section-divs --citeproc
          --bibliography book/references.bib -M suppress-bibliography=true
          -M link-citations=false --output ${html}/slides/${name}.html
          ${text_${id}}
        DEPENDS ${shown_${id}} ${labels} ${common} ${library}
          ${source}/book/templates/slides.html ${html}/style/done
        WORKING_DIRECTORY ${source}
        COMMENT "Writing slides/${name}.html"
        VERBATIM)
      list(APPEND pages ${html}/slides/${name}.html)
    endforeach()
  endif()

  # What one page shows of another, and the index to search in.
  set(find ${source}/book/find)
  file(GLOB find_scripts CONFIGURE_DEPENDS ${find}/[!.]*.js)
  set(in_page ${find}/search.js ${find}/preview.js ${find}/words.js)

  # The sources as pages, for numbers and listings to lead to.
  file(GLOB shown RELATIVE ${source} CONFIGURE_DEPENDS
    ${source}/chapters/[0-9]*/[!.]*.c ${source}/lib/src/[!.]*.c
    ${source}/lib/include/nn/[!.]*.h ${source}/lib/tests/test_*.c
    ${source}/exercises/[0-9]*/*/[!.]*.h)
  foreach(file IN LISTS shown)
    string(REGEX REPLACE "[^/]+" ".." root ${file})
    add_custom_command(
      OUTPUT ${html}/source/${file}.html
      COMMAND ${CMAKE_COMMAND} -D FILE=${file} -D PANDOC=${PANDOC}
        -D "TITLE=${book_title}" -D ROOT=${root}/
        -D OUT=${html}/source/${file}.html -D SOURCE=${source}
        -D WORDS=${BOOK_WORDS} -D LANG=${course_language}
        -D "MESSAGES=${messages_table}" -P ${draw}/source_page.cmake
      DEPENDS ${source}/${file} ${draw}/source_page.cmake ${filters}
        ${source}/book/templates/page.html
      WORKING_DIRECTORY ${source}
      COMMENT "Showing ${file}"
      VERBATIM)
    list(APPEND pages ${html}/source/${file}.html)
  endforeach()
  add_custom_command(
    OUTPUT ${html}/find/index.js
    COMMAND ${CMAKE_COMMAND} -E make_directory ${html}/find
    COMMAND ${CMAKE_COMMAND} -E env NODE_PATH=${CHEERIO}
      ${NODE} --no-deprecation ${find}/build.js ${html} ${work}/names.tsv
      ${LUNR} ${html}/find
    COMMAND ${CMAKE_COMMAND} -E copy ${in_page} ${LUNR} ${html}/find
    DEPENDS ${pages} ${find_scripts} ${work}/names.tsv
    COMMENT "Indexing the pages"
    VERBATIM)
  list(APPEND pages ${html}/find/index.js)
  add_custom_target(${prefix}html DEPENDS ${pages})

  # ---- PDF -------------------------------------------------------------
  set(letter)
  if(BOOK_PAPER STREQUAL letter)
    set(letter -V letter=true)
  elseif(NOT BOOK_PAPER STREQUAL a4)
    message(FATAL_ERROR "BOOK_PAPER is '${BOOK_PAPER}': a4 or letter")
  endif()
  macro(add_pdf target name)
    add_custom_command(
      OUTPUT ${out}/${name}.pdf
      COMMAND ${CMAKE_COMMAND} -E make_directory ${out}-work/latex ${out}
      COMMAND ${pandoc} --to latex --template book/templates/book.tex
        --top-level-division=chapter -V build=${build} -V paper=${BOOK_PAPER} ${letter}
        --citeproc --bibliography book/references.bib ${ARGN}
        --output ${out}-work/latex/${name}.tex ${printed}
      COMMAND ${CMAKE_COMMAND} -D LATEXMK=${LATEXMK}
        -D TEX=${out}-work/latex/${name}.tex -P ${draw}/run_latex.cmake
      COMMAND ${CMAKE_COMMAND} -E copy ${out}-work/latex/${name}.pdf ${out}
      DEPENDS ${inputs} ${labels} ${common} ${library}
        ${figures_dir}/fonts.tex ${figures_dir}/palette.tex
        ${source}/book/templates/book.tex
        ${source}/book/templates/parts.tex ${draw}/run_latex.cmake
      WORKING_DIRECTORY ${source}
      COMMENT "Typesetting ${name}.pdf"
      VERBATIM)
    add_custom_target(${prefix}${target} DEPENDS ${out}/${name}.pdf)
  endmacro()
  add_pdf(pdf ${stem})
  add_pdf(print ${stem}-print -M print=true -V print=true)

  # ---- EPUB ------------------------------------------------------------
  add_custom_command(
    OUTPUT ${out}/${stem}.epub
    COMMAND ${CMAKE_COMMAND} -E make_directory ${out}
    COMMAND ${pandoc} --to epub3 --css ${figures_dir}/epub.css
      --citeproc --bibliography book/references.bib
      --lua-filter book/filters/mathml.lua -M "title=${book_title}"
      --toc --toc-depth 2
      --output ${out}/${stem}.epub ${printed}
    DEPENDS ${inputs} ${labels} ${common} ${library}
      ${figures_dir}/epub.css
    WORKING_DIRECTORY ${source}
    COMMENT "Writing ${stem}.epub"
    VERBATIM)
  add_custom_target(${prefix}epub DEPENDS ${out}/${stem}.epub)

  add_custom_target(${prefix}book DEPENDS ${pages} ${out}/${stem}.pdf
    ${out}/${stem}.epub)

  # ---- slides as PDF, and their notes ----------------------------------
  if(edition STREQUAL instructor)
    set(slides)
    macro(add_slides id name)
      set(tex ${out}-work/slides/${name}.tex)
      add_custom_command(
        OUTPUT ${out}/slides/${name}.pdf
        COMMAND ${CMAKE_COMMAND} -E make_directory ${out}-work/slides
          ${out}/slides
        COMMAND ${pandoc} -M pass=slides --to latex
          --template book/templates/slides.tex -V build=${build}
          -V paper=${BOOK_PAPER} --citeproc
          --bibliography book/references.bib -M suppress-bibliography=true
          -M link-citations=false ${options} --output ${tex}
          chapters/${id}/chapter.md
        COMMAND ${CMAKE_COMMAND} -D LATEXMK=${LATEXMK} -D TEX=${tex}
          -P ${draw}/run_latex.cmake
        COMMAND ${CMAKE_COMMAND} -E copy ${out}-work/slides/${name}.pdf
          ${out}/slides
        DEPENDS ${shown_${id}} ${labels} ${common} ${library}
          ${figures_dir}/fonts.tex ${figures_dir}/palette.tex
          ${source}/book/templates/slides.tex
          ${source}/book/templates/parts.tex ${draw}/run_latex.cmake ${deck}
        WORKING_DIRECTORY ${source}
        COMMENT "Typesetting slides/${name}.pdf"
        VERBATIM)
      list(APPEND slides ${out}/slides/${name}.pdf)
    endmacro()
    foreach(id IN LISTS chapters)
      string(REGEX REPLACE "^[0-9]+-" "" name ${id})
      set(options)
      set(deck)
      add_slides(${id} ${name})
      set(options -M notes=true -V notes=true
        -V deck=${build}/book-instructor/slides/${name}.pdf)
      set(deck ${out}/slides/${name}.pdf)
      add_slides(${id} ${name}-notes)
    endforeach()
    add_custom_target(instructor-slides DEPENDS ${slides})
    add_dependencies(instructor-book instructor-slides)
  endif()
endfunction()
