# Typesets TEX with LuaLaTeX, as often as it takes. What a reader would
# see as a fault is an error: a missing character, an unresolved
# reference, a line or a page that is more than 1pt too long.
set(ENV{max_print_line} 1000) # no log lines cut in two
cmake_path(GET TEX PARENT_PATH folder)
cmake_path(GET TEX STEM name)

macro(typeset)
  execute_process(
    COMMAND ${LATEXMK} -lualatex -silent -interaction=nonstopmode
      -halt-on-error -file-line-error -output-directory=${folder} ${TEX}
    OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
endmacro()

typeset()
if(status) # A build that was interrupted leaves half a file behind.
  file(REMOVE ${folder}/${name}.aux ${folder}/${name}.toc
    ${folder}/${name}.out ${folder}/${name}.fdb_latexmk)
  typeset()
endif()

file(READ ${folder}/${name}.log log)
string(REGEX REPLACE "[][;]" " " log "${log}")
string(REPLACE "\n" ";" log "${log}")
set(faults "")
foreach(line IN LISTS log)
  if(line MATCHES "^Missing character|^LaTeX Warning: (Reference|Citation|Hyper).*undefined|^Overfull .[hv]box \\(([0-9]+)\\.")
    if("${CMAKE_MATCH_2}" STREQUAL "" OR CMAKE_MATCH_2 GREATER 0)
      string(APPEND faults "  ${line}\n")
    endif()
  elseif(status AND line MATCHES "^[^ ]*:[0-9]+: |^! ")
    string(APPEND faults "  ${line}\n")
  endif()
endforeach()
if(status OR faults)
  message(FATAL_ERROR "LuaLaTeX (${folder}/${name}.log):\n${faults}")
endif()
