# Where chapters, exercises, figures and solutions are: in the course's own
# folder or, with those of other folders beside them (./course --with DIR),
# in build/tree, where links bring all of them together:
#
#   build/tree/exercises/01-perceptron/2-step   the course's
#   build/tree/exercises/01-perceptron/9-mine   DIR/exercises/01-perceptron/9-mine
#
# course_tree is that folder, course_others are the other folders. They are
# named in .with, one a line.

set(course_tree ${CMAKE_SOURCE_DIR})
set(course_others)
file(GLOB with CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/.with)
if(with)
  file(STRINGS ${with} course_others)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${with})
endif()

# Which of the other folders an exercise's folder comes from; "" if it is the
# course's own.
function(home_of exercise result)
  set(home "")
  if(course_others)
    file(READ_SYMLINK ${exercise} home)
    foreach(level IN ITEMS exercise chapter exercises)
      cmake_path(GET home PARENT_PATH home)
    endforeach()
    if(home STREQUAL CMAKE_SOURCE_DIR)
      set(home "")
    endif()
  endif()
  set(${result} "${home}" PARENT_SCOPE)
endfunction()

# Links what a folder has for the tree. What has the same name, whatever its
# number, can be there only once.
function(add_to_tree home)
  foreach(pattern IN ITEMS chapters/[0-9]*-* figures/*
      exercises/[0-9]*-*/[0-9]*-* solutions/[0-9]*-*/[0-9]*-*)
    file(GLOB found CONFIGURE_DEPENDS RELATIVE ${home} ${home}/${pattern})
    foreach(path IN LISTS found)
      if(NOT IS_DIRECTORY ${home}/${path})
        continue()
      endif()
      string(REGEX REPLACE "/[0-9]+-" "/" name ${path})
      get_property(other GLOBAL PROPERTY "IN_TREE_${name}")
      if(other)
        message(FATAL_ERROR "There are two folders for ${name}:\n"
          "  ${other}\n  ${home}/${path}\nGive one of them another name.")
      endif()
      set_property(GLOBAL PROPERTY "IN_TREE_${name}" ${home}/${path})
      cmake_path(GET path PARENT_PATH above)
      file(MAKE_DIRECTORY ${course_tree}/${above})
      file(CREATE_LINK ${home}/${path} ${course_tree}/${path} SYMBOLIC)
    endforeach()
  endforeach()
endfunction()

file(REMOVE_RECURSE ${CMAKE_BINARY_DIR}/tree)
if(course_others)
  set(course_tree ${CMAKE_BINARY_DIR}/tree)
  foreach(home IN LISTS course_others)
    if(NOT IS_DIRECTORY ${home})
      message(FATAL_ERROR "There is no folder ${home} any more. If it has "
        "moved, say\n  ./course --without '${home}'\nand --with where it is.")
    endif()
  endforeach()
  file(GLOB prebuilt ${CMAKE_SOURCE_DIR}/exercises/graders-*)
  if(prebuilt)
    message(FATAL_ERROR "The graders of this edition are one program, to "
      "which no more can be added: --with needs a clone, or an edition with "
      "the sources of the graders (./course pack student --open). "
      "./course --without all goes on with this edition alone.")
  endif()

  file(MAKE_DIRECTORY ${course_tree})
  foreach(top IN ITEMS book lib)
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${top} ${course_tree}/${top} SYMBOLIC)
  endforeach()
  foreach(home IN ITEMS ${CMAKE_SOURCE_DIR} ${course_others})
    add_to_tree(${home})
  endforeach()
  add_compile_options(-fmacro-prefix-map=${course_tree}/=)
endif()
