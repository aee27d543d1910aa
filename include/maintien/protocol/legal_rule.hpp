#pragma once
/// @file
/// Statutory time rules as dated data: what the French codes say, since when, and which day decides the version.
///
/// Read in the codes as in force in March 2026; the thresholds before April 2022 are as published then. This is
/// information with its source, never legal advice.

#include <array>
#include <cstdint>

#include "maintien/protocol/source.hpp"
#include "maintien/protocol/time_limit.hpp"
#include "maintien/vocabulary/cause.hpp"
#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/day.hpp"

namespace maintien {

/// A statutory time rule of the field.
enum class LegalRule : std::uint8_t {
    pre_return_visit,          ///< how long a leave must last for a pre-return visit
    liaison_meeting,           ///< how long an absence must last for a liaison meeting
    return_visit,              ///< after which absence a return visit is owed
    return_visit_delay,        ///< by when it is owed
    mid_career_visit,          ///< the calendar year of which birthday
    mid_career_advance,        ///< how much earlier it may be held
    supervised_trial,          ///< how long one trial may last
    supervised_trial_total,    ///< how long all trials may last together
    retraining_in_company,     ///< how long it may last
    second_examination,        ///< by when, when one is needed before an opinion of unfitness
    unfitness_appeal,          ///< by when the opinion can be contested
    salary_due_again,          ///< from when the employer pays again
    medical_file,              ///< how long it is kept after the last visit
    medical_file_after_death   ///< how long it is kept after a death, at most
};

template <>
inline constexpr std::string_view list_name_of<LegalRule> = "legal_rule";

template <>
inline constexpr auto terms_of<LegalRule> = std::to_array<Term<LegalRule>>({
    {LegalRule::pre_return_visit, "pre_return_visit", "visite de préreprise possible", "pre-return visit possible"},
    {LegalRule::liaison_meeting, "liaison_meeting", "rendez-vous de liaison possible", "liaison meeting possible"},
    {LegalRule::return_visit, "return_visit", "visite de reprise obligatoire", "return visit required"},
    {LegalRule::return_visit_delay, "return_visit_delay", "visite de reprise au plus tard", "return visit at the latest"},
    {LegalRule::mid_career_visit, "mid_career_visit", "visite de mi-carrière, année de l'anniversaire", "mid-career visit, year of the birthday"},
    {LegalRule::mid_career_advance, "mid_career_advance", "visite de mi-carrière anticipée", "mid-career visit held early"},
    {LegalRule::supervised_trial, "supervised_trial", "essai encadré, durée d'un essai", "supervised trial, length of one trial"},
    {LegalRule::supervised_trial_total, "supervised_trial_total", "essai encadré, durée totale", "supervised trial, total length"},
    {LegalRule::retraining_in_company, "retraining_in_company", "convention de rééducation professionnelle (CRPE)", "retraining in the company (CRPE)"},
    {LegalRule::second_examination, "second_examination", "second examen avant l'avis d'inaptitude", "second examination before an opinion of unfitness"},
    {LegalRule::unfitness_appeal, "unfitness_appeal", "contestation de l'avis d'inaptitude", "appeal against the opinion of unfitness"},
    {LegalRule::salary_due_again, "salary_due_again", "reprise du versement du salaire", "salary due again"},
    {LegalRule::medical_file, "medical_file", "conservation du dossier médical", "keeping of the medical file"},
    {LegalRule::medical_file_after_death, "medical_file_after_death", "conservation du dossier médical après un décès", "keeping of the medical file after a death"},
});
static_assert(well_formed(terms_of<LegalRule>));

/// Why a worker is absent, as far as the rules of the return visit tell causes apart.
enum class AbsenceKind : std::uint8_t {
    work_accident,         ///< at work; an accident on the way to work is none here (L1226-7)
    occupational_disease,  ///< recognised as such
    maternity,             ///< maternity leave
    other                  ///< any other illness or accident, or a cause that nobody recorded
};

template <>
inline constexpr std::string_view list_name_of<AbsenceKind> = "absence_kind";

template <>
inline constexpr auto terms_of<AbsenceKind> = std::to_array<Term<AbsenceKind>>({
    {AbsenceKind::work_accident, "work_accident", "accident du travail", "work accident"},
    {AbsenceKind::occupational_disease, "occupational_disease", "maladie professionnelle", "occupational disease"},
    {AbsenceKind::maternity, "maternity", "congé de maternité", "maternity leave"},
    {AbsenceKind::other, "other", "maladie ou accident non professionnel", "illness or accident not due to work"},
});
static_assert(well_formed(terms_of<AbsenceKind>));

/// The kind of absence of an administrative cause.
constexpr AbsenceKind absence_kind(Cause cause) {
    if (cause == Cause::work_accident) return AbsenceKind::work_accident;
    return cause == Cause::occupational_disease ? AbsenceKind::occupational_disease : AbsenceKind::other;
}

/// How a length is compared with the threshold of a rule.
enum class Comparison : std::uint8_t {
    at_least,   ///< ≥: the threshold itself is enough
    more_than,  ///< >: the threshold itself is not enough
    at_most     ///< ≤: the threshold itself is still allowed
};

/// The day that selects the version of a rule.
enum class VersionDay : std::uint8_t {
    leave_start,    ///< the first day of the sick leave
    measure_start,  ///< the first day of the measure
    examination,    ///< the day of the examination
    day_asked       ///< the day asked about: the rule holds for what began before it too
};

/// One version of a statutory rule.
struct LegalVersion {
    LegalRule rule = LegalRule::pre_return_visit;        ///< the rule
    RuleSource article{};                                ///< where it stands
    Comparison comparison = Comparison::at_least;        ///< how the length is compared
    int threshold = 0;                                   ///< the length, in `unit`
    LimitUnit unit = LimitUnit::days;                    ///< the unit
    Day valid_from{};                                    ///< first day of this version; none: as far back as files go
    VersionDay selected_by = VersionDay::leave_start;    ///< whose day is compared with `valid_from`
    CodeSet<AbsenceKind> absences = all_codes<AbsenceKind>();  ///< the absences it speaks of
};

namespace detail {

inline constexpr Day leaves_of_2022 = make_day(2022, 4, 1), law_of_2021 = make_day(2022, 3, 31), unfitness_of_2017 = make_day(2017, 1, 1);
inline constexpr CodeSet<AbsenceKind> always_seen{AbsenceKind::occupational_disease, AbsenceKind::maternity};

}  // namespace detail

/// Every version of every statutory rule, in the order of the rules, versions ascending.
inline constexpr auto legal_versions = std::to_array<LegalVersion>({
    {LegalRule::pre_return_visit, "Code du travail, R4624-29", Comparison::more_than, 3, LimitUnit::months, no_day, VersionDay::leave_start},
    {LegalRule::pre_return_visit, "Code du travail, R4624-29", Comparison::more_than, 30, LimitUnit::days, detail::leaves_of_2022, VersionDay::leave_start},
    {LegalRule::liaison_meeting, "Code du travail, L1226-1-3 et D1226-8-1", Comparison::at_least, 30, LimitUnit::days, detail::leaves_of_2022, VersionDay::leave_start},
    {LegalRule::return_visit, "Code du travail, R4624-31", Comparison::at_least, 0, LimitUnit::days, no_day, VersionDay::leave_start, detail::always_seen},
    {LegalRule::return_visit, "Code du travail, R4624-31", Comparison::at_least, 30, LimitUnit::days, no_day, VersionDay::leave_start, {AbsenceKind::work_accident, AbsenceKind::other}},
    {LegalRule::return_visit, "Code du travail, R4624-31", Comparison::at_least, 60, LimitUnit::days, detail::leaves_of_2022, VersionDay::leave_start, {AbsenceKind::other}},
    {LegalRule::return_visit_delay, "Code du travail, R4624-31", Comparison::at_most, 8, LimitUnit::days, no_day, VersionDay::leave_start},
    {LegalRule::mid_career_visit, "Code du travail, L4624-2-2", Comparison::at_most, 45 * 12, LimitUnit::months, detail::law_of_2021, VersionDay::day_asked},
    {LegalRule::mid_career_advance, "Code du travail, L4624-2-2", Comparison::at_most, 24, LimitUnit::months, detail::law_of_2021, VersionDay::day_asked},
    {LegalRule::supervised_trial, "Code de la sécurité sociale, D323-6 et suivants", Comparison::at_most, 14, LimitUnit::working_days, detail::law_of_2021, VersionDay::measure_start},
    {LegalRule::supervised_trial_total, "Code de la sécurité sociale, D323-6 et suivants", Comparison::at_most, 28, LimitUnit::working_days, detail::law_of_2021, VersionDay::measure_start},
    {LegalRule::retraining_in_company, "Code du travail, R5213-15 et suivants", Comparison::at_most, 18, LimitUnit::months, detail::law_of_2021, VersionDay::measure_start},
    {LegalRule::second_examination, "Code du travail, R4624-42", Comparison::at_most, 15, LimitUnit::days, detail::unfitness_of_2017, VersionDay::examination},
    {LegalRule::unfitness_appeal, "Code du travail, R4624-45", Comparison::at_most, 15, LimitUnit::days, detail::unfitness_of_2017, VersionDay::examination},
    {LegalRule::salary_due_again, "Code du travail, L1226-4", Comparison::at_least, 1, LimitUnit::months, no_day, VersionDay::examination},
    {LegalRule::medical_file, "Code du travail, R4624-45-9", Comparison::at_most, 40 * 12, LimitUnit::months, make_day(2022, 11, 17), VersionDay::day_asked},
    {LegalRule::medical_file_after_death, "Code du travail, R4624-45-9", Comparison::at_most, 10 * 12, LimitUnit::months, make_day(2022, 11, 17), VersionDay::day_asked},
});

/// The version of a rule in force on the day that selects it, for a kind of absence; none before the first one.
constexpr const LegalVersion* version_in_force(LegalRule rule, Day day, AbsenceKind absence = AbsenceKind::other) {
    const LegalVersion* found = nullptr;
    for (const auto& version : legal_versions)
        if (version.rule == rule && version.valid_from <= day && version.absences.contains(absence)) found = &version;
    return found;
}

}  // namespace maintien
