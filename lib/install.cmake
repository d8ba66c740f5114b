# cmake --install: headers, static and shared library, and what CMake's
# find_package(nn) and pkg-config need to find them.

include(CMakePackageConfigHelpers)
set(nn_cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/nn)

install(TARGETS nn nn_shared EXPORT nn
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/nn DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT nn NAMESPACE nn:: FILE nnTargets.cmake
  DESTINATION ${nn_cmake_folder})

configure_package_config_file(nnConfig.cmake.in nnConfig.cmake
  INSTALL_DESTINATION ${nn_cmake_folder})
write_basic_package_version_file(nnConfigVersion.cmake
  COMPATIBILITY SameMajorVersion)
if(NN_REAL STREQUAL float)
  set(nn_cflags -DNN_REAL_IS_FLOAT)
endif()
configure_file(nn.pc.in nn.pc @ONLY)

install(FILES ${CMAKE_CURRENT_BINARY_DIR}/nnConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/nnConfigVersion.cmake
  DESTINATION ${nn_cmake_folder})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/nn.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
