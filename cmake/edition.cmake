# A students' edition that has been unpacked, maybe over an older one. Part of
# every configuration, and of every ./course:
#   cmake -P cmake/edition.cmake      in the course's folder
# In a clone, which has no edition.txt, it does nothing.
#
# edition.txt has a line for each file of the edition: its digest and its
# path. What students write is not among them: the edition has it as
# skeletons/CHAPTER/EXERCISE/NAME.c, and that is copied to exercises/ where
# there is nothing. .progress/ keeps the edition.txt of the last time.

set(top ${CMAKE_SOURCE_DIR})

# Says each of a few lines; of many, how many and what they have in common.
function(say_each in_common)
  list(LENGTH ARGN count)
  if(count GREATER 3)
    message(NOTICE "${count} ${in_common}")
  else()
    foreach(line IN LISTS ARGN)
      message(NOTICE "${line}")
    endforeach()
  endif()
endfunction()

# The paths in lines of an edition.txt.
function(paths_of lines result)
  list(TRANSFORM lines REPLACE "^[^ ]+ +" "")
  set(${result} ${lines} PARENT_SCOPE)
endfunction()

# exercises/01-perceptron/2-step/step.c for the skeleton of that.
function(place_of skeleton result)
  string(REGEX REPLACE "^skeletons" "exercises" place ${skeleton})
  set(${result} ${place} PARENT_SCOPE)
endfunction()

# An exercise may have got another number: what the student has written for
# the old skeleton goes to the place of the new one.
function(move_answer old skeletons)
  place_of(${old} from)
  string(REGEX REPLACE "/[0-9]+-" "/[0-9]+-" any_number ${old})
  list(FILTER skeletons INCLUDE REGEX "^${any_number}$")
  if(NOT skeletons OR NOT EXISTS ${top}/${from})
    return()
  endif()
  list(GET skeletons 0 new)
  place_of(${new} to)
  if(EXISTS ${top}/${to})
    return()
  endif()
  file(GLOB files ${top}/${from} ${top}/${from}.kept-*)
  foreach(file IN LISTS files)
    string(REPLACE ${top}/${from} ${top}/${to} moved ${file})
    file(RENAME ${file} ${moved})
  endforeach()
  set(moved "${from} is now ${to}." PARENT_SCOPE)
endfunction()

# This is another edition than the last time: files that it no longer has
# go, and those that it has changed become newer than what was built of
# them, whenever they were packed. CMakeLists.txt, so that CMake looks anew.
function(update before)
  file(STRINGS ${top}/edition.txt lines)
  set(old_lines)
  if(EXISTS ${before})
    file(STRINGS ${before} old_lines)
  endif()
  paths_of("${lines}" paths)
  paths_of("${old_lines}" gone)
  list(REMOVE_ITEM gone "" ${paths})
  list(REMOVE_ITEM lines "" ${old_lines})
  paths_of("${lines}" changed)
  list(TRANSFORM changed PREPEND ${top}/)
  file(TOUCH_NOCREATE ${changed} ${top}/CMakeLists.txt)

  set(skeletons ${paths})
  list(FILTER skeletons INCLUDE REGEX "^skeletons/")
  set(all_moved)
  foreach(path IN LISTS gone)
    set(moved)
    if(path MATCHES "^skeletons/")
      move_answer(${path} "${skeletons}")
    endif()
    list(APPEND all_moved ${moved})
    file(REMOVE ${top}/${path})
  endforeach()
  say_each("exercises have other numbers now; your files have moved along."
    ${all_moved})
  file(MAKE_DIRECTORY ${top}/.progress)
  file(COPY_FILE ${top}/edition.txt ${before})
endfunction()

# Whole files, and never over others.
function(lay_down)
  file(STRINGS ${top}/edition.txt lines REGEX " skeletons/")
  paths_of("${lines}" skeletons)
  set(new)
  foreach(skeleton IN LISTS skeletons)
    place_of(${skeleton} file)
    set(there ${top}/${file})
    if(NOT EXISTS ${there} AND NOT IS_SYMLINK ${there})
      file(COPY_FILE ${top}/${skeleton} ${there}.part)
      file(RENAME ${there}.part ${there})
      list(APPEND new "New, for you to fill in: ${file}")
    endif()
  endforeach()
  say_each("files in exercises/ are new, for you to fill in." ${new})
endfunction()

function(unpack_edition)
  set(before ${top}/.progress/edition.txt)
  set(same 1)
  if(EXISTS ${before})
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files
      ${top}/edition.txt ${before} RESULT_VARIABLE same)
  endif()
  if(NOT same EQUAL 0)
    update(${before})
  endif()
  lay_down()
endfunction()

if(EXISTS ${top}/edition.txt)
  unpack_edition()
endif()
