#pragma once
/// @file
/// Report systems: the rows of a report, and of earlier releases, as one system of counts.

#include <optional>

#include "maintien/disclosure/row_counts.hpp"

namespace maintien {

/// The numbers of a report's heading that are hidden together.
enum class InputPart : std::uint8_t {
    cases,       ///< the cases and those left out because the worker objects
    rejected,    ///< cases left out on reading
    events,      ///< the events
    violation,   ///< deviations that break a rule
    unrecorded,  ///< steps that are not on record
    note,        ///< what is only noted
    without_referral  ///< cases that have no referral
};

/// How many parts the heading has.
inline constexpr std::size_t input_parts = 7;

/// All parts of the heading.
inline std::vector<InputPart> all_input_parts() {
    std::vector<InputPart> all;
    for (std::size_t part = 0; part < input_parts; ++part) all.push_back(static_cast<InputPart>(part));
    return all;
}

/// A report within a system.
struct ReportInSystem {
    const CountedReport* counted = nullptr;  ///< the report
    PublishedStrata published = PublishedStrata::all;  ///< how much of its strata is published
    std::uint32_t first_count = 0;           ///< where its counts begin
    std::uint32_t one = 0;                   ///< the count that is 1, to say at least how many
    std::size_t first_row = 0;               ///< where its rows begin: those of the report, then the parts of its heading
    ServiceCounts services{};                ///< where its exits by service stand
    ToldTables told{};                       ///< the tables that its rows tell

    /// The counts of one of its strata.
    StratumCounts stratum(std::size_t position) const { return {first_count + static_cast<std::uint32_t>(position) * counts_of_stratum}; }
    /// How much of one of its strata is related.
    RelatedPart part(std::size_t position) const { return related_part(published, position); }
    /// How many strata are related, the whole among them.
    std::size_t related() const { return published == PublishedStrata::none ? 1 : counted->report.strata.size(); }
};

namespace detail {

inline void add_counts(CountSystem& system, const CountedReport& counted) {
    for (std::size_t s = 0; s < counted.report.strata.size(); ++s) add_counts_of(system, counted.stratum(s).tally, counted.stratum(s).persons.value_or(0));
}

/// Strata add up to the whole; what is counted once in several of them (persons, episodes) adds up to more.
inline void relate_strata(CountSystem& system, std::uint32_t whole, const std::vector<std::uint32_t>& parts) {
    CountForm all;
    for (const auto part : parts) all.push_back({part, 1});
    if (all.empty()) return;
    relate_at_most(system, {{whole, 1}}, all, true);
    if (value_of(all, system.truth) <= system.truth[whole]) return;
    for (const auto& part : all) relate_at_most(system, {part}, {{whole, 1}});
}

inline void relate_strata(CountSystem& system, const ReportInSystem& in, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
        std::vector<std::uint32_t> parts;
        for (std::size_t s = 1; s < in.related(); ++s) parts.push_back(in.stratum(s).first + i);
        relate_strata(system, in.first_count + i, parts);
    }
}

/// All counts of the strata but the tables, and what is related of the whole only.
inline void relate_strata(CountSystem& system, const ReportInSystem& in) {
    auto tables = all_table_blocks();
    if (in.published == PublishedStrata::plain) tables.push_back({cells.follow_up[0].ends.first, static_cast<std::uint16_t>(cells.total - cells.follow_up[0].ends.first)});
    std::sort(tables.begin(), tables.end(), [](CellRange a, CellRange b) { return a.first < b.first; });
    std::uint32_t next = 0;
    for (const auto& block : tables) {
        relate_strata(system, in, next, block.first);
        next = std::max<std::uint32_t>(next, block.end());
    }
    relate_strata(system, in, next, counts_of_stratum);
}

/// The distribution by a key of strata, or none.
inline std::optional<std::size_t> distribution_of(StratumKey key) {
    for (std::size_t i = 0; i < distributions.size(); ++i)
        if (distributions[i].name == code_of(key)) return i;
    return std::nullopt;
}

/// The place of a code in a distribution; what is no code stands for `unknown`.
inline std::size_t place_in(const DistributionShape& shape, std::string_view code) {
    std::size_t place = 0;
    while (place < shape.codes && shape.code(place) != code) ++place;
    return place;
}

/// Of strata of which nothing else is related, the referrals add up.
inline void relate_referrals(CountSystem& system, const ReportInSystem& in) {
    std::vector<std::uint32_t> parts;
    const auto referrals = [&](std::size_t s) { return in.stratum(s).first + cells.referrals.first; };
    for (std::size_t s = 1; s < in.counted->report.strata.size(); ++s) parts.push_back(referrals(s));
    relate_strata(system, referrals(0), parts);
}

/// A stratum of one code has the referrals of that code, and where no stratum has a code nobody has it.
inline void relate_codes(CountSystem& system, const ReportInSystem& in, std::size_t key, std::size_t which) {
    const auto cell = [&](std::size_t s, std::size_t code) { return in.stratum(s).cells_in({cells.distribution[which].at(code)}); };
    const auto& state = in.counted->state;
    std::vector<std::vector<std::uint32_t>> named(distributions[which].codes + 1);
    for (std::size_t s = 1; s < in.counted->report.strata.size(); ++s) {
        const auto code = place_in(distributions[which], state.strata[s - 1].by[key]);
        relate_equal(system, cell(s, code), in.stratum(s).cells_in({cells.referrals}));
        named[code].push_back(cell(s, code)[0].first);
    }
    for (std::size_t code = 0; code < named.size(); ++code) {
        if (named[code].empty()) relate_equal(system, cell(0, code), {});
        else if (in.published == PublishedStrata::none) relate_strata(system, cell(0, code)[0].first, named[code]);
    }
}

/// What the names of the strata tell: a stratum is listed because there is somebody in it.
inline void relate_names(CountSystem& system, const ReportInSystem& in) {
    for (std::size_t s = 1; s < in.counted->report.strata.size(); ++s) relate_at_most(system, {{in.one, 1}}, in.stratum(s).cells_in({cells.referrals}));
    if (in.published == PublishedStrata::none) relate_referrals(system, in);
    for (std::size_t key = 0; key < in.counted->state.by.size(); ++key)
        if (const auto which = distribution_of(in.counted->state.by[key])) relate_codes(system, in, key, *which);
}

/// What is known of the exits by service.
inline void relate_services(CountSystem& system, const ReportInSystem& in) {
    std::vector<StratumKnowledge> known;
    const auto strata = in.related();
    for (std::size_t s = 0; s < strata; ++s) know_services(known.emplace_back(StratumKnowledge{.at = in.stratum(s)}), in.services, in.counted->state, s);
    relate(system, known);
    for (std::size_t service = 0; service < in.services.services; ++service) {
        std::vector<std::uint32_t> positive, left;
        for (std::size_t s = 1; s < strata; ++s) {
            positive.push_back(in.services.positive(s, service)[0].first);
            left.push_back(in.services.left(s, service)[0].first);
        }
        relate_strata(system, in.services.positive(0, service)[0].first, positive);
        relate_strata(system, in.services.left(0, service)[0].first, left);
    }
}

inline std::vector<std::int64_t> heading_counts(const ReportInput& input) {
    return {input.cases, input.objected, input.rejected, input.events, input.deviations[0], input.deviations[1], input.deviations[2], input.without_referral};
}

/// The rows of the heading. Cases are as good as referrals and persons where the numbers are the same.
inline void add_heading(CountSystem& system, const ReportInSystem& in, std::int64_t limit) {
    const auto first = static_cast<std::uint32_t>(system.truth.size());
    const auto numbers = heading_counts(in.counted->report.input);
    system.truth.insert(system.truth.end(), numbers.begin(), numbers.end());
    const CountForm counted_cases{{first, 1}, {first + 1, -1}};
    const CountForm without{{first + 7, 1}}, with_referral = minus(counted_cases, without);
    for (const auto& likely : {in.stratum(0).cells_in({cells.referrals}), in.stratum(0).persons()}) {
        relate_equal(system, {{first, 1}}, likely);
        relate_equal(system, counted_cases, likely);
        relate_equal(system, with_referral, likely);
    }
    relate_at_most(system, without, counted_cases);
    relate_at_most(system, with_referral, in.stratum(0).cells_in({cells.referrals}));
    relate_at_most(system, {{first + 1, 1}}, {{first, 1}});
    for (std::uint32_t severity = 4; severity < 7; ++severity) relate_equal(system, {{first + severity, 1}}, {{first, 1}});
    system.rows.push_back(counted_row(system, {.counts = {{{first, 1}}}, .parts_of = {{{{first + 1, 1}}, {{first, 1}}}}}, limit));
    for (std::uint32_t i = 2; i <= 7; ++i) system.rows.push_back(counted_row(system, {.counts = {{{first + i, 1}}}}, limit));
}

/// What is known of the counts of a report, the tables apart.
inline void relate_report(CountSystem& system, const ReportInSystem& in) {
    std::vector<StratumKnowledge> known;
    for (std::size_t s = 0; s < in.related(); ++s) known.push_back(known_of(in.stratum(s), *in.counted->protocol, in.part(s)));
    relate(system, known);
    relate_strata(system, in);
    relate_names(system, in);
    relate_services(system, in);
}

/// A row of which the counts are related. One that may not be published is withheld: it says nothing, but what is too small in it is protected.
inline CountRow row_of(CountSystem& system, const ReportInSystem& in, const ReportRow& row, const RowRule& rule, std::int64_t limit) {
    auto counts = counted_row(system, counts_said({system, *in.counted, in.stratum(row.stratum), in.services, row.stratum}, row, rule), limit);
    counts.weight = row.stratum == 0 && in.related() > 1 ? 2 : 1;
    if (may_be_published(*in.counted, rule, in.part(row.stratum))) return counts;
    counts.hiding = Hiding::withheld;
    counts.says.clear();
    return counts;
}

using RuleNames = std::map<std::tuple<std::string_view, std::string_view, std::string_view>, const RowRule*>;

inline RuleNames rules_by_name(const Catalogue& catalogue) {
    RuleNames rules;
    for (const auto& rule : catalogue) rules.emplace(std::tuple(rule.indicator, rule.variant, rule.category), &rule);
    return rules;
}

}  // namespace detail

/// Adds what is known of the tables that are told, by this report or by others published with it.
inline void relate_tables(CountSystem& system, const ReportInSystem& in, const ToldTables& told) {
    std::vector<StratumKnowledge> known;
    for (std::size_t s = 0; s < in.related(); ++s) known.push_back(known_of_tables(in.stratum(s), *in.counted->protocol, told));
    relate(system, known);
    for (const auto& block : blocks_of(told)) detail::relate_strata(system, in, block.first, block.end());
}

/// Adds a report to a system: its counts, what is known of them but for the tables, its rows, those too small hidden. `hidden_before` tells, row by
/// row, which were hidden in a report that was published before: one that was shown protects nothing any more. The counted report must outlive what
/// is returned.
inline ReportInSystem add_report(CountSystem& system, const CountedReport& counted, std::int64_t limit, PublishedStrata published = PublishedStrata::all,
                                 const std::vector<std::uint8_t>* hidden_before = nullptr) {
    ReportInSystem in{.counted = &counted, .published = published, .first_count = static_cast<std::uint32_t>(system.truth.size())};
    detail::add_counts(system, counted);
    in.services = add_service_counts(system, counted.state);
    in.one = static_cast<std::uint32_t>(system.truth.size());
    system.truth.push_back(1);
    detail::relate_report(system, in);
    const auto rules = detail::rules_by_name(counted.catalogue);
    in.first_row = system.rows.size();
    for (std::size_t i = 0; i < counted.report.rows.size(); ++i) {
        const auto& row = counted.report.rows[i];
        const auto found = rules.find({row.indicator, row.variant, row.category});
        const auto* rule = found == rules.end() || !is_related(counted, *found->second, in.part(row.stratum)) ? nullptr : found->second;
        const bool was_shown = hidden_before && (*hidden_before)[i] == 0;
        auto counts = rule ? detail::row_of(system, in, row, *rule, was_shown ? 1 : limit) : CountRow{.hiding = Hiding::withheld};
        if (hidden_before && !was_shown && counts.hiding == Hiding::shown) counts.hiding = Hiding::secondary;
        if (counts.hiding == Hiding::shown) in.told |= tables_told(counted, row, *rule);
        system.rows.push_back(std::move(counts));
    }
    detail::add_heading(system, in, limit);
    system.rows.push_back({.says = {sum_place(system, {{in.one, 1}})}, .fixed = true});
    return in;
}

}  // namespace maintien
