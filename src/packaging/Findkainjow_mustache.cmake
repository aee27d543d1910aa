# Finds kainjow Mustache where it is installed: one header, without a CMake package of its own.
find_path(kainjow_mustache_INCLUDE_DIR kainjow/mustache.hpp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(kainjow_mustache REQUIRED_VARS kainjow_mustache_INCLUDE_DIR)
mark_as_advanced(kainjow_mustache_INCLUDE_DIR)
if(kainjow_mustache_FOUND AND NOT TARGET kainjow::mustache)
  add_library(kainjow::mustache INTERFACE IMPORTED)
  set_target_properties(kainjow::mustache PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${kainjow_mustache_INCLUDE_DIR}")
endif()
