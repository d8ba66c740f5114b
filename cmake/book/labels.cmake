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

# Joins the labels of the texts `ids`, in the order of the book.
function(join_labels ids)
  set(files ${ids})
  list(TRANSFORM files PREPEND ${work}/)
  list(TRANSFORM files APPEND .labels)
  list(JOIN ids " " ids)
  filters_of(join_labels own)
  set(pandoc ${PANDOC} --lua-filter book/filters/join_labels.lua)
  add_document(OUTPUT ${labels}
    PANDOC -M build=${build} -M words=${words} -M "texts=${ids}"
      --from markdown --to plain book/tests/empty.md
    DEPENDS ${files} ${own} ${BOOK_WORDS}
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
