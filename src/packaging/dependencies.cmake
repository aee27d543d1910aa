# What maintien is built from: an installed package first, otherwise the pinned archive below.
# Offline, or with your own copy: -DFETCHCONTENT_SOURCE_DIR_<NAME>=<folder>.

include(FetchContent)

# maintien_require(<target> <name> <archive…> FIND_PACKAGE_ARGS <arguments…>)
# The targets are global because a project that embeds maintien links it from a folder above this one.
# A copy that was fetched is built for us alone: its warnings are not ours and its files are not installed.
macro(maintien_require target name)
  if(NOT TARGET ${target})
    FetchContent_Declare(${name} SYSTEM ${ARGN} GLOBAL)
    FetchContent_MakeAvailable(${name})
    string(TOLOWER ${name} maintien_content)
    get_property(maintien_entered DIRECTORY PROPERTY SUBDIRECTORIES)
    if("${${maintien_content}_SOURCE_DIR}" IN_LIST maintien_entered)
      set_property(DIRECTORY ${${maintien_content}_SOURCE_DIR} PROPERTY EXCLUDE_FROM_ALL ON)
    endif()
  endif()
endmacro()

set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)

find_package(Threads REQUIRED GLOBAL)

maintien_require(date::date date
  URL https://github.com/HowardHinnant/date/archive/v3.0.1.tar.gz
  URL_HASH SHA256=7a390f200f0ccd207e8cff6757e04817c1a0aec3e327b006b7eb451c57ee3538
  FIND_PACKAGE_ARGS CONFIG)

maintien_require(Boost::headers Boost
  URL https://github.com/boostorg/math/archive/refs/tags/boost-1.83.0.tar.gz
  URL_HASH SHA256=53e5f7539a66899fe0fca3080405cbd5f7959da5394ec13664746741aece1705
  FIND_PACKAGE_ARGS 1.74 CONFIG)
# The pinned archive is Boost.Math alone, which works without the rest of Boost.
set(maintien_boost_math Boost::headers)
if(NOT TARGET Boost::headers)
  set(maintien_boost_math Boost::math)
endif()

maintien_require(nlohmann_json::nlohmann_json nlohmann_json
  URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz
  URL_HASH SHA256=d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d
  FIND_PACKAGE_ARGS 3.11 CONFIG)

# The header alone, found by our own module. The archive's own CMake project builds its tests: it is not entered (there is no
# folder header_only in it), and its header is put where installed packages have it.
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})
maintien_require(kainjow::mustache kainjow_mustache
  URL https://github.com/kainjow/Mustache/archive/refs/tags/v4.1.tar.gz
  URL_HASH SHA256=acd66359feb4318b421f9574cfc5a511133a77d916d0b13c7caa3783c0bfe167
  SOURCE_SUBDIR header_only
  FIND_PACKAGE_ARGS MODULE)
if(NOT TARGET kainjow::mustache)
  configure_file(${kainjow_mustache_SOURCE_DIR}/mustache.hpp ${PROJECT_BINARY_DIR}/kainjow_mustache/kainjow/mustache.hpp COPYONLY)
  add_library(kainjow::mustache INTERFACE IMPORTED GLOBAL)
  set_target_properties(kainjow::mustache PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${PROJECT_BINARY_DIR}/kainjow_mustache)
endif()

if(MAINTIEN_PROGRAM)
  maintien_require(CLI11::CLI11 CLI11
    URL https://github.com/CLIUtils/CLI11/archive/v2.3.2.tar.gz
    URL_HASH SHA256=aac0ab42108131ac5d3344a9db0fdf25c4db652296641955720a4fbe52334e22
    FIND_PACKAGE_ARGS 2.1 CONFIG)
endif()

if(MAINTIEN_PYTHON)
  find_package(Python 3.11 REQUIRED COMPONENTS Interpreter Development.Module)
  maintien_require(pybind11::module pybind11
    URL https://github.com/pybind/pybind11/archive/refs/tags/v3.0.0.tar.gz
    URL_HASH SHA256=453b1a3e2b266c3ae9da872411cadb6d693ac18063bd73226d96cfb7015a200c
    FIND_PACKAGE_ARGS 3.0 CONFIG)
endif()

if(MAINTIEN_TESTS)
  set(INSTALL_GTEST OFF)
  maintien_require(GTest::gtest_main GTest
    URL https://github.com/google/googletest/archive/refs/tags/v1.14.0.tar.gz
    URL_HASH SHA256=8ad598c73ad796e0d8280b082cebd82a630d73e73cd3c70057938a6501bba5d7
    FIND_PACKAGE_ARGS CONFIG)
  set(RC_ENABLE_GTEST ON)
  maintien_require(rapidcheck_gtest rapidcheck
    URL https://github.com/emil-e/rapidcheck/archive/ff6af6fc683159deb51c543b065eba14dfcf329b.tar.gz
    URL_HASH SHA512=79f1e869a3c55f62d3609cc4b3a56977f720c3eacf5e1792aa3a9bd5ab90aa077371bc0902d6c31503885f9ebcc633ed242ae6995866cb46fd12afdf425500e3
    FIND_PACKAGE_ARGS CONFIG)
endif()

if(MAINTIEN_BENCHMARKS)
  set(BENCHMARK_ENABLE_TESTING OFF)
  set(BENCHMARK_ENABLE_INSTALL OFF)
  maintien_require(benchmark::benchmark_main benchmark
    URL https://github.com/google/benchmark/archive/refs/tags/v1.8.2.tar.gz
    URL_HASH SHA256=2aab2980d0376137f969d92848fbb68216abb07633034534fc8c65cc4e7a0e93
    FIND_PACKAGE_ARGS CONFIG)
endif()
