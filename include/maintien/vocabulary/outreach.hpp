#pragma once
/// @file
/// The collective actions of a service: what they are, who comes, what proves it.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What kind of person takes part in a collective action.
enum class ParticipantKind : std::uint8_t {
    workers,                 ///< in French: salariés
    employers,               ///< in French: employeurs
    staff_representatives,   ///< in French: représentants du personnel
    health_professionals,    ///< in French: professionnels de santé
    branch_representatives,  ///< in French: représentants de branche
    trainees,                ///< in French: élèves et stagiaires en formation
    other_participants       ///< in French: autres participants
};

template <>
inline constexpr std::string_view list_name_of<ParticipantKind> = "participant_kind";

template <>
inline constexpr auto terms_of<ParticipantKind> = std::to_array<Term<ParticipantKind>>({
    {ParticipantKind::workers, "workers", "salariés", "workers"},
    {ParticipantKind::employers, "employers", "employeurs", "employers"},
    {ParticipantKind::staff_representatives, "staff_representatives", "représentants du personnel",
     "staff representatives"},
    {ParticipantKind::health_professionals, "health_professionals", "professionnels de santé", "health professionals"},
    {ParticipantKind::branch_representatives, "branch_representatives", "représentants de branche",
     "branch representatives"},
    {ParticipantKind::trainees, "trainees", "élèves et stagiaires en formation", "students and trainees"},
    {ParticipantKind::other_participants, "other_participants", "autres participants", "other participants"},
});
static_assert(well_formed(terms_of<ParticipantKind>));

/// What kind of collective action it is.
enum class OutreachKind : std::uint8_t {
    information_meeting,  ///< in French: réunion d'information
    awareness,            ///< in French: sensibilisation
    training,             ///< in French: formation
    document,             ///< a deliverable to be read
    tool,                 ///< in French: outil
    working_group         ///< in French: groupe de travail
};

template <>
inline constexpr std::string_view list_name_of<OutreachKind> = "outreach_kind";

template <>
inline constexpr auto terms_of<OutreachKind> = std::to_array<Term<OutreachKind>>({
    {OutreachKind::information_meeting, "information_meeting", "réunion d'information", "information meeting"},
    {OutreachKind::awareness, "awareness", "sensibilisation", "awareness session"},
    {OutreachKind::training, "training", "formation", "training"},
    {OutreachKind::document, "document", "document", "document"},
    {OutreachKind::tool, "tool", "outil", "tool"},
    {OutreachKind::working_group, "working_group", "groupe de travail", "working group"},
});
static_assert(well_formed(terms_of<OutreachKind>));

/// The document that proves who took part in a collective action, or what it produced.
enum class SourceDocument : std::uint8_t {
    registration_form,  ///< in French: bulletin d'inscription
    attendance_sheet,   ///< in French: feuille d'émargement
    document            ///< in French: document produit
};

template <>
inline constexpr std::string_view list_name_of<SourceDocument> = "source_document";

template <>
inline constexpr auto terms_of<SourceDocument> = std::to_array<Term<SourceDocument>>({
    {SourceDocument::registration_form, "registration_form", "bulletin d'inscription", "registration form"},
    {SourceDocument::attendance_sheet, "attendance_sheet", "feuille d'émargement", "attendance sheet"},
    {SourceDocument::document, "document", "document produit", "document produced"},
});
static_assert(well_formed(terms_of<SourceDocument>));

}  // namespace maintien
