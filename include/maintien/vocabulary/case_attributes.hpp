#pragma once
/// @file
/// What describes a worker and the employer in a case: sex, age, sector, size, occupation.
/// An enumerator cannot begin with a digit: it takes a leading underscore (`Workforce::_11_49` is the code `11_49`).

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"
#include "maintien/vocabulary/sector.hpp"

namespace maintien {

/// The sex of the worker as the service records it.
enum class Sex : std::uint8_t {
    female,  ///< in French: femme
    male     ///< in French: homme
};

template <>
inline constexpr std::string_view list_name_of<Sex> = "sex";

template <>
inline constexpr auto terms_of<Sex> = std::to_array<Term<Sex>>({
    {Sex::female, "female", "femme", "female"},
    {Sex::male, "male", "homme", "male"},
});
static_assert(well_formed(terms_of<Sex>));

/// The age of the worker at referral: year of the referral less year of birth, in bands.
enum class AgeBand : std::uint8_t {
    under_30,     ///< in French: moins de 30 ans
    _30_39,       ///< in French: 30 à 39 ans
    _40_49,       ///< in French: 40 à 49 ans
    _50_54,       ///< in French: 50 à 54 ans
    _55_and_over  ///< in French: 55 ans et plus
};

template <>
inline constexpr std::string_view list_name_of<AgeBand> = "age_band";

template <>
inline constexpr auto terms_of<AgeBand> = std::to_array<Term<AgeBand>>({
    {AgeBand::under_30, "under_30", "moins de 30 ans", "under 30"},
    {AgeBand::_30_39, "30_39", "30 à 39 ans", "30 to 39"},
    {AgeBand::_40_49, "40_49", "40 à 49 ans", "40 to 49"},
    {AgeBand::_50_54, "50_54", "50 à 54 ans", "50 to 54"},
    {AgeBand::_55_and_over, "55_and_over", "55 ans et plus", "55 and over"},
});
static_assert(well_formed(terms_of<AgeBand>));

/// The number of employees of the employer, in bands.
enum class Workforce : std::uint8_t {
    under_11,      ///< in French: moins de 11 salariés
    _11_49,        ///< in French: 11 à 49 salariés
    _50_249,       ///< in French: 50 à 249 salariés
    _250_and_over  ///< in French: 250 salariés et plus
};

template <>
inline constexpr std::string_view list_name_of<Workforce> = "workforce";

template <>
inline constexpr auto terms_of<Workforce> = std::to_array<Term<Workforce>>({
    {Workforce::under_11, "under_11", "moins de 11 salariés", "under 11 employees"},
    {Workforce::_11_49, "11_49", "11 à 49 salariés", "11 to 49 employees"},
    {Workforce::_50_249, "50_249", "50 à 249 salariés", "50 to 249 employees"},
    {Workforce::_250_and_over, "250_and_over", "250 salariés et plus", "250 employees and over"},
});
static_assert(well_formed(terms_of<Workforce>));

/// The socio-professional group of the worker.
enum class Occupation : std::uint8_t {
    manual_worker,            ///< in French: ouvrier
    employee,                 ///< clerical, sales and service staff
    intermediate,             ///< in French: profession intermédiaire
    manager_or_professional,  ///< in French: cadre ou profession intellectuelle supérieure
    craft_or_trade,           ///< in French: artisan, commerçant ou chef d'entreprise
    farmer                    ///< in French: agriculteur exploitant
};

template <>
inline constexpr std::string_view list_name_of<Occupation> = "occupation";

template <>
inline constexpr auto terms_of<Occupation> = std::to_array<Term<Occupation>>({
    {Occupation::manual_worker, "manual_worker", "ouvrier", "manual worker"},
    {Occupation::employee, "employee", "employé", "employee"},
    {Occupation::intermediate, "intermediate", "profession intermédiaire", "intermediate occupation"},
    {Occupation::manager_or_professional, "manager_or_professional", "cadre ou profession intellectuelle supérieure",
     "manager or professional"},
    {Occupation::craft_or_trade, "craft_or_trade", "artisan, commerçant ou chef d'entreprise",
     "craft, trade or company head"},
    {Occupation::farmer, "farmer", "agriculteur exploitant", "farmer"},
});
static_assert(well_formed(terms_of<Occupation>));

/// The band of an age in years.
constexpr AgeBand age_band_of(int age) {
    if (age < 30) return AgeBand::under_30;
    if (age < 40) return AgeBand::_30_39;
    if (age < 50) return AgeBand::_40_49;
    return age < 55 ? AgeBand::_50_54 : AgeBand::_55_and_over;
}

}  // namespace maintien
