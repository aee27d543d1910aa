#include "maintien/protocol/built_in/all.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace {

using namespace maintien;

static_assert(built_in_protocol("common_core") == &common_core, "a protocol is chosen at compile time");

TEST(BuiltInProtocols, AreFoundByNameAndByNameAndVersion) {
    EXPECT_EQ(built_in_protocol("aist43_cme"), &aist43_cme);
    EXPECT_EQ(built_in_protocol("aist43_cme/1"), &aist43_cme);
    EXPECT_EQ(built_in_protocol("common_core/1"), &common_core);
}

TEST(BuiltInProtocols, AreSixOfFiveCells) {
    std::vector<std::string> names;
    for (const auto* protocol : built_in_protocols) names.push_back(std::string(protocol->name) + "/" + std::to_string(protocol->version));
    EXPECT_EQ(names, (std::vector<std::string>{"common_core/1", "aist63_cme/1", "ast_btp_ain/1", "ast_btp_ain/2", "mt2i_pspme/1", "aist43_cme/1"}));
}

TEST(BuiltInProtocols, ABareNameMeansAllVersionsAndItsLatestOne) {
    const auto versions = built_in_versions("ast_btp_ain");
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(&version_on(versions, make_day(2019, 12, 31)), &ast_btp_ain_1);
    EXPECT_EQ(&version_on(versions, make_day(2020, 1, 1)), &ast_btp_ain_2);
    EXPECT_EQ(built_in_protocol("ast_btp_ain"), &ast_btp_ain_2);
    EXPECT_EQ(built_in_versions("ast_btp_ain/1").size(), 1u);
    EXPECT_EQ(&version_on(built_in_versions("ast_btp_ain/1"), make_day(2024, 1, 1)), &ast_btp_ain_1) << "a version named applies to every day";
    EXPECT_TRUE(built_in_versions("nobody").empty());
}

TEST(BuiltInProtocols, NameEachRuleOnceWithItsSource) {
    for (const auto* protocol : built_in_protocols) {
        std::set<std::string_view> ids;
        for (const auto& row : protocol->transitions) {
            EXPECT_TRUE(ids.insert(row.id).second) << row.id;
            EXPECT_FALSE(row.source.empty()) << row.id;
        }
        for (const auto& rule : protocol->expected) {
            EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
            EXPECT_FALSE(rule.source.empty()) << rule.id;
        }
        for (const auto& limit : protocol->time_limits) EXPECT_TRUE(ids.insert(limit.id).second) << limit.id;
    }
}

TEST(BuiltInProtocols, AreNotFoundUnderAnotherNameOrVersion) {
    for (const char* wanted : {"", "/", "/1", "common", "common_core/2", "common_core/", "common_core/one", "common_core/1/1", "Common_core"})
        EXPECT_EQ(built_in_protocol(wanted), nullptr) << wanted;
}

TEST(BuiltInProtocols, HaveDifferentNamesOrVersions) {
    std::set<std::pair<std::string_view, int>> names;
    for (const auto* protocol : built_in_protocols) {
        EXPECT_TRUE(names.emplace(protocol->name, protocol->version).second) << protocol->name;
        EXPECT_FALSE(protocol->title.fr.empty() || protocol->title.en.empty()) << protocol->name;
        EXPECT_EQ(built_in_protocol(std::string(protocol->name) + "/" + std::to_string(protocol->version)), protocol);
        EXPECT_EQ(built_in_protocol(protocol->name)->name, protocol->name);
    }
}

}  // namespace
