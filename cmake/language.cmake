# In which language the course is built: English, or one in which parts of it
# are translated (./course --language es, which writes .language). A text
# FILE.md is then FILE.es.md, if there is one, and every message, and what the
# book and its figures say themselves, is as po/es.po has it, if it has.
# What is not translated stays English.
#
#   translated(FILE result)   the file to read in the place of FILE
#   translation_of(FILE result)   likewise, "" if that is FILE itself
#   messages_table            the messages as a table, "" in English: where
#                             from, English, translation, with tabs between
#   messages_folder           where gettext finds them, "" in English
#   add_translation_checks()  says at a build of the book which passages of
#                             translations are older than their original
#   use_messages(TARGET)      for the C that reads them (tools/base/language.h)

include(CheckCSourceCompiles)

set(course_language en)
file(GLOB chosen CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/.language)
if(chosen)
  file(STRINGS ${chosen} course_language LIMIT_COUNT 1)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${chosen})
endif()
if(NOT course_language MATCHES "^[a-z][a-z][a-z]?$")
  message(FATAL_ERROR ".language says '${course_language}', which is no "
    "language: it is two or three letters, such as es. "
    "./course --language en is the way back to English.")
endif()

function(translated file result)
  set(${result} ${file} PARENT_SCOPE)
  string(REGEX REPLACE "(\\.[a-z]+)$" ".${course_language}\\1" other ${file})
  file(GLOB found CONFIGURE_DEPENDS ${other})
  if(found)
    set(${result} ${other} PARENT_SCOPE)
  endif()
endfunction()

function(translation_of file result)
  translated(${file} found)
  if(found STREQUAL file)
    set(found "")
  endif()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

set(messages_table "")
set(messages_folder "")
file(GLOB catalogue CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/po/${course_language}.po)
if(catalogue)
  find_program(MSGFMT msgfmt)
  find_program(MSGCAT msgcat)
  if(NOT MSGFMT OR NOT MSGCAT)
    message(FATAL_ERROR "A translation needs gettext, which is missing. "
      "./course --language ${course_language} installs it.")
  endif()
  set(messages_table ${CMAKE_BINARY_DIR}/messages.tsv)
  set(messages_folder ${CMAKE_BINARY_DIR}/locale)
  set(compiled ${messages_folder}/${course_language}/LC_MESSAGES/course.mo)
  cmake_path(GET compiled PARENT_PATH folder)
  add_custom_command(
    OUTPUT ${compiled} ${messages_table}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${MSGFMT} --check --output-file=${compiled} ${catalogue}
    COMMAND ${MSGCAT} --no-wrap --output-file=${messages_table}.po ${catalogue}
    COMMAND awk -f ${CMAKE_SOURCE_DIR}/tools/translation/messages.awk
      ${messages_table}.po > ${messages_table}
    DEPENDS ${catalogue} ${CMAKE_SOURCE_DIR}/tools/translation/messages.awk
    COMMENT "Reading the messages in ${course_language}"
    VERBATIM)
  add_custom_target(messages ALL DEPENDS ${compiled} ${messages_table})
endif()

# Without gettext in the C library the programs speak English.
function(use_messages target)
  target_compile_definitions(${target} PRIVATE
    COURSE_LANGUAGE="${course_language}")
  if(messages_folder STREQUAL "")
    return()
  endif()
  check_c_source_compiles("#include <libintl.h>
    int main(void) {
      return !bind_textdomain_codeset(\"a\", \"UTF-8\") || !dgettext(\"a\", \"b\");
    }" HAS_GETTEXT)
  if(NOT HAS_GETTEXT)
    return()
  endif()
  target_compile_definitions(${target} PRIVATE
    COURSE_MESSAGES="${messages_folder}")
  add_dependencies(${target} messages)
endfunction()

# Once for each state of the two files: a translation that is behind stops no
# build.
function(add_translation_checks)
  set(passages ${CMAKE_SOURCE_DIR}/tools/translation/passages)
  file(GLOB translations CONFIGURE_DEPENDS RELATIVE ${course_tree}
    ${course_tree}/book/*.${course_language}.md
    ${course_tree}/chapters/*/chapter.${course_language}.md
    ${course_tree}/exercises/*/*/task.${course_language}.md
    ${course_tree}/solutions/*/*/wrong.${course_language}.md
    ${course_tree}/tools/grading/common.${course_language}.md)
  set(checked)
  foreach(translation IN LISTS translations)
    string(REPLACE ".${course_language}.md" ".md" original ${translation})
    set(stamp ${CMAKE_BINARY_DIR}/translations/${translation}.checked)
    cmake_path(GET stamp PARENT_PATH folder)
    add_custom_command(
      OUTPUT ${stamp}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND ${passages}.sh ${original} ${translation}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${course_tree}/${original} ${course_tree}/${translation}
        ${passages}.sh ${passages}.awk
      WORKING_DIRECTORY ${course_tree}
      COMMENT "Comparing ${translation} with its original"
      VERBATIM)
    list(APPEND checked ${stamp})
  endforeach()
  add_custom_target(translations DEPENDS ${checked})
  foreach(target IN ITEMS html pdf epub)
    if(TARGET ${target})
      add_dependencies(${target} translations)
    endif()
  endforeach()
endfunction()
