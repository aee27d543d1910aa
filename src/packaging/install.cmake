# Three components: development (headers, library, CMake package), program, python (what a wheel holds beside the program).

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

if(MAINTIEN_PROGRAM)
  set(program_folder ${CMAKE_INSTALL_BINDIR})
  if(SKBUILD)
    set(program_folder ${SKBUILD_SCRIPTS_DIR})
  endif()
  file(RELATIVE_PATH program_to_libraries ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(maintien_program PROPERTIES INSTALL_RPATH "$ORIGIN/${program_to_libraries}")
  install(TARGETS maintien_program DESTINATION ${program_folder} COMPONENT program)
endif()

if(SKBUILD)
  install(TARGETS _core LIBRARY DESTINATION maintien COMPONENT python)
  install(DIRECTORY tests/conformance/scenarios/ DESTINATION maintien/scenarios COMPONENT python)
endif()

# The scenario kit, for programs in any language: `maintien conform` finds it by its way from the program, CMake projects by
# maintien_SCENARIOS.
set(scenarios_folder ${CMAKE_INSTALL_DATADIR}/maintien/scenarios)
install(DIRECTORY tests/conformance/scenarios/ DESTINATION ${scenarios_folder} COMPONENT development)
if(MAINTIEN_PROGRAM AND NOT SKBUILD)
  file(RELATIVE_PATH program_to_data ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_DATADIR})
  set_property(SOURCE src/command/conform.cpp APPEND PROPERTY
    COMPILE_DEFINITIONS MAINTIEN_SCENARIOS="${program_to_data}/maintien/scenarios")
endif()
# Compiled by itself either way, so that a wheel built where the program was built compiles the rest no second time.
set_source_files_properties(src/command/conform.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/maintien)
install(DIRECTORY include/ ${PROJECT_BINARY_DIR}/generated/
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(TARGETS maintien maintien_io EXPORT maintien-targets
  COMPONENT development)
install(EXPORT maintien-targets NAMESPACE maintien::
  DESTINATION ${package_folder} COMPONENT development)
configure_package_config_file(src/packaging/maintien-config.cmake.in maintien-config.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS scenarios_folder NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(maintien-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/maintien-config.cmake ${PROJECT_BINARY_DIR}/maintien-config-version.cmake
  DESTINATION ${package_folder} COMPONENT development)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT development)
