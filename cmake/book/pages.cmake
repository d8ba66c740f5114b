# The pages: one for each text, the front page, and one for each C file that
# numbers and listings lead to.

set(page_options --to html5 --template book/templates/page.html
  --toc --toc-depth 2 --citeproc --bibliography book/references.bib
  --lua-filter book/filters/after_citations.lua --section-divs)
set(page_templates ${course_tree}/book/templates/page.html
  ${course_tree}/book/templates/social.html) # its preview where a link is shown

# Makes the page `page` of a text. It depends on the files given.
function(add_page text page)
  add_document(OUTPUT ${html}/${page}
    PANDOC ${page_options} ${text}
    DEPENDS ${course_tree}/${text} ${ARGN} ${labels} ${common} ${library}
      ${page_templates}
    COMMENT "Writing ${page}")
endfunction()

# All pages of texts, as names in `result`. What an error in a text is told
# by is its page: all else that is made of the text waits for it.
function(add_pages result)
  set(pages)
  foreach(id IN LISTS chapters)
    string(REGEX REPLACE "^[0-9]+-" "" name ${id})
    set(first) # an edition with more in it, after the one without
    if(answers_${id})
      set(first ${book_dir}/html/${name}.html)
    endif()
    add_page(${text_${id}} ${name}.html ${inputs_${id}}
      ${answers_${id}} ${course_tree}/book/notation.tsv ${first})
    list(APPEND pages ${name}.html)
  endforeach()
  add_page(${text_using} using.html)
  add_page(${text_notation} notation.html
    ${course_tree}/book/notation.tsv)
  add_page(${text_glossary} glossary.html ${glosses})
  add_page(${text_figures} figures.html ${captions} ${drawn} ${runs})
  add_page(${text_results} results.html ${claims} ${runs})
  add_page(${text_errata} errata.html)
  add_page(${text_front} index.html ${captions} ${openings} ${drawn} ${runs}
    ${all_answers} ${work}/grader.txt ${wrong_answer})
  list(APPEND pages using.html notation.html glossary.html figures.html
    results.html errata.html index.html)
  set(${result} ${pages} PARENT_SCOPE)
endfunction()

# The pages of C files, as files in `result`.
function(add_source_pages result)
  set(pages)
  filters_of(source_page own)
  foreach(file IN LISTS sources)
    string(REGEX REPLACE "[^/]+" ".." root ${file})
    set(named) # a header's names lead to where they are defined
    if(file MATCHES "^lib/include/")
      set(named ${library})
    endif()
    shown_of(${file} shown)
    set(page ${html}/source/${file}.html)
    add_custom_command(
      OUTPUT ${page}
      COMMAND ${CMAKE_COMMAND} -D FILE=${file} -D PANDOC=${PANDOC}
        -D "TITLE=${book_title}" -D ROOT=${root}/ -D OUT=${page}
        -D SOURCE=${course_tree} -D WORDS=${BOOK_WORDS}
        -D SHOWN=${shown} -D FILES=${source_list}
        -D LANG=${course_language} -D "MESSAGES=${messages_table}"
        -P ${draw}/source_page.cmake
      DEPENDS ${course_tree}/${file} ${named} ${shown} ${source_list}
        ${draw}/source_page.cmake ${own} ${BOOK_WORDS} ${messages_table}
        ${course_tree}/book/metadata.yaml
        ${page_templates}
      WORKING_DIRECTORY ${course_tree}
      COMMENT "Showing ${file}"
      VERBATIM)
    list(APPEND pages ${page})
  endforeach()
  set(${result} ${pages} PARENT_SCOPE)
endfunction()
