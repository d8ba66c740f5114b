# Copies the book's files in FOLDER, called STEM with some ending, to the pages
# in HTML, and tells the front page which there are (book/style/door.js). A PDF
# for paper that is older than the other belongs to an earlier book.

set(entries)
macro(offer kind name)
  file(COPY_FILE ${FOLDER}/${name} ${HTML}/${name} ONLY_IF_DIFFERENT)
  file(SIZE ${FOLDER}/${name} bytes)
  list(APPEND entries
    "{ kind: '${kind}', file: '${name}', bytes: ${bytes} }")
endmacro()

offer(pdf ${STEM}.pdf)
set(print ${STEM}-print.pdf)
if(EXISTS ${FOLDER}/${print} AND
    NOT ${FOLDER}/${STEM}.pdf IS_NEWER_THAN ${FOLDER}/${print})
  offer(print ${print})
else()
  file(REMOVE ${HTML}/${print})
endif()
offer(epub ${STEM}.epub)
list(JOIN entries ",\n  " entries)
file(WRITE ${HTML}/downloads.js
  "const bookFiles = [\n  ${entries}\n]\n")
