#include "brute_explorer.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace brute {

namespace {

using namespace maintien;

template <class Code>
std::uint8_t at(Code code) {
    return static_cast<std::uint8_t>(index_of(code));
}

/// A case somewhere, and the day it is.
struct Case {
    Position position;
    Day today;
};

MaybeStage stage_of(const Case& c, const Protocol& protocol) { return stage_as_of(c.position.current(), protocol.follow_up, c.today); }

bool reached(const Case& c, Milestone milestone) { return known(c.position.current().day_of(milestone)); }

// ---- every event there is ------------------------------------------------------------------------------------------

Mark mark(Event event, std::uint8_t code = no_code) {
    Mark mark;
    mark.event = event;
    mark.code = code;
    if (event == Event::relay) mark.partner = code;
    return mark;
}

void add_actions(std::vector<Mark>& marks) {
    for (const auto measure : {Measure::job_adjustment, Measure::employer_meeting, Measure::supervised_trial})
        for (int actor = -1; actor < static_cast<int>(count_of<Actor>); ++actor)
            for (const auto partner : {std::optional<Partner>(), std::optional(Partner::mdph), std::optional(Partner::cpam)})
                for (const auto by : {std::optional<Actor>(), std::optional(Actor::occupational_physician)}) {
                    Mark one = mark(Event::action, at(measure));
                    if (actor >= 0) one.actor = static_cast<std::uint8_t>(actor);
                    if (partner) one.partner = at(*partner);
                    if (by) one.by = at(*by);
                    marks.push_back(one);
                }
}

void add_consents(std::vector<Mark>& marks) {
    for (const auto& scope : terms_of<ConsentScope>)
        for (const auto party : {Actor::worker, Actor::occupational_physician, Actor::general_practitioner, Actor::insurance_physician})
            for (const auto state : {ConsentState::given, ConsentState::refused}) {
                Mark one = mark(Event::consent, at(scope.value));
                one.state = at(state);
                one.actor = at(party);
                marks.push_back(one);
            }
}

template <class Code>
void add_all(std::vector<Mark>& marks, Event event) {
    for (const auto& term : terms_of<Code>) marks.push_back(mark(event, at(term.value)));
}

std::vector<Mark> every_mark(const Protocol& protocol) {
    std::vector<Mark> marks;
    add_all<LeaveState>(marks, Event::sick_leave);
    marks.push_back(mark(Event::visit, at(Origin::return_visit)));
    marks.push_back(mark(Event::unfitness_opinion, 1));
    add_consents(marks);
    add_all<ReopeningReason>(marks, Event::reopening);
    for (const auto& origin : terms_of<Origin>) {
        marks.push_back(mark(Event::referral, at(origin.value)));
        marks.back().flags = consent_given;
    }
    for (const auto event : {Event::contact_attempt, Event::first_contact}) marks.push_back(mark(event, at(Channel::phone)));
    add_all<AppointmentState>(marks, Event::appointment);
    add_all<Decision>(marks, Event::qualification_interview);
    for (const auto event : {Event::entry, Event::team_review, Event::resumption}) marks.push_back(mark(event));
    add_all<RefusalReason>(marks, Event::refusal);
    marks.push_back(mark(Event::action_plan, 1));
    add_actions(marks);
    for (const bool incoming : {false, true})
        for (const auto by : {no_code, at(Actor::occupational_physician)}) {
            marks.push_back(mark(Event::employer_contact, at(Channel::phone)));
            marks.back().by = by;
            if (incoming) marks.back().flags = incoming_call;
        }
    add_all<Partner>(marks, Event::relay);
    add_all<SuspensionReason>(marks, Event::suspension);
    add_all<Outcome>(marks, Event::outcome);
    for (const int horizon : protocol.follow_up.horizons)
        for (const auto& answer : terms_of<Answer>) {
            marks.push_back(mark(Event::follow_up, at(answer.value)));
            marks.back().horizon = static_cast<std::uint8_t>(horizon);
        }
    return marks;
}

// ---- which positions are of one kind ---------------------------------------------------------------------------------

/// What of a position the rules of a protocol could look at.
struct Lens {
    std::set<Milestone> milestones{Milestone::referral, Milestone::entry, Milestone::refusal, Milestone::outcome, Milestone::exit, Milestone::closing};
    bool origin = false, leave = false, age = false;
    std::map<Event, std::set<std::pair<ConsentScope, Actor>>> consents{};  // that the rules on an event ask for

    std::set<std::pair<ConsentScope, Actor>> asked{};                              // by any of them

    void look(const Protocol& protocol) {
        for (const auto& row : protocol.transitions)
            for (const auto& guard : row.guards) {
                if (guard.kind == GuardKind::consent) consents[row.event].insert({guard.scope, guard.party});
                if (guard.kind == GuardKind::consent_by_recipient)
                    consents[row.event].insert({{ConsentScope::partner_exchange, Actor::worker}, {ConsentScope::insurance_exchange, Actor::worker}});
                if (guard.kind == GuardKind::after || guard.kind == GuardKind::not_after) milestones.insert(guard.milestone);
                origin = origin || guard.kind == GuardKind::origin_in;
                leave = leave || guard.kind == GuardKind::on_sick_leave;
                age = age || guard.kind == GuardKind::age_at_least;
            }
        for (const auto& limit : protocol.time_limits) milestones.insert({limit.from, limit.to});
        for (const auto& [event, scopes] : consents) asked.insert(scopes.begin(), scopes.end());
    }
};

/// Whether a window of a followed exit has not passed.
bool window_ahead(const Case& c, const Protocol& protocol) {
    for (const auto& episode : c.position.episodes)
        for (const int horizon : protocol.follow_up.horizons)
            if (anchored(episode, protocol.follow_up) && answer_window(protocol.follow_up, episode.day_of(Milestone::exit), horizon).to > c.today) return true;
    return false;
}

std::string kind_of_case(const Case& c, const Protocol& protocol, const Lens& lens) {
    const auto& episode = c.position.current();
    const auto letter = [](int number) { return static_cast<char>('a' + number); };
    const auto stage = stage_of(c, protocol);
    std::string kind{letter(stage ? static_cast<int>(index_of(*stage)) : 25), letter(episode.before_suspension ? static_cast<int>(index_of(*episode.before_suspension)) : 25)};
    for (const auto milestone : lens.milestones) kind += reached(c, milestone) ? '1' : '0';
    if (lens.origin) kind += letter(episode.origin == no_code ? 25 : episode.origin);
    if (lens.leave) kind += known(c.position.leave_from) ? '1' : '0';
    kind += window_ahead(c, protocol) ? '1' : '0';
    kind += exited_before(c.position, protocol.follow_up, c.today + 1) ? '1' : '0';
    for (const auto& asked : lens.asked) {
        const auto given = [&](const ConsentWord& word) { return word.state == ConsentState::given && word.scope == asked.first && word.party == index_of(asked.second); };
        kind += std::any_of(c.position.consents.begin(), c.position.consents.end(), given) ? '1' : '0';
    }
    return kind;
}

// ---- walking ---------------------------------------------------------------------------------------------------------

/// The day an event may be tried on: tomorrow, or for an answer the day it is due after the latest followed exit.
Day day_for(const Case& c, const Mark& mark, const Protocol& protocol) {
    Day on = c.today + 1;
    if (mark.event != Event::follow_up) return on;
    for (const auto& episode : c.position.episodes)
        if (anchored(episode, protocol.follow_up)) on = std::max(c.today + 1, due_day(episode.day_of(Milestone::exit), mark.horizon));
    return on;
}

Case after(const Case& c, const Mark& mark, const Protocol& protocol) {
    Case next = c;
    next.today = mark.on;
    advance(next.position, mark, protocol);
    return next;
}

bool in_order(const Transition& row, const Case& c) {
    return std::all_of(row.guards.begin(), row.guards.end(), [&](const Guard& guard) {
        if (!guard.when.empty()) return true;
        if (guard.kind == GuardKind::after) return reached(c, guard.milestone);
        return guard.kind != GuardKind::not_after || !reached(c, guard.milestone);
    });
}

/// The consents an event needs for those outside who learn something, each with the partner who could be named.
std::vector<ConsentQuestion> needed(const Mark& mark, const Protocol& protocol) {
    std::vector<ConsentQuestion> all;
    const auto exchange = [&](bool insurance, std::uint8_t partner) {
        all.push_back({insurance ? ConsentScope::insurance_exchange : ConsentScope::partner_exchange, Actor::worker, partner});
    };
    if (mark.event == Event::employer_contact && !has(mark, incoming_call)) all.push_back({ConsentScope::employer_contact, Actor::worker, no_code});
    if (mark.event != Event::action && mark.event != Event::relay) return all;
    if (mark.partner != no_code) exchange(is_insurance_body(static_cast<Partner>(mark.partner)), mark.partner);
    if (mark.event == Event::relay) return all;
    if (mark.code == at(Measure::employer_meeting) || mark.actor == at(Actor::employer)) all.push_back({ConsentScope::employer_contact, Actor::worker, no_code});
    if (mark.actor == no_code || mark.actor == at(Actor::employer) || mark.actor == at(Actor::worker)) return all;
    const auto actor = static_cast<Actor>(mark.actor);
    if (protocol.team.contains(actor)) return all;
    const auto alike = from_code<Partner>(code_of(actor));
    exchange(is_insurance_body(actor), alike ? at(*alike) : no_code);
    return all;
}

/// Ledgers in which one consent no longer covers an event: it was withdrawn, refused for the partner by name, or was only ever
/// given for that partner; and the form agreed to nothing.
std::vector<Case> other_ledgers(const Case& c, const Mark& mark, const Protocol& protocol, const Lens& lens) {
    std::vector<Case> all;
    std::set<std::pair<ConsentScope, Actor>> lost;
    if (const auto asked = lens.consents.find(mark.event); asked != lens.consents.end()) lost = asked->second;
    for (const auto& question : needed(mark, protocol)) lost.insert({question.scope, question.party});
    for (const auto& [scope, party] : lost) {
        all.push_back(c);
        all.back().position.consents.push_back({c.today - 1, no_day, scope, ConsentState::withdrawn, at(party), no_code});
    }
    for (const auto& question : needed(mark, protocol))
        if (question.partner != no_code)
            for (const auto state : {ConsentState::refused, ConsentState::given}) {
                Case named = c;
                if (state == ConsentState::given) named.position.consents.push_back({c.today - 1, no_day, question.scope, ConsentState::withdrawn, at(Actor::worker), no_code});
                named.position.consents.push_back({c.today - 1, no_day, question.scope, state, at(Actor::worker), question.partner});
                all.push_back(named);
            }
    return all;
}

/// One exploration of one protocol.
struct Walk {
    const Protocol& protocol;
    const Protocol* base;
    int age;
    Lens lens{};
    std::vector<Case> cases{};
    std::map<std::string, std::size_t> kinds{};
    std::vector<std::pair<std::size_t, std::size_t>> steps{};
    std::vector<Mark> marks{}, agreements{};
    std::map<const Transition*, std::uint32_t> tried{}, held{};  // bit per guard, bit 31 for the row itself
    std::set<const TimeLimit*> met{};
    Findings found{};

    /// Everybody agrees to everything they may agree to on the spot.
    void agree(Case& c) const {
        for (bool more = true; more;) {
            more = false;
            for (Mark mark : agreements) {
                mark.on = c.today;
                const auto live = consent_standing(c.position, {static_cast<ConsentScope>(mark.code), static_cast<Actor>(mark.actor), no_code}, c.today);
                if (live == ConsentStanding::live || !judge(c.position, mark, protocol).allowed()) continue;
                const Case next = after(c, mark, protocol);
                if (stage_of(next, protocol) != stage_of(c, protocol)) continue;
                c = next;
                more = true;
            }
        }
    }

    std::size_t enter(Case c) {
        if (const auto known_kind = kinds.find(kind_of_case(c, protocol, lens)); known_kind != kinds.end()) return known_kind->second;
        agree(c);
        const auto [place, is_new] = kinds.emplace(kind_of_case(c, protocol, lens), cases.size());
        if (is_new) cases.push_back(std::move(c));
        return place->second;
    }

    void note_limits(const Case& before, const Case& next) {
        const bool same_episode = before.position.episodes.size() == next.position.episodes.size();
        for (const auto& limit : protocol.time_limits)
            if (reached(next, limit.from) && reached(next, limit.to) && !(same_episode && reached(before, limit.to))) met.insert(&limit);
    }

    /// What a judgement shows of the guards of its row.
    void note_guards(const Judgement& judgement, const Mark& mark) {
        if (!judgement.row || !judgement.stage_fits) return;
        std::uint32_t applying = 1u << 31;
        for (std::size_t i = 0; i < judgement.row->guards.size(); ++i)
            if (maintien::detail::holds(judgement.row->guards[i].when, mark)) applying |= 1u << i;
        tried[judgement.row] |= applying;
        if (judgement.allowed()) held[judgement.row] |= applying;
    }

    void note_overlap(const Case& c, const Mark& mark, const Judgement& judgement) {
        if (judgement.bar != Bar::none || judgement.reopens_silently) return;
        std::vector<std::string> rules;
        for (const auto& row : rows_of(protocol, mark.event))
            if (row.from.contains(stage_as_of(c.position.current(), protocol.follow_up, mark.on)) && maintien::detail::holds(row.when, mark) && in_order(row, c))
                rules.emplace_back(row.id);
        for (std::size_t i = 0; i < rules.size(); ++i)
            for (std::size_t k = i + 1; k < rules.size(); ++k) found.flaws.insert("overlapping_rows " + rules[i] + " " + rules[k]);
    }

    void note_sharing(const Case& c, const Mark& mark, const Judgement& judgement) {
        if (needed(mark, protocol).empty()) return;
        for (const auto& other : other_ledgers(c, mark, protocol, lens))
            if (judge(other.position, mark, protocol).allowed() && tells_without_consent(other.position, mark, protocol))
                found.flaws.insert("uncovered_sharing " + std::string(judgement.row->id));
    }

    /// Whether the base allows what the protocol does, and leads where it leads.
    bool base_follows(const Case& c, const Mark& mark, const Protocol& judged_by) const {
        if (!judge(c.position, mark, judged_by).allowed()) return false;
        return after(c, mark, protocol).position.current().stage == after(c, mark, judged_by).position.current().stage;
    }

    bool relaxed(std::string_view rule) const {
        return std::any_of(protocol.relaxes.begin(), protocol.relaxes.end(), [&](const Relaxation& one) { return one.rule == rule; });
    }

    void note_weakening(const Case& c, Mark mark) {
        const auto own = judge(c.position, mark, protocol);
        const auto theirs = judge(c.position, mark, *base);
        // Where an answer falls outside the windows of the base, the schedules differ: they are compared as such.
        if (!own.allowed() || (mark.event == Event::follow_up && !theirs.allowed()) || base_follows(c, mark, *base)) return;
        if (relaxed(own.row->id) || (theirs.row && relaxed(theirs.row->id))) return;
        Protocol same_team = *base;
        same_team.team = protocol.team;
        const bool by_team = base_follows(c, mark, same_team);
        if (by_team && relaxed("team")) return;
        found.weakened.insert(by_team ? "team" : std::string(own.row->id));
    }

    /// A consent that rules ask for, taken back where only the base lets it be.
    void note_refused_withdrawal(const Case& c, Mark mark) {
        if (mark.event != Event::consent) return;
        mark.state = at(ConsentState::withdrawn);
        if (!lens.asked.contains({static_cast<ConsentScope>(mark.code), static_cast<Actor>(mark.actor)})) return;
        if (judge(c.position, mark, *base).allowed() && !judge(c.position, mark, protocol).allowed()) found.refuses_withdrawal = true;
    }

    void try_event(std::size_t i, Mark mark) {
        const Case c = cases[i];
        mark.on = day_for(c, mark, protocol);
        const auto judgement = judge(c.position, mark, protocol);
        note_guards(judgement, mark);
        note_overlap(c, mark, judgement);
        if (base) {
            note_weakening(c, mark);
            note_refused_withdrawal(c, mark);
            if (mark.event == Event::referral) {
                mark.flags = 0;
                for (const auto& other : other_ledgers(c, mark, protocol, lens)) note_weakening(other, mark);
                mark.flags = consent_given;
            }
            if (judgement.allowed())
                for (const auto& other : other_ledgers(c, mark, protocol, lens)) note_weakening(other, mark);
        }
        if (!judgement.allowed()) return;
        note_sharing(c, mark, judgement);
        const Case next = after(c, mark, protocol);
        note_limits(c, next);
        if (stage_of(c, protocol) && !stage_of(next, protocol)) found.flaws.insert("lost_return " + std::string(judgement.row->id));
        steps.emplace_back(i, enter(next));
    }

    void wait(std::size_t i) {
        Case c = cases[i];
        const auto& episode = c.position.current();
        if (stage_of(c, protocol) != Stage::exited || !known(episode.day_of(Milestone::exit))) return;
        c.today = std::max(c.today + 1, expectation_ends(episode, protocol.follow_up));
        steps.emplace_back(i, enter(c));
    }

    void walk() {
        lens.look(protocol);
        if (base) lens.look(*base);
        marks = every_mark(protocol);
        for (const auto& mark : marks)
            if (mark.event == Event::consent && mark.state == at(ConsentState::given) && lens.asked.contains({static_cast<ConsentScope>(mark.code), static_cast<Actor>(mark.actor)}))
                agreements.push_back(mark);
        const Day start = make_day(2020, 1, 1);
        enter({new_position(year_of(start) - age), start});
        for (std::size_t i = 0; i < cases.size(); ++i) {
            for (const auto& mark : marks) try_event(i, mark);
            wait(i);
        }
        found.positions = cases.size();
    }

    // ---- what follows from the whole ----

    bool at_an_end(const Case& c) const {
        const auto stage = stage_of(c, protocol);
        return stage && *stage > Stage::suspended;
    }

    void note_stages() {
        std::set<Stage> seen;
        for (const auto& c : cases)
            if (const auto stage = stage_of(c, protocol)) seen.insert(*stage);
        if (seen.empty()) {
            found.flaws = {"no_start "};
            return;
        }
        for (const auto& row : protocol.transitions)
            for (const auto& term : terms_of<Stage>)
                if ((row.from.stages.contains(term.value) || row.move == to(term.value)) && !seen.contains(term.value))
                    found.flaws.insert("unreachable_stage " + std::string(term.code));
    }

    void note_dead_ends() {
        std::vector<bool> can_end(cases.size());
        for (std::size_t i = 0; i < cases.size(); ++i) can_end[i] = at_an_end(cases[i]);
        for (std::size_t round = 0; round < cases.size(); ++round) {
            const auto before = can_end;
            for (const auto& [from, to] : steps)
                if (can_end[to]) can_end[from] = true;
            if (before == can_end) break;
        }
        for (std::size_t i = 0; i < cases.size(); ++i)
            if (!can_end[i]) {
                const auto stage = stage_of(cases[i], protocol);
                found.flaws.insert("dead_end " + std::string(stage ? code_of(*stage) : ""));
                found.stuck.insert(std::string(stage ? code_of(*stage) : ""));
            }
    }

    void note_what_never_held() {
        for (const auto& [row, bits] : tried)
            if ((bits & ~held[row]) != 0) found.flaws.insert("never " + std::string(row->id));
        for (const auto& row : protocol.transitions) {
            if (row.event == Event::amendment) continue;
            const bool for_some = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.event == row.event && maintien::detail::holds(row.when, mark); });
            if (!for_some || row.from == StageSet{}) found.flaws.insert("never " + std::string(row.id));
        }
        for (const auto& limit : protocol.time_limits)
            if (!met.contains(&limit) || limit.length < 1 || limit.from == limit.to) found.flaws.insert("impossible_limit " + std::string(limit.id));
    }
};

}  // namespace

bool tells_without_consent(const Position& position, const Mark& mark, const Protocol& protocol) {
    const auto questions = needed(mark, protocol);
    return std::any_of(questions.begin(), questions.end(),
                       [&](const ConsentQuestion& question) { return consent_standing(position, question, mark.on) != ConsentStanding::live; });
}

int rows_matching(const Position& position, const Mark& mark, const Protocol& protocol) {
    const Case c{position, mark.on};
    int matching = 0;
    for (const auto& row : rows_of(protocol, mark.event))
        if (row.from.contains(stage_of(c, protocol)) && maintien::detail::holds(row.when, mark) && in_order(row, c)) ++matching;
    return matching;
}

Findings explore(const Protocol& protocol, const Protocol* base) {
    Walk old_worker{protocol, base, 100};
    old_worker.walk();
    old_worker.note_dead_ends();
    old_worker.note_what_never_held();
    old_worker.note_stages();
    Findings found = old_worker.found;
    for (const int age : {49, 20}) {
        if (!base || !old_worker.lens.age) break;
        Walk younger{protocol, base, age};
        younger.walk();
        found.weakened.insert(younger.found.weakened.begin(), younger.found.weakened.end());
    }
    return found;
}

}  // namespace brute
