#include "maintien/outreach/outreach_indicators.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace maintien {
namespace {

const Period year_2024{make_day(2024, 1, 1), make_day(2024, 12, 31)};

CollectiveAction held(std::string number, Day on, OutreachKind kind = OutreachKind::information_meeting) { return {.action = {std::move(number)}, .kind = kind, .on = on}; }

CollectiveAction attended(CollectiveAction action, ParticipantKind kind, std::int64_t count) {
    if (!action.participants) action.participants.emplace();
    (*action.participants)[index_of(kind)] += count;
    return action;
}

CollectiveAction with_documents(CollectiveAction action, CodeSet<SourceDocument> documents) {
    action.source_documents = documents;
    return action;
}

const OutreachFigure& figure_of(const OutreachReport& report, std::string_view variant, std::string_view category = "") {
    for (const auto& figure : report.figures)
        if (figure.variant == variant && figure.category == category) return figure;
    throw std::invalid_argument("no such figure");
}

TEST(OutreachIndicators, CountTheActionsOfThePeriodItsDaysIncluded) {
    const std::vector<CollectiveAction> actions{held("a", year_2024.from - 1), held("b", year_2024.from), held("c", year_2024.to, OutreachKind::tool), held("d", year_2024.to + 1)};
    const auto report = make_outreach_report(actions, year_2024);
    EXPECT_EQ(figure_of(report, "events").numerator, 2);
    EXPECT_EQ(figure_of(report, "events_by_kind", "tool").numerator, 1);
    EXPECT_EQ(figure_of(report, "events_by_kind", "information_meeting").numerator, 1);
    ASSERT_EQ(report.actions.size(), 2u);
    EXPECT_EQ(report.actions[0].action.text, "b");
}

TEST(OutreachIndicators, CountParticipantsByKindAndSayWhoWasNotCounted) {
    const auto meeting = attended(attended(held("a", year_2024.from), ParticipantKind::workers, 12), ParticipantKind::employers, 3);
    const auto training = attended(held("b", year_2024.from), ParticipantKind::workers, 5);
    const auto report = make_outreach_report(std::vector{meeting, training, held("c", year_2024.from), held("d", year_2024.from, OutreachKind::document)}, year_2024);
    EXPECT_EQ(figure_of(report, "participants").numerator, 20);
    EXPECT_EQ(figure_of(report, "participants_by_kind", "workers").numerator, 17);
    EXPECT_EQ(figure_of(report, "participants_by_kind", "employers").numerator, 3);
    EXPECT_EQ(figure_of(report, "participants_by_kind", "trainees").numerator, 0);
    EXPECT_EQ(figure_of(report, "participants").not_recorded, 1) << "nobody attends a document";
    EXPECT_EQ(figure_of(report, "events").not_recorded, 0);
}

TEST(OutreachIndicators, SayWhichDocumentsStandBehindEachCount) {
    const auto both = with_documents(attended(held("a", year_2024.from), ParticipantKind::workers, 12), {SourceDocument::registration_form, SourceDocument::attendance_sheet});
    const auto none = attended(held("b", year_2024.from), ParticipantKind::workers, 5);
    const auto report = make_outreach_report(std::vector{both, none}, year_2024);
    const auto& workers = figure_of(report, "participants_by_kind", "workers");
    EXPECT_EQ(workers.proven[index_of(SourceDocument::registration_form)], 12);
    EXPECT_EQ(workers.proven[index_of(SourceDocument::attendance_sheet)], 12);
    EXPECT_EQ(workers.unproven, 5);
    EXPECT_EQ(figure_of(report, "events").unproven, 1);
}

TEST(OutreachIndicators, DeliverablesAndDocumentedActionsAreCounted) {
    auto tool = with_documents(held("a", year_2024.from, OutreachKind::tool), {SourceDocument::document});
    tool.has_deliverable = true;
    const auto report = make_outreach_report(std::vector{tool, held("b", year_2024.from), held("c", year_2024.from)}, year_2024);
    EXPECT_EQ(figure_of(report, "deliverables").numerator, 1);
    const auto& documented = figure_of(report, "documented");
    EXPECT_EQ(documented.numerator, 1);
    EXPECT_EQ(documented.denominator, 3);
    EXPECT_DOUBLE_EQ(*share_of(documented), 1.0 / 3);
}

TEST(OutreachIndicators, OfNothingNoShareIsGiven) {
    const auto report = make_outreach_report({}, year_2024);
    EXPECT_EQ(share_of(figure_of(report, "documented")), std::nullopt);
    EXPECT_EQ(share_of(figure_of(report, "events")), std::nullopt);
    EXPECT_EQ(report.figures.size(), 1 + count_of<OutreachKind> + 1 + count_of<ParticipantKind> + 2) << "every row is there all the same";
}

TEST(OutreachIndicators, TheLogHoldsTheChangesOfThePeriodOfAnyAction) {
    auto later = held("z", year_2024.to + 40);
    later.title = "Later";
    later.log = {{year_2024.to, "moved", "room"}, {year_2024.to + 1, "moved again", "rain"}};
    auto early = held("a", year_2024.from);
    early.log = {{year_2024.to, "target", "demand"}, {year_2024.from, "partner", "demand"}};
    const auto report = make_outreach_report(std::vector{later, early}, year_2024);
    ASSERT_EQ(report.log.size(), 3u);
    EXPECT_EQ(report.log[0].change.change, "partner");
    EXPECT_EQ(report.log[1].change.change, "target");
    EXPECT_EQ(report.log[2].title, "Later");
    EXPECT_EQ(report.log[2].change.reason, "room");
}

RC_GTEST_PROP(OutreachIndicators, KindsAddUpToTheirTotals, ()) {
    std::vector<CollectiveAction> actions;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
        auto action = held(std::to_string(i), year_2024.from + *rc::gen::inRange(-20, 400), static_cast<OutreachKind>(*rc::gen::inRange(0, int{count_of<OutreachKind>})));
        for (int k = *rc::gen::inRange(0, 4); k > 0; --k)
            action = attended(action, static_cast<ParticipantKind>(*rc::gen::inRange(0, int{count_of<ParticipantKind>})), *rc::gen::inRange(0, 50));
        actions.push_back(std::move(action));
    }
    const auto report = make_outreach_report(actions, year_2024);
    const auto sum = [&](std::string_view variant) {
        return std::accumulate(report.figures.begin(), report.figures.end(), std::int64_t{0}, [&](std::int64_t total, const auto& f) { return f.variant == variant ? total + f.numerator : total; });
    };
    RC_ASSERT(sum("events_by_kind") == sum("events"));
    RC_ASSERT(sum("participants_by_kind") == sum("participants"));
    RC_ASSERT(sum("events") == static_cast<std::int64_t>(report.actions.size()));
}

}  // namespace
}  // namespace maintien
