#include "maintien/vocabulary/outreach.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(ParticipantKind, HasTheKindsInTheirOrder) {
    expect_closed_list<ParticipantKind>({"workers", "employers", "staff_representatives", "health_professionals",
                                         "branch_representatives", "trainees", "other_participants"});
}

TEST(OutreachKind, HasTheKindsInTheirOrder) {
    expect_closed_list<OutreachKind>(
        {"information_meeting", "awareness", "training", "document", "tool", "working_group"});
}

TEST(SourceDocument, IsAFormASheetOrADocument) {
    expect_closed_list<SourceDocument>({"registration_form", "attendance_sheet", "document"});
}

}  // namespace
