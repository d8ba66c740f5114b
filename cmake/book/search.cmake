# The index to search in, and what links show of other pages (book/find/).

# Indexes the pages `pages`, names in ${html}; `sources` are those of C files.
# `result` is the index.
function(add_search_index pages sources result)
  set(find ${course_tree}/book/find)
  set(node ${CMAKE_COMMAND} -E env NODE_PATH=${CHEERIO}
    ${NODE} --no-deprecation)
  set(read)
  foreach(page IN LISTS pages)
    set(json ${out}-work/find/${page}.json)
    add_custom_command(
      OUTPUT ${json}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${out}-work/find
      COMMAND ${node} ${find}/read_page.js ${html} ${page} ${json}
      DEPENDS ${html}/${page} ${sources} ${find}/read_page.js
        ${find}/entries.js ${find}/excerpts.js ${find}/formula_text.js
      COMMENT "Reading ${page}"
      VERBATIM)
    list(APPEND read ${json})
  endforeach()
  set(in_page ${find}/search.js ${find}/preview.js ${find}/words.js)
  add_custom_command(
    OUTPUT ${html}/find/index.js
    COMMAND ${CMAKE_COMMAND} -E make_directory ${html}/find
    COMMAND ${node} ${find}/build.js ${work}/names.tsv ${LUNR} ${html}/find
      ${read}
    COMMAND ${CMAKE_COMMAND} -E copy ${in_page} ${LUNR} ${html}/find
    DEPENDS ${read} ${find}/build.js ${in_page} ${work}/names.tsv
    COMMENT "Indexing the pages"
    VERBATIM)
  set(${result} ${html}/find/index.js PARENT_SCOPE)
endfunction()
