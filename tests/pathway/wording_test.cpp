#include "maintien/pathway/wording.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

TEST(Wording, TellsRefusedWithdrawnExpiredAndNeverRecordedApart) {
    const auto worded = [](ConsentStanding standing) { return consent_wording(ConsentScope::employer_contact, Actor::worker, standing); };
    EXPECT_EQ(worded(ConsentStanding::not_recorded).fr, "Le consentement du salarié au contact avec l'employeur n'est pas enregistré.");
    EXPECT_EQ(worded(ConsentStanding::not_recorded).en, "There is no recorded consent of the worker to contact with the employer.");
    EXPECT_EQ(worded(ConsentStanding::refused).fr, "Le consentement du salarié au contact avec l'employeur a été refusé.");
    EXPECT_EQ(worded(ConsentStanding::withdrawn).en, "The consent of the worker to contact with the employer was withdrawn.");
    EXPECT_EQ(worded(ConsentStanding::expired).fr, "Le consentement du salarié au contact avec l'employeur est arrivé à échéance.");
}

TEST(Wording, GivesEachActorTheRightArticle) {
    const auto french = [](Actor party) { return consent_wording(ConsentScope::supervised_trial, party, ConsentStanding::refused).fr; };
    EXPECT_EQ(french(Actor::occupational_physician), "Le consentement du médecin du travail à l'essai encadré a été refusé.");
    EXPECT_EQ(french(Actor::employer), "Le consentement de l'employeur à l'essai encadré a été refusé.");
    EXPECT_EQ(french(Actor::cap_emploi), "Le consentement de Cap emploi à l'essai encadré a été refusé.");
    EXPECT_EQ(french(Actor::hospital), "Le consentement de l'établissement de soins à l'essai encadré a été refusé.");
}

TEST(Wording, NamesTheRecipientInBrackets) {
    const auto said = consent_wording(ConsentScope::partner_exchange, Actor::worker, ConsentStanding::not_recorded, {"Cap emploi", "Cap emploi"});
    EXPECT_EQ(said.fr, "Le consentement du salarié aux échanges avec les partenaires (Cap emploi) n'est pas enregistré.");
    EXPECT_EQ(said.en, "There is no recorded consent of the worker to exchange with partners (Cap emploi).");
}

TEST(Wording, EveryMilestoneHasItsSentence) {
    EXPECT_EQ(not_reached_wording(Milestone::plan).fr, "Il n'y a pas encore de plan d'actions dans cet épisode.");
    EXPECT_EQ(not_reached_wording(Milestone::entry).fr, "Il n'y a pas encore d'entrée dans la cellule dans cet épisode.");
    EXPECT_EQ(not_reached_wording(Milestone::plan).en, "There is no action plan yet in this episode.");
    for (const auto& term : terms_of<Milestone>) EXPECT_NE(already_reached_wording(term.value).fr, not_reached_wording(term.value).fr);
}

TEST(Wording, SaysWhereAnEventWouldBePossible) {
    const auto said = stage_wording(Stage::referred, {{Stage::contacted, Stage::qualified}});
    EXPECT_EQ(said.fr,
              "Cet événement n'est pas possible à l'étape «\u00A0signalé\u00A0»\u00A0; il l'est à l'étape «\u00A0contact pris\u00A0» ou «\u00A0qualifié\u00A0».");
    EXPECT_EQ(said.en, "This event is not possible at the stage “referred”; it is at the stage “contacted” or “qualified”.");
    EXPECT_EQ(stage_wording(std::nullopt, {{Stage::suspended}}).en, "This event is not possible before any stage; it is at the stage “suspended”.");
    EXPECT_EQ(stage_wording(Stage::qualified, {{Stage::contacted}, true}).en,
              "This event is not possible at the stage “qualified”; it is at the stage “contacted” or before any stage.");
}

TEST(Wording, BarsAreSentences) {
    EXPECT_EQ(bar_wording(Bar::second_entry).fr, "L'épisode a déjà son entrée.");
    EXPECT_EQ(bar_wording(Bar::second_entry).en, "The episode already has its entry.");
}

TEST(Wording, UnknownFactsAreNotUnmetOnes) {
    EXPECT_NE(age_wording(50, true), age_wording(50, false));
    EXPECT_NE(sick_leave_wording(true), sick_leave_wording(false));
    EXPECT_NE(origin_wording({Origin::pre_return_visit}, true), origin_wording({Origin::pre_return_visit}, false));
    EXPECT_EQ(origin_wording({Origin::pre_return_visit}, false).en, "The origin of the referral is not recorded; it must be “pre-return visit”.");
}

TEST(Wording, CapitalsKnowTheAccentsOfFrench) {
    EXPECT_EQ(capitalised("écarts"), "Écarts");
    EXPECT_EQ(capitalised("à"), "À");
    EXPECT_EQ(capitalised("11 à 49"), "11 à 49");
    EXPECT_EQ(capitalised(""), "");
}

}  // namespace
}  // namespace maintien
