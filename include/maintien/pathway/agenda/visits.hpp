#pragma once
/// @file
/// Sick leave on an agenda: its end, and the visits it makes possible or due.

#include "maintien/pathway/agenda/actions.hpp"

namespace maintien {

/// Whether a sick leave is known to run on a day.
constexpr bool leave_runs(const KnownLeave& leave, Day day) {
    return known(leave.days.first) && !leave.ended && leave.days.first <= day && (!known(leave.days.last) || day <= leave.days.last);
}

namespace detail {

/// Adds the threshold of a rule about the length of a leave to a computation, with its article.
inline void append_threshold(Sentence& said, const LegalVersion& version) {
    append(said, version.comparison == Comparison::more_than ? ", plus de " : ", au moins ", version.comparison == Comparison::more_than ? ", more than " : ", at least ");
    append(said, version.threshold, noun_of(version.unit));
    append(said, " (");
    append(said, version.article);
    append(said, ")");
}

inline Sentence leave_in_words(const KnownLeave& leave) {
    Sentence said = fact_in_words("arrêt commencé", "leave begun", leave.days.first);
    if (!known(leave.days.last)) return said;
    append(said, ", jusqu'au ", ", until ");
    append(said, leave.days.last);
    return said;
}

inline void add_pre_return_visit(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    const auto& leave = facts.leave;
    if (!leave_runs(leave, day.as_of) || (known(facts.pre_return_visit) && facts.pre_return_visit >= leave.days.first)) return;
    const Day since = pre_return_visit_since(leave.days);
    if (!known(since) || !listed_on(since, leave.days.last, day)) return;
    auto item = item_of(AgendaRule::pre_return_visit, leave.days.last, since, day);
    item.computation = leave_in_words(leave);
    append_threshold(item.computation, *version_in_force(LegalRule::pre_return_visit, leave.days.first));
    items.push_back(std::move(item));
}

/// The visit owed at the return, which the end of the leave, recorded or prescribed, lets foresee.
inline void add_return_visit(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    const auto& leave = facts.leave;
    if (!known(leave.days.first) || !return_visit_required(leave.days, leave.kind)) return;
    const Period days = return_visit_days(leave.days);
    if ((known(facts.return_visit) && facts.return_visit >= days.from) || !listed_on(days.from, days.to, day)) return;
    auto item = item_of(AgendaRule::return_visit, days.to, days.from, day);
    append(item.computation, leave_in_words(leave).fr, leave_in_words(leave).en);
    append(item.computation, ", ");
    append(item.computation, leave.kind);
    if (!leave.kind_known) append(item.computation, " (cause non enregistrée)", " (cause not recorded)");
    append_threshold(item.computation, *version_in_force(LegalRule::return_visit, leave.days.first, leave.kind));
    next_clause(item.computation);
    append(item.computation, "reprise le ", "return on ");
    append(item.computation, days.from);
    append(item.computation, " + ");
    append(item.computation, days.to - days.from, day_noun);
    append(item.computation, " = ");
    append(item.computation, days.to);
    items.push_back(std::move(item));
}

}  // namespace detail

/// Adds the end of the sick leave of a file under way, and the pre-return and return visits.
inline void add_visits(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    if (!under_way(facts.position.current())) return;
    if (leave_runs(facts.leave, day.as_of)) detail::add_ending(items, AgendaRule::sick_leave_ending, facts.leave.days.last, day);
    detail::add_pre_return_visit(items, facts, day);
    detail::add_return_visit(items, facts, day);
}

}  // namespace maintien
