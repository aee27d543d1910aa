// What a reader must know before quoting the published page: a mean and a rate mean nothing without their population.
#include "io/text_report_parts.hpp"

#include "maintien/indicators/percentage.hpp"

namespace maintien::io::detail {

namespace {

/// A note of the list.
std::string note(const std::string& text) { return wrapped("• " + text, 4, 2); }

/// A rate with its fraction: 9/12 (75,00 %).
std::string rate_text(const Figures& figures, const ReportRow& row) {
    return fraction_text(row, figures.language) + " (" + share_text(figures, row) + ")";
}

// ---- the mean -----------------------------------------------------------------------------------------------------

std::string mean_of_exits(const Figures& figures) {
    const auto* closed = figures.find("days_in_cell", "closed_mean");
    const bool french = figures.language == Language::fr;
    if (closed && is_hidden(*closed)) return french ? "la moyenne des dossiers sortis est masquée" : "the mean over the files that left is suppressed";
    if (!closed || !closed->value) return french ? "aucun dossier entré dans la période n'est encore sorti" : "no file entered in the period has left yet";
    const auto days = days_text(*closed, 1, figures.language), n = number_text(closed->denominator, figures.language);
    return french ? "sur les dossiers sortis (n = " + n + "), la moyenne est de " + days + "\u00A0j" : "over the files that left (n = " + n + "), the mean is " + days + " days";
}

std::string mean_note(const Figures& figures) {
    const auto* mean = figures.find("days_in_cell", "all_mean");
    if (!mean || !mean->value) return {};
    const auto days = days_text(*mean, 0, figures.language), n = number_text(mean->denominator, figures.language);
    if (figures.language == Language::fr)
        return note("«\u00A0" + days + "\u00A0jours\u00A0» ne nomme pas sa population. Ici : les " + n + " entrées, dossiers en cours compris ; " + mean_of_exits(figures) + ".");
    return note("“" + days + " days” names no population. Here: the " + n + " entries, open files included; " + mean_of_exits(figures) + ".");
}

// ---- the rate -----------------------------------------------------------------------------------------------------

/// The target of the share kept in work, when the protocol has one and it is measured per exit.
const ReportRow* target_of_rate(const Figures& figures, const ReportRow& per_exit) {
    for (const auto& row : figures.report.rows)
        if (row.stratum == 0 && row.indicator == "objective" && row.unit == Unit::proportion && row.bound_lower &&
            row.numerator == per_exit.numerator && row.denominator == per_exit.denominator)
            return &row;
    return nullptr;
}

/// How a rate lies to its target, as the end of a sentence; `open` when files may still change it.
std::string against(double value, double target, bool open, Language language) {
    if (value > target) return std::string(said(language, "dépasse l'objectif", "beats the target"));
    if (value == target) return std::string(said(language, "atteint tout juste l'objectif", "just reaches the target"));
    return std::string(said(language, "n'atteint pas l'objectif", "does not reach the target")) + std::string(open ? said(language, " à ce jour", " so far") : "");
}

std::string target_sentence(const Figures& figures, const ReportRow& per_exit, const ReportRow& per_entry, double target) {
    const auto language = figures.language;
    const bool open = per_entry.bound_upper && *per_entry.bound_upper > *per_entry.value;
    const auto exits = rate_text(figures, per_exit) + " " + against(*per_exit.value, target, false, language);
    const auto entries = rate_text(figures, per_entry) + " " + against(*per_entry.value, target, open, language);
    const auto goal = short_percentage(target, language);
    if (language == Language::fr)
        return "«\u00A0" + goal + " de maintien en emploi\u00A0» ne nomme pas de dénominateur. Par sortie, " + exits + " ; par entrée, " + entries + ".";
    return "“" + goal + " kept in work” names no denominator. Per exit, " + exits + "; per entry, " + entries + ".";
}

std::string plain_rate_sentence(const Figures& figures, const ReportRow& per_exit, const ReportRow& per_entry) {
    const auto exits = rate_text(figures, per_exit), entries = rate_text(figures, per_entry);
    if (figures.language == Language::fr)
        return "Un taux de maintien se lit avec son dénominateur. Par sortie : " + exits + " ; par entrée : " + entries + ".";
    return "A rate of retention is read with its denominator. Per exit: " + exits + "; per entry: " + entries + ".";
}

/// Where the rate per entry will end for certain.
std::string final_sentence(const Figures& figures, const ReportRow& per_entry) {
    const auto* ongoing = figures.find("status", "", "ongoing");
    const auto open = ongoing ? whole_number(ongoing->numerator) : 0;
    if (open == 0 || !per_entry.bound_lower || !per_entry.bound_upper) return {};
    const auto low = share_value_text(figures, *per_entry.bound_lower), high = share_value_text(figures, *per_entry.bound_upper);
    const auto files = counted(open, {"dossier en cours", "open file"}, {"dossiers en cours", "open files"}, figures.language);
    if (figures.language == Language::fr)
        return " Avec " + files + ", la valeur finale par entrée se situera entre " + low + " et " + high + ".";
    return " With " + files + ", the final value per entry will lie between " + low + " and " + high + ".";
}

std::string rate_note(const Figures& figures) {
    const auto* per_exit = figures.find("positive_exit_rate", "per_exit");
    const auto* per_entry = figures.find("positive_exit_rate", "per_entry");
    if (!per_exit || !per_entry || !per_exit->value || !per_entry->value) return {};
    const auto* target = target_of_rate(figures, *per_exit);
    const auto first = target ? target_sentence(figures, *per_exit, *per_entry, *target->bound_lower) : plain_rate_sentence(figures, *per_exit, *per_entry);
    return note(first + final_sentence(figures, *per_entry));
}

// ---- refusals among the exits, rounding ---------------------------------------------------------------------------

std::string refusal_note(const Figures& figures) {
    const auto* all = figures.find("positive_exit_rate", "per_exit");
    const auto* accompanied = figures.find("positive_exit_rate", "per_accompanied_exit");
    if (!all || !accompanied) return {};
    const auto refused = whole_number(all->denominator) - whole_number(accompanied->denominator);
    if (refused <= 0 || !accompanied->value) return {};
    const auto rate = rate_text(figures, *accompanied);
    if (figures.language == Language::fr)
        return note(counted(refused, {"refus d'intégration est compté", ""}, {"refus d'intégration sont comptés", ""}, Language::fr) +
                    " parmi les entrées et parmi les sorties. Sorties accompagnées seules : " + rate + ".");
    return note(counted(refused, {"", "refusal is counted"}, {"", "refusals are counted"}, Language::en) +
                " among the entries and among the exits. Accompanied exits alone: " + rate + ".");
}

std::string rounding_note(Language language) {
    return note(std::string(said(language,
                                 "Les totaux sont des effectifs : des pourcentages arrondis ne s'additionnent pas toujours à 100.",
                                 "Totals are counts: rounded percentages do not always add up to 100.")));
}

}  // namespace

std::string reading_notes(const Figures& figures) {
    const auto notes = mean_note(figures) + rate_note(figures) + refusal_note(figures);
    if (notes.empty()) return {};
    return std::string(said(figures.language, "\nÀ savoir avant de citer ces chiffres\n", "\nBefore quoting these figures\n")) + notes + rounding_note(figures.language);
}

}  // namespace maintien::io::detail
