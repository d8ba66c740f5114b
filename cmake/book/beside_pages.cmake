# What the pages load: style, fonts, scripts, live figures.

# Copies them; `result` are files that say that it is done.
function(copy_beside_pages result)
  set(style ${course_tree}/book/style)
  set(sheets page text figures boxes exercises find instructor front source
    live) # joined as book.css, in this order
  list(TRANSFORM sheets PREPEND ${style}/)
  list(TRANSFORM sheets APPEND .css)
  file(GLOB scripts_of_style CONFIGURE_DEPENDS ${style}/[!.]*.js)
  set(styles ${scripts_of_style} ${style}/slides.css ${style}/presenter.css
    ${style}/icon.svg ${figures_dir}/palette.css)
  add_pictures_of_pages(pictures)
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
    COMMAND ${CMAKE_COMMAND} -E copy ${styles} ${pictures} ${html}/style
    COMMAND ${CMAKE_COMMAND} -E touch ${html}/downloads.js
    COMMAND sh -c [=[out=$1; shift; cat "$@" >"$out"]=] sh
      ${html}/style/book.css ${sheets} ${work}/commit.css
    COMMAND ${CMAKE_COMMAND} -E touch ${html}/style/done
    DEPENDS ${figures_dir}/fonts.tex ${styles} ${sheets} ${pictures}
      ${work}/commit.css
    COMMENT "Copying the style"
    VERBATIM)

  set(live)
  set(copies)
  foreach(id IN LISTS chapters)
    get_property(made GLOBAL PROPERTY LIVE_${id})
    if(made)
      list(APPEND live ${made})
      list(APPEND copies
        COMMAND ${CMAKE_COMMAND} -E make_directory ${html}/live/${id}
        COMMAND ${CMAKE_COMMAND} -E copy ${made} ${html}/live/${id})
    endif()
  endforeach()
  set(scripts live view handles stage)
  list(TRANSFORM scripts PREPEND ${course_tree}/book/live/)
  list(TRANSFORM scripts APPEND .js)
  add_custom_command(
    OUTPUT ${html}/live/done
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${html}/live
    COMMAND ${CMAKE_COMMAND} -E make_directory ${html}/live
    ${copies}
    COMMAND ${CMAKE_COMMAND} -E copy ${scripts} ${html}/live
    COMMAND ${CMAKE_COMMAND} -E touch ${html}/live/done
    DEPENDS ${live} ${scripts}
    COMMENT "Copying the live figures"
    VERBATIM)
  set(${result} ${html}/style/done ${html}/live/done PARENT_SCOPE)
endfunction()
