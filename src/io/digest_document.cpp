#include "maintien/io/digest_document.hpp"

#include <algorithm>
#include <utility>

#include "io/phrases.hpp"
#include "io/write_case_key.hpp"
#include "io/write_period.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io {

namespace {

using detail::said;

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_digest_referral(JsonWriter& json, const std::optional<WorkerReferral>& referral) {
    json.key("referral");
    if (!referral) return json.null();
    json.begin_object();
    detail::write_case_key(json, {referral->service.text, referral->case_id.text});
    json.key("on");
    json.day_or_null(referral->on);
    json.end();
}

void write_digest_line(JsonWriter& json, const DigestLine& line) {
    json.begin_object();
    json.key("visit");
    json.string(line.visit.visit.text);
    json.key("worker");
    json.string(line.visit.worker.text);
    json.key("employer");
    json.string_or_null(line.visit.employer.text);
    json.key("on");
    json.day_or_null(line.visit.on);
    json.key("kind");
    json.string(visit_kind_code(line.visit.kind));
    json.key("sequel");
    json.string_or_null(line.sequel ? code_of(*line.sequel) : std::string_view{});
    write_digest_referral(json, line.referral);
    json.key("invite");
    json.boolean(line.invite);
    json.end();
}

void write_digest_physician(JsonWriter& json, const PhysicianDigest& list) {
    json.begin_object(JsonLayout::one_a_line);
    json.key("physician");
    json.string_or_null(list.physician.text);
    json.key("visits");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& line : list.lines) write_digest_line(json, line);
    json.end();
    json.end();
}

void write_digest_head(JsonWriter& json, const Digest& digest) {
    json.key("format");
    json.string("maintien-digest/1");
    json.key("on");
    json.day_or_null(digest.on);
    json.key("digest_days");
    json.begin_array();
    for (const int day : digest.days) json.count(day);
    json.end();
    detail::write_period(json, digest.period);
    json.key("preview");
    json.boolean(is_preview(digest));
    json.key("next_digest");
    json.day_or_null(digest.next);
}

// ---- text ---------------------------------------------------------------------------------------------------------

std::string case_name(const WorkerReferral& referral) {
    return (referral.service.text.empty() ? "" : referral.service.text + "/") + referral.case_id.text;
}

std::string sequel_text(const DigestLine& line, Language language) {
    std::string text(line.sequel ? label_of(*line.sequel, language) : std::string_view{});
    if (!line.referral) return text;
    const bool french = language == Language::fr;
    text += line.sequel == VisitSequel::referred ? (french ? " le " : " on ") : (french ? " depuis le " : " since ");
    return text + iso(line.referral->on) + " (" + std::string(said(language, "dossier ", "case ")) + case_name(*line.referral) + ")";
}

/// The widths of the columns that differ from one register to the next.
struct DigestWidths {
    std::size_t worker = 0, employer = 0, kind = 0;
};

DigestWidths widths_of(const PhysicianDigest& list, Language language) {
    DigestWidths widths;
    for (const auto& line : list.lines) {
        widths.worker = std::max(widths.worker, detail::display_width(line.visit.worker.text));
        widths.employer = std::max(widths.employer, detail::display_width(line.visit.employer.text));
        widths.kind = std::max(widths.kind, detail::display_width(visit_kind_label(line.visit.kind, language)));
    }
    return widths;
}

std::string line_text(const DigestLine& line, const DigestWidths& widths, Language language) {
    std::string text = "  " + iso(line.visit.on) + "  " + detail::padded(line.visit.worker.text, widths.worker) + "  " +
                       detail::padded(line.visit.employer.text, widths.employer) + "  " +
                       detail::padded(visit_kind_label(line.visit.kind, language), widths.kind);
    const auto sequel = sequel_text(line, language);
    const auto invitation = said(language, "à inviter à une visite de préreprise", "to be invited to a pre-return visit");
    if (!sequel.empty()) text += "  " + sequel;
    if (line.invite) text += (sequel.empty() ? "  " : ", ") + std::string(invitation);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string list_text(const PhysicianDigest& list, Language language) {
    const auto widths = widths_of(list, language);
    std::string text = "\n" + std::string(said(language, "Médecin ", "Physician ")) + list.physician.text + "\n";
    for (const auto& line : list.lines) text += line_text(line, widths, language);
    return text;
}

std::string counts_text(const Digest& digest, Language language) {
    std::int64_t lines = 0, referred = 0;
    bool told = false;
    for (const auto& list : digest.physicians)
        for (const auto& line : list.lines) {
            ++lines;
            told = told || line.sequel;
            referred += line.sequel == VisitSequel::referred ? 1 : 0;
        }
    if (lines == 0) return std::string(said(language, "Aucune visite à lister.\n", "No visit to list.\n"));
    return detail::counted(static_cast<std::int64_t>(digest.physicians.size()), {"médecin", "physician"}, {"médecins", "physicians"}, language) + ", " +
           detail::counted(lines, {"ligne", "line"}, {"lignes", "lines"}, language) +
           (told ? ", " + detail::counted(referred, {"signalée", "referred"}, {"signalées", "referred"}, language) : "") + ".\n";
}

/// What the lists leave out: other kinds of visits.
std::string others_text(const Digest& digest, Language language) {
    std::string text;
    for (const auto& term : terms_of<Origin>)
        if (const auto count = digest.not_listed[index_of(term.value)]; count != 0)
            text += (text.empty() ? "" : ", ") + std::string(label_of(term.value, language)) + " " + std::to_string(count);
    if (text.empty()) return text;
    return "\n" + detail::wrapped(std::string(said(language, "Non listées : ", "Not listed: ")) + text, 2, 0);
}

}  // namespace

std::string digest_json(const Digest& digest) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    write_digest_head(json, digest);
    json.key("physicians");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& list : digest.physicians) write_digest_physician(json, list);
    json.end();
    json.key("not_listed");
    json.begin_object();
    for (const auto& term : terms_of<Origin>)
        if (const auto count = digest.not_listed[index_of(term.value)]; count != 0) json.key(term.code), json.count(count);
    json.end();
    json.end();
    return std::move(json.text) + "\n";
}

std::string digest_text(const Digest& digest, Language language) {
    const auto day = [&](Day which) { return detail::day_in_words(which, language); };
    const bool french = language == Language::fr;
    std::string text = french ? "Visites de préreprise et longues absences, du " : "Pre-return visits and long absences, ";
    text += day(digest.period.from) + (french ? " au " : " to ") + day(digest.period.to) + "\n";
    if (is_preview(digest))
        text += (french ? "Aperçu : la liste du " : "Preview: the list of ") + day(digest.next) + (french ? " les reprendra.\n" : " will show them again.\n");
    text += counts_text(digest, language);
    for (const auto& list : digest.physicians) text += list_text(list, language);
    return text + others_text(digest, language);
}

}  // namespace maintien::io
