# No dependency is installed, as far as this build can tell: every one comes from a source tree, as FetchContent would unpack it.
# The trees stand in for the pinned archives with the headers found on this machine, so no network is needed.
include(${CMAKE_CURRENT_LIST_DIR}/../steps.cmake)

# A script searches no system folder unless it is told which.
set(CMAKE_SYSTEM_PREFIX_PATH /usr/local /usr)
set(CMAKE_LIBRARY_ARCHITECTURE ${architecture})
set(arguments)

# A source tree of one library: the folder of `header` on this system, behind `target`. Like many, it would install itself.
macro(source_tree name target header)
  string(TOUPPER ${name} upper)
  find_path(${name}_headers ${header} REQUIRED)
  get_filename_component(folder "${header}" DIRECTORY)
  set(tree ${work}/sources/${name})
  file(MAKE_DIRECTORY ${tree}/include)
  file(CREATE_LINK ${${name}_headers}/${folder} ${tree}/include/${folder} SYMBOLIC)
  file(WRITE ${tree}/CMakeLists.txt "
    cmake_minimum_required(VERSION 3.25)
    project(${name}_source LANGUAGES CXX)
    add_library(${name}_library INTERFACE)
    add_library(${target} ALIAS ${name}_library)
    target_include_directories(${name}_library INTERFACE \${PROJECT_SOURCE_DIR}/include)
    target_link_libraries(${name}_library INTERFACE ${ARGN})
    install(FILES CMakeLists.txt DESTINATION share/${name})
  ")
  list(APPEND arguments -D CMAKE_DISABLE_FIND_PACKAGE_${name}=ON -D FETCHCONTENT_SOURCE_DIR_${upper}=${tree})
endmacro()

source_tree(date date::date date/date.h)
source_tree(nlohmann_json nlohmann_json::nlohmann_json nlohmann/json.hpp)
source_tree(CLI11 CLI11::CLI11 CLI/CLI.hpp)
source_tree(Boost Boost::math boost/version.hpp)
# A single header at the top of its archive, beside a project that must not be entered; our build puts the header in its place.
find_path(mustache_headers kainjow/mustache.hpp REQUIRED)
file(MAKE_DIRECTORY ${work}/sources/kainjow_mustache)
file(WRITE ${work}/sources/kainjow_mustache/CMakeLists.txt "message(FATAL_ERROR \"entered\")")
file(CREATE_LINK ${mustache_headers}/kainjow/mustache.hpp ${work}/sources/kainjow_mustache/mustache.hpp SYMBOLIC)
list(APPEND arguments -D CMAKE_DISABLE_FIND_PACKAGE_kainjow_mustache=ON -D FETCHCONTENT_SOURCE_DIR_KAINJOW_MUSTACHE=${work}/sources/kainjow_mustache)
find_library(rapidcheck_library rapidcheck REQUIRED)
source_tree(rapidcheck rapidcheck_gtest rapidcheck/gtest.h ${rapidcheck_library})
file(CREATE_LINK ${rapidcheck_headers}/rapidcheck.h ${work}/sources/rapidcheck/include/rapidcheck.h SYMBOLIC)

find_path(googletest_source googletest/CMakeLists.txt PATHS /usr/src/googletest NO_DEFAULT_PATH REQUIRED)
list(APPEND arguments -D CMAKE_DISABLE_FIND_PACKAGE_GTest=ON -D FETCHCONTENT_SOURCE_DIR_GTEST=${googletest_source})

configure(${source} ${work}/build ${arguments} -D MAINTIEN_TESTS=ON -D FETCHCONTENT_FULLY_DISCONNECTED=ON)
run(${CMAKE_COMMAND} --build ${work}/build --target maintien_program vocabulary_test)
run(${work}/build/tests/vocabulary_test --gtest_brief=1)
expect_output("${work}/build/bin/maintien;--version" "maintien ${version}")

file(READ ${work}/build/compile_commands.json commands)
foreach(name IN ITEMS date nlohmann_json CLI11 Boost rapidcheck)
  if(NOT commands MATCHES "-isystem ${work}/sources/${name}/include")
    message(FATAL_ERROR "${name} was not taken from its source tree, or not as a system folder")
  endif()
endforeach()

if(NOT commands MATCHES "-isystem ${work}/build/kainjow_mustache")
  message(FATAL_ERROR "kainjow_mustache was not taken from its source tree, or not as a system folder")
endif()

foreach(component IN ITEMS development program)
  run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/prefix --component ${component})
endforeach()
set(built ${work}/build)
expect_clean_prefix(${work}/prefix)
