#include "maintien/protocol/built_in/all.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace maintien;

static_assert(built_in_protocol("common_core") == &common_core, "a protocol is chosen at compile time");

TEST(BuiltInProtocols, AreFoundByNameAndByNameAndVersion) {
    EXPECT_EQ(built_in_protocol("aist43_cme"), &aist43_cme);
    EXPECT_EQ(built_in_protocol("aist43_cme/1"), &aist43_cme);
    EXPECT_EQ(built_in_protocol("common_core/1"), &common_core);
}

TEST(BuiltInProtocols, AreNotFoundUnderAnotherNameOrVersion) {
    for (const char* wanted : {"", "/", "/1", "common", "common_core/2", "common_core/", "common_core/one", "common_core/1/1", "Common_core"})
        EXPECT_EQ(built_in_protocol(wanted), nullptr) << wanted;
}

TEST(BuiltInProtocols, AreSoundAndHaveDifferentNamesOrVersions) {
    std::set<std::pair<std::string_view, int>> names;
    for (const auto* protocol : built_in_protocols) {
        EXPECT_EQ(unsoundness_of(*protocol), Unsoundness::none) << protocol->name;
        EXPECT_TRUE(names.emplace(protocol->name, protocol->version).second) << protocol->name;
        EXPECT_FALSE(protocol->title.fr.empty() || protocol->title.en.empty()) << protocol->name;
        EXPECT_EQ(built_in_protocol(protocol->name), protocol) << "the latest version of its name";
    }
}

}  // namespace
