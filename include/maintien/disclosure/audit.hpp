#pragma once
/// @file
/// Audits: what was hidden, why, and what an outsider can tell; for the service alone, never for publication.

#include "maintien/disclosure/ledger.hpp"
#include "maintien/disclosure/secondary.hpp"

namespace maintien {

/// How it is known that a number cannot be told.
enum class ProofMethod : std::uint8_t {
    exact,          ///< the bounds are the very ones: integer branch and bound over all counts that hang together
    neighbourhood,  ///< the true bounds are at least as wide: only counts near the number were let differ
    none            ///< earlier releases, or what everybody knows, already tell it
};

template <>
inline constexpr std::string_view list_name_of<ProofMethod> = "proof_method";

template <>
inline constexpr auto terms_of<ProofMethod> = std::to_array<Term<ProofMethod>>({
    {ProofMethod::exact, "exact", "exacte", "exact"},
    {ProofMethod::neighbourhood, "neighbourhood", "par voisinage", "neighbourhood"},
    {ProofMethod::none, "none", "aucune", "none"},
});
static_assert(well_formed(terms_of<ProofMethod>));

/// A protected number and what an outsider can tell of it.
struct AuditedCount {
    std::int64_t value = 0;                   ///< what it is
    AttackerBounds bounds{};                  ///< between which values an outsider can place it
    ProofMethod method = ProofMethod::none;   ///< how that is known
};

/// A hidden row.
struct AuditedRow {
    std::size_t row = 0;                       ///< its position among the report's rows
    Hiding hiding = Hiding::primary;           ///< why it is hidden
    std::vector<std::size_t> protects{};       ///< of a primary one: what it may not give away, positions among the audited counts
};

/// What would make more publishable.
enum class Merger : std::uint8_t {
    outcome_families,  ///< families of outcomes instead of outcomes
    longer_period,     ///< a period twice as long
    pooled_strata      ///< strata whose figure is hidden, together
};

template <>
inline constexpr std::string_view list_name_of<Merger> = "merger";

template <>
inline constexpr auto terms_of<Merger> = std::to_array<Term<Merger>>({
    {Merger::outcome_families, "outcome_families", "familles de résultats au lieu des résultats", "families of outcomes instead of outcomes"},
    {Merger::longer_period, "longer_period", "une période plus longue", "a longer period"},
    {Merger::pooled_strata, "pooled_strata", "regrouper des services ou des strates", "services or strata pooled"},
});
static_assert(well_formed(terms_of<Merger>));

/// A merger and what it would bring.
struct SuggestedMerger {
    Merger merger = Merger::longer_period;  ///< what to merge
    std::int64_t figures = 0;               ///< how many figures would by themselves be large enough
    std::int64_t of = 0;                    ///< out of how many
};

/// What was done to a report before it was published.
struct DisclosureAudit {
    std::int64_t min_count = 1;                ///< the least count shown
    std::vector<AuditedRow> rows{};            ///< the hidden rows
    std::vector<AuditedCount> counts{};        ///< the protected numbers
    std::vector<InputPart> heading{};          ///< what is hidden of the heading
    std::int64_t earlier = 0;                  ///< how many earlier releases were taken into account
    std::int64_t stale = 0;                    ///< their figures that the register no longer gives
    std::int64_t given_away = 0;               ///< protected numbers that cannot be protected any more
    std::vector<SuggestedMerger> mergers{};    ///< what would make more publishable
};

namespace detail {

inline AuditedCount audited_count(const Attacker& attacker, const ProtectedCount& count, const ProtectionProof& proof) {
    AuditedCount audited{count.value, attacker.bounds_of(count.form), ProofMethod::none};
    audited.method = !proof.protects() ? ProofMethod::none : audited.bounds.exact ? ProofMethod::exact : ProofMethod::neighbourhood;
    if (!proof.protects()) return audited;
    audited.bounds.lower = std::min<std::int64_t>(audited.bounds.lower, 1);
    if (audited.bounds.upper) audited.bounds.upper = std::max(*audited.bounds.upper, count.limit - 1);
    return audited;
}

inline bool large_enough(std::int64_t part, std::int64_t whole, std::int64_t limit) { return !too_small(part, limit) && !too_small(whole - part, limit); }

/// The rows of hidden shares that would be large enough when summed over `groups`.
template <class Group>
SuggestedMerger merged_shares(Merger merger, const Report& report, const std::vector<std::uint8_t>& hidden, std::int64_t limit, const Group& group) {
    std::map<decltype(group(report.rows[0])), std::pair<std::int64_t, std::int64_t>> sums;
    std::map<decltype(group(report.rows[0])), std::size_t> members;
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
        const auto& row = report.rows[i];
        if (!hidden[i] || row.unit != Unit::proportion || !is_count(row.numerator) || !is_count(row.denominator)) continue;
        auto& [part, whole] = sums[group(row)];
        part += static_cast<std::int64_t>(*row.numerator);
        whole = merger == Merger::pooled_strata ? whole + static_cast<std::int64_t>(*row.denominator) : static_cast<std::int64_t>(*row.denominator);
        ++members[group(row)];
    }
    SuggestedMerger suggested{merger, 0, 0};
    for (const auto& [name, sum] : sums) {
        if (std::get<0>(name).empty() || members[name] < 2) continue;
        ++suggested.of;
        suggested.figures += large_enough(sum.first, sum.second, limit) ? 1 : 0;
    }
    return suggested;
}

inline std::vector<SuggestedMerger> mergers_of(const CountedReport& counted, const std::vector<std::uint8_t>& hidden, const DisclosureAudit& audit) {
    const auto& report = counted.report;
    const auto family = [&](const ReportRow& row) {
        std::string name;
        if (row.indicator == "outcome")
            for (const auto& term : terms_of<Outcome>)
                if (const auto& its_family = counted.protocol->outcomes[index_of(term.value)].family; its_family && term.code == row.category) name = code_of(*its_family);
        return std::tuple(name, std::string(row.variant), std::string(), row.stratum);
    };
    const auto figure = [](const ReportRow& row) {
        return std::tuple(std::string(row.stratum == 0 ? "" : row.indicator), std::string(row.variant), std::string(row.category), 0u);
    };
    std::vector<SuggestedMerger> mergers{merged_shares(Merger::outcome_families, report, hidden, audit.min_count, family)};
    SuggestedMerger longer{Merger::longer_period, 0, 0};
    for (const auto& row : audit.rows) {
        if (row.hiding != Hiding::primary || row.protects.empty()) continue;
        ++longer.of;
        longer.figures += std::all_of(row.protects.begin(), row.protects.end(), [&](std::size_t i) { return 2 * audit.counts[i].value >= audit.min_count; }) ? 1 : 0;
    }
    mergers.push_back(longer);
    mergers.push_back(merged_shares(Merger::pooled_strata, report, hidden, audit.min_count, figure));
    std::erase_if(mergers, [](const SuggestedMerger& merger) { return merger.of == 0; });
    return mergers;
}

}  // namespace detail

/// The audit of a report whose rows were hidden in a system.
inline DisclosureAudit audit_of(const CountSystem& system, const ReportInSystem& in, const Protection& protection, std::int64_t limit) {
    DisclosureAudit audit{.min_count = limit};
    const auto& report = in.counted->report;
    const Outlook outlook(system);
    const Attacker attacker(outlook);
    std::map<std::uint32_t, std::size_t> places;
    for (std::uint32_t i = 0; i < system.protected_counts.size(); ++i) audit.given_away += protection.proofs[i].protects() ? 0 : 1;
    std::vector<std::uint8_t> hidden(report.rows.size(), 0);
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
        const auto& row = system.rows[in.first_row + i];
        if (row.hiding == Hiding::shown) continue;
        hidden[i] = 1;
        AuditedRow audited{i, row.hiding, {}};
        for (const auto place : row.protects) {
            const auto [found, added] = places.emplace(place, audit.counts.size());
            if (added) audit.counts.push_back(detail::audited_count(attacker, system.protected_counts[place], protection.proofs[place]));
            audited.protects.push_back(found->second);
        }
        audit.rows.push_back(std::move(audited));
    }
    for (const auto part : all_input_parts())
        if (system.rows[in.first_row + report.rows.size() + static_cast<std::size_t>(part)].hiding != Hiding::shown) audit.heading.push_back(part);
    audit.mergers = detail::mergers_of(*in.counted, hidden, audit);
    return audit;
}

}  // namespace maintien
