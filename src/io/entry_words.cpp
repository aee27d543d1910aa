#include "io/entry_words.hpp"

#include "maintien/case/packing.hpp"

namespace maintien::io::detail {

namespace {

/// A value in words; empty when there is none.
template <ClosedList Code>
std::string words_of(Code code, Language language) {
    return std::string(label_of(code, language));
}
template <ClosedList Code>
std::string words_of(CodeSet<Code> codes, Language language) {
    std::string words;
    for (const auto& term : terms_of<Code>)
        if (codes.contains(term.value)) words += (words.empty() ? "" : " + ") + words_of(term.value, language);
    return words;
}
std::string words_of(Day day, Language language) { return known(day) ? day_in_words(day, language) : std::string(); }
std::string words_of(bool yes, Language language) { return std::string(yes ? said(language, "oui", "yes") : said(language, "non", "no")); }
std::string words_of(int number, Language) { return std::to_string(number); }
std::string words_of(TimeOfDay time, Language) { return time_text(time); }
template <class Kind>
std::string words_of(const Identifier<Kind>& name, Language) {
    return name.text;
}
template <class Value>
std::string words_of(const std::optional<Value>& value, Language language) {
    return value ? words_of(*value, language) : std::string();
}

void add(std::string& words, Attribute attribute, const std::string& value, Language language) {
    if (value.empty()) return;
    words += (words.empty() ? "" : ", ") + std::string(label_of(attribute, language)) + std::string(said(language, " : ", ": ")) + value;
}

template <class Facts>
void add_fields(std::string& words, const Facts& facts, Language language) {
    for_each_field<Facts>([&]<class Member>(const Field<Facts, Member>& field) {
        if constexpr (std::is_same_v<Member, std::vector<Entry>>) {
            for (const Entry& entry : facts.*field.member)
                add(words, field.attribute, std::string(label_of(event_of(entry), language)) + " (" + said_in_words(entry, language) + ")", language);
        } else if (field.attribute != Attribute::withdraw || words_of(facts.*field.member, language) != words_of(false, language)) {
            add(words, field.attribute, words_of(facts.*field.member, language), language);
        }
    });
}

}  // namespace

std::string said_in_words(const CaseAttributes& about, Language language) {
    std::string words;
    add_fields(words, about, language);
    return words;
}

std::string said_in_words(const Entry& entry, Language language) {
    std::string words;
    std::visit([&](const auto& fact) { add_fields(words, fact, language); }, entry.fact);
    if (entry.by) add(words, Attribute::by, words_of(*entry.by, language), language);
    add_fields(words, entry.about, language);
    return words;
}

}  // namespace maintien::io::detail
