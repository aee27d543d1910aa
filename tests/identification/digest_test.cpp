#include "maintien/identification/digest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace maintien {
namespace {

const Day digest_on = make_day(2024, 3, 16);

VisitRecord seen(std::string id, std::string worker, Day on, std::string physician = "m", std::optional<Origin> kind = Origin::pre_return_visit) {
    return {{std::move(id)}, {std::move(worker)}, {"company"}, {std::move(physician)}, on, kind};
}

WorkerReferral referred(std::string worker, Day on, Day ended = no_day) { return {{std::move(worker)}, on, {"s"}, {"case"}, ended}; }

/// The lines of a digest as `physician:visit`.
std::vector<std::string> listed(const Digest& digest) {
    std::vector<std::string> ids;
    for (const auto& list : digest.physicians)
        for (const auto& line : list.lines) ids.push_back(list.physician.text + ":" + line.visit.visit.text);
    return ids;
}

DigestLine only_line(std::vector<VisitRecord> visits, std::optional<std::vector<WorkerReferral>> referrals) {
    const auto digest = make_digest(visits, std::move(referrals), twice_a_month, digest_on);
    EXPECT_EQ(listed(digest).size(), 1u);
    return digest.physicians.at(0).lines.at(0);
}

TEST(Digest, HasOneListForEachPhysicianByDayAndWorker) {
    const std::vector<VisitRecord> visits{seen("1", "b", digest_on, "m2"), seen("2", "b", digest_on - 1, "m1"), seen("3", "a", digest_on - 1, "m1"), seen("4", "z", digest_on - 9, "m1")};
    EXPECT_EQ(listed(make_digest(visits, std::nullopt, twice_a_month, digest_on)), (std::vector<std::string>{"m1:4", "m1:3", "m1:2", "m2:1"}));
}

TEST(Digest, BeginsAfterTheLastDigestDayAndHoldsItsOwn) {
    const std::vector<VisitRecord> visits{seen("before", "a", make_day(2024, 3, 1)), seen("first", "a", make_day(2024, 3, 2)), seen("last", "a", digest_on), seen("after", "a", digest_on + 1)};
    EXPECT_EQ(listed(make_digest(visits, std::nullopt, twice_a_month, digest_on)), (std::vector<std::string>{"m:first", "m:last"}));
}

TEST(Digest, OfAnotherDayIsAPreviewOfTheNext) {
    const auto digest = make_digest({}, std::nullopt, twice_a_month, digest_on + 4);
    EXPECT_TRUE(is_preview(digest));
    EXPECT_EQ(digest.next, make_day(2024, 4, 1));
    EXPECT_EQ(digest.period, (Period{digest_on + 1, digest_on + 4}));
    EXPECT_FALSE(is_preview(make_digest({}, std::nullopt, twice_a_month, digest_on)));
}

TEST(Digest, CountsOtherKindsOfVisitsWithoutListingThem) {
    const std::vector<VisitRecord> visits{seen("1", "a", digest_on, "m", Origin::return_visit), seen("2", "a", digest_on, "m", Origin::return_visit),
                                          seen("3", "a", digest_on - 40, "m", Origin::return_visit), seen("4", "a", digest_on, "m", std::nullopt)};
    const auto digest = make_digest(visits, std::nullopt, twice_a_month, digest_on);
    EXPECT_EQ(listed(digest), (std::vector<std::string>{"m:4"}));
    EXPECT_EQ(digest.not_listed[index_of(Origin::return_visit)], 2);
}

TEST(Digest, ListsAVisitOnceEvenWhenTheFileHasItTwice) {
    const std::vector<VisitRecord> visits{seen("1", "a", digest_on, "m2"), seen("1", "a", digest_on, "m1"), seen("1", "a", digest_on - 1, "m1")};
    EXPECT_EQ(listed(make_digest(visits, std::nullopt, twice_a_month, digest_on)), (std::vector<std::string>{"m1:1"}));
}

TEST(Digest, AReferralOnTheDayOfTheVisitOrLaterIsItsSequel) {
    const auto visit = seen("1", "a", digest_on - 5);
    EXPECT_EQ(only_line({visit}, std::vector{referred("a", digest_on - 5)}).sequel, VisitSequel::referred);
    const auto line = only_line({visit}, std::vector{referred("a", digest_on), referred("a", digest_on - 2)});
    EXPECT_EQ(line.sequel, VisitSequel::referred);
    EXPECT_EQ(line.referral->on, digest_on - 2) << "the first one counts";
}

TEST(Digest, AReferralOfAnotherWorkerOrOfALaterDayIsNone) {
    const auto visit = seen("1", "a", digest_on - 5);
    EXPECT_EQ(only_line({visit}, std::vector{referred("b", digest_on)}).sequel, VisitSequel::not_referred);
    EXPECT_EQ(only_line({visit}, std::vector{referred("a", digest_on + 1)}).sequel, VisitSequel::not_referred);
    EXPECT_EQ(only_line({visit}, std::vector<WorkerReferral>{}).referral, std::nullopt);
}

TEST(Digest, AFileStillOpenAtTheVisitIsAlreadyFollowed) {
    const auto visit = seen("1", "a", digest_on - 5);
    const auto open = only_line({visit}, std::vector{referred("a", digest_on - 90), referred("a", digest_on - 30)});
    EXPECT_EQ(open.sequel, VisitSequel::already_followed);
    EXPECT_EQ(open.referral->on, digest_on - 30) << "the latest one";
    EXPECT_EQ(only_line({visit}, std::vector{referred("a", digest_on - 90, digest_on - 5)}).sequel, VisitSequel::already_followed);
    EXPECT_EQ(only_line({visit}, std::vector{referred("a", digest_on - 90, digest_on - 6)}).sequel, VisitSequel::not_referred);
}

TEST(Digest, SaysNothingOfReferralsWhenNobodyKnowsThem) { EXPECT_EQ(only_line({seen("1", "a", digest_on)}, std::nullopt).sequel, std::nullopt); }

TEST(Digest, AnAbsentWorkerIsToBeInvitedUntilSeen) {
    const auto absence = seen("1", "a", digest_on - 5, "m", std::nullopt);
    const auto invited = [&](Day visit_day) {
        const auto digest = make_digest(std::vector{absence, seen("2", "a", visit_day, "other")}, std::nullopt, twice_a_month, digest_on);
        return digest.physicians.at(0).lines.at(0).invite;
    };
    EXPECT_FALSE(invited(digest_on - 5));
    EXPECT_FALSE(invited(digest_on));
    EXPECT_TRUE(invited(digest_on - 6)) << "an earlier visit was about something else";
    EXPECT_TRUE(invited(digest_on + 1)) << "nobody knows of it yet";
}

RC_GTEST_PROP(Digest, AcrossAYearOfDigestsEveryVisitIsListedOnce, ()) {
    std::vector<VisitRecord> visits;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i)
        visits.push_back(seen(std::to_string(i), std::to_string(*rc::gen::inRange(0, 9)), make_day(2024, 1, 2) + *rc::gen::inRange(0, 365), std::to_string(*rc::gen::inRange(0, 4))));
    std::map<std::string, int> times;
    for (Day day = make_day(2024, 1, 16); day <= make_day(2025, 1, 1); day = next_digest_day(twice_a_month, day + 1))
        for (const auto& id : listed(make_digest(visits, std::nullopt, twice_a_month, day))) ++times[id];
    RC_ASSERT(times.size() == visits.size());
    for (const auto& [id, number] : times) RC_ASSERT(number == 1);
}

}  // namespace
}  // namespace maintien
