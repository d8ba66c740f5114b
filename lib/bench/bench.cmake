# The benchmark, against peers that are installed (packages/bench):
#   cmake --workflow --preset bench
# Nothing of it is built by default.

set(bench ${PROJECT_SOURCE_DIR}/bench)
set(bench_contestants "")

# The library for these numbers, made here if it is not there yet.
function(find_nn real result)
  set(name nn)
  if(NOT real STREQUAL NN_REAL)
    set(name nn_${real})
  endif()
  if(NOT TARGET ${name})
    add_nn(${name} STATIC ${real})
    exclude_nn(${name})
  endif()
  set(${result} ${name} PARENT_SCOPE)
endfunction()

# add_contestant(NAME REAL SOURCE... [LINKS LIBRARY...]): a program for
# double or float.
function(add_contestant name real)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" LINKS)
  set(program bench_${name}_${real})
  list(TRANSFORM arg_UNPARSED_ARGUMENTS PREPEND ${bench}/)
  add_executable(${program} EXCLUDE_FROM_ALL ${bench}/bench.c
    ${arg_UNPARSED_ARGUMENTS})
  if(real STREQUAL float)
    target_compile_definitions(${program} PRIVATE BENCH_FLOAT)
  endif()
  target_link_libraries(${program} PRIVATE ${arg_LINKS} m)
  list(APPEND bench_programs ${program})
  string(APPEND bench_contestants
    "run\t${name}\t${real}\t$<TARGET_FILE:${program}>\n")
  set(bench_programs ${bench_programs} PARENT_SCOPE)
  set(bench_contestants ${bench_contestants} PARENT_SCOPE)
endfunction()

foreach(real IN ITEMS double float)
  find_nn(${real} library)
  add_contestant(nn ${real} nn.c LINKS ${library})
  target_include_directories(bench_nn_${real} PRIVATE
    ${PROJECT_SOURCE_DIR}/src)
endforeach()

# ---- FANN --------------------------------------------------------------

find_path(BENCH_FANN_INCLUDE fann.h)
find_library(BENCH_FANN_double doublefann)
find_library(BENCH_FANN_float floatfann)
mark_as_advanced(BENCH_FANN_INCLUDE BENCH_FANN_double BENCH_FANN_float)
if(BENCH_FANN_INCLUDE AND BENCH_FANN_double AND BENCH_FANN_float)
  foreach(real IN ITEMS double float)
    add_contestant(fann ${real} fann.c LINKS ${BENCH_FANN_${real}})
    target_include_directories(bench_fann_${real} SYSTEM PRIVATE
      ${BENCH_FANN_INCLUDE})
  endforeach()
else()
  string(APPEND bench_contestants "missing\tfann\tlibfann-dev\n")
endif()

# ---- libraries of matrix products ---------------------------------------

# Their plain loops get what the compiler can do for this processor.
include(CheckCCompilerFlag)
check_c_compiler_flag(-march=native BENCH_HAS_NATIVE)

# add_products(NAME REAL SOURCE INCLUDE [LIBRARY])
function(add_products name real source include)
  add_contestant(${name} ${real} products.c ${source} LINKS ${ARGN})
  target_compile_options(bench_${name}_${real} PRIVATE -O3
    $<$<BOOL:${BENCH_HAS_NATIVE}>:-march=native>)
  target_include_directories(bench_${name}_${real} SYSTEM PRIVATE
    ${include})
  set(bench_programs ${bench_programs} PARENT_SCOPE)
  set(bench_contestants ${bench_contestants} PARENT_SCOPE)
endfunction()

# Two libraries have a cblas.h: each in a folder of its own, where both are
# installed.
find_path(BENCH_OPENBLAS_INCLUDE openblas_config.h
  PATH_SUFFIXES openblas openblas-pthread openblas-serial openblas-openmp)
find_library(BENCH_OPENBLAS openblas)
find_path(BENCH_BLIS_INCLUDE blis.h PATH_SUFFIXES blis-openmp blis-pthread
  blis-serial blis NO_CMAKE_SYSTEM_PATH
  HINTS /usr/include/${CMAKE_LIBRARY_ARCHITECTURE} /usr/include)
find_library(BENCH_BLIS blis)
find_path(BENCH_ONEDNN_INCLUDE dnnl.h)
find_library(BENCH_ONEDNN dnnl)
find_path(BENCH_EIGEN_INCLUDE Eigen/Core PATH_SUFFIXES eigen3)
mark_as_advanced(BENCH_OPENBLAS_INCLUDE BENCH_OPENBLAS BENCH_BLIS_INCLUDE
  BENCH_BLIS BENCH_ONEDNN_INCLUDE BENCH_ONEDNN BENCH_EIGEN_INCLUDE)
if(BENCH_EIGEN_INCLUDE)
  include(CheckLanguage)
  check_language(CXX)
  if(CMAKE_CXX_COMPILER)
    enable_language(CXX)
  endif()
endif()

foreach(real IN ITEMS double float)
  if(BENCH_OPENBLAS_INCLUDE AND BENCH_OPENBLAS)
    add_products(openblas ${real} product_cblas.c ${BENCH_OPENBLAS_INCLUDE}
      ${BENCH_OPENBLAS})
  endif()
  if(BENCH_BLIS_INCLUDE AND BENCH_BLIS)
    add_products(blis ${real} product_cblas.c ${BENCH_BLIS_INCLUDE}
      ${BENCH_BLIS})
    target_compile_definitions(bench_blis_${real} PRIVATE BENCH_BLIS)
  endif()
  if(BENCH_ONEDNN_INCLUDE AND BENCH_ONEDNN AND real STREQUAL float)
    add_products(onednn ${real} product_onednn.c ${BENCH_ONEDNN_INCLUDE}
      ${BENCH_ONEDNN})
  endif()
  if(BENCH_EIGEN_INCLUDE AND CMAKE_CXX_COMPILER)
    add_products(eigen ${real} product_eigen.cpp ${BENCH_EIGEN_INCLUDE})
    target_compile_definitions(bench_eigen_${real} PRIVATE
      $<$<COMPILE_LANGUAGE:CXX>:NDEBUG>)
    set_target_properties(bench_eigen_${real} PROPERTIES # not our warnings
      COMPILE_OPTIONS "-w;-O3;$<$<BOOL:${BENCH_HAS_NATIVE}>:-march=native>")
  endif()
endforeach()
set(peers openblas blis onednn eigen)
set(packages libopenblas-dev libblis-dev libdnnl-dev libeigen3-dev)
foreach(peer package IN ZIP_LISTS peers packages)
  if(NOT TARGET bench_${peer}_float)
    string(APPEND bench_contestants "missing\t${peer}\t${package}\n")
  endif()
endforeach()

# ---- NumPy and PyTorch -------------------------------------------------

# The system's Python comes first: the packages are for that one.
find_program(BENCH_PYTHON python3 HINTS /usr/bin)
mark_as_advanced(BENCH_PYTHON)
function(add_python_contestant name)
  set(found 1)
  if(BENCH_PYTHON)
    execute_process(
      COMMAND ${BENCH_PYTHON} -c "import sys, importlib.util as util
for name in sys.argv[1:]:
    if not util.find_spec(name): sys.exit(1)" numpy ${name}
      RESULT_VARIABLE found OUTPUT_QUIET ERROR_QUIET)
  endif()
  if(found EQUAL 0)
    foreach(real width IN ZIP_LISTS reals widths)
      string(APPEND bench_contestants
        "run\t${name}\t${real}\t${BENCH_PYTHON}\t-B"
        "\t${bench}/${name}_peer.py\t${width}\n")
    endforeach()
  else()
    string(APPEND bench_contestants "missing\t${name}\tpython3-${name}\n")
  endif()
  set(bench_contestants ${bench_contestants} PARENT_SCOPE)
endfunction()
set(reals double float)
set(widths float64 float32)
add_python_contestant(numpy)
add_python_contestant(torch)

# ---- the run -----------------------------------------------------------

find_program(BENCH_GNUPLOT gnuplot)
mark_as_advanced(BENCH_GNUPLOT)
set(bench_out ${CMAKE_CURRENT_BINARY_DIR}/bench)
file(GENERATE OUTPUT ${bench_out}/contestants.tsv
  CONTENT "${bench_contestants}")
add_custom_target(bench
  COMMAND ${bench}/bench.sh ${bench_out}
    $<$<BOOL:${BENCH_GNUPLOT}>:${BENCH_GNUPLOT}>
  DEPENDS ${bench_programs}
  USES_TERMINAL COMMAND_EXPAND_LISTS VERBATIM)
