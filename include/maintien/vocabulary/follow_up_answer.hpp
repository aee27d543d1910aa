#pragma once
/// @file
/// What is known of a worker 12 or 24 months after the exit.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// How an answer at follow-up counts.
enum class AnswerClass : std::uint8_t {
    employed,      ///< a substantive answer
    not_employed,  ///< a substantive answer
    out_of_scope,  ///< retired or deceased
    non_response   ///< in French: non-réponse
};

template <>
inline constexpr std::string_view list_name_of<AnswerClass> = "answer_class";

template <>
inline constexpr auto terms_of<AnswerClass> = std::to_array<Term<AnswerClass>>({
    {AnswerClass::employed, "employed", "en emploi", "employed"},
    {AnswerClass::not_employed, "not_employed", "sans emploi", "not employed"},
    {AnswerClass::out_of_scope, "out_of_scope", "hors champ", "out of scope"},
    {AnswerClass::non_response, "non_response", "non-réponse", "non-response"},
});
static_assert(well_formed(terms_of<AnswerClass>));

/// The worker's situation at a follow-up; employer and post are those at referral.
enum class Answer : std::uint8_t {
    same_post,                 ///< in French: même poste
    adapted_post,              ///< in French: poste aménagé
    other_post_same_employer,  ///< in French: autre poste chez le même employeur
    on_leave_with_contract,    ///< in French: en arrêt, contrat en cours
    other_employer,            ///< in French: autre employeur
    self_employed,             ///< in French: travailleur indépendant
    in_training,               ///< in French: en formation
    job_seeking,               ///< in French: en recherche d'emploi
    invalidity,                ///< in French: en invalidité, sans emploi
    unfit_retired,             ///< in French: retraité pour inaptitude
    out_of_work_other,         ///< in French: sans emploi, autre situation
    retired,                   ///< accepted any day after the exit
    deceased,                  ///< accepted any day after the exit
    refused,                   ///< in French: refus de répondre
    no_contact,                ///< tried, without an answer
    lost,                      ///< address and phone no longer valid
    other_non_response,        ///< in French: autre non-réponse
    not_sent                   ///< nobody asked
};

/// One line of the list of answers: its words, how it counts, and whether the employer is the one at referral.
struct AnswerTerm : Term<Answer> {
    AnswerClass answer_class;  ///< how the answer counts
    bool same_employer;        ///< whether the contract with the employer at referral goes on
};

template <>
inline constexpr std::string_view list_name_of<Answer> = "answer";

template <>
inline constexpr auto terms_of<Answer> = std::to_array<AnswerTerm>({
    {{Answer::same_post, "same_post", "même poste", "same post"}, AnswerClass::employed, true},
    {{Answer::adapted_post, "adapted_post", "poste aménagé", "adapted post"}, AnswerClass::employed, true},
    {{Answer::other_post_same_employer, "other_post_same_employer", "autre poste chez le même employeur",
      "other post, same employer"},
     AnswerClass::employed,
     true},
    {{Answer::on_leave_with_contract, "on_leave_with_contract", "en arrêt, contrat en cours",
      "on leave with a contract"},
     AnswerClass::employed,
     true},
    {{Answer::other_employer, "other_employer", "autre employeur", "other employer"}, AnswerClass::employed, false},
    {{Answer::self_employed, "self_employed", "travailleur indépendant", "self-employed"},
     AnswerClass::employed,
     false},
    {{Answer::in_training, "in_training", "en formation", "in training"}, AnswerClass::not_employed, false},
    {{Answer::job_seeking, "job_seeking", "en recherche d'emploi", "seeking a job"}, AnswerClass::not_employed, false},
    {{Answer::invalidity, "invalidity", "en invalidité, sans emploi", "on invalidity, out of work"},
     AnswerClass::not_employed,
     false},
    {{Answer::unfit_retired, "unfit_retired", "retraité pour inaptitude", "retired as unfit"},
     AnswerClass::not_employed,
     false},
    {{Answer::out_of_work_other, "out_of_work_other", "sans emploi, autre situation", "out of work, other situation"},
     AnswerClass::not_employed,
     false},
    {{Answer::retired, "retired", "retraité", "retired"}, AnswerClass::out_of_scope, false},
    {{Answer::deceased, "deceased", "décédé", "deceased"}, AnswerClass::out_of_scope, false},
    {{Answer::refused, "refused", "refus de répondre", "refused to answer"}, AnswerClass::non_response, false},
    {{Answer::no_contact, "no_contact", "injoignable", "could not be reached"}, AnswerClass::non_response, false},
    {{Answer::lost, "lost", "perdu de vue", "lost from view"}, AnswerClass::non_response, false},
    {{Answer::other_non_response, "other_non_response", "autre non-réponse", "other non-response"},
     AnswerClass::non_response,
     false},
    {{Answer::not_sent, "not_sent", "non envoyé", "not sent"}, AnswerClass::non_response, false},
});
static_assert(well_formed(terms_of<Answer>));

/// How an answer counts.
constexpr AnswerClass class_of(Answer answer) { return term_of(answer).answer_class; }

/// Whether the worker is still with the employer at referral.
constexpr bool same_employer(Answer answer) { return term_of(answer).same_employer; }

/// Whether an answer tells if the worker is in work: employed or not employed.
constexpr bool is_substantive(Answer answer) {
    return class_of(answer) == AnswerClass::employed || class_of(answer) == AnswerClass::not_employed;
}

/// Whether an answer settles the case for good, whenever it comes: the worker died or retired.
constexpr bool settles(Answer answer) { return answer == Answer::deceased || answer == Answer::retired; }

}  // namespace maintien
