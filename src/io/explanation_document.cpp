#include "maintien/io/explanation_document.hpp"

#include <ostream>

#include "io/figure_titles.hpp"
#include "io/phrases.hpp"
#include "io/piecewise.hpp"
#include "io/report_heading.hpp"
#include "io/write_listed_episode.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io {

namespace {

using detail::Sink;

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_episodes(JsonWriter& json, const Study& study, const std::vector<ListedEpisode>& episodes, Sink sink) {
    json.begin_array(episodes.empty() ? JsonLayout::one_line : JsonLayout::one_a_line);
    for (const auto& listed : episodes) {
        detail::write_listed_episode(json, study.events, listed);
        sink.take(json.text);
    }
    json.end();
}

std::string json_pieces(const Study& study, const Explanation& explanation, std::string_view protocol, Sink sink) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    const auto& rule = explanation.rule;
    detail::write_heading(json, {"maintien-explanation/1", protocol, study.table.as_of, study.table.known_on, study.period});
    detail::write_figure_name(json, rule.indicator, rule.variant, rule.category);
    json.key("numerator");
    write_episodes(json, study, explanation.numerator, sink);
    json.key("denominator");
    write_episodes(json, study, explanation.denominator, sink);
    json.key("excluded");
    json.begin_object(explanation.excluded.empty() ? JsonLayout::one_line : JsonLayout::one_a_line);
    for (const auto& excluded : explanation.excluded) {
        json.key(excluded.reason);
        write_episodes(json, study, excluded.episodes, sink);
    }
    json.end();
    return detail::finished(json, sink);
}

// ---- text ---------------------------------------------------------------------------------------------------------

/// What is counted, as the figure counts it; persons are not what is listed.
std::string number_said(const Study& study, const std::vector<ListedEpisode>& episodes, bool persons, Language language) {
    const auto times = std::to_string(times_in(episodes));
    if (!persons) return times;
    const auto counted = std::to_string(persons_in(study, episodes));
    return counted + std::string(detail::said(language, " (personnes\xC2\xA0; la liste en donne les épisodes\xC2\xA0: ", " (persons; the list has their episodes: ")) + times + ")";
}

void add_episodes(std::string& text, const Study& study, std::string_view title, const std::vector<ListedEpisode>& episodes, Language language, Sink sink, bool persons = false) {
    text += "\n" + std::string(title) + (language == Language::fr ? "\xC2\xA0: " : ": ") + number_said(study, episodes, persons, language) + "\n";
    for (const auto& listed : episodes) {
        const auto key = key_of(study.events, listed.case_index);
        text += "  " + (key.service.empty() ? "" : std::string(key.service) + "/") + std::string(key.case_id);
        if (listed.episode > 1) text += std::string(detail::said(language, " (épisode ", " (episode ")) + std::to_string(listed.episode) + ")";
        if (listed.times > 1) text += " × " + std::to_string(listed.times);
        text += "\n";
        sink.take(text);
    }
}

std::string text_pieces(const Study& study, const Explanation& explanation, Language language, Sink sink) {
    std::string text = detail::whole_title(explanation.rule.indicator, explanation.rule.variant, explanation.rule.category, language) + "\n";
    text += std::string(detail::said(language, "Du ", "From ")) + detail::day_in_words(study.period.from, language) + std::string(detail::said(language, " au ", " to ")) +
            detail::day_in_words(study.period.to, language) + "\n";
    if (!explanation.numerator.empty() || !explanation.rule.numerator.empty())
        add_episodes(text, study, detail::said(language, "Comptés", "Counted"), explanation.numerator, language, sink, explanation.rule.kind == FigureKind::persons);
    if (!explanation.denominator.empty() || !explanation.rule.denominator.empty())
        add_episodes(text, study, detail::said(language, "Rapportés à", "Measured against"), explanation.denominator, language, sink);
    for (const auto& excluded : explanation.excluded)
        add_episodes(text, study, capitalised(detail::exclusion_title(excluded.reason, language)), excluded.episodes, language, sink);
    sink.take_all(text);
    return text;
}

}  // namespace

std::string explanation_json(const Study& study, const Explanation& explanation, std::string_view protocol) { return json_pieces(study, explanation, protocol, {}); }
void write_explanation_json(std::ostream& out, const Study& study, const Explanation& explanation, std::string_view protocol) { json_pieces(study, explanation, protocol, {&out}); }
std::string explanation_text(const Study& study, const Explanation& explanation, Language language) { return text_pieces(study, explanation, language, {}); }
void write_explanation_text(std::ostream& out, const Study& study, const Explanation& explanation, Language language) { text_pieces(study, explanation, language, {&out}); }

}  // namespace maintien::io
