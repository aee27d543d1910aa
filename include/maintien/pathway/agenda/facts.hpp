#pragma once
/// @file
/// What an agenda needs to know of a case beside its position.

#include <optional>
#include <string>
#include <vector>

#include "maintien/case/time_of_day.hpp"
#include "maintien/pathway/agenda/clock.hpp"
#include "maintien/pathway/position.hpp"
#include "maintien/protocol/legal_answer.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"
#include "maintien/vocabulary/measure.hpp"
#include "maintien/vocabulary/partner.hpp"

namespace maintien {

/// An appointment that was booked, and of which nobody noted what became.
struct BookedAppointment {
    int number = 0;                            ///< its number in the case, 0 without one
    Day day{};                                 ///< the day it is for, or none
    std::optional<TimeOfDay> starts{};         ///< start
    std::optional<TimeOfDay> ends{};           ///< end
    bool in_working_time = false;              ///< whether it is known to fall in working time
    std::string centre{};                      ///< where it is held, empty when not known
};

/// An action of the plan as it was last described.
struct KnownAction {
    Measure measure = Measure::other_measure;  ///< the measure
    std::uint8_t partner = no_code;            ///< the partner, or none
    std::uint8_t actor = no_code;              ///< who does it, or nobody named
    std::uint8_t progress = no_code;           ///< how far it is, or not said
    Day due{};                                 ///< by when
    Day starts_on{};                           ///< first day
    Day ends_on{};                             ///< last day
};

/// Whether an action is over: done or abandoned.
constexpr bool is_over(const KnownAction& action) {
    return action.progress == index_of(Progress::done) || action.progress == index_of(Progress::abandoned);
}

/// A relay sheet that waits for an answer.
struct SentRelay {
    Partner partner = Partner::other_partner;  ///< the partner
    Day on{};                                  ///< the day of the last sheet
};

/// The sick leave under way, or the last one.
struct KnownLeave {
    LeaveDays days{};                              ///< first day, and last day as prescribed or, once it ended, as it was
    AbsenceKind kind = AbsenceKind::other;         ///< why
    bool kind_known = false;                       ///< whether somebody recorded why
    bool ended = false;                            ///< whether its end is recorded
};

/// An attempt of a follow-up that did not tell whether the worker is in work.
struct FollowUpAttempt {
    std::size_t episode = 0;                       ///< whose exit it is about
    std::size_t horizon = 0;                       ///< position of the horizon in the schedule
    Day on{};                                      ///< the day
    Answer answer = Answer::not_sent;              ///< what came of it
    std::uint8_t channel = no_code;                ///< how the worker was asked, or not said
};

/// What is known of a case on the day of an agenda. What speaks of steps is about the current episode.
struct AgendaFacts {
    Position position{};                           ///< where the case stands
    std::string service{};                         ///< its service
    std::string case_id{};                         ///< its number
    std::string manager{};                         ///< its case manager, empty when not known
    std::string centre{};                          ///< its centre, empty when not known
    std::string worker{};                          ///< its worker, empty when not known
    Day last_event{};                              ///< day of the last event
    std::vector<Pause> pauses{};                   ///< suspensions of the episode
    int attempts = 0;                              ///< contact attempts of the episode
    Day last_attempt{};                            ///< the last of them
    Day last_exchange{};                           ///< last contact, attempt, booking or appointment held
    Day missed_on{};                               ///< an appointment missed and no exchange since, or none
    Day deferred_on{};                             ///< the last interview, when it deferred the decision
    Day held_without_plan{};                       ///< the last appointment held, when no action plan has come since
    std::vector<BookedAppointment> booked{};       ///< appointments to come, or without an end
    std::vector<KnownAction> actions{};            ///< actions of the episode
    std::vector<SentRelay> relays{};               ///< relays of the episode without an answer
    KnownLeave leave{};                            ///< the sick leave under way, or the last one
    Day pre_return_visit{};                        ///< the last one held
    Day return_visit{};                            ///< the last one held
    std::vector<FollowUpAttempt> attempted{};      ///< follow-ups without a substantive answer
    Day death_known{};                             ///< the day a death was noted, or none
};

/// Whether the file is suspended.
constexpr bool is_suspended(const AgendaFacts& facts) { return !facts.pauses.empty() && !known(facts.pauses.back().to); }

}  // namespace maintien
