#include "outreach_page.hpp"

#include "io/text_table.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io::detail {

namespace {

std::string row_label(const OutreachFigure& figure, Language language) {
    if (const auto kind = from_code<OutreachKind>(figure.category); kind && figure.variant == "events_by_kind") return "  " + std::string(label_of(*kind, language));
    if (const auto kind = from_code<ParticipantKind>(figure.category)) return "  " + std::string(label_of(*kind, language));
    if (figure.variant == "events") return std::string(said(language, "Actions", "Actions"));
    if (figure.variant == "participants") return "Participants";
    if (figure.variant == "deliverables") return std::string(said(language, "Livrables", "Deliverables"));
    return std::string(said(language, "Actions avec leur pièce", "Actions with their document"));
}

std::string figures_page(const OutreachReport& report, Language language) {
    TextTable table{.label_width = 36, .widths = {10, 14, 14, 10, 12}};
    const auto heading = [&](std::string_view fr, std::string_view en) { return std::string(said(language, fr, en)); };
    table.line("", {heading("nombre", "number"), heading("inscriptions", "registrations"), heading("émargement", "attendance"), "document", heading("sans pièce", "none")});
    table.rule();
    for (const auto& figure : report.figures) {
        std::vector<std::string> cells{grouped(figure.numerator, language)};
        for (const auto count : figure.proven) cells.push_back(grouped(count, language));
        cells.push_back(grouped(figure.unproven, language));
        if (figure.denominator && *figure.denominator != 0)
            cells = {grouped(figure.numerator, language), percentage(figure.numerator, *figure.denominator, 2, language)};
        else if (figure.denominator) cells = {grouped(figure.numerator, language)};
        table.line(row_label(figure, language), cells);
    }
    return table.text;
}

/// Whom the counts of participants leave out.
std::string uncounted_note(const OutreachReport& report, Language language) {
    for (const auto& figure : report.figures)
        if (figure.variant == "participants" && figure.not_recorded != 0)
            return counted(figure.not_recorded, {"action sans nombre de participants", "action without a number of participants"},
                           {"actions sans nombre de participants", "actions without a number of participants"}, language) + ".\n";
    return "";
}

std::string proofs_text(const CollectiveAction& action, Language language) {
    std::string text;
    for (const auto& term : terms_of<SourceDocument>)
        if (action.source_documents.contains(term.value)) text += (text.empty() ? "" : ", ") + std::string(label_of(term.value, language));
    return text.empty() ? std::string(said(language, "sans pièce", "no document")) : text;
}

std::string action_text(const CollectiveAction& action, Language language) {
    std::string text = iso(action.on) + "  " + action.action.text + "  " + action.title + " (" + std::string(label_of(action.kind, language)) + ")";
    if (action.participants) text += ", " + counted(total_of(*action.participants), {"participant", "participant"}, {"participants", "participants"}, language);
    text += ", " + proofs_text(action, language);
    if (action.has_deliverable) text += std::string(said(language, ", livrable", ", deliverable")) + (action.deliverable.empty() ? "" : (language == Language::fr ? " : " : ": ") + action.deliverable);
    return wrapped(text, 4, 2);
}

}  // namespace

std::string outreach_page(const OutreachReport& report, Language language) {
    const bool french = language == Language::fr;
    std::string text = french ? "Actions collectives, du " : "Collective actions, ";
    text += day_in_words(report.period.from, language) + (french ? " au " : " to ") + day_in_words(report.period.to, language) + "\n\n";
    text += figures_page(report, language) + uncounted_note(report, language);
    if (!report.actions.empty()) text += french ? "\nLes actions\n" : "\nThe actions\n";
    for (const auto& action : report.actions) text += action_text(action, language);
    if (!report.log.empty()) text += french ? "\nSuivi des évolutions\n" : "\nLog of changes\n";
    for (const auto& logged : report.log)
        text += wrapped(iso(logged.change.on) + "  " + logged.action.text + "  " + logged.change.change + (french ? " — motif : " : " — reason: ") + logged.change.reason, 4, 2);
    return text;
}

}  // namespace maintien::io::detail
