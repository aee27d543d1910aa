#pragma once
/// @file
/// Revisions: what moved in the figures between two days of knowledge, and which cases moved it.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include "maintien/indicators/explain.hpp"
#include "maintien/indicators/make_report.hpp"

namespace maintien {

/// The episodes that a sum gained and lost; `times` says how often more, or less, it counts them.
struct MovedEpisodes {
    std::vector<ListedEpisode> entered{};  ///< counted now, or more often
    std::vector<ListedEpisode> left{};     ///< no longer counted, or less often
};

/// What a figure leaves out for one reason, gained and lost.
struct MovedExclusion {
    std::string_view reason{};     ///< why it is left out
    MovedEpisodes episodes{};      ///< what is left out
};

/// An episode that is still counted, with another duration.
struct ChangedDuration {
    ListedEpisode episode{};      ///< which
    std::int64_t before = 0;      ///< its days as they were known
    std::int64_t after = 0;       ///< its days now
};

/// A figure of the whole register that moved, and what moved it.
struct MovedFigure {
    RowRule rule{};                               ///< the figure
    ReportRow before{};                           ///< as it was known
    ReportRow after{};                            ///< as it is known later
    MovedEpisodes numerator{};                    ///< what is counted
    MovedEpisodes denominator{};                  ///< what it is measured against; for a mean or a quantile, the durations it is taken over
    std::vector<MovedExclusion> excluded{};       ///< what is left out, for every reason there may be
    std::vector<ChangedDuration> changed{};       ///< for a mean, a quantile or a curve: durations that are no longer the same
};

/// What moved in a register between two days of knowledge: the figures of one period, looked at on one day.
struct Revision {
    Report before{};                     ///< the figures as they were known
    Report after{};                      ///< the figures as they are known later
    std::vector<MovedFigure> moved{};    ///< those that moved, in the order of the report
};

namespace detail {

/// An episode at either day of knowledge, `no_row` where it was not known.
struct EpisodePair {
    CaseIndex case_index = 0;
    std::uint32_t number = 0;
    std::size_t before = SIZE_MAX;
    std::size_t after = SIZE_MAX;
};

inline constexpr std::size_t no_row = SIZE_MAX;

/// The episodes known on either day, by case and number.
inline std::vector<EpisodePair> pair_episodes(const EpisodeColumns& before, const EpisodeColumns& after) {
    std::vector<EpisodePair> pairs;
    for (std::size_t row = 0; row < before.size(); ++row) pairs.push_back({before.case_index[row], before.number[row], row, no_row});
    for (std::size_t row = 0; row < after.size(); ++row) pairs.push_back({after.case_index[row], after.number[row], no_row, row});
    std::stable_sort(pairs.begin(), pairs.end(), [](const EpisodePair& a, const EpisodePair& b) { return std::tie(a.case_index, a.number) < std::tie(b.case_index, b.number); });
    std::size_t last = 0;
    for (std::size_t i = 1; i < pairs.size(); ++i) {
        const bool same = pairs[i].case_index == pairs[last].case_index && pairs[i].number == pairs[last].number;
        if (same) pairs[last].after = pairs[i].after;
        else pairs[++last] = pairs[i];
    }
    if (!pairs.empty()) pairs.resize(last + 1);
    return pairs;
}

/// Counts one episode, or nothing where there is no row, by the very contributions the report counts.
inline void count_episode(const Study& study, std::size_t row, Tally& tally) {
    std::fill(tally.whole.counts.begin(), tally.whole.counts.end(), 0);
    for (auto& stay : tally.whole.stays) stay = {};
    tally.whole.services.clear();
    if (row == no_row) return;
    const auto episode = episode_at(study, row);
    TallySink sink(study, tally);
    sink.begin(episode);
    contribute(study, episode, sink);
    merge_stays(tally);
}

inline bool same_numbers(const StratumTally& a, const StratumTally& b) {
    return a.counts == b.counts && a.services == b.services && std::equal(a.stays.begin(), a.stays.end(), b.stays.begin(), [](const DayCounts& x, const DayCounts& y) { return x.rows == y.rows; });
}

/// What one episode adds on either day.
struct EpisodeChange {
    ListedEpisode episode;
    const StratumTally& before;
    const StratumTally& after;
};

inline void note(MovedEpisodes& moved, ListedEpisode episode, std::int64_t more) {
    episode.times = more < 0 ? -more : more;
    if (more != 0) (more > 0 ? moved.entered : moved.left).push_back(episode);
}

/// Notes an episode where it moves the rate of its own service.
inline void note_service_change(MovedFigure& figure, const EpisodeChange& change) {
    const auto share = [&](const StratumTally& tally) {
        const auto found = tally.services.find(figure.rule.service);
        return found == tally.services.end() ? ServiceShare{} : found->second;
    };
    const auto before = share(change.before), after = share(change.after);
    note(figure.numerator, change.episode, after.x - before.x);
    note(figure.denominator, change.episode, after.n - before.n);
}

/// The durations a figure is taken over, those of its day table or of its course; none for what is no duration.
inline std::optional<DayCounts> durations_of(const RowRule& rule, const StratumTally& tally) {
    if (rule.kind == FigureKind::mean || rule.kind == FigureKind::quantile) return tally.stays[rule.stay];
    if (rule.kind != FigureKind::incidence && rule.kind != FigureKind::course_quantile && rule.kind != FigureKind::course_mean) return std::nullopt;
    const auto table = table_of(rule.course, tally.stays);
    DayCounts days = table.censored;
    for (const auto& cause : table.events) days += cause;
    return days;
}

/// Notes an episode where it moves the figure: as it is explained, a duration is what a mean is measured against.
inline void note_change(MovedFigure& figure, const EpisodeChange& change) {
    const auto& rule = figure.rule;
    if (rule.kind == FigureKind::service_rate) return note_service_change(figure, change);
    const auto moved_in = [&](const CellSum& sum) { return sum_of(change.after, sum) - sum_of(change.before, sum); };
    const auto before = durations_of(rule, change.before), after = durations_of(rule, change.after);
    const bool plain = rule.kind == FigureKind::mean || rule.kind == FigureKind::quantile;
    note(figure.numerator, change.episode, moved_in(rule.numerator));
    note(figure.denominator, change.episode, plain ? cases_of(*after) - cases_of(*before) : moved_in(rule.denominator));
    for (std::size_t i = 0; i < rule.excluded.size(); ++i) note(figure.excluded[i].episodes, change.episode, moved_in({rule.excluded[i].cell}));
    if (before && cases_of(*after) == cases_of(*before) && sum_of_days(*after) != sum_of_days(*before))
        figure.changed.push_back({{change.episode.case_index, change.episode.episode}, sum_of_days(*before), sum_of_days(*after)});
}

/// Whether a figure is no longer the same: in what it says of its own cases, not in the limits that those of other services set to a service.
inline bool moved(const RowRule& rule, const ReportRow& a, const ReportRow& b) {
    const bool bounds = rule.kind != FigureKind::service_rate && (a.bound_lower != b.bound_lower || a.bound_upper != b.bound_upper);
    return a.numerator != b.numerator || a.denominator != b.denominator || a.value != b.value || bounds || a.null_reason != b.null_reason || a.verdict != b.verdict ||
           a.excluded != b.excluded;
}

inline void sort_moved(MovedFigure& figure, const EventTable& events) {
    const auto sort = [&](MovedEpisodes& moved) {
        for (auto* list : {&moved.entered, &moved.left}) sort_by_key(*list, events);
    };
    sort(figure.numerator);
    sort(figure.denominator);
    for (auto& excluded : figure.excluded) sort(excluded.episodes);
    std::sort(figure.changed.begin(), figure.changed.end(), [&](const ChangedDuration& a, const ChangedDuration& b) {
        const auto x = key_of(events, a.episode.case_index), y = key_of(events, b.episode.case_index);
        return x != y ? x < y : a.episode.episode < b.episode.episode;
    });
}

inline MovedFigure moved_figure(const RowRule& rule, const ReportRow& before, const ReportRow& after) {
    MovedFigure figure{.rule = rule, .before = before, .after = after};
    for (const auto& excluded : rule.excluded) figure.excluded.push_back({excluded.reason, {}});
    return figure;
}

/// Notes the cases that moved the figures that moved.
inline void note_cases(Revision& revision, const Study& before, const Study& after) {
    Tally old_tally, new_tally;
    for (const auto& pair : pair_episodes(before.table.episodes, after.table.episodes)) {
        count_episode(before, pair.before, old_tally);
        count_episode(after, pair.after, new_tally);
        if (same_numbers(old_tally.whole, new_tally.whole)) continue;
        for (auto& figure : revision.moved) note_change(figure, {{pair.case_index, pair.number}, old_tally.whole, new_tally.whole});
    }
    for (auto& figure : revision.moved) sort_moved(figure, before.events);
}

}  // namespace detail

/// What moved between two replays of one register, the second knowing more than the first. The period is that of the question; without
/// `from` it begins with the earliest referral known on either day, so that both are about the same days. Strata are not looked at.
inline Revision revision_of(const EventTable& events, const CaseTable& before, const CaseTable& after, const Protocol& protocol, ReportQuestion question,
                            std::string_view protocol_name) {
    question.by.clear();
    if (!known(question.from)) question.from = std::min(period_of(before, question).from, period_of(after, question).from);
    const auto report = [&](const CaseTable& table) {
        auto asked = question;
        asked.known_on = table.known_on;
        return report_of(events, table, protocol, asked, protocol_name);
    };
    Revision revision{report(before), report(after), {}};
    const Period period = revision.after.period;
    const Study old_study = study_of(events, before, protocol, period), new_study = study_of(events, after, protocol, period);
    const auto services = services_of(new_study);
    for (const auto& rule : catalogue_of(protocol, services)) {
        const auto* was = find_row(revision.before, rule.indicator, rule.variant, rule.category);
        const auto* is = find_row(revision.after, rule.indicator, rule.variant, rule.category);
        if (!is || (!was && rule.kind != FigureKind::service_rate)) continue;
        const ReportRow nobody{.indicator = rule.indicator, .variant = rule.variant, .category = rule.category, .numerator = 0, .denominator = 0,
                               .unit = is->unit, .null_reason = NullReason::denominator_zero};  // of a service not known then
        if (const auto& old = was ? *was : nobody; detail::moved(rule, old, *is)) revision.moved.push_back(detail::moved_figure(rule, old, *is));
    }
    detail::note_cases(revision, old_study, new_study);
    return revision;
}

}  // namespace maintien
