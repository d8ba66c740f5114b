# Slides of each chapter, for the lecture: as pages, and as PDF a deck and a
# copy with a page of notes under each slide. They know no answers.

set(slide_options -M pass=slides --citeproc
  --bibliography book/references.bib -M suppress-bibliography=true
  -M link-citations=false)

# The slides as pages, as files in `result`.
function(add_slide_pages result)
  set(pages)
  foreach(id IN LISTS chapters)
    string(REGEX REPLACE "^[0-9]+-" "" name ${id})
    add_document(OUTPUT ${html}/slides/${name}.html
      PANDOC ${slide_options} --to html5 --section-divs
        --template book/templates/slides.html ${text_${id}}
      DEPENDS ${inputs_${id}} ${labels} ${common} ${library}
        ${course_tree}/book/templates/slides.html
        ${book_dir}/html/${name}.html # where errors are told
      COMMENT "Writing slides/${name}.html")
    list(APPEND pages ${html}/slides/${name}.html)
  endforeach()
  set(${result} ${pages} PARENT_SCOPE)
endfunction()

# The decks, made by the target instructor-slides.
function(add_slide_decks)
  set(decks)
  foreach(id IN LISTS chapters)
    string(REGEX REPLACE "^[0-9]+-" "" name ${id})
    get_property(figures GLOBAL PROPERTY FIGURES_${id})
    set(text ${text_${id}})
    set(needed ${inputs_${id}} ${course_tree}/book/templates/slides.tex
      ${book_dir}/html/${name}.html)
    set(options ${slide_options} --template book/templates/slides.tex)
    add_typeset(${out}-work/slides/${name}.tex slides/${name}.pdf
      PANDOC ${options} ${text} DEPENDS ${needed} PICTURES ${figures})
    add_typeset(${out}-work/slides/${name}-notes.tex
      slides/${name}-notes.pdf
      PANDOC ${options} -M notes=true -V notes=true
        -V deck=${build}/book-instructor/slides/${name}.pdf ${text}
      DEPENDS ${needed} PICTURES ${out}/slides/${name}.pdf)
    list(APPEND decks ${out}/slides/${name}.pdf
      ${out}/slides/${name}-notes.pdf)
  endforeach()
  add_custom_target(instructor-slides DEPENDS ${decks})
endfunction()
