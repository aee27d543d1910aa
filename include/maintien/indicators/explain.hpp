#pragma once
/// @file
/// Explaining a figure: which cases stand behind it.

#include <string>
#include <vector>

#include "maintien/indicators/catalogue.hpp"
#include "maintien/indicators/comparison_figure.hpp"
#include "maintien/indicators/persons.hpp"
#include "maintien/indicators/tally.hpp"
#include "maintien/indicators/worker_links.hpp"

namespace maintien {

/// An episode listed behind a figure.
struct ListedEpisode {
    CaseIndex case_index = 0;    ///< its case
    std::uint32_t episode = 0;   ///< its number in the case
    std::int64_t times = 1;      ///< how often it is counted (events may count several times)
    bool operator==(const ListedEpisode&) const = default;
};

/// How often listed episodes are counted, all together.
inline std::int64_t times_in(const std::vector<ListedEpisode>& episodes) {
    std::int64_t times = 0;
    for (const auto& listed : episodes) times += listed.times;
    return times;
}

/// How many distinct persons listed episodes are about; a case without a worker's pseudonym is a person of its own.
inline std::int64_t persons_in(const Study& study, const std::vector<ListedEpisode>& episodes) {
    std::vector<std::uint64_t> persons;
    for (const auto& listed : episodes) persons.push_back(detail::person_of(study, listed.case_index));
    return detail::distinct(persons);
}

/// The episodes left out of a figure for one reason.
struct ListedExclusion {
    std::string_view reason{};               ///< why
    std::vector<ListedEpisode> episodes{};   ///< which
};

/// The episodes behind one figure of the whole register, in the order of their cases' keys.
struct Explanation {
    RowRule rule{};                              ///< the figure
    std::vector<ListedEpisode> numerator{};      ///< what is counted
    std::vector<ListedEpisode> denominator{};    ///< what it is measured against
    std::vector<ListedExclusion> excluded{};     ///< what is left out
};

namespace detail {

constexpr bool holds_cell(const CellSum& sum, CellRange cell) {
    for (const auto& range : sum)
        if (range.first <= cell.first && cell.first < range.end()) return true;
    return false;
}

/// The sink that lists the episodes behind one rule; it takes the very contributions that are counted.
class ExplainSink {
public:
    ExplainSink(Explanation& explanation, const ReferencePopulation* reference) : explanation_(explanation), reference_(reference) {
        for (const auto& excluded : explanation.rule.excluded) explanation.excluded.push_back({excluded.reason, {}});
        if (explanation.rule.kind != FigureKind::standardised) reference_ = nullptr;
        if (reference_) explanation.excluded.push_back({outside_reference, {}});
    }

    /// Goes on to the next episode.
    void begin(const Study& study, const EpisodeFacts& episode) {
        episode_ = {episode.case_index, study.table.episodes.number[episode.row]};
        const auto& rule = explanation_.rule;
        of_service_ = rule.kind != FigureKind::service_rate || stratum_code(study, episode, StratumKey::service, no_day) == rule.service;
    }

    /// Lists the episode where the rule uses the cell.
    void count(CellRange cell, Day) {
        const auto& rule = explanation_.rule;
        if (!of_service_ || left_out_by_reference(cell)) return;
        if (holds_cell(rule.numerator, cell)) list(explanation_.numerator);
        if (holds_cell(rule.denominator, cell)) list(explanation_.denominator);
        for (std::size_t i = 0; i < rule.excluded.size(); ++i)
            if (holds_cell({rule.excluded[i].cell}, cell)) list(explanation_.excluded[i].episodes);
    }

    /// Lists the episode when the rule uses the duration.
    void stay(Stay which, int, Day) {
        const auto kind = explanation_.rule.kind;
        const bool duration = kind == FigureKind::mean || kind == FigureKind::quantile;
        if (duration && explanation_.rule.stay == static_cast<std::size_t>(which)) list(explanation_.denominator);
    }

    /// Exits are listed by their cells.
    void left_service(bool, Day) {}

    /// As `count`, for what is counted once an episode.
    void once(CellRange cell, Day day, Day before) {
        if (!known(before)) count(cell, day);
    }

private:
    /// Lists the episode as left out when the reference has nobody of its age and sector; false when it counts.
    bool left_out_by_reference(CellRange cell) {
        if (!reference_) return false;
        const auto& rule = explanation_.rule;
        for (const auto* sum : {&rule.numerator, &rule.denominator}) {
            const auto block = (*sum)[0];
            if (!holds_cell(*sum, cell) || reference_->weights[static_cast<std::size_t>(cell.first - block.first)] > 0) continue;
            if (sum == &rule.denominator) list(explanation_.excluded.back().episodes);
            return true;
        }
        return false;
    }

    void list(std::vector<ListedEpisode>& episodes) {
        if (!episodes.empty() && episodes.back().case_index == episode_.case_index && episodes.back().episode == episode_.episode) ++episodes.back().times;
        else episodes.push_back(episode_);
    }

    Explanation& explanation_;
    const ReferencePopulation* reference_;
    ListedEpisode episode_{};
    bool of_service_ = true;
};

inline void sort_by_key(std::vector<ListedEpisode>& episodes, const EventTable& events) {
    std::sort(episodes.begin(), episodes.end(), [&](const ListedEpisode& a, const ListedEpisode& b) {
        const auto x = key_of(events, a.case_index), y = key_of(events, b.case_index);
        return x != y ? x < y : a.episode < b.episode;
    });
}

}  // namespace detail

/// The first row of a catalogue named `indicator[/variant[/category]]`, or none. A null variant or category may be left out, or left empty;
/// what follows the second `/` is the category, whatever it holds.
inline const RowRule* rule_named(const Catalogue& catalogue, std::string_view name) {
    const auto part = [&]() {
        const auto slash = name.find('/');
        const auto first = name.substr(0, slash);
        name = slash == std::string_view::npos ? std::string_view{} : name.substr(slash + 1);
        return first;
    };
    const auto indicator = part(), variant = part();
    for (const auto& rule : catalogue)
        if (rule.indicator == indicator && rule.variant == variant && rule.category == name) return &rule;
    return nullptr;
}

/// The episodes behind one rule's figure; of a standardised rate, standardised on `reference` if there is one.
inline Explanation explain(const Study& study, const RowRule& rule, const ReferencePopulation* reference = nullptr) {
    Explanation explanation{.rule = rule};
    detail::ExplainSink sink(explanation, reference);
    for (std::size_t row = 0; row < study.table.episodes.size(); ++row) {
        const auto episode = episode_at(study, row);
        sink.begin(study, episode);
        contribute(study, episode, sink);
    }
    detail::sort_by_key(explanation.numerator, study.events);
    detail::sort_by_key(explanation.denominator, study.events);
    for (auto& excluded : explanation.excluded) detail::sort_by_key(excluded.episodes, study.events);
    return explanation;
}

}  // namespace maintien
