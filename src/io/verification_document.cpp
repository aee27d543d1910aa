#include "maintien/io/verification_document.hpp"

#include "io/flaw_sentences.hpp"
#include "io/phrases.hpp"
#include "io/write_reason.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/witness_file.hpp"

namespace maintien::io {

namespace {

using detail::said;

std::string name_of(const Protocol& protocol) { return std::string(protocol.name) + "/" + std::to_string(protocol.version); }

/// The verdict of a protocol on the last event of a witness.
Verdict verdict_on_last(const Witness& witness, const Protocol& protocol) {
    CaseFile file = file_of(witness, "witness");
    const Entry last = file.entries.back();
    file.entries.pop_back();
    return verdict_on(file, last, protocol);
}

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_text(JsonWriter& json, const Sentence& sentence) {
    json.key("text");
    detail::write_text(json, sentence.fr, sentence.en);
}

void write_witness(JsonWriter& json, const Witness& witness) {
    json.key("witness");
    if (witness.steps.empty()) return json.null();
    const CaseFile file = file_of(witness, "witness");
    json.begin_object();
    json.key("as_of");
    json.day_or_null(witness.as_of);
    json.key("last_is");
    json.string(witness.last_is_refused ? "refused" : "accepted");
    json.key("entries");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& entry : file.entries) {
        NamePool names;
        const auto numbers = packed(entry, names);
        json.separate();
        json.text += canonical_json({file.service.text, file.case_id.text}, view_of(numbers), names);
    }
    json.end();
    json.end();
}

void write_flaw(JsonWriter& json, const ShownFlaw& shown, const Protocol& protocol) {
    const Flaw& flaw = shown.flaw;
    json.begin_object();
    json.key("kind");
    json.string(code_of(flaw.kind));
    json.key("rule");
    json.string_or_null(flaw.rule);
    json.key("other_rule");
    json.string_or_null(flaw.other);
    json.key("stage");
    json.string_or_null(flaw.stage.known() ? code_of(*flaw.stage.stage()) : "");
    json.key("consent");
    json.string_or_null(flaw.kind == Unsoundness::uncovered_sharing ? code_of(flaw.scope) : "");
    write_text(json, detail::flaw_sentence(shown, protocol));
    write_witness(json, shown.witness);
    json.end();
}

void write_weakening(JsonWriter& json, const ShownWeakening& shown, const Verification& verification) {
    json.begin_object();
    json.key("kind");
    json.string(code_of(shown.weakening.kind));
    json.key("rule");
    json.string(shown.weakening.rule);
    json.key("base_rule");
    json.string_or_null(shown.weakening.base_rule);
    write_text(json, detail::weakening_sentence(shown.weakening, *verification.protocol, *verification.base));
    write_witness(json, shown.witness);
    json.end();
}

// ---- text ---------------------------------------------------------------------------------------------------------

std::string reasons_text(const Verdict& verdict, Language language) {
    std::string text;
    for (const auto& reason : verdict.reasons) text += detail::wrapped("- " + (language == Language::fr ? reason.fr : reason.en), 10, 8);
    return text;
}

std::string verdict_text(std::string_view fr, std::string_view en, Language language) { return "      → " + std::string(said(language, fr, en)) + "\n"; }

/// Where a protocol has a case after the events of a witness.
MaybeStage stage_after(const Witness& witness, const Protocol& protocol) { return stage_of(file_of(witness, "witness"), protocol, witness.as_of); }

/// An answer to the last event, and the stage it leads to.
std::string led_to_text(std::string_view fr, std::string_view en, MaybeStage stage, Language language) {
    std::string text = "      → " + std::string(said(language, fr, en));
    if (stage) text += std::string(said(language, " : mène à ", ": leads to ")) + maintien::detail::in_quotes(label_of(*stage, language), language);
    return text + "\n";
}

/// What the base says of the last event of a witness that the variant accepts.
std::string base_text(const ShownWeakening& shown, const Verification& verification, Language language) {
    const auto verdict = verdict_on_last(shown.witness, *verification.base);
    if (!verdict) return verdict_text("refusé par la base :", "refused by the base:", language) + reasons_text(verdict, language);
    const auto there = stage_after(shown.witness, *verification.base);
    if (there == stage_after(shown.witness, *verification.protocol)) return verdict_text("mène ailleurs dans la base", "leads elsewhere in the base", language);
    return led_to_text("accepté par la base", "accepted by the base", there, language);
}

/// The events of a witness, one a line.
std::string steps_text(const Witness& witness, Language language) {
    std::string text;
    for (std::size_t i = 0; i < witness.steps.size(); ++i) {
        const auto& step = witness.steps[i];
        std::string line = std::to_string(i + 1) + ". " + detail::day_in_words(step.on, language) + std::string(said(language, " : ", ": ")) + detail::step_words(step, language);
        if (i == 0 && witness.age > 0) line += std::string(said(language, ", salarié de ", ", worker aged ")) + std::to_string(witness.age) + std::string(said(language, " ans", ""));
        text += detail::wrapped(line, 7, 4);
    }
    if (!witness.steps.empty() && witness.as_of > witness.steps.back().on)
        text += detail::wrapped(std::string(said(language, "… jusqu'au ", "… until ")) + detail::day_in_words(witness.as_of, language), 7, 4);
    return text;
}

std::string flaw_text(const ShownFlaw& shown, const Protocol& protocol, Language language) {
    const auto sentence = detail::flaw_sentence(shown, protocol);
    std::string text = "\n" + detail::wrapped("[" + std::string(code_of(shown.flaw.kind)) + "] " + (language == Language::fr ? sentence.fr : sentence.en), 2, 0);
    text += steps_text(shown.witness, language);
    const bool is_a_path = shown.flaw.kind == Unsoundness::dead_end || shown.flaw.kind == Unsoundness::impossible_limit;
    if (shown.witness.steps.empty() || is_a_path) return text;
    const bool leads_elsewhere = shown.flaw.kind == Unsoundness::unreachable_stage;
    if (!shown.witness.last_is_refused) return text + led_to_text("accepté", "accepted", leads_elsewhere ? stage_after(shown.witness, protocol) : std::nullopt, language);
    return text + verdict_text("refusé :", "refused:", language) + reasons_text(verdict_on_last(shown.witness, protocol), language);
}

std::string weakening_text(const ShownWeakening& shown, const Verification& verification, Language language) {
    const auto sentence = detail::weakening_sentence(shown.weakening, *verification.protocol, *verification.base);
    std::string text = "\n" + detail::wrapped("[" + std::string(code_of(shown.weakening.kind)) + "] " + (language == Language::fr ? sentence.fr : sentence.en), 2, 0);
    text += steps_text(shown.witness, language);
    if (!shown.weakening.has_event || shown.witness.steps.empty()) return text;
    const bool another_way = shown.weakening.kind == WeakeningKind::other_path;
    text += led_to_text("accepté ici", "accepted here", another_way ? stage_after(shown.witness, *verification.protocol) : std::nullopt, language);
    return text + base_text(shown, verification, language);
}

std::string head(const Verification& verification, Language language) {
    const Protocol& protocol = *verification.protocol;
    std::string text = name_of(protocol) + std::string(said(language, " : ", ": "));
    text += verification.flaws.empty() ? said(language, "sain", "sound") : said(language, "n'est pas sain", "is not sound");
    if (!verification.base) return text + "\n";
    text += verification.weakenings.empty() ? said(language, ", conforme à sa base ", ", refines its base ") : said(language, ", assouplit sa base sans le dire : ", ", relaxes its base without saying so: ");
    return text + name_of(*verification.base) + "\n";
}

}  // namespace

std::string verification_json(const Verification& verification) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-verification/1");
    json.key("protocol");
    json.string(name_of(*verification.protocol));
    json.key("base");
    json.string_or_null(verification.base ? name_of(*verification.base) : "");
    json.key("flaws");
    json.begin_array(verification.flaws.empty() ? JsonLayout::one_line : JsonLayout::one_a_line);
    for (const auto& shown : verification.flaws) write_flaw(json, shown, *verification.protocol);
    json.end();
    json.key("weakenings");
    json.begin_array(verification.weakenings.empty() ? JsonLayout::one_line : JsonLayout::one_a_line);
    for (const auto& shown : verification.weakenings) write_weakening(json, shown, verification);
    json.end();
    json.end();
    return std::move(json.text) + "\n";
}

std::string verification_text(const Verification& verification, Language language) {
    std::string text = head(verification, language);
    for (const auto& shown : verification.flaws) text += flaw_text(shown, *verification.protocol, language);
    for (const auto& shown : verification.weakenings) text += weakening_text(shown, verification, language);
    return text;
}

}  // namespace maintien::io
