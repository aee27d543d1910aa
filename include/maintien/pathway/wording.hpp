#pragma once
/// @file
/// Wording: the rules said in sentences, in French and in English, to the person whom they stop.
///
/// A sentence names the rule and the kind of fact it needs, never what another part of the file says.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/pathway/consent_standing.hpp"
#include "maintien/pathway/judgement.hpp"
#include "maintien/protocol/guard.hpp"
#include "maintien/protocol/stage.hpp"

namespace maintien {

namespace detail {

/// Pieces of text in a row, in one stroke.
inline std::string joined(std::initializer_list<std::string_view> pieces) {
    std::size_t length = 0;
    for (const auto piece : pieces) length += piece.size();
    std::string text;
    text.reserve(length);
    for (const auto piece : pieces) text += piece;
    return text;
}

}  // namespace detail

/// A sentence in both languages.
struct Sentence {
    std::string fr;  ///< French
    std::string en;  ///< English
    bool operator==(const Sentence&) const = default;
};

/// `text` with a capital first letter; the accented letters of French are known.
inline std::string capitalised(std::string text) {
    if (text.empty()) return text;
    const auto letter = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const bool accented = letter(0) == 0xC3 && text.size() > 1 && letter(1) >= 0xA0 && letter(1) != 0xB7;
    if (letter(0) >= 'a' && letter(0) <= 'z') text[0] = static_cast<char>(letter(0) - 0x20);
    if (accented) text[1] = static_cast<char>(letter(1) - 0x20);
    return text;
}

namespace detail {

inline constexpr std::string_view no_break = "\xC2\xA0";

/// Whether French elides before a word: it begins with a vowel; no label here begins with a silent h.
constexpr bool elides(std::string_view word) {
    return !word.empty() && (std::string_view("aeiouAEIOU").find(word[0]) != std::string_view::npos || word.starts_with("é"));
}

/// « de » before a word without article: de plan, d'entrée.
constexpr std::string_view of_fr(std::string_view word) { return elides(word) ? "d'" : "de "; }

/// « du » before an actor: du salarié, de l'ergonome, de Cap emploi.
constexpr std::string_view actor_article_fr(Actor actor) {
    if (actor == Actor::cap_emploi) return "de ";
    return elides(label_of(actor, Language::fr)) ? "de l'" : "du ";
}

constexpr std::string_view actor_article_en(Actor actor) { return actor == Actor::cap_emploi ? "of " : "of the "; }

/// The same with the actor's word.
inline std::string of_actor_fr(Actor actor) { return joined({actor_article_fr(actor), label_of(actor, Language::fr)}); }
inline std::string of_actor_en(Actor actor) { return joined({actor_article_en(actor), label_of(actor, Language::en)}); }

/// What a consent is a consent to: « consentement … au contact avec l'employeur ».
constexpr std::string_view to_scope_fr(ConsentScope scope) {
    switch (scope) {
        case ConsentScope::referral: return "au signalement à la cellule";
        case ConsentScope::partner_exchange: return "aux échanges avec les partenaires";
        case ConsentScope::insurance_exchange: return "aux échanges avec l'assurance maladie";
        case ConsentScope::employer_contact: return "au contact avec l'employeur";
        case ConsentScope::recommendations: return "à l'envoi des préconisations à l'employeur";
        case ConsentScope::supervised_trial: return "à l'essai encadré";
        case ConsentScope::follow_up_contact: return "au contact de suivi après la sortie";
        case ConsentScope::statistics: return "à l'utilisation statistique";
    }
    return "";
}

constexpr std::string_view to_scope_en(ConsentScope scope) {
    switch (scope) {
        case ConsentScope::referral: return "to the referral to the cell";
        case ConsentScope::partner_exchange: return "to exchange with partners";
        case ConsentScope::insurance_exchange: return "to exchange with the health insurance";
        case ConsentScope::employer_contact: return "to contact with the employer";
        case ConsentScope::recommendations: return "to sending the recommendations to the employer";
        case ConsentScope::supervised_trial: return "to the supervised trial";
        case ConsentScope::follow_up_contact: return "to follow-up contact after the exit";
        case ConsentScope::statistics: return "to use in statistics";
    }
    return "";
}

constexpr std::string_view fate_fr(ConsentStanding standing) {
    switch (standing) {
        case ConsentStanding::live: return "est en vigueur";
        case ConsentStanding::refused: return "a été refusé";
        case ConsentStanding::withdrawn: return "a été retiré";
        case ConsentStanding::expired: return "est arrivé à échéance";
        case ConsentStanding::not_recorded: return "n'est pas enregistré";
    }
    return "";
}

constexpr std::string_view fate_en(ConsentStanding standing) {
    switch (standing) {
        case ConsentStanding::live: return "is live";
        case ConsentStanding::refused: return "was refused";
        case ConsentStanding::withdrawn: return "was withdrawn";
        case ConsentStanding::expired: return "has expired";
        case ConsentStanding::not_recorded: return "is not recorded";
    }
    return "";
}

/// Words in a row: a, b or c.
inline std::string alternatives(const std::vector<std::string>& words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? last : ", ";
        text += words[i];
    }
    return text;
}

inline std::string in_quotes(std::string_view word, Language language) {
    const std::string inner(word), space(no_break);
    return language == Language::fr ? "«" + space + inner + space + "»" : "“" + inner + "”";
}

/// The stages of a set as alternatives.
inline std::string stages_named(const StageSet& set, Language language) {
    std::vector<std::string> words;
    for (const auto& term : terms_of<Stage>)
        if (set.contains(term.value)) words.push_back(in_quotes(label_of(term.value, language), language));
    const bool french = language == Language::fr;
    std::string text = words.empty() ? "" : french ? "à l'étape " : "at the stage ";
    text += alternatives(words, french ? " ou " : " or ");
    if (set.none) text += (words.empty() ? "" : french ? " ou " : " or ") + std::string(french ? "avant toute étape" : "before any stage");
    return text;
}

/// The origins of a set as alternatives.
inline std::string origins_named(CodeSet<Origin> set, Language language) {
    std::vector<std::string> words;
    for (const auto& term : terms_of<Origin>)
        if (set.contains(term.value)) words.push_back(in_quotes(label_of(term.value, language), language));
    return alternatives(words, language == Language::fr ? " ou " : " or ");
}

}  // namespace detail

/// A consent that is not live; `towards` names the recipient when there is one, in both languages.
inline Sentence consent_wording(ConsentScope scope, Actor party, ConsentStanding standing, Text towards = {}) {
    const std::string_view open = towards.fr.empty() ? "" : " (", close = towards.fr.empty() ? "" : ")";
    const bool never_said = standing == ConsentStanding::not_recorded;
    return {detail::joined({"Le consentement ", detail::actor_article_fr(party), label_of(party, Language::fr), " ", detail::to_scope_fr(scope), open, towards.fr,
                            close, " ", detail::fate_fr(standing), "."}),
            detail::joined({never_said ? "There is no recorded consent " : "The consent ", detail::actor_article_en(party), label_of(party, Language::en), " ",
                            detail::to_scope_en(scope), open, towards.en, close, never_said ? "" : " ", never_said ? "" : detail::fate_en(standing), "."})};
}

/// A milestone that must come first.
inline Sentence not_reached_wording(Milestone milestone) {
    const auto fr = label_of(milestone, Language::fr);
    return {detail::joined({"Il n'y a pas encore ", detail::of_fr(fr), fr, " dans cet épisode."}),
            detail::joined({"There is no ", label_of(milestone, Language::en), " yet in this episode."})};
}

/// A milestone that must not have come.
inline Sentence already_reached_wording(Milestone milestone) {
    return {detail::joined({"Cet épisode a déjà ceci", detail::no_break, ": ", label_of(milestone, Language::fr), "."}),
            detail::joined({"This episode already has its ", label_of(milestone, Language::en), "."})};
}

/// An age at referral that is too low, or cannot be known.
inline Sentence age_wording(int least, bool recorded) {
    const std::string years = std::to_string(least);
    if (!recorded)
        return {"L'année de naissance du salarié n'est pas enregistrée : il faut " + years + " ans au signalement.",
                "The worker's year of birth is not recorded: the age at referral must be " + years + "."};
    return {"Le salarié a moins de " + years + " ans au signalement.", "The worker is under " + years + " at referral."};
}

/// An origin of the referral that the protocol does not accept, or that is not recorded.
inline Sentence origin_wording(CodeSet<Origin> accepted, bool recorded) {
    const std::string colon = std::string(detail::no_break) + ": ";
    const std::string fr = recorded ? "L'origine du signalement ne convient pas ; il faut" : "L'origine du signalement n'est pas enregistrée ; il faut";
    const std::string en = recorded ? "The origin of the referral does not qualify; it must be " : "The origin of the referral is not recorded; it must be ";
    return {fr + colon + detail::origins_named(accepted, Language::fr) + ".", en + detail::origins_named(accepted, Language::en) + "."};
}

/// A sick leave that is missing on the day, or about which nothing is recorded.
inline Sentence sick_leave_wording(bool recorded) {
    if (!recorded) return {"Aucun arrêt de travail n'est enregistré.", "No sick leave is recorded."};
    return {"Le salarié n'est pas en arrêt de travail ce jour-là.", "The worker is not on sick leave that day."};
}

/// An event out of its place: where the episode stands, and where the event would be possible.
inline Sentence stage_wording(MaybeStage at, const StageSet& allowed) {
    const StageSet here = at ? StageSet{{*at}} : StageSet{{}, true};
    const std::string semicolon = std::string(detail::no_break) + "; ";
    return {"Cet événement n'est pas possible " + detail::stages_named(here, Language::fr) + semicolon + "il l'est " +
                detail::stages_named(allowed, Language::fr) + ".",
            "This event is not possible " + detail::stages_named(here, Language::en) + "; it is " +
                detail::stages_named(allowed, Language::en) + "."};
}

/// An event recorded without effect.
inline Sentence bar_wording(Bar bar) {
    return {capitalised(std::string(label_of(bar, Language::fr))) + ".", capitalised(std::string(label_of(bar, Language::en))) + "."};
}

/// A new episode whose reopening is missing.
inline Sentence silent_reopening_wording() {
    return {"L'épisode précédent est terminé et sa réouverture n'est pas enregistrée.",
            "The previous episode has ended and its reopening is not recorded."};
}

/// An event that the protocol has no row for.
inline Sentence not_in_protocol_wording() {
    return {"Le protocole ne prévoit pas cet événement.", "The protocol does not provide for this event."};
}

/// An entry that would put another of its day out of its place.
inline Sentence disturbance_wording() {
    return {"Une autre inscription de ce jour ne serait plus à sa place.", "Another entry of this day would no longer be in its place."};
}

/// A follow-up on a case that no exit anchors.
inline Sentence not_anchored_wording() {
    return {"Aucune sortie suivie n'a sa fenêtre de suivi ce jour-là.", "No followed exit has its follow-up window on this day."};
}

}  // namespace maintien
