#include "maintien/io/view_document.hpp"

#include "io/case_parts.hpp"
#include "io/phrases.hpp"
#include "io/write_case_key.hpp"

namespace maintien::io {

namespace {

/// Whether the view names its case: nothing does when nothing is for a reader outside.
bool names_case(const View& view) { return known(view.case_id); }

void write_case(JsonWriter& json, const View& view) {
    detail::write_about(json, view.about);
    if (!view.episodes.empty()) detail::write_episodes(json, view);
    if (!view.consents.empty()) detail::write_consents(json, view.consents);
    detail::write_entries(json, "history", {view.service.text, view.case_id.text}, view.history);
}

}  // namespace

std::string view_json(const View& view) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-view/1");
    json.key("audience");
    json.string(code_of(view.reader.audience));
    if (view.reader.partner) {
        json.key("partner");
        json.string(code_of(*view.reader.partner));
    }
    if (names_case(view)) {
        detail::write_case_key(json, {view.service.text, view.case_id.text});
    }
    json.key("as_of");
    json.day_or_null(view.as_of);
    if (names_case(view)) write_case(json, view);
    json.end();
    return json.text + "\n";
}

std::string view_text(const View& view, Language language) {
    std::string reader(label_of(view.reader.audience, language));
    if (view.reader.partner) reader += " — " + std::string(label_of(*view.reader.partner, language));
    std::string text = std::string(detail::said(language, "Vue pour : ", "View for: ")) + reader + std::string(detail::said(language, ", au ", ", as of ")) + detail::day_in_words(view.as_of, language) + "\n";
    if (!names_case(view)) return text + std::string(detail::said(language, "Rien à montrer.\n", "Nothing to show.\n"));
    text += std::string(detail::said(language, "Dossier ", "Case ")) + (known(view.service) ? view.service.text + "/" : std::string()) + view.case_id.text + "\n";
    text += detail::about_text(view.about, language);
    if (!view.episodes.empty()) text += detail::episodes_text(view, language);
    if (!view.consents.empty()) text += detail::consents_text(view.consents, language);
    return text + detail::entries_text(view.history, language);
}

}  // namespace maintien::io
