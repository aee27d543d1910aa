#pragma once
/// @file
/// What there is to know of a case on a day, and who may know it.

#include <algorithm>
#include <optional>

#include "maintien/sharing/appointment_sheet.hpp"
#include "maintien/sharing/audience.hpp"
#include "maintien/sharing/consent_ledger.hpp"
#include "maintien/sharing/leave_on.hpp"

namespace maintien {

/// Who looks at a file.
struct Reader {
    AudienceRole audience = AudienceRole::worker;  ///< what kind of reader
    std::optional<Partner> partner{};              ///< which partner; without, partners in general
};

/// What there is to know of a case on a day. The protocols must outlive it.
struct Knowledge {
    History history{};                        ///< what counts, in canonical order
    Position position{};                      ///< where it leads
    std::vector<AppointmentSheet> sheets{};   ///< its appointments
    ProtocolVersions protocol{};              ///< the rules
    Day as_of{};                              ///< the day
};

/// What there is to know of a case file as of a day.
inline Knowledge knowledge_of(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    Knowledge all{.history = history_of(file, mask_of(as_of, no_day)), .protocol = protocol, .as_of = as_of};
    all.position = new_position(all.history.birth_year);
    const auto marks = marks_of(all.history);
    replay_one(all.position, std::span<const Mark>(marks), protocol, [](std::size_t, const Judgement&) {});
    all.sheets = appointments_of(all.history);
    return all;
}

/// On whose word recommendations go to the employer, under the version of the current episode.
inline Recommendations recommendations_of(const Knowledge& all) { return version_of(all.protocol, all.position.current()).recommendations; }

/// Whether the physician's recommendations may go to the employer: with the worker's live consent where the protocol asks for it
/// (opt-in), otherwise unless the worker said no or the consent ran out (opt-out, R4624-30).
inline bool recommendations_allowed(const Knowledge& all) {
    const auto standing = worker_standing(all.position, ConsentScope::recommendations, all.as_of);
    const bool unasked = recommendations_of(all) == Recommendations::opt_out && standing == ConsentStanding::not_recorded;
    return standing == ConsentStanding::live || unasked;
}

/// Whether the employer may know of an appointment: it falls in working time, and the worker is not on sick leave on its day,
/// nor today while it is still to come.
inline bool employer_may_know(const Knowledge& all, const AppointmentSheet& sheet) {
    if (!sheet.in_working_time.value_or(false) || leave_on(all.history, sheet.day)) return false;
    return sheet.day < all.as_of || !leave_on(all.history, all.as_of);
}

/// The consent that an exchange with a partner, or with partners in general, needs.
inline ConsentScope exchange_scope(std::optional<Partner> partner) {
    return detail::exchange_scope(partner && is_insurance_body(*partner));
}

namespace detail {

/// Whether nothing of the file is open to a reader as of the day: a worker who refused contact with the employer, or statistics,
/// or an exchange that no live consent covers. Decided by us for the employer, whom no condition of the pathway covers here.
inline bool closed_to(const Knowledge& all, const Reader& reader) {
    switch (reader.audience) {
        case AudienceRole::public_: return true;
        case AudienceRole::employer: return says_no(worker_standing(all.position, ConsentScope::employer_contact, all.as_of));
        case AudienceRole::partner:
            return worker_standing(all.position, exchange_scope(reader.partner), all.as_of, reader.partner) != ConsentStanding::live;
        case AudienceRole::statistician: {
            const auto& words = all.position.consents;
            const auto on_statistics = [](const ConsentWord& word) {
                return word.scope == ConsentScope::statistics && word.party == index_of(Actor::worker) && word.partner == no_code;
            };
            const auto last = std::find_if(words.rbegin(), words.rend(), on_statistics);
            return last != words.rend() && last->state != ConsentState::given;
        }
        default: return false;
    }
}

inline bool open_to_employer(const Knowledge& all, const EntryView& entry, std::size_t mark) {
    if (entry.event == Event::action)
        return !is_recommendation(static_cast<Measure>(value_of(entry, Attribute::measure).value_or(0))) || recommendations_allowed(all);
    const auto holds = [&](const AppointmentSheet& sheet) { return std::find(sheet.marks.begin(), sheet.marks.end(), mark) != sheet.marks.end(); };
    const auto sheet = std::find_if(all.sheets.begin(), all.sheets.end(), holds);
    return sheet != all.sheets.end() && employer_may_know(all, *sheet);
}

/// Whether an action is for this partner: it names him, or an actor alike; or it names no partner and its audience does.
inline bool action_for(const EntryView& action, std::optional<Partner> reader) {
    const auto partner = value_of(action, Attribute::partner), actor = value_of(action, Attribute::actor);
    if (reader && partner == index_of(*reader)) return true;
    if (reader && actor && partners_alike[*actor] == index_of(*reader)) return true;
    return !partner && value_of(action, Attribute::audience).value_or(0) != 0;
}

inline bool open_to_partner(const EntryView& entry, std::optional<Partner> reader) {
    if (entry.event == Event::action) return action_for(entry, reader);
    return reader && value_of(entry, Attribute::partner) == index_of(*reader);
}

inline bool open_to(const Knowledge& all, const Reader& reader, std::size_t mark) {
    const EntryView entry = entry_at(all.history, all.history.marks[mark].at);
    if (!audience_of(entry).contains(reader.audience)) return false;
    if (reader.audience == AudienceRole::employer) return open_to_employer(all, entry, mark);
    return reader.audience != AudienceRole::partner || open_to_partner(entry, reader.partner);
}

}  // namespace detail

/// What a reader may know of a case: the positions of those marks of the history, in canonical order.
inline std::vector<std::size_t> marks_open_to(const Knowledge& all, const Reader& reader) {
    std::vector<std::size_t> open;
    if (detail::closed_to(all, reader)) return open;
    for (std::size_t i = 0; i < all.history.marks.size(); ++i)
        if (detail::open_to(all, reader, i)) open.push_back(i);
    return open;
}

}  // namespace maintien
