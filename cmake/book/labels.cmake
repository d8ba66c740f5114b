# What has which number, over all texts, and what is gathered of them for
# other pages (book/filters/gathered.lua).

# Numbers the text `id`. Its figures and terms are gathered besides.
function(add_text_labels id text)
  add_document(OUTPUT ${work}/${id}.labels
    WITH ${work}/${id}.glosses ${work}/${id}.captions ${work}/${id}.opening
    PANDOC -M pass=labels --to plain ${text}
    DEPENDS ${course_tree}/${text} ${ARGN} ${filters} ${BOOK_WORDS}
      ${messages_table}
    COMMENT "Numbering ${id}")
endfunction()

# The C files that have pages, in `result` and, one a line, in the file
# `source_list`.
function(list_source_pages result)
  file(GLOB files RELATIVE ${course_tree} CONFIGURE_DEPENDS
    ${course_tree}/chapters/[0-9]*/[!.]*.c ${course_tree}/lib/src/[!.]*.c
    ${course_tree}/lib/src/kernels/[!.]*.[ch]
    ${course_tree}/lib/include/nn/[!.]*.h
    ${course_tree}/lib/tests/test_*.c
    ${course_tree}/data/*/[!.]*.h
    ${course_tree}/exercises/[0-9]*/*/[!.]*.h)
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT ${source_list} CONTENT "${lines}\n" @ONLY)
  set(${result} ${files} PARENT_SCOPE)
endfunction()

# The file that says which listings show the C file `file`.
function(shown_of file result)
  string(REPLACE "/" "+" name ${file})
  set(${result} ${work}/shown/${name} PARENT_SCOPE)
endfunction()

# Joins the labels of the texts `ids`, in the order of the book.
function(join_labels ids)
  set(files ${ids})
  list(TRANSFORM files PREPEND ${work}/)
  list(TRANSFORM files APPEND .labels)
  list(JOIN ids " " ids)
  filters_of(join_labels own)
  set(all_shown)
  foreach(file IN LISTS sources)
    shown_of(${file} shown)
    list(APPEND all_shown ${shown})
  endforeach()
  file(MAKE_DIRECTORY ${work}/shown)
  file(RELATIVE_PATH list ${course_tree} ${source_list})
  set(pandoc ${PANDOC} --lua-filter book/filters/join_labels.lua)
  add_document(OUTPUT ${labels} WITH ${all_shown}
    PANDOC -M build=${build} -M words=${words} -M "texts=${ids}"
      -M "sources=${list}" --from markdown --to plain book/tests/empty.md
    DEPENDS ${files} ${own} ${BOOK_WORDS} ${source_list}
    COMMENT "Joining the labels")
endfunction()

# Lists the C names, to be searched.
function(list_c_names out)
  file(GLOB programs CONFIGURE_DEPENDS ${course_tree}/chapters/*/[!.]*.c)
  filters_of(c_names own)
  set(pandoc ${PANDOC} --lua-filter book/filters/c_names.lua)
  add_document(OUTPUT ${out}
    PANDOC -M build=${build} -M words=${words} -M labels=${label_file}
      --from markdown --to plain book/tests/empty.md
    DEPENDS ${labels} ${library} ${programs} ${own}
    COMMENT "Listing the C names")
endfunction()
