#pragma once
/// @file
/// What is done for a worker, and how far it has come.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What an action plan can provide for; some measures are recommendations of the occupational physician.
enum class Measure : std::uint8_t {
    job_adjustment,             ///< in French: aménagement de poste
    working_time_adjustment,    ///< in French: aménagement du temps de travail
    therapeutic_part_time,      ///< part-time work on medical advice, insurance paying the rest
    telework,                   ///< in French: télétravail
    technical_aid,              ///< equipment that makes up for a limitation
    job_study,                  ///< in French: étude de poste
    ergonomic_study,            ///< in French: étude ergonomique
    prior_ergonomic_study,      ///< financed by Agefiph
    disabled_worker_status,     ///< the application for it
    invalidity_application,     ///< in French: demande d'invalidité
    supervised_trial,           ///< a try at a post during sick leave (CSS D323-6)
    retraining_in_company,      ///< at most 18 months (R5213-15)
    specific_support,           ///< in French: prestation d'appui spécifique (PAS)
    career_guidance,            ///< in French: prestation spécifique d'orientation professionnelle (PSOP)
    skills_assessment,          ///< in French: bilan de compétences
    construction_assessment,    ///< in French: bilan HandiBTP
    career_advice,              ///< in French: conseil en évolution professionnelle (CEP)
    training_account,           ///< in French: compte personnel de formation (CPF)
    transition_project,         ///< in French: projet de transition professionnelle (PTP)
    prior_learning,             ///< in French: validation des acquis de l'expérience (VAE)
    training,                   ///< in French: formation
    interests_and_motivations,  ///< what the worker would like to do, written down
    cv_writing,                 ///< in French: rédaction d'un CV
    early_remobilisation,       ///< work on the return begun during the sick leave
    supported_employment,       ///< in French: emploi accompagné
    vocational_rehabilitation,  ///< in French: réadaptation professionnelle
    financial_aid,              ///< in French: aide financière (Agefiph)
    psychological_support,      ///< in French: soutien psychologique
    social_support,             ///< in French: accompagnement social
    liaison_meeting,            ///< between worker and employer during the leave (D1226-8-1)
    return_visit,               ///< in French: visite de reprise
    pre_return_visit,           ///< in French: visite de préreprise
    employer_meeting,           ///< needs what `employer_contact` needs
    mdph_application,           ///< in French: dossier MDPH
    other_measure               ///< in French: autre mesure
};

/// One line of the list of measures: its words, and whether it is a recommendation of the physician.
struct MeasureTerm : Term<Measure> {
    bool recommendation;  ///< whether the occupational physician recommends it to the employer (marked ★)
};

template <>
inline constexpr std::string_view list_name_of<Measure> = "measure";

template <>
inline constexpr auto terms_of<Measure> = std::to_array<MeasureTerm>({
    {{Measure::job_adjustment, "job_adjustment", "aménagement de poste", "job adjustment"}, true},
    {{Measure::working_time_adjustment, "working_time_adjustment", "aménagement du temps de travail",
      "working-time adjustment"},
     true},
    {{Measure::therapeutic_part_time, "therapeutic_part_time", "temps partiel thérapeutique", "therapeutic part-time"},
     true},
    {{Measure::telework, "telework", "télétravail", "telework"}, true},
    {{Measure::technical_aid, "technical_aid", "aide technique", "technical aid"}, true},
    {{Measure::job_study, "job_study", "étude de poste", "job study"}, true},
    {{Measure::ergonomic_study, "ergonomic_study", "étude ergonomique", "ergonomic study"}, true},
    {{Measure::prior_ergonomic_study, "prior_ergonomic_study",
      "étude préalable à l'aménagement et à l'adaptation des situations de travail (EPAAST)",
      "prior ergonomic study (EPAAST)"},
     false},
    {{Measure::disabled_worker_status, "disabled_worker_status",
      "reconnaissance de la qualité de travailleur handicapé (RQTH)", "disabled-worker status (RQTH)"},
     false},
    {{Measure::invalidity_application, "invalidity_application", "demande d'invalidité",
      "application for an invalidity pension"},
     false},
    {{Measure::supervised_trial, "supervised_trial", "essai encadré", "supervised trial"}, false},
    {{Measure::retraining_in_company, "retraining_in_company",
      "convention de rééducation professionnelle en entreprise (CRPE)", "retraining in the company (CRPE)"},
     false},
    {{Measure::specific_support, "specific_support", "prestation d'appui spécifique (PAS)",
      "specific support for one kind of disability (PAS)"},
     false},
    {{Measure::career_guidance, "career_guidance", "prestation spécifique d'orientation professionnelle (PSOP)",
      "specific career guidance (PSOP)"},
     false},
    {{Measure::skills_assessment, "skills_assessment", "bilan de compétences", "skills assessment"}, false},
    {{Measure::construction_assessment, "construction_assessment", "bilan HandiBTP",
      "construction-sector assessment (HandiBTP)"},
     false},
    {{Measure::career_advice, "career_advice", "conseil en évolution professionnelle (CEP)", "career advice (CEP)"},
     false},
    {{Measure::training_account, "training_account", "compte personnel de formation (CPF)",
      "personal training account (CPF)"},
     false},
    {{Measure::transition_project, "transition_project", "projet de transition professionnelle (PTP)",
      "career transition project (PTP)"},
     false},
    {{Measure::prior_learning, "prior_learning", "validation des acquis de l'expérience (VAE)",
      "validation of prior learning (VAE)"},
     false},
    {{Measure::training, "training", "formation", "training"}, false},
    {{Measure::interests_and_motivations, "interests_and_motivations", "identification des intérêts et motivations",
      "interests and motivations"},
     false},
    {{Measure::cv_writing, "cv_writing", "rédaction d'un CV", "CV writing"}, false},
    {{Measure::early_remobilisation, "early_remobilisation", "remobilisation précoce", "early remobilisation"}, false},
    {{Measure::supported_employment, "supported_employment", "emploi accompagné", "supported employment"}, false},
    {{Measure::vocational_rehabilitation, "vocational_rehabilitation", "réadaptation professionnelle",
      "vocational rehabilitation"},
     false},
    {{Measure::financial_aid, "financial_aid", "aide financière (Agefiph)", "financial aid (Agefiph)"}, false},
    {{Measure::psychological_support, "psychological_support", "soutien psychologique", "psychological support"},
     false},
    {{Measure::social_support, "social_support", "accompagnement social", "social support"}, false},
    {{Measure::liaison_meeting, "liaison_meeting", "rendez-vous de liaison", "liaison meeting"}, false},
    {{Measure::return_visit, "return_visit", "visite de reprise", "return visit"}, false},
    {{Measure::pre_return_visit, "pre_return_visit", "visite de préreprise", "pre-return visit"}, false},
    {{Measure::employer_meeting, "employer_meeting", "rencontre avec l'employeur", "meeting with the employer"}, false},
    {{Measure::mdph_application, "mdph_application", "dossier MDPH", "application to the MDPH"}, false},
    {{Measure::other_measure, "other_measure", "autre mesure", "other measure"}, false},
});
static_assert(well_formed(terms_of<Measure>));

/// How far an action has come.
enum class Progress : std::uint8_t {
    planned,    ///< in French: prévue
    under_way,  ///< in French: en cours
    done,       ///< in French: réalisée
    abandoned   ///< in French: abandonnée
};

template <>
inline constexpr std::string_view list_name_of<Progress> = "progress";

template <>
inline constexpr auto terms_of<Progress> = std::to_array<Term<Progress>>({
    {Progress::planned, "planned", "prévue", "planned"},
    {Progress::under_way, "under_way", "en cours", "under way"},
    {Progress::done, "done", "réalisée", "done"},
    {Progress::abandoned, "abandoned", "abandonnée", "abandoned"},
});
static_assert(well_formed(terms_of<Progress>));

/// Whether a measure is a recommendation of the occupational physician (★).
constexpr bool is_recommendation(Measure measure) { return term_of(measure).recommendation; }

}  // namespace maintien
