#include "maintien/io/outreach.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "json_tree.hpp"
#include "key.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::io {

namespace {

constexpr std::string_view outreach_format = "maintien-outreach/1";
const std::vector<std::string_view> action_keys{"action", "title", "outreach_kind", "on", "audience", "pilot", "contributors", "themes",
                                                "participants", "source_documents", "deliverable", "log"};
const std::vector<std::string_view> change_keys{"on", "change", "reason"};

template <ClosedList Code>
std::string expected_code_of(std::string_view written) {
    std::vector<std::string_view> spellings;
    for (const auto& term : terms_of<Code>) spellings.push_back(term.code);
    return "a code of " + std::string(list_name_of<Code>) + perhaps(written, spellings);
}

/// Reads collective actions line by line, noting every fault.
class OutreachReader {
public:
    explicit OutreachReader(std::string file) : file_(std::move(file)) {}

    std::vector<CollectiveAction> read(std::string_view text);

private:
    void line(std::string_view text);
    bool heading(const JsonNode& node);
    CollectiveAction action(const JsonNode& node);
    ActionChange change(const JsonNode& node);
    void check_unique(const CollectiveActionId& action);
    void only(const JsonNode& node, const std::vector<std::string_view>& keys);
    void wrong(const JsonNode& node, std::string expected);
    const JsonNode* member(const JsonNode& owner, std::string_view key, const char* required = nullptr);
    std::string text(const JsonNode& node);
    std::string text(const JsonNode& owner, std::string_view key, const char* required = nullptr);
    Day day(const JsonNode& owner);
    const std::vector<JsonNode>& items(const JsonNode& owner, std::string_view key);
    std::vector<std::string> texts(const JsonNode& owner, std::string_view key);
    template <ClosedList Code>
    std::optional<Code> code(const JsonNode& node);
    template <ClosedList Code>
    CodeSet<Code> codes(const JsonNode& owner, std::string_view key);
    std::optional<ParticipantCounts> participants(const JsonNode& owner);
    void deliverable(const JsonNode& owner, CollectiveAction& into);

    std::string file_;
    std::size_t line_ = 0;
    bool first_ = true, foreign_ = false;
    std::unordered_map<std::string, std::size_t> line_of_action_;
    std::vector<CollectiveAction> actions_;
    Problems problems_;
};

void OutreachReader::wrong(const JsonNode& node, std::string expected) { problems_.add({file_, line_, 0, node.pointer, node.found(), std::move(expected)}); }

/// A member that is there and not null; `required` says what is expected where it lacks.
const JsonNode* OutreachReader::member(const JsonNode& owner, std::string_view key, const char* required) {
    if (const auto* node = owner.given(key)) return node;
    if (required) problems_.add({file_, line_, 0, owner.pointer + pointer_step(key), "nothing", required});
    return nullptr;
}

void OutreachReader::only(const JsonNode& node, const std::vector<std::string_view>& keys) {
    for (const auto& [key, value] : node.members) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        problems_.add({file_, line_, 0, value.pointer, "an unknown field",
                       "a field of " + std::string(outreach_format) + perhaps(key, keys)});
    }
}

std::string OutreachReader::text(const JsonNode& node) {
    const bool good = node.kind == JsonKind::string && node.text.find_first_not_of(" \t\r\n") != std::string::npos;
    if (!good) wrong(node, "a text that is not empty");
    return good ? node.text : "";
}

std::string OutreachReader::text(const JsonNode& owner, std::string_view key, const char* required) {
    const auto* node = member(owner, key, required);
    return node ? text(*node) : "";
}

Day OutreachReader::day(const JsonNode& owner) {
    const auto* node = member(owner, "on", "a date YYYY-MM-DD");
    if (!node) return no_day;
    const auto parsed = node->kind == JsonKind::string ? parse_iso(node->text) : std::nullopt;
    if (!parsed) wrong(*node, "a date YYYY-MM-DD");
    return parsed.value_or(no_day);
}

const std::vector<JsonNode>& OutreachReader::items(const JsonNode& owner, std::string_view key) {
    static const std::vector<JsonNode> none;
    const auto* node = member(owner, key);
    if (node && node->kind != JsonKind::array) wrong(*node, "an array");
    return node && node->kind == JsonKind::array ? node->items : none;
}

std::vector<std::string> OutreachReader::texts(const JsonNode& owner, std::string_view key) {
    std::vector<std::string> found;
    for (const auto& item : items(owner, key)) found.push_back(text(item));
    return found;
}

template <ClosedList Code>
std::optional<Code> OutreachReader::code(const JsonNode& node) {
    const auto found = node.kind == JsonKind::string ? from_code<Code>(node.text) : std::nullopt;
    if (!found) wrong(node, expected_code_of<Code>(node.kind == JsonKind::string ? node.text : ""));
    return found;
}

template <ClosedList Code>
CodeSet<Code> OutreachReader::codes(const JsonNode& owner, std::string_view key) {
    CodeSet<Code> set;
    for (const auto& item : items(owner, key)) {
        const auto found = code<Code>(item);
        if (found && set.contains(*found)) wrong(item, "each code once");
        if (found) set = set | CodeSet<Code>{*found};
    }
    return set;
}

std::optional<ParticipantCounts> OutreachReader::participants(const JsonNode& owner) {
    const auto* node = member(owner, "participants");
    if (!node) return std::nullopt;
    if (node->kind != JsonKind::object) return wrong(*node, "an object: how many of each participant_kind"), std::nullopt;
    ParticipantCounts counts{};
    for (const auto& [key, value] : node->members) {
        const auto kind = from_code<ParticipantKind>(key);
        const auto number = value.kind == JsonKind::number && value.text.size() <= 7 ? maintien::detail::digits(value.text) : std::nullopt;
        if (!kind) problems_.add({file_, line_, 0, value.pointer, "an unknown field", expected_code_of<ParticipantKind>(key)});
        else if (!number) wrong(value, "a whole number from 0 to 9999999");
        else counts[index_of(*kind)] = *number;
    }
    return counts;
}

void OutreachReader::deliverable(const JsonNode& owner, CollectiveAction& into) {
    const auto* node = member(owner, "deliverable");
    if (!node) return;
    if (node->kind == JsonKind::truth) return void(into.has_deliverable = node->text == "true");
    if (node->kind != JsonKind::string) return wrong(*node, "the name of what was produced, or true or false");
    into.deliverable = text(*node);
    into.has_deliverable = !into.deliverable.empty();
}

ActionChange OutreachReader::change(const JsonNode& node) {
    if (node.kind != JsonKind::object) return wrong(node, "an object with on, change and reason"), ActionChange{};
    only(node, change_keys);
    return {day(node), text(node, "change", "what changed"), text(node, "reason", "why it changed")};
}

CollectiveAction OutreachReader::action(const JsonNode& node) {
    CollectiveAction action;
    only(node, action_keys);
    action.action.text = text(node, "action", "the number of the action");
    action.title = text(node, "title", "a title");
    if (const auto* kind = member(node, "outreach_kind", "a code of outreach_kind")) action.kind = code<OutreachKind>(*kind).value_or(action.kind);
    action.on = day(node);
    action.audience = codes<ParticipantKind>(node, "audience");
    action.pilot = text(node, "pilot");
    action.contributors = texts(node, "contributors");
    action.themes = texts(node, "themes");
    action.participants = participants(node);
    action.source_documents = codes<SourceDocument>(node, "source_documents");
    deliverable(node, action);
    for (const auto& item : items(node, "log")) action.log.push_back(change(item));
    return action;
}

void OutreachReader::check_unique(const CollectiveActionId& action) {
    if (!known(action)) return;
    const auto [at, fresh] = line_of_action_.emplace(action.text, line_);
    if (!fresh) problems_.add({file_, line_, 0, "/action", in_quotes(action.text), "each action once: it stands on line " + std::to_string(at->second)});
}

/// Whether a line is the heading; another format ends the reading.
bool OutreachReader::heading(const JsonNode& node) {
    const auto* format = node.member("format");
    if (!std::exchange(first_, false) || !format) return false;
    foreign_ = format->kind != JsonKind::string || format->text != outreach_format;
    if (foreign_) wrong(*format, in_quotes(outreach_format));
    for (const auto& [key, value] : node.members)
        if (key != "format") problems_.add({file_, line_, 0, value.pointer, "an unknown field", "format alone"});
    return true;
}

void OutreachReader::line(std::string_view text) {
    Problems repeated;
    try {
        const auto node = json_tree(text, file_, repeated);
        for (auto& problem : repeated.first) problem.line = line_, problems_.add(std::move(problem));
        if (heading(node)) return;
        actions_.push_back(action(node));
        check_unique(actions_.back().action);
    } catch (const DocumentError& error) {
        first_ = false;
        auto problem = error.problems.first.front();
        problem.line = line_;
        problems_.add(std::move(problem));
    }
}

std::vector<CollectiveAction> OutreachReader::read(std::string_view text) {
    for (std::size_t from = 0; from < text.size() && !foreign_;) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto one = text.substr(from, end - from);
        from = end + 1;
        ++line_;
        if (one.find_first_not_of(" \t\r") != std::string_view::npos) line(one);
    }
    if (!problems_.empty()) throw DocumentError(std::move(problems_));
    return std::move(actions_);
}

}  // namespace

std::vector<CollectiveAction> read_outreach(const Source& source) { return OutreachReader(source.name).read(read_whole(source)); }

}  // namespace maintien::io
