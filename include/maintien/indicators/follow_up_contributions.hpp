#pragma once
/// @file
/// What a followed exit adds to the figures of follow-up and retention (I12, I13).

#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/study.hpp"
#include "maintien/pathway/follow_up_place.hpp"

namespace maintien {

/// How the follow-up of an exit stands at a horizon.
struct FollowUpStanding {
    FollowUpEnd end = FollowUpEnd::pending;  ///< what became of it
    std::uint8_t answer = no_code;           ///< what was answered, when the worker said whether in work
    bool operator==(const FollowUpStanding&) const = default;
};

namespace detail {

/// Whether a later exit of the case takes an answer from an earlier one: it is followed, and its window holds the day too.
inline bool belongs_to_a_later_exit(const Study& study, const EpisodeFacts& anchor, int horizon, Day on) {
    const auto& rows = study.table.episodes;
    for (std::size_t row = anchor.row + 1; row < rows.size() && rows.case_index[row] == anchor.case_index; ++row) {
        const auto later = episode_at(study, row);
        if (is_followed(study, later) && later.X <= on && in_window(study.protocol.follow_up, later.X, horizon, on)) return true;
    }
    return false;
}

/// Whether an answer of a horizon on a day belongs to an exit.
inline bool belongs_to(const Study& study, const EpisodeFacts& anchor, int horizon, Day on) {
    return anchor.X <= on && in_window(study.protocol.follow_up, anchor.X, horizon, on) && !belongs_to_a_later_exit(study, anchor, horizon, on);
}

/// Whether the worker's last word on being contacted, by a day, is no.
inline bool contact_refused(const Study& study, CaseIndex index, Day by) {
    const auto& words = study.table.facts.contact_words;
    bool refused = false;
    for (std::size_t i = study.first_contact_word[index]; i < study.first_contact_word[index + 1]; ++i)
        if (words.on[i] <= by) refused = words.state[i] != ConsentState::given;
    return refused;
}

/// The last answer of each rank that counts for an exit at a horizon.
struct LastAnswers {
    std::uint8_t substantive = no_code;   ///< says whether the worker is in work
    std::uint8_t out_of_scope = no_code;  ///< says that the worker died or retired
    std::uint8_t non_response = no_code;  ///< says why there is no answer
};

inline LastAnswers last_answers(const Study& study, const EpisodeFacts& anchor, int horizon, Day window_closes) {
    const auto& rows = study.table.facts.answers;
    LastAnswers last;
    for (std::size_t i = study.first_answer[anchor.case_index]; i < study.first_answer[anchor.case_index + 1]; ++i) {
        const auto answer = static_cast<Answer>(rows.answer[i]);
        if (settles(answer)) {
            if (anchor.X < rows.on[i] && rows.on[i] <= window_closes) last.out_of_scope = rows.answer[i];
        } else if (rows.horizon[i] == horizon && belongs_to(study, anchor, horizon, rows.on[i])) {
            (is_substantive(answer) ? last.substantive : last.non_response) = rows.answer[i];
        }
    }
    return last;
}

/// What an answer out of scope, or one that gives none, makes of a follow-up.
constexpr FollowUpEnd end_of(Answer answer) {
    switch (answer) {
        case Answer::deceased: return FollowUpEnd::deceased;
        case Answer::retired: return FollowUpEnd::retired;
        case Answer::refused: return FollowUpEnd::refused;
        case Answer::no_contact: return FollowUpEnd::no_contact;
        case Answer::lost: return FollowUpEnd::lost;
        case Answer::other_non_response: return FollowUpEnd::other_non_response;
        default: return FollowUpEnd::not_sent;
    }
}

}  // namespace detail

/// How the follow-up of a followed exit stands at a horizon of the protocol, in months. Until the last day of the window has come it is pending, whatever was
/// answered. Then the last answer that says whether the worker is in work counts; without one a death or a retirement noted by the end of the window, at any
/// horizon; without that the last reason why there is no answer; and without any a refusal to be contacted said by the due day, or else: nobody asked.
/// An answer belongs to the latest followed exit of the case whose window holds it. Source: docs/indicators.md, `follow_up`.
inline FollowUpStanding follow_up_standing(const Study& study, const EpisodeFacts& anchor, int horizon) {
    const Day due = due_day(anchor.X, horizon), closes = due + study.protocol.follow_up.closes_after_days;
    if (closes > study.table.last_day()) return {};
    const auto last = detail::last_answers(study, anchor, horizon, closes);
    if (last.substantive != no_code) return {FollowUpEnd::answered, last.substantive};
    if (last.out_of_scope != no_code) return {detail::end_of(static_cast<Answer>(last.out_of_scope))};
    if (last.non_response != no_code) return {detail::end_of(static_cast<Answer>(last.non_response))};
    return {detail::contact_refused(study, anchor.case_index, due) ? FollowUpEnd::refused : FollowUpEnd::not_sent};
}

namespace detail {

/// Adds one exit to the figures of one horizon.
template <class Sink>
void contribute_standing(const Study& study, const EpisodeFacts& e, const FollowUpStanding& standing, const FollowUpCells& horizon, Sink& sink) {
    const auto reading = reading_of(study, e);
    const bool positive = reading.polarity == Polarity::positive, answered = standing.end == FollowUpEnd::answered, employed = standing.answer < employed_answers;
    const std::size_t kind = WeightingRanges::place(reading.family ? index_of(*reading.family) : no_code, age_band_at(study, e));
    sink.count(horizon.ends.at(index_of(standing.end)), e.X);
    if (positive) sink.count(horizon.positive_ends.at(index_of(standing.end)), e.X);
    if (is_eligible(standing.end)) sink.count(horizon.weighting.eligible.at(kind), e.X);
    if (!answered) return;
    sink.count(horizon.answers.at(standing.answer), e.X);
    sink.count(horizon.weighting.respondents.at(kind), e.X);
    if (!employed) return;
    sink.count(horizon.weighting.employed.at(kind), e.X);
    if (positive) sink.count(horizon.positive_employed, e.X);
}

/// I12, I13: the exits of the period that are followed.
template <class Sink>
void contribute_follow_ups(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (!contains(study.period, e.X) || !is_followed(study, e)) return;
    const auto& horizons = study.protocol.follow_up.horizons;
    for (std::size_t i = 0; i < horizons.size(); ++i) contribute_standing(study, e, follow_up_standing(study, e, horizons[i]), cells.follow_up[i], sink);
}

}  // namespace detail
}  // namespace maintien
