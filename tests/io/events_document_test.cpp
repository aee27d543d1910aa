#include "maintien/io/events_document.hpp"

#include <gtest/gtest.h>

#include "maintien/case/packing.hpp"
#include "maintien/io/text_file.hpp"
#include "read_text.hpp"

namespace {

using namespace maintien;
using namespace maintien::io;
using namespace maintien::io::test;

TEST(EventsDocument, KeysStandInOneOrder) {
    const auto table = read(json_lines(
        R"({"disabled_worker":false,"sex":"male","worker":"w","service":"s","manager":"m","by":"assistant","linked_case":"9","consent":true,"cause":"work_accident","origin":"return_visit","id":"i","recorded_on":"2024-01-03","on":"2024-01-02","event":"referral","case":"1","centre":"c"})")).table;
    EXPECT_EQ(written(table),
              "{\"format\": \"maintien-events/1\"}\n"
              R"({"case": "1", "event": "referral", "on": "2024-01-02", "recorded_on": "2024-01-03", "id": "i", "origin": "return_visit", "cause": "work_accident", "consent": true, "linked_case": "9", "by": "assistant", "manager": "m", "worker": "w", "service": "s", "centre": "c", "sex": "male", "disabled_worker": false})"
              "\n");
}

TEST(EventsDocument, EveryEventComesBackByteForByte) {
    const std::string text =
        "{\"format\": \"maintien-events/1\"}\n"
        R"({"case": "é\"\\\n", "event": "sick_leave", "on": "2024-01-01", "id": "a", "leave_state": "started", "leave_cause": "work_accident", "until": "2024-02-01", "service": "s"})" "\n"
        R"({"case": "1", "event": "visit", "on": "2024-01-01", "visit_kind": "on_request_worker"})" "\n"
        R"({"case": "1", "event": "unfitness_opinion", "on": "2024-01-01", "examination": 2, "redeployment_possible": false})" "\n"
        R"({"case": "1", "event": "consent", "on": "2024-01-01", "scope": "partner_exchange", "state": "given", "party": "worker", "partner": "cap_emploi", "until": "2025-01-01"})" "\n"
        R"({"case": "1", "event": "reopening", "on": "2024-01-01", "reopening_reason": "relapse"})" "\n"
        R"({"case": "1", "event": "contact_attempt", "on": "2024-01-01", "channel": "phone"})" "\n"
        R"({"case": "1", "event": "first_contact", "on": "2024-01-01", "channel": "email", "by": "worker"})" "\n"
        R"({"case": "1", "event": "appointment", "on": "2024-01-01", "appointment_state": "planned", "appointment": 1, "day": "2024-01-09", "starts": "00:00", "ends": "09:05", "channel": "video", "in_working_time": true, "centre": "c"})" "\n"
        R"({"case": "1", "event": "qualification_interview", "on": "2024-01-01", "decision": "accepted", "needs": ["medical", "professional"], "orientation": "undecided"})" "\n"
        R"({"case": "1", "event": "entry", "on": "2024-01-01", "manager": "m"})" "\n"
        R"({"case": "1", "event": "refusal", "on": "2024-01-01", "refusal_reason": "distrust"})" "\n"
        R"({"case": "1", "event": "action_plan", "on": "2024-01-01", "aspect": ["social"]})" "\n"
        R"({"case": "1", "event": "action", "on": "2024-01-01", "measure": "telework", "progress": "done", "actor": "employer", "partner": "mdph", "due": "2024-01-02", "starts_on": "2024-01-03", "ends_on": "2024-01-04", "audience": ["employer", "public"]})" "\n"
        R"({"case": "1", "event": "employer_contact", "on": "2024-01-01", "channel": "letter", "incoming": true})" "\n"
        R"({"case": "1", "event": "relay", "on": "2024-01-01", "partner": "msa", "relay_state": "sent"})" "\n"
        R"({"case": "1", "event": "team_review", "on": "2024-01-01"})" "\n"
        R"({"case": "1", "event": "suspension", "on": "2024-01-01", "suspension_reason": "hospital"})" "\n"
        R"({"case": "1", "event": "resumption", "on": "2024-01-01"})" "\n"
        R"({"case": "1", "event": "outcome", "on": "2024-01-01", "outcome": "same_post"})" "\n"
        R"({"case": "1", "event": "follow_up", "on": "2024-01-01", "answer": "lost", "horizon": 12, "channel": "questionnaire", "attempt": 3})" "\n"
        R"({"case": "é\"\\\n", "event": "amendment", "on": "2024-01-01", "id": "b", "amends": "a", "entry": {"event": "sick_leave", "on": "2024-01-02", "recorded_on": "2024-01-05", "leave_state": "ended", "worker": "w"}, "service": "s"})" "\n"
        R"({"case": "é\"\\\n", "event": "amendment", "on": "2024-01-01", "amends": "b", "withdraw": true, "service": "s"})" "\n";
    EXPECT_EQ(written(read(json_lines(text)).table), text);
}

TEST(EventsDocument, TypedEntriesAreWrittenTheSameWay) {
    NamePool names;
    Entry entry{.on = make_day(2024, 1, 2), .fact = OutcomeRecord{Outcome::adapted_post}, .by = Actor::case_manager};
    std::string line;
    append_event_line(line, {"s", "7"}, view_of(packed(entry, names)), names);
    EXPECT_EQ(line, R"({"case": "7", "event": "outcome", "on": "2024-01-02", "outcome": "adapted_post", "by": "case_manager", "service": "s"})" "\n");
}

}  // namespace
