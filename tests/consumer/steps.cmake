# The steps that the consumer tests share.

file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(configure folder build)
  run(${CMAKE_COMMAND} -S ${folder} -B ${build} -G ${generator}
    -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_BUILD_TYPE=Debug -D CMAKE_UNITY_BUILD=ON
    -D CMAKE_CXX_COMPILER_LAUNCHER=${launcher} ${ARGN})
endfunction()

# Runs a program, with its arguments when there are any, and expects what it prints.
function(expect_output program expected)
  execute_process(COMMAND ${program} OUTPUT_VARIABLE printed OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  if(NOT printed STREQUAL expected)
    message(FATAL_ERROR "${program} printed\n${printed}\nexpected\n${expected}")
  endif()
endfunction()

# An installed tree holds nothing of ours but maintien, no target of others, and no word on where it was built.
function(expect_clean_prefix prefix)
  file(GLOB_RECURSE files ${prefix}/*)
  if(NOT files)
    message(FATAL_ERROR "nothing was installed in ${prefix}")
  endif()
  foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${prefix} ${file})
    if(NOT name MATCHES "maintien")
      message(FATAL_ERROR "installed, but not maintien's: ${name}")
    endif()
    foreach(place IN ITEMS ${source} ${built})
      file(STRINGS ${file} traces REGEX "${place}" LIMIT_COUNT 1)
      if(traces)
        message(FATAL_ERROR "${name} tells where it was built: ${traces}")
      endif()
    endforeach()
  endforeach()
  file(GLOB exports ${prefix}/lib*/cmake/maintien/maintien-targets*.cmake ${prefix}/lib/*/cmake/maintien/maintien-targets*.cmake)
  foreach(export IN LISTS exports)
    file(STRINGS ${export} foreign REGEX "nlohmann|date::|Boost::|CLI11|kainjow|Threads::")
    if(foreign)
      message(FATAL_ERROR "${export} names somebody else's target: ${foreign}")
    endif()
  endforeach()
  if(NOT exports)
    message(FATAL_ERROR "no exported targets in ${prefix}")
  endif()
endfunction()
