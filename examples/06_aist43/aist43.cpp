// AIST 43: the cell's spreadsheet, read by its mapping, gives the table the cell publishes and its progress on what it has promised.
#include <iostream>
#include <map>

#include "maintien/indicators/percentage.hpp"
#include "maintien/io/mapping.hpp"
#include "maintien/maintien.hpp"

using namespace maintien;

namespace {

constexpr Language fr = Language::fr;

std::int64_t whole(const std::optional<double>& number) { return static_cast<std::int64_t>(number.value_or(0)); }

/// A row as the cell prints it: the count, and its share to two decimals from the counts themselves.
std::string share(const ReportRow& row) {
    return std::to_string(whole(row.numerator)) + " (" + percentage(whole(row.numerator), whole(row.denominator), 2, fr) + ")";
}

/// What a person reads for a status or an outcome.
std::string category_label(std::string_view code) {
    static const std::map<std::string_view, std::string_view> statuses{
        {"ongoing", "en cours"},           {"refused", "refus d'intégration"}, {"positive", "sortie positive"},
        {"negative", "sortie négative"}, {"neutral", "sortie neutre"},       {"unknown", "non noté"}};
    const auto outcome = from_code<Outcome>(code);
    return std::string(outcome ? label_of(*outcome, fr) : statuses.at(code));
}

/// The categories of an indicator that have a share, zeros included, and the total: a count, never a sum of rounded shares.
void write_categories(const Report& report, std::string_view title, std::string_view indicator, std::string_view variant) {
    std::cout << title << '\n';
    std::int64_t total = 0;
    for (const auto& row : report.rows) {
        if (row.indicator != indicator || row.variant != variant || !row.value || !row.denominator) continue;
        if (row.category == "unknown" && row.numerator == 0.0) continue;
        std::cout << "  " << category_label(row.category) << " : " << share(row) << '\n';
        total = whole(row.denominator);
    }
    std::cout << "  total : " << total << '\n';
}

}  // namespace

int main() {
    const Day as_of = make_day(2020, 11, 12);  // the day the cell showed its table
    const auto mapping = io::read_mapping({"examples/data/cellule.mapping.json"});
    const auto table = io::import_table({"examples/data/cellule.csv"}, mapping);
    for (const auto& column : table.unmapped_columns) std::cout << "colonne laissée de côté : " << column << '\n';

    const auto report = make_report(table.table, aist43_cme, {.as_of = as_of, .from = aist43_cme.valid_from});
    const auto row = [&](std::string_view indicator, std::string_view variant = {}) { return *find_row(report, indicator, variant); };
    std::cout << "du " << day_in_words(report.period.from, fr) << " au " << day_in_words(report.period.to, fr) << '\n'
              << whole(row("referrals").numerator) << " signalements, " << whole(row("entries", "broad").numerator) << " entrées\n";
    write_categories(report, "Statuts", "status", "");
    const auto days = row("days_in_cell", "all_mean");
    std::cout << "Nombre moyen de jours : " << rounded(whole(days.numerator), whole(days.denominator), 0, fr)
              << ", sur les " << whole(days.denominator) << " entrées, dossiers en cours compris\n";
    write_categories(report, "Résultats", "outcome", "entry_cohort");

    std::cout << "Maintien dans l'emploi, selon ce qu'on divise\n"
              << "  par sortie : " << share(row("positive_exit_rate", "per_exit")) << '\n'
              << "  par sortie accompagnée, refus exclus : " << share(row("positive_exit_rate", "per_accompanied_exit")) << '\n'
              << "  par entrée, à ce jour : " << share(row("positive_exit_rate", "per_entry")) << '\n';
    const auto per_entry = row("positive_exit_rate", "per_entry");
    std::cout << "  par entrée, une fois les dossiers en cours terminés : entre "
              << percentage_value(*per_entry.bound_lower, 2, fr) << " et " << percentage_value(*per_entry.bound_upper, 2, fr) << '\n';
    for (const auto& item : target_items(table.table, aist43_cme, as_of))
        std::cout << item.title.fr << ". " << item.computation.fr << '\n';
}
