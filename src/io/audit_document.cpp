#include "maintien/io/audit_document.hpp"

#include <algorithm>
#include <array>

#include "io/phrases.hpp"
#include "io/report_heading.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

constexpr std::array<std::string_view, input_parts> heading_codes{"cases", "rejected", "events", "violation", "unrecorded", "note", "without_referral"};

void write_codes(JsonWriter& json, std::string_view key, const std::vector<std::string_view>& codes) {
    json.key(key);
    json.begin_array();
    for (const auto code : codes) json.string(code);
    json.end();
}

void write_count(JsonWriter& json, std::string_view key, std::int64_t count) {
    json.key(key);
    json.count(count);
}

void write_audited_count(JsonWriter& json, const AuditedCount& count) {
    json.begin_object();
    write_count(json, "count", count.value);
    write_count(json, "lower", count.bounds.lower);
    json.key("upper");
    if (count.bounds.upper) json.count(*count.bounds.upper);
    else json.null();
    json.key("proven");
    json.boolean(count.method != ProofMethod::none);
    json.key("method");
    json.string(code_of(count.method));
    json.end();
}

void write_audited_row(JsonWriter& json, const Report& report, const DisclosureAudit& audit, const AuditedRow& hidden) {
    const auto& row = report.rows[hidden.row];
    json.begin_object();
    detail::write_figure_name(json, row.indicator, row.variant, row.category);
    json.key("by");
    json.begin_object();
    for (const auto& part : report.strata[row.stratum]) {
        json.key(part.key);
        json.string(part.value);
    }
    json.end();
    json.key("hiding");
    json.string(hidden.hiding == Hiding::primary ? "primary" : hidden.hiding == Hiding::secondary ? "secondary" : "withheld");
    json.key("protects");
    json.begin_array();
    for (const auto count : hidden.protects) write_audited_count(json, audit.counts[count]);
    json.end();
    json.end();
}

void write_summary(JsonWriter& json, const Report& report, const DisclosureAudit& audit) {
    const auto number = [&](Hiding hiding) { return std::count_if(audit.rows.begin(), audit.rows.end(), [&](const AuditedRow& row) { return row.hiding == hiding; }); };
    json.key("figures");
    json.begin_object();
    write_count(json, "all", static_cast<std::int64_t>(report.rows.size()));
    write_count(json, "primary", number(Hiding::primary));
    write_count(json, "secondary", number(Hiding::secondary));
    write_count(json, "withheld", number(Hiding::withheld));
    json.end();
    json.key("earlier");
    json.begin_object();
    write_count(json, "releases", audit.earlier);
    write_count(json, "stale", audit.stale);
    json.end();
    write_count(json, "given_away", audit.given_away);
}

void write_mergers(JsonWriter& json, const DisclosureAudit& audit) {
    json.key("mergers");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& merger : audit.mergers) {
        json.begin_object();
        json.key("merger");
        json.string(code_of(merger.merger));
        write_count(json, "figures", merger.figures);
        write_count(json, "of", merger.of);
        json.end();
    }
    json.end();
}

}  // namespace

std::string audit_json(const CountedReport& counted, const DisclosureAudit& audit) {
    const auto& report = counted.report;
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    detail::write_heading(json, {"maintien-disclosure-audit/1", report.protocol, report.as_of, report.known_on, report.period});
    write_count(json, "min_count", audit.min_count);
    std::vector<std::string_view> keys, heading;
    for (const auto key : counted.state.by) keys.push_back(code_of(key));
    for (const auto part : audit.heading) heading.push_back(heading_codes[static_cast<std::size_t>(part)]);
    write_codes(json, "by", keys);
    write_summary(json, report, audit);
    write_codes(json, "input", heading);
    write_mergers(json, audit);
    json.key("rows");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& row : audit.rows) write_audited_row(json, report, audit, row);
    json.end();
    json.end();
    return json.text + "\n";
}

std::string hidden_text(const Report& published, Language language) {
    std::int64_t hidden = 0;
    bool outcomes = false, strata = false;
    for (const auto& row : published.rows) {
        if (row.null_reason != NullReason::suppressed) continue;
        ++hidden;
        outcomes = outcomes || row.indicator == "outcome";
        strata = strata || row.stratum != 0;
    }
    if (hidden == 0) return {};
    std::string text = std::to_string(hidden) + std::string(detail::said(language, " chiffres sur ", " figures of ")) + std::to_string(published.rows.size()) +
                       std::string(detail::said(language, " sont masqués pour que personne ne puisse être reconnu. Pour en montrer davantage : ",
                                                " are hidden so that nobody can be recognised. To show more: "));
    text += label_of(Merger::longer_period, language);
    if (outcomes) text += ", " + std::string(label_of(Merger::outcome_families, language));
    if (strata) text += ", " + std::string(label_of(Merger::pooled_strata, language));
    return "\n" + detail::wrapped(text + ".", 0, 0);
}

}  // namespace maintien::io
