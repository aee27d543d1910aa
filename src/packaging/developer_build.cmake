# What only a build of this project itself decides; a project that embeds maintien decides for itself.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(MAINTIEN_CCACHE ccache)
if(MAINTIEN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MAINTIEN_CCACHE})
endif()

if(MAINTIEN_SANITIZE)
  add_compile_options(-fsanitize=${MAINTIEN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MAINTIEN_SANITIZE})
endif()
