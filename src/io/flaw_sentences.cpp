#include "io/flaw_sentences.hpp"

#include "io/rule_sentences.hpp"

namespace maintien::io::detail {

namespace {

std::string quoted(std::string_view word, Language language) { return maintien::detail::in_quotes(word, language); }

std::string stage_quoted(StagePlace stage, Language language) {
    return stage.known() ? quoted(label_of(*stage.stage(), language), language) : std::string(said(language, "départ", "start"));
}

/// A sentence made of pieces around a rule's name.
Sentence about(std::string_view rule, std::string_view before_fr, std::string_view after_fr, std::string_view before_en, std::string_view after_en) {
    return {std::string(before_fr) + quoted(rule, Language::fr) + std::string(after_fr), std::string(before_en) + quoted(rule, Language::en) + std::string(after_en)};
}

Sentence unreachable_sentence(const ShownFlaw& shown) {
    const bool refused = shown.witness.last_is_refused;
    return {"Aucun chemin ne mène à l'étape " + stage_quoted(shown.flaw.stage, Language::fr) + " : l'événement qui devrait y mener" + (refused ? ", ou mener plus loin, est refusé." : " mène ailleurs."),
            "No path leads to the stage " + stage_quoted(shown.flaw.stage, Language::en) + ": the event that should lead there" + (refused ? ", or lead on, is refused." : " leads elsewhere.")};
}

Sentence dead_end_sentence(const Flaw& flaw) {
    return {"Impasse : arrivé là (" + stage_quoted(flaw.stage, Language::fr) + "), aucun enchaînement d'événements ne mène plus à une fin.",
            "Dead end: from here (" + stage_quoted(flaw.stage, Language::en) + ") no sequence of events leads to an end any more."};
}

Sentence overlap_sentence(const Flaw& flaw) {
    const auto both = [&](Language language, std::string_view and_word) { return quoted(flaw.rule, language) + std::string(and_word) + quoted(flaw.other, language); };
    return {"Les règles " + both(Language::fr, " et ") + " valent toutes deux pour le dernier événement : on ne sait laquelle s'applique.",
            "The rules " + both(Language::en, " and ") + " both match the last event: nobody can tell which applies."};
}

Sentence dead_row_sentence(const Flaw& flaw) {
    if (flaw.at == no_situation)
        return about(flaw.rule, "La règle ", " ne s'applique jamais : elle ne part d'aucune étape, ou aucun événement ne lui correspond.", "The rule ",
                     " never applies: it starts from no stage, or no event matches it.");
    return about(flaw.rule, "La règle ", " ne s'applique jamais : là où elle part, l'événement est toujours sans effet.", "The rule ",
                 " never applies: where it starts from, the event never has an effect.");
}

/// A guard that never holds; beside others it may only be that they never hold together.
Sentence guard_sentence_of(const Flaw& flaw, const Protocol& protocol) {
    const auto& guards = row_named(protocol, flaw.rule)->guards;
    const auto& guard = guards[static_cast<std::size_t>(flaw.guard)];
    const bool alone = guards.size() == 1 || (guard.kind == GuardKind::age_at_least && guard.age > oldest_age);
    const auto words = [&](Language language) { return quoted(guard_sentence(guard, language), language); };
    return {"La condition " + words(Language::fr) + " de la règle " + quoted(flaw.rule, Language::fr) + " ne peut jamais être remplie" + (alone ? "." : " en même temps que les autres conditions de cette règle."),
            "The condition " + words(Language::en) + " of the rule " + quoted(flaw.rule, Language::en) + " can never hold" + (alone ? "." : " together with the other conditions of that rule.")};
}

Sentence sharing_sentence(const Flaw& flaw) {
    const bool employer = flaw.scope == ConsentScope::employer_contact, insurance = flaw.scope == ConsentScope::insurance_exchange;
    const std::string_view who_fr = employer ? "l'employeur" : insurance ? "l'assurance maladie" : "un partenaire";
    const std::string_view who_en = employer ? "the employer" : insurance ? "the health insurance" : "a partner";
    const std::string fr = " laisse " + std::string(who_fr) + " apprendre quelque chose sans le consentement du salarié " + std::string(maintien::detail::to_scope_fr(flaw.scope)) + ".";
    const std::string en = " lets " + std::string(who_en) + " learn something without the worker's consent " + std::string(maintien::detail::to_scope_en(flaw.scope)) + ".";
    return about(flaw.rule, "La règle ", fr, "The rule ", en);
}

Sentence limit_sentence(const Flaw& flaw, const Protocol& protocol) {
    const auto& limit = maintien::detail::limit_named(protocol, flaw.rule);
    if (limit.length < 1)
        return about(flaw.rule, "Le délai ", " ne peut pas être tenu : il ne laisse aucun jour.", "The time limit ", " cannot be met: it leaves no day.");
    const auto part = [&](Milestone milestone, Language language) { return quoted(label_of(milestone, language), language); };
    return {"Le délai " + quoted(flaw.rule, Language::fr) + " ne peut pas être tenu : aucun chemin ne va de " + part(limit.from, Language::fr) + " à " + part(limit.to, Language::fr) + ", dans cet ordre.",
            "The time limit " + quoted(flaw.rule, Language::en) + " cannot be met: no path goes from " + part(limit.from, Language::en) + " to " + part(limit.to, Language::en) + ", in this order."};
}

/// The guard of the base that a weakening is about, in words.
Sentence lost_guard_sentence(const Weakening& weakening, const Protocol& base) {
    const auto& guard = row_named(base, weakening.base_rule)->guards[static_cast<std::size_t>(weakening.guard)];
    const auto words = [&](Language language) { return quoted(guard_sentence(guard, language), language); };
    return {"La règle " + quoted(weakening.rule, Language::fr) + " n'exige plus la condition " + words(Language::fr) + " de la règle de base " + quoted(weakening.base_rule, Language::fr) + ".",
            "The rule " + quoted(weakening.rule, Language::en) + " no longer asks for the condition " + words(Language::en) + " of the base's rule " + quoted(weakening.base_rule, Language::en) + "."};
}

/// The time limit of the base that the variant drops, or gives more time than.
Sentence lost_limit_sentence(const Weakening& weakening, const Protocol& variant, const Protocol& base) {
    const auto& limit = maintien::detail::limit_named(base, weakening.base_rule);
    const auto named = [](const TimeLimit& one, Language language) { return quoted(one.id, language) + " (" + limit_length(one, language) + ")"; };
    if (weakening.kind == WeakeningKind::dropped_limit)
        return {"Le délai " + named(limit, Language::fr) + " de la base est abandonné : ici il serait dépassé.",
                "The time limit " + named(limit, Language::en) + " of the base is dropped: here it would be overrun."};
    const auto& own = maintien::detail::limit_named(variant, weakening.rule);
    return {"Le délai " + named(own, Language::fr) + " laisse plus de temps que celui de la base (" + limit_length(limit, Language::fr) + ") : ici celui de la base serait dépassé.",
            "The time limit " + named(own, Language::en) + " gives more time than the base's (" + limit_length(limit, Language::en) + "): here the base's would be overrun."};
}

/// What the follow-up of a variant leaves out.
std::string lost_follow_up(const FollowUpSchedule& own, const FollowUpSchedule& base, Language language) {
    std::string text;
    const auto add = [&](const std::string& word) { text += std::string(text.empty() ? "" : said(language, " ; ", "; ")) + word; };
    for (const int horizon : base.horizons)
        if (position_of_horizon(own, horizon) < 0)
            add(std::string(said(language, "aucune question à ", "no question at ")) + std::to_string(horizon) + std::string(said(language, " mois", " months")));
    CodeSet<Outcome> left_out = own.except;
    left_out.bits &= ~base.except.bits;
    if (left_out.bits != 0) add(colon(said(language, "sorties non suivies", "exits not followed"), language) + labels_joined(left_out, language));
    if (own.closes_after_days > base.closes_after_days)
        add(std::to_string(own.closes_after_days) + std::string(said(language, " jours pour répondre au lieu de ", " days to answer instead of ")) + std::to_string(base.closes_after_days));
    return text;
}

template <ClosedList Code>
std::string word_of(std::uint8_t code, Language language) {
    return std::string(label_of(static_cast<Code>(code), language));
}

/// What an event's own code says, as people say it.
std::string own_word(const EventForm& form, Language language) {
    const auto code = form.at(FormSlot::code);
    switch (form.event) {
        case Event::sick_leave: return word_of<LeaveState>(code, language);
        case Event::visit:
        case Event::referral: return word_of<Origin>(code, language);
        case Event::consent: return word_of<ConsentScope>(code, language);
        case Event::reopening: return word_of<ReopeningReason>(code, language);
        case Event::contact_attempt:
        case Event::first_contact:
        case Event::employer_contact: return word_of<Channel>(code, language);
        case Event::appointment: return word_of<AppointmentState>(code, language);
        case Event::qualification_interview: return word_of<Decision>(code, language);
        case Event::refusal: return word_of<RefusalReason>(code, language);
        case Event::action_plan: return labels_joined([&] { CodeSet<Aspect> set; set.bits = code; return set; }(), language);
        case Event::action: return word_of<Measure>(code, language);
        case Event::relay: return word_of<Partner>(code, language);
        case Event::suspension: return word_of<SuspensionReason>(code, language);
        case Event::outcome: return word_of<Outcome>(code, language);
        case Event::follow_up: return word_of<Answer>(code, language);
        default: return std::to_string(code);
    }
}

}  // namespace

Sentence flaw_sentence(const ShownFlaw& shown, const Protocol& protocol) {
    const Flaw& flaw = shown.flaw;
    switch (flaw.kind) {
        case Unsoundness::none: return {};
        case Unsoundness::no_start: return {"Rien ne peut commencer : aucun événement ne mène un dossier vide à une étape.", "Nothing can begin: no event leads from an empty file to a stage."};
        case Unsoundness::unreachable_stage: return unreachable_sentence(shown);
        case Unsoundness::dead_end: return dead_end_sentence(flaw);
        case Unsoundness::overlapping_rows: return overlap_sentence(flaw);
        case Unsoundness::dead_row: return dead_row_sentence(flaw);
        case Unsoundness::impossible_guard: return guard_sentence_of(flaw, protocol);
        case Unsoundness::lost_return:
            return about(flaw.rule, "La règle ", " ramène à l'étape d'avant la suspension là où il n'y en a pas eu.", "The rule ", " leads back to the stage before a suspension where there was none.");
        case Unsoundness::uncovered_sharing: return sharing_sentence(flaw);
        case Unsoundness::impossible_limit: return limit_sentence(flaw, protocol);
    }
    return {};
}

Sentence weakening_sentence(const Weakening& weakening, const Protocol& variant, const Protocol& base) {
    switch (weakening.kind) {
        case WeakeningKind::none: return {};
        case WeakeningKind::other_path:
            return about(weakening.rule, "La règle ", " ouvre un chemin que la base n'a pas.", "The rule ", " opens a path that the base does not have.");
        case WeakeningKind::dropped_guard:
        case WeakeningKind::dropped_consent: return lost_guard_sentence(weakening, base);
        case WeakeningKind::refused_withdrawal:
            return {"Le retrait d'un consentement y est refusé, alors que la base l'accepte ; aucun assouplissement ne le permet.",
                    "There the withdrawal of a consent is refused although the base takes it; no relaxation allows that."};
        case WeakeningKind::wider_team:
            return {"L'équipe est plus large que celle de la base : un nouveau membre apprend quelque chose sans le consentement que la base exige.",
                    "The team is larger than the base's: a new member learns something without the consent that the base asks for."};
        case WeakeningKind::dropped_limit:
        case WeakeningKind::longer_limit: return lost_limit_sentence(weakening, variant, base);
        case WeakeningKind::follow_up:
            return {"Le suivi demande moins que celui de la base : " + lost_follow_up(variant.follow_up, base.follow_up, Language::fr) + ".",
                    "Follow-up asks less than the base's: " + lost_follow_up(variant.follow_up, base.follow_up, Language::en) + "."};
        case WeakeningKind::recommendations:
            return {"Les préconisations partent sans l'accord du salarié que la base demande.", "Recommendations go without the worker's agreement, which the base asks for."};
    }
    return {};
}

std::string step_words(const WitnessStep& step, Language language) {
    const auto& form = step.form;
    std::string inside;
    const auto add = [&](const std::string& word) { inside += (inside.empty() ? "" : ", ") + word; };
    if (form.at(FormSlot::code) != unsaid) add(own_word(form, language));
    if (form.at(FormSlot::state) != unsaid)
        add(form.event == Event::consent ? word_of<ConsentState>(form.at(FormSlot::state), language) : word_of<Orientation>(form.at(FormSlot::state), language));
    if (form.at(FormSlot::actor) != unsaid) add(word_of<Actor>(form.at(FormSlot::actor), language));
    if (form.at(FormSlot::partner) != unsaid) add(word_of<Partner>(form.at(FormSlot::partner), language));
    if (form.at(FormSlot::by) != unsaid) add(std::string(said(language, "par : ", "by: ")) + word_of<Actor>(form.at(FormSlot::by), language));
    if (form.at(FormSlot::incoming) == 1) add(std::string(label_of(Attribute::incoming, language)));
    if (form.event == Event::referral && step.agreed) add(std::string(said(language, "avec l'accord du salarié", "with the worker's agreement")));
    if (form.event == Event::follow_up) add(std::to_string(step.horizon) + std::string(said(language, " mois", " months")));
    if (known(step.until)) add(std::string(said(language, "jusqu'au ", "until ")) + day_in_words(step.until, language));
    return capitalised(std::string(label_of(form.event, language))) + (inside.empty() ? "" : " (" + inside + ")");
}

}  // namespace maintien::io::detail
