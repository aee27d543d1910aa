#include "support/protocols_page.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace {

TEST(ProtocolsPage, IsWhatTheTablesSay) {
    std::ifstream file{std::string{MAINTIEN_SOURCE_DIR} + "/docs/pathway/protocols.md", std::ios::binary};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>{file}, {}}), maintien::test::protocols_page())
        << "write docs/pathway/protocols.md again with tests/support/write_protocols.cpp";
}

}  // namespace
