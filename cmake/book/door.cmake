# What the front page has that no other has: what the grader says to a wrong
# answer, the files that lie beside the pages, and the pictures by which others
# show the book: its icon, and the preview of a link to it.

set(wrong_answer ${CMAKE_SOURCE_DIR}/book/door/step.c)

# Lets the grader of perceptron/step look at a wrong answer. What it says goes
# to `out`; nothing, if there is no such exercise. The page that it sends the
# student to has to be there.
function(add_grader_transcript out)
  if(NOT TARGET driver-perceptron-step OR NOT TARGET course-tool)
    file(CONFIGURE OUTPUT ${out} CONTENT "")
    return()
  endif()
  set(graders ${CMAKE_BINARY_DIR}/graders)
  if(TARGET graders)
    set(graders graders)
  endif()
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -D TOOL=$<TARGET_FILE:course-tool>
      -D ANSWER=${wrong_answer} -D OUT=${out} -P ${draw}/grade_answer.cmake
    DEPENDS ${wrong_answer} course-tool driver-perceptron-step ${graders}
      ${draw}/grade_answer.cmake ${book_dir}/html/perceptron.html
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Grading a wrong answer for the front page"
    VERBATIM)
endfunction()

# The icon for those who take no SVG, and the preview: the title above the
# figure with which the front page opens. `result` are the files. They are made
# once, for all editions.
function(add_pictures_of_pages result)
  set(icon ${course_tree}/book/style/icon.svg)
  set(pictures ${work}/icon.png ${work}/touch-icon.png)
  set(social)
  if(cover_file IN_LIST drawn)
    set(social ${work}/social.png)
  endif()
  if(edition STREQUAL student)
    add_custom_command(
      OUTPUT ${pictures}
      COMMAND ${RSVG_CONVERT} --width 32 --output ${work}/icon.png ${icon}
      COMMAND ${RSVG_CONVERT} --width 180 --output ${work}/touch-icon.png
        ${icon}
      DEPENDS ${icon}
      COMMENT "Drawing the icon"
      VERBATIM)
    if(social)
      add_custom_command(
        OUTPUT ${social}
        COMMAND ${CMAKE_COMMAND} -D FIGURE=${cover_file}
          -D METADATA=${course_tree}/book/metadata.yaml
          -D PALETTE=${theme}/palette.tsv -D FONTS=${theme}/fonts.tsv
          -D RSVG_CONVERT=${RSVG_CONVERT} -D OUT=${social}
          -P ${draw}/draw_social.cmake
        DEPENDS ${cover_file} ${course_tree}/book/metadata.yaml
          ${theme}/palette.tsv ${theme}/fonts.tsv ${draw}/draw_social.cmake
          ${draw}/tsv.cmake
        COMMENT "Drawing the preview of links"
        VERBATIM)
    endif()
  endif()
  set(${result} ${pictures} ${social} PARENT_SCOPE)
endfunction()

# Puts the book's files beside the pages, once they are there. `result` is the
# list of them for the front page.
function(add_downloads stem result)
  add_custom_command(
    OUTPUT ${out}-work/downloads
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${out} -D STEM=${stem} -D HTML=${html}
      -P ${draw}/write_downloads.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${out}-work/downloads
    DEPENDS ${out}/${stem}.pdf ${out}/${stem}.epub ${html}/style/done
      ${draw}/write_downloads.cmake
    COMMENT "Putting PDF and EPUB beside the pages"
    VERBATIM)
  set(${result} ${out}-work/downloads PARENT_SCOPE)
endfunction()
