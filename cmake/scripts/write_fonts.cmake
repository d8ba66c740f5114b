# Finds the fonts of FONTS on this system. Writes OUT/fonts.tex for
# LaTeX, and OUT/fonts/ROLE.woff2 with the characters that the pages use.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/tsv.cmake)
read_tsv(${FONTS} roles families styles)
file(MAKE_DIRECTORY ${OUT}/fonts)
set(files)

foreach(role family style IN ZIP_LISTS roles families styles)
  execute_process(
    COMMAND ${FC_MATCH} -f "%{family}\n%{file}" "${family}:${style}"
    OUTPUT_VARIABLE found COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "\n.*" "" found_family "${found}")
  string(REGEX REPLACE "^[^\n]*\n" "" file "${found}")
  # A style that the family lacks would be met by one that it has.
  if(NOT found_family MATCHES "(^|,)${family}(,|$)" OR file IN_LIST files)
    message(FATAL_ERROR "The font '${family}' (${style}) is not installed. "
      "The packages that hold the book's fonts are in packages/book.")
  endif()
  list(APPEND files "${file}")
  set(file_of_${role} "${file}")
  if(NOT role STREQUAL math)
    execute_process(
      COMMAND ${HB_SUBSET} "--layout-features=*"
        "--unicodes=U+0020-017F,U+0370-03FF,U+2010-2044,U+2070-209C,U+2190-21FF,U+2200-22FF,U+25A0-25FF"
        --output-file=${OUT}/fonts/${role}.otf "${file}"
      COMMAND_ERROR_IS_FATAL ANY)
    execute_process(
      COMMAND ${WOFF2_COMPRESS} ${OUT}/fonts/${role}.otf
      OUTPUT_QUIET ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
    # LuaTeX scales outlines of PostScript's kind to 1000 units an em but
    # not their widths, and with wrong widths a viewer takes every letter
    # for a word. So it gets such fonts with 1000 units.
    if(role MATCHES "^sans")
      file(MAKE_DIRECTORY ${OUT}/latex-fonts)
      set(file_of_${role} ${OUT}/latex-fonts/${role}.otf)
      execute_process(
        COMMAND ${FONTTOOLS} ttLib.scaleUpem ${OUT}/fonts/${role}.otf 1000
          --output-file=${file_of_${role}}
        OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    endif()
    file(REMOVE ${OUT}/fonts/${role}.otf)
  endif()
endforeach()

# One line of fontspec for a family: its regular font and its variants.
function(latex_font variable command role)
  cmake_path(GET file_of_${role} PARENT_PATH folder)
  cmake_path(GET file_of_${role} FILENAME regular)
  set(variants "")
  set(keys -italic -bold -bold-italic)
  set(names ItalicFont BoldFont BoldItalicFont)
  foreach(key name IN ZIP_LISTS keys names)
    if(DEFINED file_of_${role}${key})
      cmake_path(GET file_of_${role}${key} FILENAME file)
      string(APPEND variants ",${name}={${file}}")
    endif()
  endforeach()
  string(APPEND ${variable} "\\${command}{${regular}}"
    "[Path={${folder}/}${variants}${ARGN}]\n")
  set(${variable} "${${variable}}" PARENT_SCOPE)
endfunction()

set(tex "")
latex_font(tex setmainfont serif)
latex_font(tex setsansfont sans ",Scale=0.88")
latex_font(tex setmonofont mono ",Scale=0.86,RawFeature={-calt}")
latex_font(tex setmathfont math)
file(WRITE ${OUT}/fonts.tex "${tex}")
