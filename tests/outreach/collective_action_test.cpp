#include "maintien/outreach/collective_action.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

TEST(CollectiveAction, WhatPeopleAttendIsProvenByTheirNames) {
    for (const auto& term : terms_of<OutreachKind>) {
        const bool attended = !is_produced(term.value);
        EXPECT_EQ(proves(SourceDocument::registration_form, term.value), attended) << term.code;
        EXPECT_EQ(proves(SourceDocument::attendance_sheet, term.value), attended) << term.code;
        EXPECT_EQ(proves(SourceDocument::document, term.value), !attended) << term.code;
    }
    EXPECT_TRUE(is_produced(OutreachKind::document));
    EXPECT_TRUE(is_produced(OutreachKind::tool));
    EXPECT_FALSE(is_produced(OutreachKind::working_group));
}

TEST(CollectiveAction, IsDocumentedByADocumentThatProvesIt) {
    CollectiveAction meeting{.kind = OutreachKind::information_meeting};
    EXPECT_FALSE(is_documented(meeting));
    meeting.source_documents = {SourceDocument::document};
    EXPECT_FALSE(is_documented(meeting)) << "minutes do not say who came";
    meeting.source_documents = {SourceDocument::document, SourceDocument::registration_form};
    EXPECT_TRUE(is_documented(meeting));
}

TEST(CollectiveAction, ParticipantsAddUp) {
    ParticipantCounts counts{};
    EXPECT_EQ(total_of(counts), 0);
    counts[index_of(ParticipantKind::workers)] = 12;
    counts[index_of(ParticipantKind::other_participants)] = 3;
    EXPECT_EQ(total_of(counts), 15);
}

}  // namespace
}  // namespace maintien
