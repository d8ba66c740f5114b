# cmake --install: headers, static and shared library, and what CMake's
# find_package(nn) and pkg-config need to find them.

include(CMakePackageConfigHelpers)
set(nn_cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/nn)

# At first, since it may refuse; not before, since --prefix has a say.
configure_file(write_pc.cmake.in write_pc.cmake @ONLY)
install(SCRIPT ${CMAKE_CURRENT_BINARY_DIR}/write_pc.cmake)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/nn.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(TARGETS nn nn_shared EXPORT nn
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/nn DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "[a-z]*.h")
install(EXPORT nn NAMESPACE nn:: FILE nnTargets.cmake
  DESTINATION ${nn_cmake_folder})

configure_package_config_file(nnConfig.cmake.in nnConfig.cmake
  INSTALL_DESTINATION ${nn_cmake_folder})
write_basic_package_version_file(nnConfigVersion.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/nnConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/nnConfigVersion.cmake
  DESTINATION ${nn_cmake_folder})
