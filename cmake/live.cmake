# Live figures: figures/NN-NAME/FIGURE.live.c, which includes the chapter's
# program, becomes WebAssembly, and FIGURE.live.js draws it (book/live/).
# What comes of them goes to live/ beside the pages.

set(live_dir ${CMAKE_BINARY_DIR}/live)

# The library's sources, but for those that read and write files of numbers.
file(GLOB live_library CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lib/src/[!.]*.c
  ${CMAKE_SOURCE_DIR}/lib/src/kernels/[!.]*.c)
list(FILTER live_library EXCLUDE REGEX "/(idx|model|recorded)\\.c$")
set(live_flags -O2 -DNDEBUG ${exact_flags} -fno-math-errno
  -I${CMAKE_SOURCE_DIR}/lib/include -I${CMAKE_SOURCE_DIR}/book/live)

function(add_live_figures id)
  if(missing_book_tools)
    return()
  endif()
  set(made)
  file(GLOB sources CONFIGURE_DEPENDS
    ${course_tree}/figures/${id}/[!.]*.live.c)
  foreach(source IN LISTS sources)
    cmake_path(GET source FILENAME name)
    string(REPLACE ".live.c" "" name ${name})
    set(figure ${id}/${name})
    set(out ${live_dir}/${figure})
    set(draw ${course_tree}/figures/${figure}.live.js)
    set(page ${CMAKE_SOURCE_DIR}/book/live)
    string(REGEX REPLACE "^[0-9]+-" "" chapter ${id})
    add_custom_command(
      OUTPUT ${out}.wasm ${out}.wasm.js ${out}.js
      COMMAND ${CMAKE_COMMAND} -E make_directory ${live_dir}/${id}
      COMMAND ${WASM_CLANG} --target=wasm32-wasi -mexec-model=reactor
        -nostartfiles -Wl,--no-entry,--gc-sections,-s ${live_flags}
        -Wall -Wextra -Wno-unused-function -Wno-deprecated-declarations
        -Werror=implicit-function-declaration
        ${source} ${page}/page.c ${live_library} -o ${out}.wasm
      COMMAND ${NODE} ${page}/embed.js ${figure} ${out}.wasm ${out}.wasm.js
      COMMAND ${CMAKE_COMMAND} -E copy ${draw} ${out}.js
      DEPENDS ${source} ${draw} ${page}/page.c ${page}/live.h
        ${page}/embed.js ${live_library}
        ${course_tree}/chapters/${id}/${chapter}.c
      COMMENT "Compiling ${figure} for the page"
      VERBATIM)
    list(APPEND made ${out}.wasm.js ${out}.js)

    # The same C, compiled for this machine, shows the same numbers.
    add_executable(live-${chapter}-${name} ${source} ${page}/trace.c)
    target_include_directories(live-${chapter}-${name} PRIVATE ${page})
    target_compile_options(live-${chapter}-${name} PRIVATE
      -Wno-missing-prototypes -Wno-unused-function)
    target_link_libraries(live-${chapter}-${name} PRIVATE nn)
    add_dependencies(unit-tests live-${chapter}-${name})
    add_test(NAME book.live.${chapter}.${name}
      COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/book/tests/test_live.js
        ${out}.wasm $<TARGET_FILE:live-${chapter}-${name}>)
    set_tests_properties(book.live.${chapter}.${name} PROPERTIES
      LABELS book)
  endforeach()
  set_property(GLOBAL PROPERTY LIVE_${id} ${made})
endfunction()
