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
  NODE node  LUALATEX lualatex  FC_MATCH fc-match
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

include(book/documents)
include(book/commit)
include(book/graded)
include(book/labels)
include(book/pages)
include(book/beside_pages)
include(book/door)
include(book/search)
include(book/print)
include(book/slides)

# The text to read in the place of one, both relative to the course's folder.
function(in_language text result)
  translated(${course_tree}/${text} file)
  file(RELATIVE_PATH file ${course_tree} ${file})
  set(${result} ${file} PARENT_SCOPE)
endfunction()

# The fonts, as files for the pages and for LaTeX.
function(add_fonts)
  add_custom_command(
    OUTPUT ${figures_dir}/fonts.tex
    COMMAND ${CMAKE_COMMAND} -D FONTS=${theme}/fonts.tsv
      -D FC_MATCH=${FC_MATCH} -D HB_SUBSET=${HB_SUBSET}
      -D FONTTOOLS=${FONTTOOLS} -D WOFF2_COMPRESS=${WOFF2_COMPRESS}
      -D OUT=${figures_dir} -P ${draw}/write_fonts.cmake
    DEPENDS ${theme}/fonts.tsv ${draw}/write_fonts.cmake ${draw}/tsv.cmake
    COMMENT "Preparing the fonts"
    VERBATIM)
endfunction()

# What the chapter `id` is made of: sets inputs_ID, and adds to the lists of
# all chapters.
macro(read_chapter id)
  set(folder ${course_tree}/chapters/${id})
  set(exercises ${course_tree}/exercises/${id})
  set(run ${CMAKE_BINARY_DIR}/chapters/${id}/run/numbers.tsv)
  file(GLOB tasks CONFIGURE_DEPENDS ${exercises}/*/task*.md)
  file(GLOB headers CONFIGURE_DEPENDS ${exercises}/*/[!.]*.h)
  file(GLOB programs CONFIGURE_DEPENDS ${folder}/[!.]*.c)
  file(GLOB recorded CONFIGURE_DEPENDS ${folder}/recorded/*.tsv)
  set(own_claims ${folder}/claims.tsv
    ${CMAKE_BINARY_DIR}/chapters/${id}/claims.txt) # if they hold
  set(reports)
  add_shown_reports(${id} ${work}/graded reports)
  get_property(figures GLOBAL PROPERTY FIGURES_${id})
  set(listed ${tasks} ${headers} ${programs})
  in_language(chapters/${id}/chapter.md text_${id})
  set(inputs_${id} ${course_tree}/${text_${id}} ${listed} ${figures} ${run}
    ${reports} ${recorded} ${own_claims})
  list(APPEND drawn ${figures})
  list(APPEND runs ${run})
  list(APPEND claims ${own_claims})
  list(APPEND captions ${work}/${id}.captions)
  list(APPEND glosses ${work}/${id}.glosses)
  list(APPEND openings ${work}/${id}.opening)
  list(APPEND inputs ${inputs_${id}})
  list(APPEND written ${course_tree}/${text_${id}} ${listed})
  list(APPEND printed ${text_${id}})
  add_text_labels(${id} ${text_${id}} ${listed} ${library})
endmacro()

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

  # Files for pandoc, which runs in the top folder.
  set(work ${CMAKE_BINARY_DIR}/book-work)
  set(book_dir ${CMAKE_BINARY_DIR}/book)
  file(RELATIVE_PATH build ${course_tree} ${CMAKE_BINARY_DIR})
  string(REGEX REPLACE "/$" "" build ${build})
  file(RELATIVE_PATH words ${course_tree} ${BOOK_WORDS})
  set(labels ${work}/book.labels)
  set(label_file ${build}/book-work/book.labels)
  set(source_list ${work}/sources.txt)

  file(STRINGS ${course_tree}/book/metadata.yaml book_title REGEX "^title: ")
  string(REPLACE "title: " "" book_title "${book_title}")
  # A reference's title, [...], may be the words of a heading.
  set(pandoc ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs
    ${PANDOC} --fail-if-warnings --standalone
    --from markdown-implicit_header_references
    --lua-filter book/filters/book.lua --metadata-file book/metadata.yaml
    -M build=${build} -M words=${words} -M "book-title=${book_title}"
    -M labels=${label_file} -M lang=${course_language}
    -M "messages=${messages_table}")
  filters_of(book filters)
  set(common ${filters} ${course_tree}/book/filters/after_citations.lua
    ${course_tree}/book/filters/mathml.lua
    ${course_tree}/book/filters/katex.js ${BOOK_WORDS} ${messages_table}
    ${course_tree}/book/metadata.yaml ${course_tree}/book/references.bib
    ${figures_dir}/palette.css)
  file(GLOB library CONFIGURE_DEPENDS ${course_tree}/lib/src/[!.]*.c
    ${course_tree}/lib/src/kernels/[!.]*.[ch]
    ${course_tree}/lib/include/nn/[!.]*.h
    ${course_tree}/lib/tests/test_*.c
    ${course_tree}/data/*/[!.]*.h)

  # The texts before the chapters, the chapters, and those behind them; the
  # last two are pages only.
  get_property(chapters GLOBAL PROPERTY CHAPTERS)
  set(texts using notation ${chapters} glossary figures results errata)
  foreach(id IN ITEMS using notation hints glossary figures results errata front)
    in_language(book/${id}.md text_${id})
  endforeach()
  foreach(id IN ITEMS using notation glossary figures results errata)
    add_text_labels(${id} ${text_${id}})
  endforeach()
  set(printed ${text_using} ${text_notation})
  foreach(list IN ITEMS inputs written drawn runs claims captions glosses
      openings)
    set(${list})
  endforeach()
  foreach(id IN LISTS chapters)
    read_chapter(${id})
  endforeach()
  list(APPEND printed ${text_hints} ${text_glossary})

  file(STRINGS ${course_tree}/book/metadata.yaml cover REGEX "^cover: ")
  string(REPLACE "cover: " "" cover "${cover}")
  set(cover_file ${figures_dir}/${cover}.svg)

  add_fonts()
  add_cover()
  note_commit(${written} ${library} ${common})
  list_source_pages(sources)
  join_labels("${texts}")
  list_c_names(${work}/names.tsv)
  add_grader_transcript(${work}/grader.txt)
  add_edition(student)
  if(EXISTS ${CMAKE_SOURCE_DIR}/solutions)
    add_edition(instructor)
  endif()
endfunction()

# One edition. Called by add_book, whose variables it sees, as do those that
# it calls.
function(add_edition edition)
  set(out ${book_dir})
  set(stem learning-from-errors)
  set(prefix)
  set(all_answers)
  if(edition STREQUAL instructor)
    string(APPEND out -instructor)
    string(APPEND stem -instructor)
    set(prefix instructor-)
    list(APPEND pandoc -M answers=${build}/answers)
    foreach(id IN LISTS chapters)
      get_property(answers_${id} GLOBAL PROPERTY ANSWERS_${id})
      list(APPEND all_answers ${answers_${id}})
    endforeach()
  endif()
  set(html ${out}/html)

  add_pages(pages)
  add_source_pages(source_pages)
  add_search_index("${pages}" "${source_pages}" index)
  copy_beside_pages(beside)
  set(slide_pages)
  if(edition STREQUAL instructor)
    add_slide_pages(slide_pages)
  endif()
  list(TRANSFORM pages PREPEND ${html}/)
  set(pages ${pages} ${source_pages} ${index} ${beside} ${slide_pages})
  add_custom_target(${prefix}html DEPENDS ${pages})

  # Errors in a text are told by its page, which these wait for.
  set(printed_inputs ${inputs} ${all_answers} ${glosses} ${captions}
    ${course_tree}/${text_hints}
    ${course_tree}/book/notation.tsv)
  foreach(id IN ITEMS using notation ${chapters} glossary)
    string(REGEX REPLACE "^[0-9]+-" "" name ${id})
    list(APPEND printed_inputs ${html}/${name}.html)
  endforeach()
  add_pdf(${prefix}pdf ${stem})
  add_pdf(${prefix}print ${stem}-print -M print=true -V print=true)
  add_epub(${prefix}epub ${stem})
  add_downloads(${stem} downloads)
  # Whoever makes the PDF for paper has it beside the pages, too.
  add_custom_command(TARGET ${prefix}print POST_BUILD
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${out} -D STEM=${stem} -D HTML=${html}
      -P ${draw}/write_downloads.cmake
    VERBATIM)
  add_dependencies(${prefix}print ${prefix}book)
  add_custom_target(${prefix}book DEPENDS ${pages} ${out}/${stem}.pdf
    ${out}/${stem}.epub ${downloads})
  if(edition STREQUAL instructor)
    add_slide_decks()
    add_dependencies(instructor-book instructor-slides)
  endif()
endfunction()
