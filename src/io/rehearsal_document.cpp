#include "maintien/io/rehearsal_document.hpp"

#include <array>
#include <ostream>

#include "io/phrases.hpp"
#include "io/piecewise.hpp"
#include "io/write_broken_rule.hpp"
#include "io/write_case_key.hpp"
#include "io/write_reason.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

using detail::Sink;

/// How a deadline moves.
enum class Shift : std::uint8_t { same, earlier, later, added, dropped };
constexpr std::array<std::string_view, 5> shift_codes{"same", "earlier", "later", "added", "dropped"};

Shift shift_of(const MovedDeadline& deadline) {
    if (!deadline.from) return Shift::added;
    if (!deadline.to) return Shift::dropped;
    if (deadline.from->due == deadline.to->due) return Shift::same;
    return deadline.to->due < deadline.from->due ? Shift::earlier : Shift::later;
}

/// What a rehearsal comes to.
struct RehearsalCounts {
    std::int64_t mapped = 0, not_mapped = 0;
    std::array<std::int64_t, count_of<MappingObstacle>> obstacles{};
    std::array<std::int64_t, shift_codes.size()> shifts{};
};

RehearsalCounts counts_of(const Rehearsal& rehearsal) {
    RehearsalCounts counts;
    for (const auto& one : rehearsal.cases) {
        ++(maps(one) ? counts.mapped : counts.not_mapped);
        for (const auto& term : terms_of<MappingObstacle>) counts.obstacles[index_of(term.value)] += one.obstacles.contains(term.value) ? 1 : 0;
        for (const auto& deadline : one.deadlines) ++counts.shifts[static_cast<std::size_t>(shift_of(deadline))];
    }
    return counts;
}

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_stage(JsonWriter& json, std::string_view key, MaybeStage stage) {
    json.key(key);
    json.string_or_null(stage ? code_of(*stage) : std::string_view{});
}

void write_rehearsed_episode(JsonWriter& json, std::size_t number, const RehearsedEpisode& episode) {
    json.begin_object();
    json.key("episode");
    json.count(static_cast<std::int64_t>(number));
    write_stage(json, "from_stage", episode.from);
    write_stage(json, "to_stage", episode.to);
    json.end();
}

void write_new_deviation(JsonWriter& json, const Deviation& deviation) {
    json.begin_object();
    detail::write_broken_rule(json, deviation);
    json.key("reasons");
    json.begin_array();
    for (const auto& reason : deviation.reasons) detail::write_text(json, reason.fr, reason.en);
    json.end();
    json.end();
}

void write_moved_deadline(JsonWriter& json, const MovedDeadline& deadline) {
    const auto& either = deadline.from ? *deadline.from : *deadline.to;
    const auto side = [&](std::string_view rule, std::string_view due, const std::optional<Deadline>& one) {
        json.key(rule);
        json.string_or_null(one ? one->rule : std::string_view{});
        json.key(due);
        json.day_or_null(one ? one->due : no_day);
    };
    json.begin_object();
    json.key("episode");
    json.count(static_cast<std::int64_t>(either.episode) + 1);
    json.key("step");
    json.string(either.horizon != 0 ? code_of(Event::follow_up) : code_of(either.step));
    json.key("horizon");
    either.horizon != 0 ? json.count(either.horizon) : json.null();
    side("from_rule", "from_due", deadline.from);
    side("to_rule", "to_due", deadline.to);
    json.key("moved_days");
    deadline.from && deadline.to ? json.count(deadline.to->due - deadline.from->due) : json.null();
    json.end();
}

void write_rehearsed_case(JsonWriter& json, const RehearsedCase& one) {
    json.begin_object();
    detail::write_case_key(json, {one.service, one.case_id});
    json.key("maps");
    json.boolean(maps(one));
    json.key("obstacles");
    json.begin_array();
    for (const auto& term : terms_of<MappingObstacle>)
        if (one.obstacles.contains(term.value)) json.string(term.code);
    json.end();
    json.key("episodes");
    json.begin_array();
    for (std::size_t i = 0; i < one.episodes.size(); ++i) write_rehearsed_episode(json, i + 1, one.episodes[i]);
    json.end();
    json.key("new_deviations");
    json.begin_array();
    for (const auto& deviation : one.new_deviations) write_new_deviation(json, deviation);
    json.end();
    json.key("deadlines");
    json.begin_array();
    for (const auto& deadline : one.deadlines) write_moved_deadline(json, deadline);
    json.end();
    json.end();
}

void write_rehearsal_summary(JsonWriter& json, const RehearsalCounts& counts) {
    json.key("summary");
    json.begin_object();
    json.key("cases");
    json.count(counts.mapped + counts.not_mapped);
    json.key("mapped");
    json.count(counts.mapped);
    json.key("not_mapped");
    json.count(counts.not_mapped);
    json.key("obstacles");
    json.begin_object();
    for (const auto& term : terms_of<MappingObstacle>) json.key(term.code), json.count(counts.obstacles[index_of(term.value)]);
    json.end();
    json.key("deadlines");
    json.begin_object();
    for (std::size_t i = 0; i < shift_codes.size(); ++i) json.key(shift_codes[i]), json.count(counts.shifts[i]);
    json.end();
    json.end();
}

// ---- text ---------------------------------------------------------------------------------------------------------

std::string stage_name(MaybeStage stage, Language language) { return stage ? std::string(label_of(*stage, language)) : "—"; }

std::string rehearsal_head(const Rehearsal& rehearsal, Language language) {
    const bool french = language == Language::fr;
    const auto counts = counts_of(rehearsal);
    std::string text = french ? "Répétition du passage de " : "Rehearsal of a migration from ";
    text += rehearsal.from_protocol + (french ? " à " : " to ") + rehearsal.to_protocol + (french ? ", au " : ", as of ") + detail::day_in_words(rehearsal.as_of, language) + "\n";
    text += detail::counted(counts.mapped, {"dossier passe", "case maps"}, {"dossiers passent", "cases map"}, language) + ", " +
            detail::counted(counts.not_mapped, {"ne passe pas", "does not"}, {"ne passent pas", "do not"}, language) + ".\n";
    for (const auto& term : terms_of<MappingObstacle>)
        if (const auto count = counts.obstacles[index_of(term.value)]; count != 0)
            text += "  " + detail::padded(label_of(term.value, language), 30) + detail::padded_left(std::to_string(count), 8) + "\n";
    constexpr std::array<Text, shift_codes.size()> shifts{{{"inchangées", "unchanged"}, {"avancées", "earlier"}, {"reculées", "later"}, {"nouvelles", "new"}, {"supprimées", "dropped"}}};
    text += french ? "Échéances : " : "Deadlines: ";
    for (std::size_t i = 0; i < shifts.size(); ++i) text += (i > 0 ? ", " : "") + std::to_string(counts.shifts[i]) + " " + std::string(in_language(shifts[i], language));
    return text + ".\n";
}

std::string deadline_name(const Deadline& deadline, Language language) {
    if (deadline.horizon == 0) return std::string(label_of(deadline.step, language));
    return std::string(label_of(Event::follow_up, language)) + " " + std::to_string(deadline.horizon) + std::string(detail::said(language, " mois", " months"));
}

std::string moved_text(const MovedDeadline& deadline, Language language) {
    const auto& either = deadline.from ? *deadline.from : *deadline.to;
    const auto day = [&](const std::optional<Deadline>& one) { return one ? iso(one->due) : std::string("—"); };
    return "  - " + deadline_name(either, language) + (language == Language::fr ? " : " : ": ") + day(deadline.from) + " → " + day(deadline.to) + "\n";
}

/// A case that does not map, or one of whose deadlines moves; nothing of the others.
std::string case_text(const RehearsedCase& one, Language language) {
    const bool french = language == Language::fr;
    std::string lines;
    for (std::size_t i = 0; i < one.episodes.size(); ++i) {
        if (one.episodes[i].from == one.episodes[i].to) continue;
        lines += "  - " + std::string(french ? "étape" : "stage") + (one.episodes.size() > 1 ? (french ? " (épisode " : " (episode ") + std::to_string(i + 1) + ")" : "") +
                 (french ? " : " : ": ") + stage_name(one.episodes[i].from, language) + " → " + stage_name(one.episodes[i].to, language) + "\n";
    }
    for (const auto& deviation : one.new_deviations) {
        std::string said = "- " + iso(deviation.on) + " " + std::string(label_of(deviation.event, language)) + " [" + deviation.rule + ", " + std::string(label_of(deviation.severity, language)) + "]";
        for (const auto& reason : deviation.reasons) said += " " + text_of(reason, language);
        lines += detail::wrapped(said, 4, 2);
    }
    for (const auto& deadline : one.deadlines)
        if (shift_of(deadline) != Shift::same) lines += moved_text(deadline, language);
    if (lines.empty() && maps(one)) return lines;
    const auto verdict = maps(one) ? detail::said(language, "passe", "maps") : detail::said(language, "ne passe pas", "does not map");
    return "\n" + (one.service.empty() ? "" : one.service + "/") + one.case_id + (french ? " : " : ": ") + std::string(verdict) + "\n" + lines;
}

}  // namespace

void write_rehearsal_json(std::ostream& out, const Rehearsal& rehearsal) {
    const Sink sink{&out};
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-rehearsal/1");
    json.key("from_protocol");
    json.string(rehearsal.from_protocol);
    json.key("to_protocol");
    json.string(rehearsal.to_protocol);
    json.key("as_of");
    json.day_or_null(rehearsal.as_of);
    write_rehearsal_summary(json, counts_of(rehearsal));
    json.key("cases");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& one : rehearsal.cases) {
        write_rehearsed_case(json, one);
        sink.take(json.text);
    }
    json.end();
    detail::finished(json, sink);
}

void write_rehearsal_text(std::ostream& out, const Rehearsal& rehearsal, Language language) {
    const Sink sink{&out};
    std::string text = rehearsal_head(rehearsal, language);
    for (const auto& one : rehearsal.cases) {
        text += case_text(one, language);
        sink.take(text);
    }
    sink.take_all(text);
}

}  // namespace maintien::io
