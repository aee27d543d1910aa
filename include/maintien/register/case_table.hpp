#pragma once
/// @file
/// Case tables: where many cases stand, as columns.

#include <array>
#include <cstdint>
#include <vector>

#include "maintien/pathway/mask.hpp"
#include "maintien/pathway/position.hpp"
#include "maintien/pathway/severity.hpp"
#include "maintien/register/event_table.hpp"
#include "maintien/vocabulary/appointment_state.hpp"

namespace maintien {

/// What is known of each case, one row a case, at the case's position in the register. Codes are positions in their closed lists, `no_code` when not known.
struct CaseColumns {
    std::vector<NameIndex> worker{};              ///< pseudonym of the worker, 0 when not known
    std::vector<NameIndex> centre{};              ///< pseudonym of the centre, 0 when not known
    std::vector<NameIndex> physician{};           ///< pseudonym of the physician, 0 when not known
    std::vector<NameIndex> manager{};             ///< pseudonym of the case manager, 0 when not known
    std::vector<NameIndex> employer{};            ///< pseudonym of the employer, 0 when not known
    std::vector<std::int16_t> birth_year{};       ///< year of birth, 0 when not known
    std::vector<std::uint8_t> sex{};              ///< `Sex`
    std::vector<std::uint8_t> sector{};           ///< `Sector`
    std::vector<std::uint8_t> workforce{};        ///< `Workforce`
    std::vector<std::uint8_t> occupation{};       ///< `Occupation`
    std::vector<std::uint8_t> disabled_worker{};  ///< 0, 1 or `no_code`
    std::vector<std::uint8_t> objected{};         ///< 1 when the worker objects to statistics
};

/// One row an episode; the rows of a case stand together, in the order of its episodes.
struct EpisodeColumns {
    std::vector<CaseIndex> case_index{};                              ///< the case
    std::vector<std::uint32_t> number{};                              ///< the episode's number in the case, from 1
    std::vector<std::uint8_t> stage{};                                ///< the stage as of T
    std::array<std::vector<Day>, count_of<Milestone>> reached{};      ///< the day of each milestone, or none
    std::vector<std::uint8_t> outcome{};                              ///< the outcome
    std::vector<std::uint8_t> origin{};                               ///< said by its referral: the occasion
    std::vector<std::uint8_t> cause{};                                ///< said by its referral: the administrative cause
    std::vector<std::uint8_t> nature{};                               ///< said by its referral: the broad nature
    std::vector<std::uint8_t> by{};                                   ///< said by its referral or reopening: who acted
    std::vector<std::uint8_t> on_sick_leave{};                        ///< said by its referral: 0, 1 or `no_code`

    /// Number of episodes.
    std::size_t size() const { return case_index.size(); }
};

/// One row an appointment; the rows of an episode stand together, in order.
struct AppointmentColumns {
    std::vector<std::uint32_t> episode{};            ///< the row of its episode
    std::vector<Day> on{};                           ///< the day it was booked, held, missed or cancelled
    std::vector<AppointmentState> state{};           ///< what became of it
};

/// One row an answer at follow-up that has its effect; the rows of a case stand together, in the order in which they were given.
struct AnswerColumns {
    std::vector<CaseIndex> case_index{};             ///< the case
    std::vector<Day> on{};                           ///< the day
    std::vector<std::uint8_t> horizon{};             ///< months after the exit
    std::vector<std::uint8_t> answer{};              ///< `Answer`
};

/// One row a word of the worker on being contacted after the exit (`follow_up_contact`, towards no partner in particular); the rows of a case stand
/// together, in order.
struct ContactWordColumns {
    std::vector<CaseIndex> case_index{};             ///< the case
    std::vector<Day> on{};                           ///< the day it was said
    std::vector<ConsentState> state{};               ///< given, refused or withdrawn
};

/// One row a measure of an episode, however many actions speak of it; the rows of an episode stand together, in the order in which the measures were first seen.
struct MeasureColumns {
    std::vector<std::uint32_t> episode{};            ///< the row of its episode
    std::vector<std::uint8_t> measure{};             ///< `Measure`
    std::vector<Day> first_seen{};                   ///< the day of its first action
    std::vector<std::uint8_t> done{};                ///< 1 when an action with it is done by T
};

/// One row a relay to a partner, or an action of one; the rows of an episode stand together, in order.
struct PartnerColumns {
    std::vector<std::uint32_t> episode{};            ///< the row of its episode
    std::vector<std::uint8_t> partner{};             ///< `Partner`
    std::vector<Day> on{};                           ///< the day
};

/// What is kept of the cases beside their milestones, one row a fact.
struct FactColumns {
    AppointmentColumns appointments{};               ///< appointments
    AnswerColumns answers{};                         ///< answers at follow-up
    ContactWordColumns contact_words{};              ///< words on being contacted after the exit
    MeasureColumns measures{};                       ///< measures
    PartnerColumns partners{};                       ///< partners at work
};

/// Where the cases of a register stand at T = min(as_of, known_on): facts dated or recorded later are masked.
struct CaseTable {
    Day as_of{};                                                      ///< the day looked at
    Day known_on{};                                                   ///< the day of knowledge, or none
    CaseColumns cases{};                                              ///< what is known of each case
    EpisodeColumns episodes{};                                        ///< the episodes of the cases that do not object
    FactColumns facts{};                                              ///< their appointments, answers, measures and partners
    std::array<std::int64_t, count_of<Severity>> deviations{};        ///< how many deviations of each severity
    std::int64_t objected = 0;                                        ///< how many cases object

    /// The last day whose facts count.
    Day last_day() const { return mask_of(as_of, known_on).last_day; }
};

}  // namespace maintien
