#pragma once
/// @file
/// What a reader of the definitions knows of the counts of one stratum.

#include "maintien/disclosure/stratum_counts.hpp"

namespace maintien {

/// Something known of two sums of counts.
struct KnownRelation {
    CountForm a{};       ///< one sum
    CountForm b{};       ///< the other
    bool same = true;    ///< whether they are the same; otherwise the first is at most the second

    /// Whether it is so.
    bool holds(const std::vector<std::int64_t>& truth) const {
        const auto difference = value_of(a, truth) - value_of(b, truth);
        return same ? difference == 0 : difference <= 0;
    }
};

/// What the definitions tell of one stratum: `always` in every register, as long as the strata are not spans of time, and `usually` as a rule:
/// when the period begins with the first referral, when a refused file has no outcome, when nobody is referred again.
struct StratumKnowledge {
    StratumCounts at{};                        ///< the stratum's counts
    std::vector<KnownRelation> always{};       ///< by definition
    std::vector<KnownRelation> usually{};      ///< as a rule

    /// A sum of cells.
    CountForm sum(const CellSum& range) const { return at.cells_in(range); }
    /// Two sums are the same.
    void same(const CountForm& a, const CountForm& b) { always.push_back({a, b, true}); }
    /// Two sums are the same.
    void same(const CellSum& a, const CellSum& b) { same(sum(a), sum(b)); }
    /// A part and its whole.
    void within(const CountForm& a, const CountForm& b) { always.push_back({a, b, false}); }
    /// A part and its whole.
    void within(const CellSum& a, const CellSum& b) { within(sum(a), sum(b)); }
    /// Two sums are the same as a rule.
    void usual(const CountForm& a, const CountForm& b) { usually.push_back({a, b, true}); }
    /// Two sums are the same as a rule.
    void usual(const CellSum& a, const CellSum& b) { usual(sum(a), sum(b)); }
    /// A part and its whole as a rule.
    void likely_within(const CountForm& a, const CountForm& b) { usually.push_back({a, b, false}); }
    /// A part and its whole as a rule.
    void likely_within(const CellSum& a, const CellSum& b) { likely_within(sum(a), sum(b)); }
    /// A part of a whole, and as a rule all of it.
    void mostly(const CountForm& a, const CountForm& b) {
        within(a, b);
        usual(a, b);
    }
    /// A part of a whole, and as a rule all of it.
    void mostly(const CellSum& a, const CellSum& b) { mostly(sum(a), sum(b)); }
};

/// Adds what is known of all strata of a report. What is so by definition is added stratum by stratum; what is so only as a rule where it is so in
/// every stratum, since a reader may guess it; the rules of a stratum of which less is known are the first of the whole. Nothing is added that does
/// not hold: nobody could rely on it.
inline void relate(CountSystem& system, const std::vector<StratumKnowledge>& strata) {
    const auto add = [&](const KnownRelation& known) { known.same ? relate_equal(system, known.a, known.b) : relate_at_most(system, known.a, known.b); };
    for (const auto& stratum : strata)
        for (const auto& known : stratum.always) add(known);
    for (std::size_t i = 0; !strata.empty() && i < strata[0].usually.size(); ++i) {
        const auto holds = [&](const StratumKnowledge& stratum) { return i >= stratum.usually.size() || stratum.usually[i].holds(system.truth); };
        if (!std::all_of(strata.begin(), strata.end(), holds)) continue;
        for (const auto& stratum : strata)
            if (i < stratum.usually.size()) add(stratum.usually[i]);
    }
}

}  // namespace maintien
