#pragma once
/// @file
/// Who the case is about: pseudonyms and broad classes, never an identity.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/case_attributes.hpp"
#include "maintien/vocabulary/identifier.hpp"
#include "maintien/vocabulary/sector.hpp"

namespace maintien {

/// What an entry says about its case. `centre`, `physician` and `manager` set the case's on a referral or an entry; elsewhere they describe the event.
struct CaseAttributes {
    WorkerId worker{};                             ///< pseudonym of the worker
    CentreId centre{};                             ///< pseudonym of the centre
    PhysicianId physician{};                       ///< pseudonym of the physician
    ManagerId manager{};                           ///< pseudonym of the case manager
    EmployerId employer{};                         ///< pseudonym of the employer
    std::optional<Sex> sex{};                      ///< sex
    std::optional<int> birth_year{};               ///< year of birth
    std::optional<Sector> sector{};                ///< NAF section of the employer
    std::optional<Workforce> workforce{};          ///< size of the company
    std::optional<Occupation> occupation{};        ///< broad occupation
    std::optional<bool> disabled_worker{};         ///< recognised disabled worker: health data
};

template <>
inline constexpr auto fields_of<CaseAttributes> = std::tuple{
    optional_field(Attribute::worker, &CaseAttributes::worker),
    optional_field(Attribute::centre, &CaseAttributes::centre),
    optional_field(Attribute::physician, &CaseAttributes::physician),
    optional_field(Attribute::manager, &CaseAttributes::manager),
    optional_field(Attribute::employer, &CaseAttributes::employer),
    optional_field(Attribute::sex, &CaseAttributes::sex),
    number_field(Attribute::birth_year, &CaseAttributes::birth_year, 1900, 2100),
    optional_field(Attribute::sector, &CaseAttributes::sector),
    optional_field(Attribute::workforce, &CaseAttributes::workforce),
    optional_field(Attribute::occupation, &CaseAttributes::occupation),
    optional_field(Attribute::disabled_worker, &CaseAttributes::disabled_worker)};

}  // namespace maintien
