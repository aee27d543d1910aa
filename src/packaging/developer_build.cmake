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
  # While it looks for null pointers GCC takes no address as a constant, and what is proven while compiling rests on addresses.
  # The address sanitizer stops at a null pointer all the same.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-fno-sanitize=null,nonnull-attribute,returns-nonnull-attribute)
  endif()
endif()
