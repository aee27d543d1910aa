#include "maintien/io/revision_document.hpp"

#include <ostream>

#include "io/figure_titles.hpp"
#include "io/piecewise.hpp"
#include "io/report_figures.hpp"
#include "io/report_heading.hpp"
#include "io/write_listed_episode.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io {

namespace {

using detail::Sink;

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_list(JsonWriter& json, std::string_view name, const EventTable& events, const std::vector<ListedEpisode>& list) {
    json.key(name);
    json.begin_array();
    for (const auto& listed : list) detail::write_listed_episode(json, events, listed);
    json.end();
}

bool any(const MovedEpisodes& moved) { return !moved.entered.empty() || !moved.left.empty(); }

void write_moved(JsonWriter& json, std::string_view name, const EventTable& events, const MovedEpisodes& moved) {
    json.key(name);
    json.begin_object();
    write_list(json, "entered", events, moved.entered);
    write_list(json, "left", events, moved.left);
    json.end();
}

void write_side(JsonWriter& json, std::string_view name, const ReportRow& row) {
    json.key(name);
    json.begin_object();
    json.key("numerator");
    json.number_or_null(row.numerator);
    json.key("denominator");
    json.number_or_null(row.denominator);
    json.key("value");
    json.number_or_null(row.value);
    detail::write_left_out(json, row);
    json.end();
}

void write_figure(JsonWriter& json, const EventTable& events, const MovedFigure& figure) {
    json.begin_object();
    detail::write_figure_name(json, figure.rule.indicator, figure.rule.variant, figure.rule.category);
    write_side(json, "before", figure.before);
    write_side(json, "after", figure.after);
    write_moved(json, "numerator", events, figure.numerator);
    write_moved(json, "denominator", events, figure.denominator);
    json.key("excluded");
    json.begin_object();
    for (const auto& [reason, episodes] : figure.excluded)
        if (any(episodes)) write_moved(json, reason, events, episodes);
    json.end();
    json.key("changed");
    json.begin_array();
    for (const auto& changed : figure.changed) {
        json.begin_object();
        detail::write_episode_key(json, events, changed.episode);
        json.key("days_before");
        json.count(changed.before);
        json.key("days_after");
        json.count(changed.after);
        json.end();
    }
    json.end();
    json.end();
}

std::string revision_json_pieces(const EventTable& events, const Revision& revision, Sink sink) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    const auto& report = revision.before;
    detail::write_heading(json, {"maintien-revision/1", report.protocol, report.as_of, report.known_on, report.period});
    json.key("and");
    json.day_or_null(revision.after.known_on);
    json.key("figures");
    json.count(static_cast<std::int64_t>(revision.after.rows.size()));
    json.key("moved");
    json.count(static_cast<std::int64_t>(revision.moved.size()));
    json.key("rows");
    json.begin_array(revision.moved.empty() ? JsonLayout::one_line : JsonLayout::one_a_line);
    for (const auto& figure : revision.moved) {
        write_figure(json, events, figure);
        sink.take(json.text);
    }
    json.end();
    return detail::finished(json, sink);
}

// ---- text ---------------------------------------------------------------------------------------------------------

/// A figure in short: 9/12, 75 %; 31.5 (n = 12); or its number; or why there is none.
std::string short_figure(const detail::Figures& figures, const ReportRow& row) {
    if (!row.value && row.null_reason) return std::string(label_of(*row.null_reason, figures.language));
    const auto value = detail::value_text(figures, row);
    if (row.unit == Unit::days) return row.denominator ? value + " (n = " + detail::number_text(row.denominator, figures.language) + ")" : value;
    return row.numerator && row.denominator ? detail::fraction_text(row, figures.language) + ", " + value : value;
}

std::string episode_name(const EventTable& events, const ListedEpisode& listed, Language language) {
    const auto key = key_of(events, listed.case_index);
    std::string name = (key.service.empty() ? "" : std::string(key.service) + "/") + std::string(key.case_id);
    if (listed.episode > 1) name += std::string(detail::said(language, " (épisode ", " (episode ")) + std::to_string(listed.episode) + ")";
    return listed.times > 1 ? name + " × " + std::to_string(listed.times) : name;
}

void add_lines(std::string& text, const EventTable& events, std::string_view what, const std::vector<ListedEpisode>& list, Language language, Sink sink) {
    for (const auto& listed : list) {
        text += "  " + std::string(what) + episode_name(events, listed, language) + "\n";
        sink.take(text);
    }
}

void add_moved_figure(std::string& text, const EventTable& events, const MovedFigure& figure, const detail::Figures& figures, Sink sink) {
    const auto language = figures.language;
    const auto add = [&](std::string_view fr, std::string_view en, const std::vector<ListedEpisode>& list) { add_lines(text, events, detail::said(language, fr, en), list, language, sink); };
    text += "\n" + detail::whole_title(figure.rule.indicator, figure.rule.variant, figure.rule.category, language) + "\n  " + short_figure(figures, figure.before) + " → " + short_figure(figures, figure.after) + "\n";
    add("+ compté : ", "+ counted: ", figure.numerator.entered);
    add("− n'est plus compté : ", "− no longer counted: ", figure.numerator.left);
    add("+ dans le total : ", "+ in the total: ", figure.denominator.entered);
    add("− n'est plus dans le total : ", "− no longer in the total: ", figure.denominator.left);
    for (const auto& [reason, episodes] : figure.excluded) {
        const auto why = " (" + detail::exclusion_title(reason, language) + ")" + std::string(detail::said(language, " : ", ": "));
        add("+ laissé de côté" + why, "+ left out" + why, episodes.entered);
        add("− n'est plus laissé de côté" + why, "− no longer left out" + why, episodes.left);
    }
    for (const auto& changed : figure.changed) {
        text += std::string(detail::said(language, "  ~ durée : ", "  ~ duration: ")) + episode_name(events, changed.episode, language) + ", " + std::to_string(changed.before) +
                " → " + std::to_string(changed.after) + std::string(detail::said(language, " j", " days")) + "\n";
        sink.take(text);
    }
}

std::string revision_text_pieces(const EventTable& events, const Revision& revision, Language language, Sink sink) {
    const auto day = [&](Day one) { return detail::day_in_words(one, language); };
    const auto& report = revision.after;
    const auto figures = detail::figures_of(report, language);
    std::string text(detail::said(language, "Ce qui a changé entre ce qui était connu le ", "What moved between what was known on "));
    text += day(revision.before.known_on) + std::string(detail::said(language, " et le ", " and on ")) + day(report.known_on) + "\n";
    text += std::string(detail::said(language, "Du ", "From ")) + day(report.period.from) + std::string(detail::said(language, " au ", " to ")) + day(report.period.to) +
            std::string(detail::said(language, ", situation au ", ", as of ")) + day(report.as_of) + "\n";
    text += detail::counted(static_cast<std::int64_t>(revision.moved.size()), {"chiffre a changé", "figure moved"}, {"chiffres ont changé", "figures moved"}, language) +
            std::string(detail::said(language, " sur ", " out of ")) + std::to_string(report.rows.size()) + "\n";
    for (const auto& figure : revision.moved) add_moved_figure(text, events, figure, figures, sink);
    sink.take_all(text);
    return text;
}

}  // namespace

std::string revision_json(const EventTable& events, const Revision& revision) { return revision_json_pieces(events, revision, {}); }
void write_revision_json(std::ostream& out, const EventTable& events, const Revision& revision) { revision_json_pieces(events, revision, {&out}); }
std::string revision_text(const EventTable& events, const Revision& revision, Language language) { return revision_text_pieces(events, revision, language, {}); }
void write_revision_text(std::ostream& out, const EventTable& events, const Revision& revision, Language language) { revision_text_pieces(events, revision, language, {&out}); }

}  // namespace maintien::io
