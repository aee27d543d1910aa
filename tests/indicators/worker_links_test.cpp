#include "maintien/indicators/worker_links.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day start = make_day(2022, 4, 4);

std::vector<Entry> of_worker(const char* worker, std::vector<Entry> entries) {
    entries.front().about.worker = WorkerId{worker};
    return entries;
}

struct Links {
    std::vector<std::uint8_t> re_referral, returned;
};

Links links_of(const std::vector<std::vector<Entry>>& files) {
    EventTable events;
    for (std::size_t i = 0; i < files.size(); ++i) stories::add_case(events, {"s", std::to_string(i)}, files[i]);
    const auto table = replay(events, common_core, {start + 2000, no_day, 1});
    const auto study = study_of(events, table, common_core, {start, start + 2000});
    return {study.re_referral, study.returned};
}

}  // namespace

TEST(WorkerLinks, AReopenedCaseIsAReReferralAndAReturnEvenOnTheExitDay) {
    auto file = stories::exited(start, start + 5, start + 50, Outcome::same_post);
    file.push_back(stories::on(start + 50, Reopening{}));
    const auto links = links_of({file});
    EXPECT_EQ(links.re_referral, (std::vector<std::uint8_t>{0, 1}));
    EXPECT_EQ(links.returned, (std::vector<std::uint8_t>{1, 0}));
}

TEST(WorkerLinks, TheReturnIsCountedUpToThe365thDay) {
    const auto first = of_worker("w", stories::exited(start, start + 5, start + 50, Outcome::same_post));
    const auto again = [](Day day) { return of_worker("w", {stories::referral(day)}); };
    EXPECT_EQ(links_of({first, again(start + 50 + 365)}).returned[0], 1);
    EXPECT_EQ(links_of({first, again(start + 50 + 366)}).returned[0], 0);
    EXPECT_EQ(links_of({first, again(start + 50 + 366)}).re_referral[1], 1);
}

TEST(WorkerLinks, ACaseStillOpenMakesNoReReferral) {
    const auto open = of_worker("w", stories::entered(start, start + 5));
    EXPECT_EQ(links_of({open, of_worker("w", {stories::referral(start + 60)})}).re_referral, (std::vector<std::uint8_t>{0, 0}));
}

TEST(WorkerLinks, CasesWithoutAWorkerAreNotLinked) {
    const auto first = stories::exited(start, start + 5, start + 50, Outcome::same_post);
    EXPECT_EQ(links_of({first, {stories::referral(start + 60)}}).re_referral, (std::vector<std::uint8_t>{0, 0}));
}
