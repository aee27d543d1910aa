#include "maintien/pathway/agenda/words.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(AgendaWords, SayASumThatACalendarConfirms) {
    const auto said = sum_in_words("signalement", "referral", make_day(2024, 1, 1), 15, LimitUnit::days, make_day(2024, 1, 16));
    EXPECT_EQ(said.fr, "Signalement le 1er janvier 2024 + 15 jours = 16 janvier 2024");
    EXPECT_EQ(said.en, "Referral on 1 January 2024 + 15 days = 16 January 2024");
}

TEST(AgendaWords, SayAFactOrADayThatIsNoted) {
    EXPECT_EQ(fact_in_words("rendez-vous tenu", "appointment held", make_day(2024, 3, 12)).en, "Appointment held on 12 March 2024");
    EXPECT_EQ(noted_in_words("échéance", "due day", make_day(2024, 3, 12)).fr, "Échéance\u00A0: 12 mars 2024");
}

TEST(AgendaWords, AgreeInNumber) {
    Sentence said;
    append(said, 0, day_noun);
    append(said, "|");
    append(said, 1, day_noun);
    append(said, "|");
    append(said, 2, working_day_noun);
    EXPECT_EQ(said.fr, "0 jour|1 jour|2 jours ouvrables");
    EXPECT_EQ(said.en, "0 days|1 day|2 working days");
}

TEST(AgendaWords, TellTheSuspensionsThatHeldAClock) {
    const Day start = make_day(2024, 1, 1);
    const std::vector<Pause> over{{start + 4, start + 12}}, running{{start + 4, no_day}};
    Sentence said{"X", "X"};
    append_held(said, over, start, {start + 23, 8});
    EXPECT_EQ(said.fr, "X\u00A0; suspendu du 5 janvier 2024 au 13 janvier 2024\u00A0; horloge arrêtée 8 jours = 24 janvier 2024");
    said = {"X", "X"};
    append_held(said, running, start, {start + 23, 8});
    EXPECT_EQ(said.en, "X; suspended since 5 January 2024; clock held for 8 days = 24 January 2024 if the file is resumed today");
    said = {"X", "X"};
    append_held(said, running, start, {start + 15, 0});
    EXPECT_EQ(said.en, "X") << "nothing was held yet";
}

}  // namespace
