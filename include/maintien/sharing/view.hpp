#pragma once
/// @file
/// Views: a case file as one reader may see it. What is not allowed is absent.

#include "maintien/sharing/knowledge.hpp"

namespace maintien {

/// A case as one reader may see it. Two files that differ only in what the reader may not know give the same view.
struct View {
    Reader reader{};                       ///< who looks
    Day as_of{};                           ///< the day looked at
    ServiceId service{};                   ///< the service; none when nothing is shown to a reader outside
    CaseId case_id{};                      ///< the case's number; the same
    CaseAttributes about{};                ///< what the reader may know of worker and employer
    std::vector<Episode> episodes{};       ///< the episodes, as far as what is shown tells; none for readers outside
    FollowUpSchedule follow_up{};          ///< when the worker is asked again after an exit, where episodes are shown
    std::vector<ConsentLine> consents{};   ///< the ledger; for a partner the live consents towards him, for the employer none
    std::vector<Entry> history{};          ///< the entries shown, amendments carried out, in canonical order
};

namespace detail {

/// Whether an attribute of an entry describes the case of it: places and people in charge do on a referral and an entry only.
constexpr bool sets_case_attribute(Event event, Attribute attribute) {
    if (!describes_the_case(attribute)) return false;
    const bool place = attribute == Attribute::centre || attribute == Attribute::physician || attribute == Attribute::manager;
    return !place || event == Event::referral || event == Event::entry;
}

/// Takes over what an entry says of the case and is not known yet.
inline void note_case_attributes(std::vector<AttributeValue>& first, const EntryView& entry, std::uint64_t shown) {
    for (const auto& said : entry.attributes) {
        const auto same = [&](const AttributeValue& other) { return other.attribute == said.attribute; };
        if ((shown & bit_of(said.attribute)) != 0 && sets_case_attribute(entry.event, said.attribute) && std::none_of(first.begin(), first.end(), same))
            first.push_back(said);
    }
}

/// What an audience is told of the case: the first value of each attribute, whichever entry says it. An open entry comes before a
/// closed one, whose day must not decide between two values.
inline CaseAttributes about_for(const Knowledge& all, AudienceRole audience, const std::vector<std::size_t>& open) {
    const auto shown = case_attributes_shown_to(audience);
    std::vector<AttributeValue> first;
    const auto note = [&](std::size_t i) { note_case_attributes(first, entry_at(all.history, all.history.marks[i].at), shown); };
    for (const auto i : open) note(i);
    for (std::size_t i = 0; i < all.history.marks.size(); ++i) note(i);
    EntryView together;
    together.attributes = first;
    CaseAttributes about;
    unpack_fields(together, all.history.names, about);
    return about;
}

/// An entry as an audience is shown it.
inline Entry entry_for(const EntryView& entry, const NamePool& names, AudienceRole audience) {
    std::vector<AttributeValue> shown;
    for (const auto& said : entry.attributes)
        if ((attributes_shown_to(audience) & bit_of(said.attribute)) != 0) shown.push_back(said);
    EntryView masked = entry;
    masked.attributes = shown;
    if (stands_outside(audience)) {
        masked.id = 0;
        masked.recorded_on = no_day;
    }
    return unpacked(masked, names);
}

/// The marks that are open, as an audience is shown them, in the canonical order of what is shown: what is not must not decide the order either.
inline std::vector<Entry> history_for(const Knowledge& all, AudienceRole audience, const std::vector<std::size_t>& open) {
    CaseFile shown{{all.history.case_id}, {all.history.service}, {}};
    for (const auto i : open) shown.entries.push_back(entry_for(entry_at(all.history, all.history.marks[i].at), all.history.names, audience));
    const History sorted = history_of(shown, mask_of(all.as_of, no_day));
    std::vector<Entry> entries;
    for (const auto& mark : sorted.marks) entries.push_back(unpacked(entry_at(sorted, mark.at), sorted.names));
    return entries;
}

/// The episodes as those marks alone tell them.
inline std::vector<Episode> episodes_of(const Knowledge& all, const std::vector<std::size_t>& open) {
    std::vector<Mark> marks;
    for (const auto i : open) marks.push_back(all.history.marks[i].mark);
    Position position = new_position(all.history.birth_year);
    replay_one(position, std::span<const Mark>(marks), all.protocol, [](std::size_t, const Judgement&) {});
    for (auto& episode : position.episodes) episode.stage = stage_as_of(episode, latest(all.protocol).follow_up, all.as_of);
    return position.episodes;
}

/// The lines of the ledger a reader may know.
inline std::vector<ConsentLine> consents_for(const Knowledge& all, const Reader& reader) {
    auto lines = ledger_of(all.position, all.as_of).lines;
    const auto closed = [&](const ConsentLine& line) {
        if (!stands_outside(reader.audience)) return false;
        const bool towards = line.scope == exchange_scope(reader.partner) && (!line.partner || line.partner == reader.partner);
        return reader.audience != AudienceRole::partner || line.party != Actor::worker || !towards || line.standing != ConsentStanding::live;
    };
    std::erase_if(lines, closed);
    return lines;
}

}  // namespace detail

/// A case as a reader may see it, of what there is to know.
inline View view_of(const Knowledge& all, const Reader& reader) {
    View view{.reader = reader, .as_of = all.as_of};
    const auto open = marks_open_to(all, reader);
    const bool outside = stands_outside(reader.audience);
    if (open.empty() && (outside || detail::closed_to(all, reader))) return view;
    view.service.text = all.history.service;
    view.case_id.text = all.history.case_id;
    view.about = detail::about_for(all, reader.audience, open);
    view.consents = detail::consents_for(all, reader);
    if (!outside) {
        view.episodes = detail::episodes_of(all, open);
        view.follow_up = latest(all.protocol).follow_up;
    }
    view.history = detail::history_for(all, reader.audience, open);
    return view;
}

/// A case file as a reader may see it as of a day. A view of nobody's case, for readers outside, is the view of a case of which nothing is for them.
inline View view_of(const CaseFile& file, const Reader& reader, const ProtocolVersions& protocol, Day as_of) {
    return view_of(knowledge_of(file, protocol, as_of), reader);
}

}  // namespace maintien
