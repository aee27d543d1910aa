// Case files told as short stories: one word for each fact, and what the rules list about the whole.
#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "maintien/pathway/entry_mark.hpp"
#include "maintien/pathway/history.hpp"
#include "maintien/pathway/refusal.hpp"
#include "maintien/pathway/severity.hpp"
#include "maintien/protocol/built_in/common_core.hpp"

namespace maintien::test {

/// The day written `YYYY-MM-DD`; a story with a wrong date is our mistake.
inline Day day(std::string_view text) {
    const auto found = parse_iso(text);
    if (!found) throw std::invalid_argument("no such day: " + std::string(text));
    return *found;
}

// ---- facts ----------------------------------------------------------------------------------------------------------

/// A referral form that says the worker agrees.
inline Fact referral(Origin origin = Origin::pre_return_visit) { return Referral{.origin = origin, .consent = true}; }
inline Fact reopening() { return Reopening{ReopeningReason::relapse}; }
inline Fact contact() { return FirstContact{Channel::phone}; }
inline Fact attempt() { return ContactAttempt{Channel::phone}; }
inline Fact appointment(AppointmentState state) { return Appointment{.state = state}; }
inline Fact interview(Decision decision = Decision::accepted) { return QualificationInterview{.decision = decision}; }
inline Fact entry() { return EntryIntoCell{}; }
inline Fact refusal() { return Refusal{RefusalReason::does_not_wish}; }
inline Fact plan() { return ActionPlan{{Aspect::professional}}; }
inline Fact action(Measure measure) { return Action{.measure = measure}; }
inline Fact action(Measure measure, Actor actor) { return Action{.measure = measure, .actor = actor}; }
inline Fact employer_call(bool incoming = false) { return EmployerContact{Channel::phone, incoming}; }
inline Fact relay(Partner partner) { return Relay{partner, RelayState::sent}; }
inline Fact review() { return TeamReview{}; }
inline Fact suspension() { return Suspension{SuspensionReason::hospital}; }
inline Fact resumption() { return Resumption{}; }
inline Fact outcome(Outcome outcome) { return OutcomeRecord{outcome}; }
inline Fact answer(Answer answer, int horizon = 12) { return FollowUp{.answer = answer, .horizon = horizon}; }
inline Fact leave(LeaveState state, Day until = no_day) { return SickLeave{.state = state, .until = until}; }
inline Fact visit(Origin kind) { return Visit{kind}; }
inline Fact consent(ConsentScope scope, ConsentState state = ConsentState::given) { return Consent{.scope = scope, .state = state}; }
inline Fact consent_of(Actor party, ConsentScope scope, ConsentState state = ConsentState::given) {
    return Consent{.scope = scope, .state = state, .party = party};
}
/// An amendment that takes the entry called `id` away.
inline Fact withdrawal_of(std::string id) { return Amendment{{std::move(id)}, true, {}}; }
/// An amendment that puts another entry in the place of the one called `id`.
inline Fact replacement_of(std::string id, Entry entry) { return Amendment{{std::move(id)}, false, {std::move(entry)}}; }

// ---- entries and files ----------------------------------------------------------------------------------------------

inline Entry on(Day day, Fact fact) { return Entry{.on = day, .fact = std::move(fact)}; }
inline Entry on(std::string_view iso, Fact fact) { return on(day(iso), std::move(fact)); }

inline Entry recorded(std::string_view iso, Entry entry) {
    entry.recorded_on = day(iso);
    return entry;
}
inline Entry called(std::string id, Entry entry) {
    entry.id.text = std::move(id);
    return entry;
}
inline Entry by(Actor actor, Entry entry) {
    entry.by = actor;
    return entry;
}

inline CaseFile file_of(std::vector<Entry> entries) { return {{"c1"}, {}, std::move(entries)}; }

/// A story and what follows.
inline std::vector<Entry> then(std::vector<Entry> story, std::initializer_list<Entry> more) {
    story.insert(story.end(), more);
    return story;
}

/// Referred, in touch after 5 days, accepted after 10.
inline std::vector<Entry> qualified(std::string_view referral_day) {
    const Day r = day(referral_day);
    return {on(r, referral()), on(r + 5, contact()), on(r + 10, interview())};
}
/// As above, entered after 12 days, with a plan after 14.
inline std::vector<Entry> supported(std::string_view referral_day) {
    const Day r = day(referral_day);
    return then(qualified(referral_day), {on(r + 12, entry()), on(r + 14, plan())});
}
/// As above, out with an outcome.
inline std::vector<Entry> left(std::string_view referral_day, std::string_view exit_day, Outcome how = Outcome::adapted_post) {
    return then(supported(referral_day), {on(exit_day, outcome(how))});
}


// ---- what comes of them ---------------------------------------------------------------------------------------------

/// A story replayed: where it leads, and one line for each deviation ("2020-02-03 outcome second_outcome violation").
struct Replayed {
    Position position;
    std::vector<std::string> deviations{};
    std::vector<std::string> applied{};  ///< the events in the order of application

    const Episode& episode(std::size_t i) const { return position.episodes.at(i); }
    const Episode& current() const { return position.current(); }
    Day reached(Milestone milestone) const { return position.current().day_of(milestone); }
};

inline constexpr Day far_away = make_day(2099, 12, 31);

inline Replayed replayed(const CaseFile& file, const ProtocolVersions& protocol = common_core, Mask mask = mask_of(far_away, no_day)) {
    const History history = history_of(file, mask);
    const auto marks = marks_of(history);
    Replayed story{new_position(history.birth_year)};
    replay_one(story.position, std::span<const Mark>(marks), protocol, [&](std::size_t i, const Judgement& judgement) {
        const std::string line = iso(marks[i].on) + " " + std::string(code_of(marks[i].event));
        story.applied.push_back(line);
        if (const auto severity = severity_of(judgement))
            story.deviations.push_back(line + " " + std::string(rule_of(judgement, marks[i])) + " " + std::string(code_of(*severity)));
        const auto& expected = judgement.protocol->expected;
        for (std::size_t r = 0; r < expected.size(); ++r)
            if ((judgement.missed >> r & 1) != 0) story.deviations.push_back(line + " " + std::string(expected[r].id) + " note");
    });
    return story;
}

inline Replayed replayed(std::vector<Entry> entries, const ProtocolVersions& protocol = common_core) {
    return replayed(file_of(std::move(entries)), protocol);
}

/// What the rules say of an entry after a story; the protocol must outlive the answer.
inline Judgement judged_after(std::vector<Entry> story, const Entry& next, const Protocol& protocol = common_core) {
    const CaseFile file = file_of(std::move(story));
    return judge(position_of(file, protocol, next.on), mark_of(next), protocol);
}

/// Everything a position says, so that two can be compared.
inline std::string in_words(const Position& position) {
    std::string words = "born " + std::to_string(position.birth_year) + " leave " + std::to_string(position.leave_known) + " " +
                        iso(position.leave_from) + "/" + iso(position.leave_until);
    const auto code = [](MaybeStage stage) { return stage ? std::string(code_of(*stage)) : std::string("none"); };
    for (const auto& episode : position.episodes) {
        words += "\n" + code(episode.stage) + " before " + code(episode.before_suspension) + " origin " + std::to_string(episode.origin) +
                 " outcome " + std::to_string(episode.outcome) + " settled " + iso(episode.settled);
        for (const Day reached : episode.reached) words += " " + iso(reached);
        for (const Day answered : episode.answered) words += " " + iso(answered);
        words += " passed " + std::to_string(episode.passed) + " measures " + std::to_string(episode.measures);
    }
    for (const auto& word : position.consents)
        words += "\n" + iso(word.on) + "/" + iso(word.until) + " " + std::string(code_of(word.scope)) + " " + std::string(code_of(word.state)) +
                 " " + std::to_string(word.party) + " " + std::to_string(word.partner);
    return words;
}

using Lines = std::vector<std::string>;

}  // namespace maintien::test
