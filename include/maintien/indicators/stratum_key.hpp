#pragma once
/// @file
/// What a register may be divided by.

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "maintien/indicators/contributions.hpp"
#include "maintien/indicators/report.hpp"

namespace maintien {

/// What a register may be divided by: an attribute of the case or of the episode, or the time of the counted event.
enum class StratumKey : std::uint8_t {
    service,     ///< the service
    centre,      ///< the centre
    physician,   ///< the occupational physician
    manager,     ///< the case manager
    sex,         ///< sex
    age_band,    ///< age at referral
    sector,      ///< NAF section
    workforce,   ///< size of the company
    occupation,  ///< broad occupation
    origin,      ///< the occasion of the referral
    cause,       ///< the administrative cause
    nature,      ///< the broad nature
    year,        ///< calendar year of the counted event
    quarter,     ///< calendar quarter of the counted event
    month        ///< calendar month of the counted event
};

template <>
inline constexpr std::string_view list_name_of<StratumKey> = "stratum";

template <>
inline constexpr auto terms_of<StratumKey> = std::to_array<Term<StratumKey>>({
    {StratumKey::service, "service", "service", "service"},
    {StratumKey::centre, "centre", "centre", "centre"},
    {StratumKey::physician, "physician", "médecin du travail", "occupational physician"},
    {StratumKey::manager, "manager", "chargé de maintien", "case manager"},
    {StratumKey::sex, "sex", "sexe", "sex"},
    {StratumKey::age_band, "age_band", "âge au signalement", "age at referral"},
    {StratumKey::sector, "sector", "secteur", "sector"},
    {StratumKey::workforce, "workforce", "effectif", "workforce"},
    {StratumKey::occupation, "occupation", "profession", "occupation"},
    {StratumKey::origin, "origin", "origine", "origin"},
    {StratumKey::cause, "cause", "cause", "cause"},
    {StratumKey::nature, "nature", "nature", "nature"},
    {StratumKey::year, "year", "année", "year"},
    {StratumKey::quarter, "quarter", "trimestre", "quarter"},
    {StratumKey::month, "month", "mois", "month"},
});
static_assert(well_formed(terms_of<StratumKey>));

/// Whether a key divides by the time of the counted event.
constexpr bool divides_time(StratumKey key) { return key >= StratumKey::year; }

/// Where something falls under one key: a code's position, a name's number, or the first month of a span of time.
using StratumCode = std::uint32_t;

/// Not given: `unknown`.
inline constexpr StratumCode unknown_stratum = UINT32_MAX;

namespace detail {

constexpr StratumCode code_or_unknown(std::uint8_t code) { return code == no_code ? unknown_stratum : code; }
constexpr StratumCode name_or_unknown(NameIndex name) { return name == 0 ? unknown_stratum : name; }

/// Months since year 0.
constexpr StratumCode month_number(Day day) {
    const auto date = calendar_date(day);
    return static_cast<StratumCode>(date.year) * 12 + date.month - 1;
}

/// The first month of the span of time a day falls into.
constexpr StratumCode span_of(StratumKey key, Day day) {
    const StratumCode month = month_number(day);
    return month - month % (key == StratumKey::year ? 12 : key == StratumKey::quarter ? 3 : 1);
}

inline std::string span_text(StratumKey key, StratumCode first_month) {
    std::string text = "0000";
    write_digits(text.data(), 4, first_month / 12);
    if (key == StratumKey::quarter) text += "-Q" + std::to_string(first_month % 12 / 3 + 1);
    if (key == StratumKey::month) text += {'-', static_cast<char>('0' + (first_month % 12 + 1) / 10), static_cast<char>('0' + (first_month % 12 + 1) % 10)};
    return text;
}

/// The spelling of a code of a key that is a closed list.
inline std::string_view stratum_code_text(StratumKey key, StratumCode code) {
    switch (key) {
        case StratumKey::sex: return terms_of<Sex>[code].code;
        case StratumKey::age_band: return terms_of<AgeBand>[code].code;
        case StratumKey::sector: return terms_of<Sector>[code].code;
        case StratumKey::workforce: return terms_of<Workforce>[code].code;
        case StratumKey::occupation: return terms_of<Occupation>[code].code;
        case StratumKey::origin: return terms_of<Origin>[code].code;
        case StratumKey::cause: return terms_of<Cause>[code].code;
        default: return terms_of<Nature>[code].code;
    }
}

/// The number of codes of a key that is a closed list; 0 for names and spans of time.
constexpr std::size_t stratum_codes(StratumKey key) {
    switch (key) {
        case StratumKey::sex: return count_of<Sex>;
        case StratumKey::age_band: return count_of<AgeBand>;
        case StratumKey::sector: return count_of<Sector>;
        case StratumKey::workforce: return count_of<Workforce>;
        case StratumKey::occupation: return count_of<Occupation>;
        case StratumKey::origin: return count_of<Origin>;
        case StratumKey::cause: return count_of<Cause>;
        case StratumKey::nature: return count_of<Nature>;
        default: return 0;
    }
}

/// Whether the codes of a key are names: they sort by their bytes, not by their numbers.
constexpr bool is_name(StratumKey key) { return key <= StratumKey::manager; }

}  // namespace detail

/// Where an episode falls under a key, for something counted on `day`.
inline StratumCode stratum_code(const Study& study, const EpisodeFacts& e, StratumKey key, Day day) {
    const auto& cases = study.table.cases;
    const auto& rows = study.table.episodes;
    switch (key) {
        case StratumKey::service: return detail::name_or_unknown(study.events.case_service[e.case_index]);
        case StratumKey::centre: return detail::name_or_unknown(cases.centre[e.case_index]);
        case StratumKey::physician: return detail::name_or_unknown(cases.physician[e.case_index]);
        case StratumKey::manager: return detail::name_or_unknown(cases.manager[e.case_index]);
        case StratumKey::sex: return detail::code_or_unknown(cases.sex[e.case_index]);
        case StratumKey::age_band: return detail::code_or_unknown(age_band_at(study, e));
        case StratumKey::sector: return detail::code_or_unknown(cases.sector[e.case_index]);
        case StratumKey::workforce: return detail::code_or_unknown(cases.workforce[e.case_index]);
        case StratumKey::occupation: return detail::code_or_unknown(cases.occupation[e.case_index]);
        case StratumKey::origin: return detail::code_or_unknown(rows.origin[e.row]);
        case StratumKey::cause: return detail::code_or_unknown(rows.cause[e.row]);
        case StratumKey::nature: return detail::code_or_unknown(rows.nature[e.row]);
        default: return detail::span_of(key, day);
    }
}

/// How a stratum code is spelt.
inline std::string stratum_text(const Study& study, StratumKey key, StratumCode code) {
    if (code == unknown_stratum) return "unknown";
    if (detail::is_name(key)) return std::string(study.events.names.text_of(code));
    return divides_time(key) ? detail::span_text(key, code) : std::string(detail::stratum_code_text(key, code));
}

}  // namespace maintien
