# The licences of what others made and the pages contain: the copyright file of
# each package that THIRD-PARTY.md names, as the system has it, goes to
# third-party/ beside the pages.

function(add_third_party)
  if(missing_book_tools)
    return()
  endif()
  file(STRINGS ${CMAKE_SOURCE_DIR}/THIRD-PARTY.md rows REGEX "^\\|.*html/")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/THIRD-PARTY.md)
  set(licences)
  foreach(row IN LISTS rows)
    string(REGEX MATCH "`([a-z0-9-]+)` *\\|$" package "${row}")
    list(APPEND packages ${CMAKE_MATCH_1})
    file(GLOB licence /usr/share/doc/${CMAKE_MATCH_1}/copyright)
    list(APPEND licences ${licence})
  endforeach()
  list(REMOVE_DUPLICATES licences)

  foreach(edition IN ITEMS book book-instructor)
    set(out ${CMAKE_BINARY_DIR}/${edition}/html/third-party)
    set(commands)
    foreach(licence IN LISTS licences)
      cmake_path(GET licence PARENT_PATH package)
      cmake_path(GET package FILENAME package)
      list(APPEND commands COMMAND ${CMAKE_COMMAND} -E copy
        ${licence} ${out}/${package}.txt)
    endforeach()
    add_custom_command(
      OUTPUT ${out}/done
      COMMAND ${CMAKE_COMMAND} -E make_directory ${out}
      ${commands}
      COMMAND ${CMAKE_COMMAND} -E touch ${out}/done
      DEPENDS ${licences}
      COMMENT "Copying the licences"
      VERBATIM)
    string(REPLACE "book" "licences" target ${edition})
    add_custom_target(${target} DEPENDS ${out}/done)
  endforeach()
  foreach(made IN ITEMS html book)
    add_dependencies(${made} licences)
    if(TARGET instructor-${made})
      add_dependencies(instructor-${made} licences-instructor)
    endif()
  endforeach()
endfunction()
