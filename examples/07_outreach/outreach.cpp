// The regional action sheet 2.5.1: its collective actions year by year, how many people of which kind they reached, what proves it, what
// was changed and why; and before a year is reported, the proofs still to be found.
#include <algorithm>
#include <iostream>

#include "maintien/io/outreach.hpp"
#include "maintien/io/outreach_document.hpp"
#include "maintien/maintien.hpp"

using namespace maintien;

namespace {

/// The source document that the sheet asks of an action of this kind.
std::string proof_of(OutreachKind kind) {
    std::string wanted;
    for (const auto& term : terms_of<SourceDocument>)
        if (proves(term.value, kind)) wanted += (wanted.empty() ? "" : " ou ") + std::string(term.fr);
    return wanted;
}

void write_year(const std::vector<CollectiveAction>& actions, int year) {
    const auto report = make_outreach_report(actions, {make_day(year, 1, 1), make_day(year, 12, 31)});
    const bool complete = std::all_of(report.actions.begin(), report.actions.end(), is_documented);
    std::cout << io::outreach_text(report, Language::fr) << "\nPièces à retrouver" << (complete ? " : aucune\n" : "\n");
    for (const auto& action : report.actions)
        if (!is_documented(action))
            std::cout << "  " << action.action.text << " (" << action.pilot << ") : " << proof_of(action.kind) << '\n';
    std::cout << '\n';
}

}  // namespace

int main() {
    const auto actions = io::read_outreach({"examples/07_outreach/actions.jsonl"});
    const auto by_day = [](const CollectiveAction& a, const CollectiveAction& b) { return a.on < b.on; };
    const auto [first, last] = std::minmax_element(actions.begin(), actions.end(), by_day);
    for (int year = year_of(first->on); year <= year_of(last->on); ++year) write_year(actions, year);
}
