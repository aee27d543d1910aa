#pragma once
/// @file
/// What a service writes about a case.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// A letter or a form that the service sends or hands over.
enum class LetterKind : std::uint8_t {
    employer_notice,         ///< signed by the physician, copy to the worker
    attendance_certificate,  ///< start and end time; signed by the cell
    pre_return_invitation,   ///< in French: invitation à une visite de préreprise
    relay_sheet,             ///< to a partner
    worker_booklet           ///< appointments, action plan, consents, rights
};

template <>
inline constexpr std::string_view list_name_of<LetterKind> = "letter_kind";

template <>
inline constexpr auto terms_of<LetterKind> = std::to_array<Term<LetterKind>>({
    {LetterKind::employer_notice, "employer_notice", "avis de rendez-vous à l'employeur",
     "appointment notice to the employer"},
    {LetterKind::attendance_certificate, "attendance_certificate", "attestation de présence", "attendance certificate"},
    {LetterKind::pre_return_invitation, "pre_return_invitation", "invitation à une visite de préreprise",
     "invitation to a pre-return visit"},
    {LetterKind::relay_sheet, "relay_sheet", "fiche relais", "relay sheet"},
    {LetterKind::worker_booklet, "worker_booklet", "livret du salarié", "worker's booklet"},
});
static_assert(well_formed(terms_of<LetterKind>));

}  // namespace maintien
