# Figures. Every figure of figures/NN-NAME/ and every graph that the
# chapter's program writes becomes an SVG (HTML, EPUB), a narrow SVG for phones,
# maybe one for slides, and of each a PDF (print), in build/figures/NN-NAME/.

set(theme ${CMAKE_SOURCE_DIR}/figures/theme)
set(draw ${CMAKE_SOURCE_DIR}/cmake/scripts)
set(figures_dir ${CMAKE_BINARY_DIR}/figures)

# The palette in gnuplot's, CSS's and LaTeX's own words.
add_custom_command(
  OUTPUT ${figures_dir}/palette.gp ${figures_dir}/palette.css
    ${figures_dir}/palette.tex ${figures_dir}/epub.css
  COMMAND ${CMAKE_COMMAND} -D PALETTE=${theme}/palette.tsv
    -D FONTS=${theme}/fonts.tsv
    -D EPUB_STYLE=${CMAKE_SOURCE_DIR}/book/style/epub.css
    -D OUT=${figures_dir} -P ${draw}/write_palette.cmake
  DEPENDS ${theme}/palette.tsv ${theme}/fonts.tsv
    ${CMAKE_SOURCE_DIR}/book/style/epub.css ${draw}/write_palette.cmake ${draw}/tsv.cmake
  COMMENT "Writing the palette"
  VERBATIM)
add_custom_target(palette DEPENDS ${figures_dir}/palette.gp
  ${figures_dir}/palette.css ${figures_dir}/palette.tex)

function(add_chapter_figures id run)
  set(out ${figures_dir}/${id})
  set(drawn)
  file(GLOB plots CONFIGURE_DEPENDS ${course_tree}/figures/${id}/[!.]*.gp)
  foreach(script IN LISTS plots)
    cmake_path(GET script STEM name)
    add_custom_command(
      OUTPUT ${out}/${name}.svg ${out}/${name}.pdf ${out}/${name}.narrow.svg
        ${out}/${name}.narrow.pdf
      COMMAND ${CMAKE_COMMAND} -D SCRIPT=${script} -D RUN=${run}
        -D THEME=${theme}/theme.gp -D PALETTE=${figures_dir}/palette.gp
        -D GNUPLOT=${GNUPLOT} -D RSVG_CONVERT=${RSVG_CONVERT}
        -D MESSAGES=${messages_table} -D COURSE=${course_tree}
        -D OUT=${out}/${name} -P ${draw}/draw_plot.cmake
      DEPENDS ${script} ${run}/numbers.tsv ${theme}/theme.gp
        ${messages_table} ${draw}/translate.cmake
        ${figures_dir}/palette.gp ${draw}/draw_plot.cmake ${draw}/svg.cmake
      COMMENT "Drawing ${id}/${name}"
      VERBATIM)
    list(APPEND drawn ${out}/${name}.svg)
  endforeach()

  file(GLOB graphs CONFIGURE_DEPENDS
    ${course_tree}/figures/${id}/[!.]*.dot)
  foreach(graph IN LISTS graphs)
    cmake_path(GET graph STEM name)
    add_custom_command(
      OUTPUT ${out}/${name}.svg ${out}/${name}.pdf ${out}/${name}.narrow.svg
        ${out}/${name}.narrow.pdf
      COMMAND ${CMAKE_COMMAND} -D GRAPHS=${graph}
        -D PALETTE=${theme}/palette.tsv -D FONTS=${theme}/fonts.tsv
        -D DOT=${DOT} -D RSVG_CONVERT=${RSVG_CONVERT} -D OUT=${out}
        -D MESSAGES=${messages_table} -D COURSE=${course_tree}
        -P ${draw}/draw_graphs.cmake
      DEPENDS ${graph} ${theme}/palette.tsv ${theme}/fonts.tsv
        ${messages_table} ${draw}/translate.cmake
        ${draw}/draw_graphs.cmake ${draw}/tsv.cmake ${draw}/svg.cmake
      COMMENT "Drawing ${id}/${name}"
      VERBATIM)
    list(APPEND drawn ${out}/${name}.svg)
  endforeach()

  # What the program wrote is known only after its run.
  add_custom_command(
    OUTPUT ${out}/graphs-of-the-run
    COMMAND ${CMAKE_COMMAND} -D "GRAPHS=${run}/*.dot"
      -D PALETTE=${theme}/palette.tsv -D FONTS=${theme}/fonts.tsv
      -D DOT=${DOT} -D RSVG_CONVERT=${RSVG_CONVERT} -D OUT=${out}
      -P ${draw}/draw_graphs.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${out}/graphs-of-the-run
    DEPENDS ${run}/numbers.tsv ${theme}/palette.tsv ${theme}/fonts.tsv
      ${draw}/draw_graphs.cmake ${draw}/tsv.cmake ${draw}/svg.cmake
    COMMENT "Drawing the graphs of ${id}'s run"
    VERBATIM)
  list(APPEND drawn ${out}/graphs-of-the-run)
  set_property(GLOBAL PROPERTY FIGURES_${id} ${drawn})
endfunction()
