# Typesets TEX with LUALATEX until LaTeX asks for no other run and the table of
# contents is the one that was read. What a reader would
# see as a fault is an error: a missing character, an unresolved
# reference, a line or a page that is more than 1pt too long.
set(ENV{max_print_line} 1000) # no log lines cut in two
cmake_path(GET TEX PARENT_PATH folder)
cmake_path(GET TEX STEM name)

# Sets `result` to the table of contents as it is, "" if there is none.
macro(contents result)
  set(${result} "")
  if(EXISTS ${folder}/${name}.toc)
    file(READ ${folder}/${name}.toc ${result})
  endif()
endmacro()

# Sets `status`, and `log` to what LuaLaTeX has to say.
macro(typeset)
  foreach(run RANGE 1 5)
    contents(read)
    execute_process(
      COMMAND ${LUALATEX} -interaction=nonstopmode -halt-on-error
        -file-line-error -output-directory=${folder} ${TEX}
      OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE status)
    file(READ ${folder}/${name}.log log)
    contents(written)
    if(status OR (read STREQUAL written AND NOT log MATCHES "Rerun (to|LaTeX)"))
      break()
    endif()
  endforeach()
endmacro()

typeset()
if(status) # A build that was interrupted leaves half a file behind.
  file(REMOVE ${folder}/${name}.aux ${folder}/${name}.toc ${folder}/${name}.out)
  typeset()
endif()

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
