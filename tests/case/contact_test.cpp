#include "maintien/case/contact.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(Contact, SaysByWhichChannelTheCellTried) {
    EXPECT_EQ(said_by(ContactAttempt{Channel::letter}), R"("channel":"letter","event":"contact_attempt")");
}

TEST(Contact, SaysByWhichChannelTheWorkerCameFirst) {
    EXPECT_EQ(said_by(FirstContact{Channel::email}), R"("channel":"email","event":"first_contact")");
}

TEST(Contact, TellsACallOfTheEmployerFromOneToHim) {
    EXPECT_EQ(said_by(EmployerContact{Channel::phone, true}), R"("channel":"phone","event":"employer_contact","incoming":true)");
    EXPECT_EQ(said_by(EmployerContact{Channel::phone, {}}), R"("channel":"phone","event":"employer_contact")");
}

}  // namespace
