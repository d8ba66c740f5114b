# Writes the C file FILE as a page of the book, with numbered lines.
file(READ ${SOURCE}/${FILE} code)
file(WRITE ${OUT}.md
  "~~~~~~~~~~ {.c .numberLines .lineAnchors}\n${code}~~~~~~~~~~\n")
execute_process(
  COMMAND ${PANDOC} --from markdown --to html5 --standalone
    --template ${SOURCE}/book/templates/page.html
    --lua-filter ${SOURCE}/book/filters/source_page.lua
    -M words-file=${WORDS} -M "title=${FILE}" -M "pagetitle=${FILE}"
    -M lang=en -M source=true -M root=${ROOT} -M "book-title=${TITLE}"
    --output ${OUT} ${OUT}.md
  COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE ${OUT}.md)
