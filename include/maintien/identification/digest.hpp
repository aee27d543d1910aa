#pragma once
/// @file
/// The digest: the list of his pre-return visits and long absences that each physician is sent, twice a month in one service.

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <tuple>
#include <vector>

#include "maintien/identification/digest_day.hpp"
#include "maintien/identification/visit.hpp"
#include "maintien/identification/worker_referral.hpp"

namespace maintien {

/// What became of a worker who was noticed.
enum class VisitSequel : std::uint8_t {
    not_referred,      ///< no referral yet
    referred,          ///< referred on the day of the visit or later
    already_followed,  ///< an earlier referral's file was still open on the day of the visit
};

template <>
inline constexpr std::string_view list_name_of<VisitSequel> = "visit_sequel";

template <>
inline constexpr auto terms_of<VisitSequel> = std::to_array<Term<VisitSequel>>({
    {VisitSequel::not_referred, "not_referred", "pas de signalement", "not referred"},
    {VisitSequel::referred, "referred", "signalé", "referred"},
    {VisitSequel::already_followed, "already_followed", "déjà suivi", "already followed"},
});
static_assert(well_formed(terms_of<VisitSequel>));

/// One line of a physician's list.
struct DigestLine {
    VisitRecord visit{};                       ///< the visit or absence
    std::optional<VisitSequel> sequel{};       ///< what became of it; none when the referrals are not known
    std::optional<WorkerReferral> referral{};  ///< the referral it led to, or by which the worker is followed
    bool invite = false;                       ///< an absence without a pre-return visit since: the worker is to be invited
};

/// The list of one physician.
struct PhysicianDigest {
    PhysicianId physician{};          ///< to whom it is sent
    std::vector<DigestLine> lines{};  ///< by day, worker, visit
};

/// What is sent on one day: one list for each physician.
struct Digest {
    Day on{};                                                 ///< the day
    DigestDays days{};                                        ///< the days of the month on which digests are sent
    Period period{};                                          ///< the days whose visits are listed
    Day next{};                                               ///< the next digest day, `on` itself when it is one
    std::vector<PhysicianDigest> physicians{};                ///< by physician, those with at least one line
    std::array<std::int64_t, count_of<Origin>> not_listed{};  ///< visits of the period of kinds that are not listed
};

/// Whether a digest is only a preview: it is not sent on a digest day, and the next one lists the same visits again.
inline bool is_preview(const Digest& digest) { return digest.on != digest.next; }

namespace detail {

/// Enters what became of a line: the first referral since the visit, else the latest one whose file was still open then.
inline void note_sequel(DigestLine& line, std::span<const WorkerReferral> of_worker, Day as_of) {
    const WorkerReferral *since = nullptr, *before = nullptr;
    for (const auto& referral : of_worker) {
        if (referral.on > as_of) continue;
        if (referral.on >= line.visit.on && (!since || referral.on < since->on)) since = &referral;
        const bool open = !known(referral.ended) || referral.ended >= line.visit.on;
        if (referral.on < line.visit.on && open && (!before || referral.on > before->on)) before = &referral;
    }
    line.sequel = VisitSequel::not_referred;
    if (!since && !before) return;
    line.sequel = since ? VisitSequel::referred : VisitSequel::already_followed;
    line.referral = since ? *since : *before;
}

/// Whether a worker known to be absent was seen in a pre-return visit since, up to the day of the digest.
inline bool seen_since(const VisitRecord& absence, std::span<const VisitRecord> visits, Day as_of) {
    return std::any_of(visits.begin(), visits.end(), [&](const VisitRecord& other) {
        return other.on >= absence.on && other.on <= as_of && other.kind == Origin::pre_return_visit && other.worker == absence.worker;
    });
}

/// The lines of a period in the order of the lists, each visit once.
inline std::vector<const VisitRecord*> visits_to_list(std::span<const VisitRecord> visits, Period period) {
    std::vector<const VisitRecord*> order;
    for (const auto& visit : visits)
        if (is_listed(visit.kind) && contains(period, visit.on)) order.push_back(&visit);
    const auto place = [](const VisitRecord* v) { return std::tie(v->physician, v->on, v->worker, v->visit); };
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return place(a) < place(b); });
    std::set<VisitId> listed;
    std::erase_if(order, [&](const auto* visit) { return !listed.insert(visit->visit).second; });
    return order;
}

}  // namespace detail

/// The digest of a day: visits and absences after the last digest day before it, up to the day itself, so that successive digests
/// never list a visit twice and lose none. A visit led to a referral when its worker was referred on its day or later, by the
/// day of the digest; without `referrals` nothing is said of that. Of visits with one id the first in the order of the lists is
/// taken. There must be a digest day.
inline Digest make_digest(std::span<const VisitRecord> visits, std::optional<std::vector<WorkerReferral>> referrals, const DigestDays& days, Day on) {
    Digest digest{.on = on, .days = days, .period = digest_period(days, on), .next = next_digest_day(days, on)};
    const auto by_worker = [](const WorkerReferral& a, const WorkerReferral& b) { return a.worker < b.worker; };
    if (referrals) std::sort(referrals->begin(), referrals->end());
    for (const auto* visit : detail::visits_to_list(visits, digest.period)) {
        if (digest.physicians.empty() || digest.physicians.back().physician != visit->physician) digest.physicians.push_back({visit->physician, {}});
        DigestLine line{.visit = *visit};
        if (referrals) {
            const auto of_worker = std::equal_range(referrals->begin(), referrals->end(), WorkerReferral{.worker = visit->worker}, by_worker);
            detail::note_sequel(line, {of_worker.first, of_worker.second}, on);
        }
        line.invite = is_absence(*visit) && !detail::seen_since(*visit, visits, on);
        digest.physicians.back().lines.push_back(std::move(line));
    }
    for (const auto& visit : visits)
        if (!is_listed(visit.kind) && contains(digest.period, visit.on)) ++digest.not_listed[index_of(*visit.kind)];
    return digest;
}

}  // namespace maintien
