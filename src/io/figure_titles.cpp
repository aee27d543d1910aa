#include "io/figure_titles.hpp"

#include <array>
#include <optional>
#include <span>

#include "io/phrases.hpp"
#include "maintien/indicators/follow_up_cells.hpp"
#include "maintien/pathway/wording.hpp"
#include "maintien/vocabulary/attribute.hpp"
#include "maintien/vocabulary/closed_lists.hpp"

namespace maintien::io::detail {

namespace {

/// A name of a document and the words for it.
struct Title {
    std::string_view name;  ///< `indicator`, or `indicator/variant`
    Text words;             ///< how people say it
};

constexpr auto indicator_titles = std::to_array<Title>({
    {"referrals", {"Signalements", "Referrals"}},
    {"re_referrals", {"Nouveaux signalements d'un même salarié", "Repeated referrals"}},
    {"entries", {"Entrées dans la cellule", "Entries in the cell"}},
    {"entry_rate", {"Taux d'entrée", "Entry rate"}},
    {"status", {"Statuts", "Status"}},
    {"outcome", {"Résultats (sortie)", "Outcomes (exit)"}},
    {"positive_exit_rate", {"Taux de sorties positives", "Positive exit rate"}},
    {"kept_in_company", {"Maintien dans l'entreprise", "Kept in the company"}},
    {"kept_in_employment", {"Maintien en emploi, dans l'entreprise ou ailleurs", "Kept in employment, in the company or elsewhere"}},
    {"neutral_share", {"Part des sorties neutres (hors des taux)", "Share of neutral exits (outside the rates)"}},
    {"days_in_cell", {"Jours dans la cellule", "Days in the cell"}},
    {"stage_delay", {"Délais entre étapes, en jours", "Delays between stages, in days"}},
    {"contact_within_limit", {"Premier contact dans le délai", "First contact within the limit"}},
    {"follow_up", {"Suivi après la sortie", "Follow-up after the exit"}},
    {"response_rate", {"Taux de réponse au suivi", "Response rate at follow-up"}},
    {"retention", {"Maintien constaté au suivi", "Retention at follow-up"}},
    {"objective", {"Objectifs", "Targets"}},
    {"refusal_rate", {"Taux de refus d'intégration", "Refusal rate"}},
    {"caseload", {"File active", "Caseload"}},
    {"distribution", {"Répartition des signalements", "Distribution of referrals"}},
    {"recommendations", {"Préconisations du médecin du travail", "Recommendations of the occupational physician"}},
    {"measures", {"Mesures", "Measures"}},
    {"partners", {"Partenaires", "Partners"}},
    {"appointments", {"Rendez-vous", "Appointments"}},
    {"standardised_rate", {"Taux standardisés sur l'âge et le secteur", "Rates standardised by age and sector"}},
    {"service_comparison", {"Sorties positives par sortie, service par service (limites de l'entonnoir à 95\u00A0%)", "Positive exits per exit, service by service (funnel limits at 95%)"}},
});

constexpr auto variant_titles = std::to_array<Title>({
    {"referrals/", {"Signalements", "Referrals"}},
    {"referrals/persons", {"Personnes différentes", "Different persons"}},
    {"re_referrals/", {"Parmi les signalements de la période", "Among the referrals of the period"}},
    {"re_referrals/after_positive_exit_365", {"Dans les 365 j d'une sortie positive", "Within 365 days of a positive exit"}},
    {"entries/strict", {"Dossiers ouverts", "Files opened"}},
    {"entries/broad", {"Entrées au sens du protocole", "Entries as the protocol counts them"}},
    {"entry_rate/flow_ratio", {"Entrées / signalements de la période", "Entries / referrals of the period"}},
    {"entry_rate/cohort", {"Signalés de la période, entrés depuis", "Referred in the period, entered since"}},
    {"entry_rate/cumulative_incidence", {"Entrés dans les {} j du signalement", "Entered within {} days of the referral"}},
    {"outcome/exits_of_period", {"Sorties de la période", "Exits of the period"}},
    {"positive_exit_rate/per_exit", {"Par sortie (entrées de la période)", "Per exit (entries of the period)"}},
    {"positive_exit_rate/per_accompanied_exit", {"Par sortie accompagnée, sans les refus", "Per accompanied exit, without refusals"}},
    {"positive_exit_rate/per_exit_of_period", {"Par sortie (sorties de la période)", "Per exit (exits of the period)"}},
    {"positive_exit_rate/per_accompanied_exit_of_period", {"Par sortie accompagnée de la période", "Per accompanied exit of the period"}},
    {"positive_exit_rate/per_entry", {"Par entrée, dossiers en cours compris", "Per entry, open files included"}},
    {"positive_exit_rate/cumulative_incidence", {"Positives dans les {} j de l'entrée", "Positive within {} days of the entry"}},
    {"positive_exit_rate/mature", {"Sorties positives à {} j, avec ce recul", "Positive by {} days, observed so long"}},
    {"kept_in_company/per_exit", {"Par sortie (entrées de la période)", "Per exit (entries of the period)"}},
    {"kept_in_company/per_exit_of_period", {"Par sortie (sorties de la période)", "Per exit (exits of the period)"}},
    {"kept_in_employment/per_exit", {"Par sortie (entrées de la période)", "Per exit (entries of the period)"}},
    {"kept_in_employment/per_exit_of_period", {"Par sortie (sorties de la période)", "Per exit (exits of the period)"}},
    {"neutral_share/", {"Entrées de la période", "Entries of the period"}},
    {"neutral_share/of_period", {"Sorties de la période", "Exits of the period"}},
    {"days_in_cell/all_mean", {"Moyenne, toutes les entrées de la période", "Mean, all entries of the period"}},
    {"days_in_cell/km_median", {"Médiane, dossiers en cours compris", "Median, open files included"}},
    {"days_in_cell/km_q1", {"Premier quartile, de même", "First quartile, likewise"}},
    {"days_in_cell/km_q3", {"Troisième quartile, de même", "Third quartile, likewise"}},
    {"days_in_cell/rmst", {"Moyenne dans les {} premiers jours, de même", "Mean within the first {} days, likewise"}},
    {"days_in_cell/closed_mean", {"Moyenne, entrés dans la période et sortis", "Mean, entered in the period and left"}},
    {"days_in_cell/closed_median", {"Médiane, entrés dans la période et sortis", "Median, entered in the period and left"}},
    {"days_in_cell/closed_mean_of_period", {"Moyenne, sorties de la période", "Mean, exits of the period"}},
    {"days_in_cell/closed_median_of_period", {"Médiane, sorties de la période", "Median, exits of the period"}},
    {"days_in_cell/open_mean_age", {"Ancienneté moyenne des dossiers en cours", "Mean age of the open files"}},
    {"stage_delay/referral_to_contact", {"Signalement → premier contact", "Referral → first contact"}},
    {"stage_delay/contact_to_interview", {"Contact → entretien", "Contact → interview"}},
    {"stage_delay/referral_to_entry", {"Signalement → entrée", "Referral → entry"}},
    {"stage_delay/interview_to_entry", {"Entretien → entrée", "Interview → entry"}},
    {"stage_delay/entry_to_plan", {"Entrée → plan d'actions", "Entry → action plan"}},
    {"stage_delay/referral_to_exit", {"Signalement → sortie", "Referral → exit"}},
    {"contact_within_limit/mature", {"Signalements dont le délai est écoulé", "Referrals whose limit has passed"}},
    {"contact_within_limit/all", {"Tous les signalements de la période", "All referrals of the period"}},
    {"retention/observed", {"À {} mois, parmi ceux qui ont répondu", "At {} months, among those who answered"}},
    {"retention/bounds", {"À {} mois, parmi tous, au moins", "At {} months, among all, at least"}},
    {"retention/weighted", {"À {} mois, redressé des non-réponses", "At {} months, weighted for non-response"}},
    {"retention/same_employer", {"Même employeur à {} mois", "Same employer at {} months"}},
    {"retention/same_post", {"Même poste à {} mois", "Same post at {} months"}},
    {"retention/at_work", {"Au travail (hors arrêt) à {} mois", "At work (not on leave) at {} months"}},
    {"retention/employed_or_training", {"En emploi ou en formation à {} mois", "Employed or in training at {} months"}},
    {"retention/after_positive_exit", {"Après une sortie positive, à {} mois", "After a positive exit, at {} months"}},
    {"retention/after_positive_exit_bounds", {"Après une sortie positive, à {} mois, au moins", "After a positive exit, at {} months, at least"}},
    {"objective/referrals_per_year", {"Signalements : réalisés / attendus au prorata", "Referrals: achieved / expected pro rata"}},
    {"objective/entries_per_year", {"Entrées : réalisées / attendues au prorata", "Entries: achieved / expected pro rata"}},
    {"objective/kept", {"Sorties positives, par sortie", "Positive exits, per exit"}},
    {"refusal_rate/", {"Refus / (refus + dossiers ouverts)", "Refusals / (refusals + files opened)"}},
    {"caseload/opening", {"Ouverts la veille de la période", "Open on the eve of the period"}},
    {"caseload/inflow", {"Entrés dans la période", "Entered in the period"}},
    {"caseload/outflow", {"Sortis dans la période", "Left in the period"}},
    {"caseload/closing", {"Ouverts à la fin de la période", "Open at the end of the period"}},
    {"caseload/active", {"Suivis dans la période", "Supported in the period"}},
    {"distribution/by", {"Auteur du signalement", "Who referred"}},
    {"distribution/age_band", {"Âge au signalement", "Age at referral"}},
    {"recommendations/issued", {"Émises dans la période", "Issued in the period"}},
    {"recommendations/carried_out", {"Parmi elles, réalisées à ce jour", "Of those, carried out to date"}},
    {"appointments/held", {"Tenus", "Held"}},
    {"appointments/missed", {"Manqués", "Missed"}},
    {"appointments/cancelled", {"Annulés", "Cancelled"}},
    {"appointments/per_person", {"Tenus par personne reçue", "Held per person seen"}},
    {"standardised_rate/entry_rate", {"Signalés de la période, entrés depuis", "Referred in the period, entered since"}},
    {"standardised_rate/positive_exit_rate", {"Sorties positives, par sortie", "Positive exits, per exit"}},
    {"service_comparison/positive_exit_rate", {"{}", "{}"}},
    {"service_comparison/limits", {"Limites à la taille de {}", "Limits at the size of {}"}},
    {"service_comparison/pooled", {"Tous les services (intervalle du rapport)", "All services (the report's interval)"}},
    {"service_comparison/overdispersion", {"Surdispersion φ (1 : le hasard suffit)", "Overdispersion φ (1: chance is enough)"}},
});

constexpr auto status_titles = std::to_array<Title>({
    {"ongoing", {"En cours", "Ongoing"}},
    {"refused", {"Refus d'intégration", "Refusal"}},
    {"positive", {"Sortie positive", "Positive exit"}},
    {"negative", {"Sortie négative", "Negative exit"}},
    {"neutral", {"Sortie neutre", "Neutral exit"}},
});

constexpr auto key_titles = std::to_array<Title>({
    {"service", {"service", "service"}},
    {"sector", {"secteur d'activité", "sector"}},
    {"age_band", {"âge au signalement", "age at referral"}},
    {"physician", {"médecin du travail", "occupational physician"}},
    {"manager", {"chargé de maintien en emploi", "case manager"}},
    {"year", {"année", "year"}},
    {"quarter", {"trimestre", "quarter"}},
    {"month", {"mois", "month"}},
});

constexpr auto exclusion_titles = std::to_array<Title>({
    {"negative", {"à délai négatif", "with a negative delay"}},
    {"outside_reference", {"hors de la population de référence", "outside the reference population"}},
    {"not_mature", {"sans le recul nécessaire", "not observed long enough"}},
    {"deceased", {"décès", "deceased"}},
    {"retired", {"en retraite", "retired"}},
    {"non_response", {"sans réponse", "without an answer"}},
    {"closed_without_contact", {"clos sans contact dans le délai", "closed without contact within the limit"}},
});

std::optional<Text> find_title(std::span<const Title> titles, std::string_view name) {
    for (const auto& title : titles)
        if (title.name == name) return title.words;
    return std::nullopt;
}

std::string title_or_name(std::span<const Title> titles, std::string_view name, Language language) {
    const auto words = find_title(titles, name);
    return std::string(words ? in_language(*words, language) : name);
}

/// The label of a code of the closed list called `list`, or nothing.
std::optional<std::string> label_in(std::string_view list, std::string_view code, Language language) {
    std::optional<std::string> label;
    for_each_closed_list([&]<ClosedList Code>() {
        if (list_name_of<Code> != list) return;
        if (const auto found = from_code<Code>(code)) label = std::string(label_of(*found, language));
    });
    return label;
}

/// The word for a value of an attribute or stratum key.
std::string value_title(std::string_view key, std::string_view value, Language language) {
    if (value == "unknown") return std::string(said(language, "non renseigné", "not given"));
    if (key == "on_sick_leave" || key == "disabled_worker")
        return std::string(value == "true" ? said(language, "oui", "yes") : said(language, "non", "no"));
    return label_in(key == "by" ? "actor" : key, value, language).value_or(std::string(value));
}

/// A horizon as a heading.
std::string months_title(std::string_view months, Language language) {
    return std::string(said(language, "À ", "At ")) + std::string(months) + std::string(said(language, " mois", " months"));
}

/// What became of follow-ups, or how many were due.
std::string follow_up_title(std::string_view category, Language language) {
    if (category == "due") return std::string(said(language, "Délai écoulé", "Window over"));
    const auto end = from_code<FollowUpEnd>(category);
    return capitalised(std::string(end ? label_of(*end, language) : category));
}

}  // namespace

std::string indicator_title(std::string_view indicator, Language language) {
    return title_or_name(indicator_titles, indicator, language);
}

std::string variant_title(std::string_view indicator, std::string_view variant, Language language) {
    const auto words = find_title(variant_titles, std::string(indicator) + "/" + std::string(variant));
    if (words) return std::string(in_language(*words, language));
    if (indicator == "distribution") return capitalised(stratum_key_title(variant, language));
    if (indicator == "follow_up" || indicator == "response_rate") return months_title(variant, language);
    return variant.empty() ? indicator_title(indicator, language) : std::string(variant);
}

std::string category_title(std::string_view indicator, std::string_view variant, std::string_view category, Language language) {
    if (indicator == "status") return title_or_name(status_titles, category, language);
    if (indicator == "outcome") return capitalised(value_title("outcome", category, language));
    if (indicator == "follow_up") return follow_up_title(category, language);
    if (indicator == "measures") return capitalised(value_title("measure", category, language));
    if (indicator == "partners") return capitalised(value_title("partner", category, language));
    return capitalised(value_title(variant, category, language));
}

std::string figure_title(std::string_view indicator, std::string_view variant, std::string_view category, Language language) {
    auto title = variant_title(indicator, variant, language);
    if (const auto place = title.find("{}"); place != std::string::npos)
        return title.replace(place, 2, category == "unknown" ? value_title({}, category, language) : category);
    return category.empty() ? title : category_title(indicator, variant, category, language);
}

std::string whole_title(std::string_view indicator, std::string_view variant, std::string_view category, Language language) {
    std::string title = indicator_title(indicator, language);
    const auto words = variant_title(indicator, variant, language);
    if (words.find("{}") != std::string::npos) return capitalised(title + " – " + figure_title(indicator, variant, category, language));
    if (!variant.empty()) title += " – " + words;
    if (!category.empty()) title += " – " + category_title(indicator, variant, category, language);
    return capitalised(title);
}

std::string stratum_key_title(std::string_view key, Language language) {
    if (const auto words = find_title(key_titles, key)) return std::string(in_language(*words, language));
    const auto attribute = from_code<Attribute>(key);
    return std::string(attribute ? label_of(*attribute, language) : key);
}

std::string stratum_value_title(std::string_view key, std::string_view value, Language language) {
    return value_title(key, value, language);
}

std::string exclusion_title(std::string_view reason, Language language) { return title_or_name(exclusion_titles, reason, language); }

}  // namespace maintien::io::detail
