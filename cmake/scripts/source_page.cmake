# Writes the C file FILE as a page of the book, with numbered lines, if that
# changes the page.
file(READ ${SOURCE}/${FILE} code)
file(WRITE ${OUT}.md
  "~~~~~~~~~~ {.c .numberLines}\n${code}~~~~~~~~~~\n")
execute_process(
  COMMAND ${PANDOC} --from markdown --to html5 --standalone
    --template ${SOURCE}/book/templates/page.html
    --lua-filter ${SOURCE}/book/filters/source_page.lua
    --metadata-file ${SOURCE}/book/metadata.yaml
    -M words-file=${WORDS} -M "file=${FILE}" -M "pagetitle=${FILE}"
    -M shown=${SHOWN} -M files=${FILES} -M source=true
    -M lang=${LANG} -M messages=${MESSAGES} -M root=${ROOT}
    -M "book-title=${TITLE}"
    --output ${OUT}.new ${OUT}.md
  COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE ${OUT}.md)

# The numbers of the lines are links for the mouse, not for the keyboard:
# a page of them would be in the way of everything else.
file(READ ${OUT}.new page)
string(REGEX REPLACE "(<a href=\"#L-[0-9]+\")></a>"
  "\\1 tabindex=\"-1\" aria-hidden=\"true\"></a>" page "${page}")
file(WRITE ${OUT}.new "${page}")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUT}.new)
