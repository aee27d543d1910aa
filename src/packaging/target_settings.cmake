# The settings of every target compiled here. They stay private: nothing below reaches a user's compiler.

function(maintien_target target)
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8 /permissive- $<$<BOOL:${MAINTIEN_WERROR}>:/WX>)
    return()
  endif()
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${MAINTIEN_WERROR}>:-Werror>
    # GCC 12 sees overlaps in std::string that are not there (its bug 105651), at -O3 only.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>
    # A fused multiply-add would change the last digit of a figure from one processor to the next.
    -ffp-contract=off
    # Nothing installed may tell where it was built.
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${PROJECT_BINARY_DIR}=.)
endfunction()
