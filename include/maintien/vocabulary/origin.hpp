#pragma once
/// @file
/// On what occasion a worker was referred.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// The occasion of a referral; the codes that name a visit are also the kinds of a `visit` event.
enum class Origin : std::uint8_t {
    pre_return_visit,      ///< during the sick leave, before the return to work (R4624-29)
    return_visit,          ///< at the return to work (R4624-31)
    on_request_worker,     ///< in French: visite à la demande du salarié
    on_request_employer,   ///< in French: visite à la demande de l'employeur
    on_request_physician,  ///< in French: visite à la demande du médecin du travail
    hiring_visit,          ///< in French: visite d'embauche
    periodic_visit,        ///< in French: visite périodique
    mid_career_visit,      ///< around the 45th birthday (L4624-2-2)
    liaison_meeting,       ///< between worker and employer during the leave; not a visit
    insurance_notice,      ///< in French: transmission de l'assurance maladie
    partner_notice,        ///< in French: saisine par un partenaire
    transfer_in,           ///< in French: venu d'un autre service
    other_origin           ///< in French: autre origine
};

template <>
inline constexpr std::string_view list_name_of<Origin> = "origin";

template <>
inline constexpr auto terms_of<Origin> = std::to_array<Term<Origin>>({
    {Origin::pre_return_visit, "pre_return_visit", "visite de préreprise", "pre-return visit"},
    {Origin::return_visit, "return_visit", "visite de reprise", "return visit"},
    {Origin::on_request_worker, "on_request_worker", "visite à la demande du salarié", "visit at the worker's request"},
    {Origin::on_request_employer, "on_request_employer", "visite à la demande de l'employeur",
     "visit at the employer's request"},
    {Origin::on_request_physician, "on_request_physician", "visite à la demande du médecin du travail",
     "visit at the physician's request"},
    {Origin::hiring_visit, "hiring_visit", "visite d'embauche", "hiring visit"},
    {Origin::periodic_visit, "periodic_visit", "visite périodique", "periodic visit"},
    {Origin::mid_career_visit, "mid_career_visit", "visite de mi-carrière", "mid-career visit"},
    {Origin::liaison_meeting, "liaison_meeting", "rendez-vous de liaison", "liaison meeting"},
    {Origin::insurance_notice, "insurance_notice", "transmission de l'assurance maladie",
     "notice of the health insurance"},
    {Origin::partner_notice, "partner_notice", "saisine par un partenaire", "notice of a partner"},
    {Origin::transfer_in, "transfer_in", "venu d'un autre service", "transfer from another service"},
    {Origin::other_origin, "other_origin", "autre origine", "other origin"},
});
static_assert(well_formed(terms_of<Origin>));

/// Whether an occasion is a medical visit, and so may be the kind of a `visit` event:
/// its code ends in `_visit` or begins with `on_request_`.
constexpr bool names_a_visit(Origin origin) {
    const auto code = code_of(origin);
    return code.ends_with("_visit") || code.starts_with("on_request_");
}

}  // namespace maintien
