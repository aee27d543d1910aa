#include "maintien/io/ledger_document.hpp"

#include "io/json_grammar.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/io/report_document.hpp"

namespace maintien::io {

namespace {

constexpr std::string_view ledger_format = "maintien-ledger/1";

/// Reads the releases of a ledger; of a report only what links it with another.
struct LedgerGrammar : JsonGrammar {
    std::string text_of(const JsonNode& owner, std::string_view key) {
        const auto* node = required(owner, key, "a text");
        return node ? text(*node) : std::string{};
    }
    Day day_of(const JsonNode& owner, std::string_view key) {
        const auto* node = owner.given(key);
        return node ? day(*node) : no_day;
    }
    std::optional<double> number_of(const JsonNode& owner, std::string_view key) {
        const auto* node = owner.given(key);
        return node ? real(*node, -1e15, 1e15) : std::nullopt;
    }
    const std::vector<JsonNode>& items_of(const JsonNode& owner, std::string_view key) {
        static const std::vector<JsonNode> none;
        const auto* node = required(owner, key, "an array");
        return node && is(*node, JsonKind::array, "an array") ? node->items : none;
    }

    Stratum stratum_of(const JsonNode& row) {
        Stratum stratum;
        const auto* by = required(row, "by", "an object");
        if (!by || !is(*by, JsonKind::object, "an object")) return stratum;
        for (const auto& [name, value] : by->members) {
            if (const auto key = from_code<StratumKey>(name)) stratum.push_back({code_of(*key), text(value)});
            else wrong(value, "a key that registers are divided by");
        }
        return stratum;
    }

    ReleasedRow row_of(const JsonNode& node) {
        ReleasedRow row;
        const auto name = [&](std::string_view key) {
            const auto* said = node.given(key);
            return said ? text(*said) : std::string{};
        };
        row.name = name("indicator") + "/" + name("variant") + "/" + name("category");
        row.by = stratum_of(node);
        row.numerator = number_of(node, "numerator");
        row.denominator = number_of(node, "denominator");
        row.hidden = name("null_reason") == code_of(NullReason::suppressed);
        return row;
    }

    void read_question(const JsonNode& report, Release& release) {
        auto& question = release.question;
        question.as_of = day_of(report, "as_of");
        question.known_on = day_of(report, "known_on");
        if (const auto* period = required(report, "period", "an object"); period && is(*period, JsonKind::object, "an object")) {
            question.from = day_of(*period, "from");
            question.to = day_of(*period, "to");
        }
        if (const auto* least = required(report, "min_count", "a number")) release.min_count = number(*least, 0, 1000000000).value_or(1);
        for (const auto day : {question.as_of, question.from, question.to})
            if (!known(day)) lacking(report, "period", "days");
    }

    Release release_of(const JsonNode& node) {
        Release release;
        if (!is(node, JsonKind::object, "an object")) return release;
        only(node, {"by", "report"});
        for (const auto& item : items_of(node, "by")) {
            if (const auto key = from_code<StratumKey>(item.text)) release.question.by.push_back(*key);
            else wrong(item, "a key that registers are divided by");
        }
        const auto* report = required(node, "report", "a maintien-report/1");
        if (!report || !is(*report, JsonKind::object, "an object")) return release;
        if (text_of(*report, "format") != "maintien-report/1") wrong(*report, "a maintien-report/1");
        release.document = report->text;
        release.protocol = text_of(*report, "protocol");
        release.definitions = text_of(*report, "definitions");
        read_question(*report, release);
        for (const auto& row : items_of(*report, "rows"))
            if (is(row, JsonKind::object, "an object")) release.rows.push_back(row_of(row));
        return release;
    }
};

}  // namespace

std::vector<Release> read_ledger(std::string_view json, const std::string& file) {
    LedgerGrammar grammar;
    grammar.file = file;
    grammar.format = ledger_format;
    std::vector<Release> releases;
    const auto root = grammar.document(json);
    grammar.only(root, {"format", "releases"});
    for (const auto& node : grammar.items_of(root, "releases")) releases.push_back(grammar.release_of(node));
    if (!grammar.problems.empty()) throw DocumentError(grammar.problems);
    return releases;
}

Release release_of(const Report& report, const std::vector<StratumKey>& by) {
    Release release{.protocol = report.protocol, .definitions = std::string(definitions_version), .min_count = report.min_count, .document = report_json(report)};
    release.question = {.as_of = report.as_of, .known_on = report.known_on, .from = report.period.from, .to = report.period.to, .by = by};
    while (!release.document.empty() && release.document.back() == '\n') release.document.pop_back();
    return release;
}

std::string ledger_json(const std::vector<Release>& releases) {
    std::string text = "{\n  \"format\": \"" + std::string(ledger_format) + "\",\n  \"releases\": [";
    for (const auto& release : releases) {
        text += &release == releases.data() ? "\n" : ",\n";
        text += "    {\"by\": [";
        for (const auto key : release.question.by) text += (key == release.question.by.front() ? "\"" : ", \"") + std::string(code_of(key)) + "\"";
        text += "], \"report\": " + release.document + "}";
    }
    return text + "\n  ]\n}\n";
}

}  // namespace maintien::io
