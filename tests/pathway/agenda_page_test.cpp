#include "support/agenda_page.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace maintien;

TEST(AgendaPage, HasTheTablesOfTheLibrary) {
    std::ifstream file{std::string{MAINTIEN_SOURCE_DIR} + "/docs/pathway/agenda.md", std::ios::binary};
    const std::string page{std::istreambuf_iterator<char>{file}, {}};
    for (const auto& table : {test::agenda_rule_table(), test::time_limit_table(), test::legal_rule_table(), test::region_table()})
        EXPECT_NE(page.find("\n" + table), std::string::npos) << "take this table from tests/support/write_agenda_tables.cpp:\n" << table;
}

}  // namespace
