# Tidies the SVG that gnuplot or Graphviz wrote: no tooltips of drawing
# commands, spaces kept, a fallback for the font.
function(tidy_svg path)
  file(READ ${path}.svg svg)
  string(REGEX REPLACE "<(title|desc)>[^<]*</(title|desc)>\n?" "" svg
    "${svg}")
  string(REGEX REPLACE "<!DOCTYPE[^>]*>\n?" "" svg "${svg}")
  string(REGEX REPLACE "<!--[^>]*-->\n?" "" svg "${svg}")
  string(REGEX REPLACE "<svg[ \n]" "<svg xml:space=\"preserve\" " svg
    "${svg}")
  string(REGEX REPLACE "font-family=\"([^\",]*)\""
    "font-family=\"\\1, sans-serif\"" svg "${svg}")
  file(WRITE ${path}.svg "${svg}")
endfunction()

# A figure for print.
function(svg_to_pdf path)
  execute_process(
    COMMAND ${RSVG_CONVERT} --format pdf --dpi-x 96 --dpi-y 96
      --output ${path}.pdf ${path}.svg
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()
