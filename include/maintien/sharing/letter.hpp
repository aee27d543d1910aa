#pragma once
/// @file
/// Letters: what the service writes about a case, to whom, and in whose name.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/sharing/view.hpp"
#include "maintien/vocabulary/letter.hpp"

namespace maintien {

/// Who signs a kind of letter and who gets it.
struct LetterRule {
    AudienceRole signer;     ///< the physician or the cell
    AudienceRole addressee;  ///< to whom it is written: what it says is what this reader may know
    AudienceSet copies;      ///< who gets a copy in any case
    Text condition;          ///< when it may be written, in words: all that a refusal to a reader outside says
};

/// The rule of each kind of letter (seminar of 12 November 2020, AIST La Prévention Active; signer of the booklet decided by us).
constexpr LetterRule rule_of(LetterKind kind) {
    using Role = AudienceRole;
    switch (kind) {
        case LetterKind::employer_notice:
            return {Role::physician, Role::employer, {Role::worker},
                    {"L'avis à l'employeur n'est écrit que pour un rendez-vous prévu, à venir et sur le temps de travail d'un salarié de ces dossiers "
                     "qui n'est pas en arrêt de travail et ne s'est pas opposé au contact avec l'employeur.",
                     "The notice to the employer is written only for an appointment that is planned, still to come and in the working time of a worker of "
                     "these files who is not on sick leave and has not objected to contact with the employer."}};
        case LetterKind::attendance_certificate:
            return {Role::cell, Role::worker, {},
                    {"L'attestation n'est écrite que pour un rendez-vous tenu dont les heures de début et de fin sont enregistrées.",
                     "The certificate is written only for an appointment held whose start and end times are recorded."}};
        case LetterKind::pre_return_invitation:
            return {Role::physician, Role::worker, {},
                    {"L'invitation n'est écrite qu'à un salarié dont l'arrêt de travail en cours est assez long pour une visite de préreprise.",
                     "The invitation is written only to a worker whose sick leave under way is long enough for a pre-return visit."}};
        case LetterKind::relay_sheet:
            return {Role::cell, Role::partner, {},
                    {"La fiche relais n'est écrite qu'à un partenaire, nommé ou déjà sollicité, vers qui un salarié de ces dossiers accepte les échanges ce jour-là.",
                     "The relay sheet is written only to a partner, named or relayed to before, towards whom a worker of these files agrees to exchanges that day."}};
        case LetterKind::worker_booklet: return {Role::cell, Role::worker, {}, {"Le livret est remis au salarié.", "The booklet is handed to the worker."}};
    }
    return {};
}

/// What is asked for.
struct LetterRequest {
    LetterKind kind = LetterKind::worker_booklet;  ///< the kind of letter
    Day as_of{};                                   ///< the day it is written
    std::optional<int> appointment{};              ///< number of the appointment; without, the next one to come for a notice, the last one held for a certificate
    std::optional<Partner> partner{};              ///< to which partner; without, the one last relayed to
    bool copy_to_employer = false;                 ///< the worker asks that the employer get a copy of the certificate
};

/// A letter before it has words: everything it may say. What the addressee may not know is not in it.
struct Letter {
    LetterKind kind = LetterKind::worker_booklet;      ///< the kind of letter
    AudienceRole signer = AudienceRole::cell;          ///< who signs
    AudienceRole addressee = AudienceRole::worker;     ///< to whom it is written
    std::optional<Partner> partner{};                  ///< the partner it is written to
    AudienceSet copies{};                              ///< who gets a copy
    Day as_of{};                                       ///< the day it is written
    ServiceId service{};                               ///< the service
    CaseId case_id{};                                  ///< the case's number; none to the employer
    CaseAttributes about{};                            ///< worker, employer, physician … by pseudonym
    std::optional<AppointmentSheet> appointment{};     ///< the appointment of a notice or a certificate
    std::vector<AppointmentSheet> appointments{};      ///< the appointments of a booklet, by day
    CodeSet<Aspect> aspects{};                         ///< the aspects of the plan, in a booklet
    std::vector<Action> actions{};                     ///< the actions of the plan as they stand: in a booklet all, in a relay sheet those of the partner
    std::vector<ConsentLine> consents{};               ///< the worker's consents: in a booklet all, in a relay sheet those that cover it
    std::optional<LeaveDays> leave{};                  ///< the sick leave, in an invitation
    Recommendations recommendations = Recommendations::opt_out;  ///< on whose word recommendations go to the employer, in an invitation
};

/// Why a letter is not written.
struct LetterReason {
    std::string_view condition{};  ///< what is not met; `audience` for every refusal to a reader outside
    Text text{};                   ///< in words
    bool operator==(const LetterReason&) const = default;
};

/// The answer to a request: the letter, or every reason against it. To readers outside the service the reason is always the same and
/// tells nothing of the file, not even whether there is one.
struct LetterReply {
    std::optional<Letter> letter{};      ///< the letter, when it may be written
    std::vector<LetterReason> reasons{}; ///< why not

    /// Whether the letter may be written.
    explicit operator bool() const { return letter.has_value(); }
};

/// The refusal of a letter to a reader outside, whatever the file holds, and also when there is no such case.
inline LetterReply refusal_to_outside(LetterKind kind) { return {{}, {{"audience", rule_of(kind).condition}}}; }

}  // namespace maintien
