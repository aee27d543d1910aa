#include "maintien/vocabulary/letter.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(LetterKind, HasTheFiveLetters) {
    expect_closed_list<LetterKind>(
        {"employer_notice", "attendance_certificate", "pre_return_invitation", "relay_sheet", "worker_booklet"});
}

}  // namespace
