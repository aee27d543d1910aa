#pragma once
/// @file
/// The page docs/vocabulary.md, written from the tables of the closed lists.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <type_traits>

#include "maintien/vocabulary/closed_lists.hpp"
#include "maintien/vocabulary/list_note.hpp"

namespace maintien::test {

/// Where the codes of each list stand in documents, and what else the page has to add to the note of the list.
inline constexpr auto places_in_documents = std::to_array<ListNote>({
    {"event", "In documents: `event`."},
    {"origin", "In documents: `origin` of a referral; the visits also `visit_kind`."},
    {"actor", "In documents: `by`, `party`, `actor`, and the `team` of a protocol."},
    {"cause", "In documents: `cause` of a referral, `leave_cause` of a sick leave."},
    {"nature", "In documents: `nature` of a referral."},
    {"consent_scope", "In documents: `scope` of a consent."},
    {"consent_state", "In documents: `state` of a consent."},
    {"channel", "In documents: `channel`."},
    {"aspect", "In documents: `aspect` of an action plan, `needs` of an interview."},
    {"orientation", "In documents: `orientation`."},
    {"measure", "★ marks what the occupational physician recommends. In documents: `measure`."},
    {"progress", "In documents: `progress`."},
    {"partner", "In documents: `partner` of a relay, an action or a consent."},
    {"relay_state", "In documents: `relay_state`."},
    {"outcome", "A protocol may set other families and polarities. In documents: `outcome`."},
    {"family", "In documents: `family` in the outcome table of a protocol."},
    {"polarity", "In documents: `polarity` in the outcome table of a protocol."},
    {"answer", "In documents: `answer`."},
    {"refusal_reason", "In documents: `refusal_reason`."},
    {"suspension_reason", "In documents: `suspension_reason`."},
    {"reopening_reason", "In documents: `reopening_reason`."},
    {"participant_kind", "In documents: its `audience` and `participants`."},
    {"outreach_kind", "In documents: `outreach_kind`."},
    {"source_document", "In documents: `source_documents` of a collective action."},
    {"letter_kind", "On the command line: `maintien letter`."},
    {"sex", "In documents: `sex`."},
    {"age_band", "Not in documents: computed from `birth_year`."},
    {"sector", "In documents: `sector`."},
    {"workforce", "In documents: `workforce`."},
    {"occupation", "In documents: `occupation`."},
    {"leave_state", "In documents: `leave_state`."},
    {"appointment_state", "In documents: `appointment_state`."},
    {"decision", "In documents: `decision`."},
    {"audience_role", "In documents: `audience` of an action; on the command line: `--audience`."},
});

/// What the page says of a list above its table.
inline std::string paragraph_of(std::string_view list) {
    const auto places = maintien::detail::note_among(places_in_documents, list);
    return std::string{note_of(list)} + (places.empty() ? "" : " ") + std::string{places};
}

/// The heads of the columns a list has beside the words.
template <ClosedList Code>
std::string extra_heads() {
    if constexpr (std::is_same_v<Code, Origin>) return " visit |";
    if constexpr (std::is_same_v<Code, Measure>) return " recommendation |";
    if constexpr (std::is_same_v<Code, Outcome>) return " family | polarity |";
    if constexpr (std::is_same_v<Code, Answer>) return " class | same employer |";
    if constexpr (std::is_same_v<Code, Actor> || std::is_same_v<Code, Partner>) return " insurance body |";
    return "";
}

/// The cells of a code under those heads.
template <ClosedList Code>
std::string extra_cells(Code code) {
    const auto cell = [](std::string_view text) { return text.empty() ? " |" : " " + std::string{text} + " |"; };
    const auto mark = [&](bool holds, std::string_view text) { return cell(holds ? text : ""); };
    if constexpr (std::is_same_v<Code, Origin>) return mark(names_a_visit(code), "yes");
    if constexpr (std::is_same_v<Code, Measure>) return mark(is_recommendation(code), "★");
    if constexpr (std::is_same_v<Code, Outcome>) {
        const auto family = default_family(code);
        return cell(family ? code_of(*family) : "") + cell(code_of(default_polarity(code)));
    }
    if constexpr (std::is_same_v<Code, Answer>) return cell(code_of(class_of(code))) + mark(same_employer(code), "yes");
    if constexpr (std::is_same_v<Code, Actor> || std::is_same_v<Code, Partner>)
        return mark(is_insurance_body(code), "yes");
    return "";
}

/// The section of one list: its name, its note, its table.
template <ClosedList Code>
std::string vocabulary_section() {
    const auto heads = extra_heads<Code>();
    const std::string name{list_name_of<Code>};
    std::string page = "\n## " + name + "\n\n" + paragraph_of(name) + "\n\n";
    page += "| code | français | English |" + heads + "\n|---|---|---|";
    for (auto column = std::count(heads.begin(), heads.end(), '|'); column > 0; --column) page += "---|";
    page += '\n';
    for (const auto& term : terms_of<Code>)
        page += "| `" + std::string{term.code} + "` | " + std::string{term.fr} + " | " + std::string{term.en} + " |" +
                extra_cells<Code>(term.value) + "\n";
    return page;
}

/// The whole page.
inline std::string vocabulary_page() {
    std::string page =
        "# Vocabulary\n\n"
        "The closed lists: every code a document may hold, with its word in French and in English. A code is spelt "
        "the\n"
        "same in JSON, CSV, C++ and Python; only an enumerator that would begin with a digit takes a leading "
        "underscore\n"
        "(`Workforce::_11_49`), and one that would be a keyword of C++ a trailing one (`AudienceRole::public_`). A "
        "code\n"
        "that is not in its list is an error, never a first value. A service maps its own words onto these codes and\n"
        "never extends the lists.\n\n"
        "This page is written from the tables in `include/maintien/vocabulary/` and compared with them by a test. "
        "What\n"
        "the words of the field mean is in the [glossary](glossary.md).\n";
    for_each_closed_list([&]<ClosedList Code>() { page += vocabulary_section<Code>(); });
    return page;
}

}  // namespace maintien::test
