#pragma once
/// @file
/// The page docs/vocabulary.md, written from the tables of the closed lists.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <type_traits>

#include "maintien/vocabulary/closed_lists.hpp"

namespace maintien::test {

/// What the page says of one list above its table.
struct ListNote {
    std::string_view list;  ///< the list's name
    std::string_view text;  ///< what it is, and where its codes stand in documents
};

/// The notes of all lists, in any order.
inline constexpr auto list_notes = std::to_array<ListNote>({
    {"event", "What can happen in a case, in the canonical order of one day. In documents: `event`."},
    {"origin", "The occasion of a referral. In documents: `origin` of a referral; the visits also `visit_kind`."},
    {"actor", "Who acts in a case. In documents: `by`, `party`, `actor`, and the `team` of a protocol."},
    {"cause",
     "The administrative cause. Health data. In documents: `cause` of a referral, `leave_cause` of a sick leave."},
    {"nature", "The broad class of the trouble, never a diagnosis. Health data. In documents: `nature` of a referral."},
    {"consent_scope", "What a consent allows. In documents: `scope` of a consent."},
    {"consent_state", "What was said about a scope. In documents: `state` of a consent. Not recorded is not a code."},
    {"channel", "How the cell and a person reach each other. In documents: `channel`."},
    {"aspect", "A side of the worker's situation. In documents: `aspect` of an action plan, `needs` of an interview."},
    {"orientation", "The track decided at the qualification interview. In documents: `orientation`."},
    {"measure",
     "What is done for a worker; ★ marks what the occupational physician recommends. In documents: `measure`."},
    {"progress", "How far an action has come. In documents: `progress`."},
    {"partner", "The bodies outside the service. In documents: `partner` of a relay, an action or a consent."},
    {"relay_state", "Where the relay to a partner stands. In documents: `relay_state`."},
    {"outcome",
     "How a worker leaves the cell; a protocol may set other families and polarities. In documents: `outcome`."},
    {"family", "Where a positive outcome keeps the worker. In documents: `family` in the outcome table of a protocol."},
    {"polarity", "How an exit counts. In documents: `polarity` in the outcome table of a protocol."},
    {"answer",
     "The worker's situation at a follow-up; employer and post are those at referral. In documents: `answer`."},
    {"answer_class", "How an answer counts. The first two classes are substantive answers."},
    {"refusal_reason", "Why the worker refuses. In documents: `refusal_reason`."},
    {"suspension_reason", "Why the support is paused. In documents: `suspension_reason`."},
    {"reopening_reason", "Why an ended case starts a new episode. In documents: `reopening_reason`."},
    {"participant_kind", "Who takes part in a collective action. In documents: its `audience` and `participants`."},
    {"outreach_kind", "What kind of collective action it is. In documents: `outreach_kind`."},
    {"source_document", "What proves who took part. In documents: `source_documents` of a collective action."},
    {"letter_kind", "What the service writes about a case. On the command line: `maintien letter`."},
    {"sex", "The sex of the worker as the service records it. In documents: `sex`."},
    {"age_band", "Year of the referral less year of birth, in bands. Not in documents: computed from `birth_year`."},
    {"sector", "The section of the employer's activity in NAF, revision 2. In documents: `sector`."},
    {"workforce", "The number of employees of the employer. In documents: `workforce`."},
    {"occupation", "The socio-professional group of the worker. In documents: `occupation`."},
    {"leave_state", "What happened to a sick leave. In documents: `leave_state`."},
    {"appointment_state", "What became of an appointment. In documents: `appointment_state`."},
    {"decision", "What the qualification interview decides. In documents: `decision`."},
    {"audience_role", "Who looks at a file. In documents: `audience` of an action; on the command line: `--audience`."},
});

/// The note of a list; empty when there is none.
constexpr std::string_view note_of(std::string_view list) {
    const auto note =
        std::find_if(list_notes.begin(), list_notes.end(), [=](const ListNote& n) { return n.list == list; });
    return note == list_notes.end() ? std::string_view{} : note->text;
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
    std::string page = "\n## " + name + "\n\n" + std::string{note_of(name)} + "\n\n";
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
