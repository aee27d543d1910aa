#include "maintien/io/visits.hpp"

#include <gtest/gtest.h>

namespace maintien::io {
namespace {

const std::string visit_header = "visit,worker,employer,physician,on,kind\n";

VisitList visits_in(std::string text) { return read_visits({"visits.csv", std::move(text)}); }

std::vector<std::string> visit_faults(std::string text) {
    std::vector<std::string> texts;
    try {
        visits_in(std::move(text));
    } catch (const DocumentError& error) {
        for (const auto& problem : error.problems.first) texts.push_back(text_of(problem));
    }
    return texts;
}

TEST(Visits, ALineIsAVisitOrALongAbsence) {
    const auto list = visits_in(visit_header + "v1,w1,e1,m1,2024-03-04,pre_return_visit\nv2,w2,e2,m2,2024-03-05,absence\n");
    ASSERT_EQ(list.visits.size(), 2u);
    EXPECT_EQ(list.visits[0].visit.text, "v1");
    EXPECT_EQ(list.visits[0].worker.text, "w1");
    EXPECT_EQ(list.visits[0].employer.text, "e1");
    EXPECT_EQ(list.visits[0].physician.text, "m1");
    EXPECT_EQ(list.visits[0].on, make_day(2024, 3, 4));
    EXPECT_EQ(list.visits[0].kind, Origin::pre_return_visit);
    EXPECT_TRUE(is_absence(list.visits[1]));
}

TEST(Visits, EveryOriginIsAKind) {
    std::string text = visit_header;
    for (const auto& term : terms_of<Origin>) text += std::string(term.code) + ",w,e,m,2024-03-04," + std::string(term.code) + "\n";
    const auto list = visits_in(text);
    ASSERT_EQ(list.visits.size(), count_of<Origin>);
    for (const auto& visit : list.visits) EXPECT_EQ(code_of(*visit.kind), visit.visit.text);
}

TEST(Visits, ComeInEveryDialectOfATable) {
    const std::string french = "\xEF\xBB\xBFkind;on;physician;employer;worker;visit\r\nabsence;05/03/2024;\xC2\xA0M\xC3\xA9l ;\"a;b\";w;v\r\n;;;;;\r\n";
    const auto list = visits_in(french);
    ASSERT_EQ(list.visits.size(), 1u);
    EXPECT_EQ(list.skipped_empty_rows, 1);
    EXPECT_EQ(list.visits[0].physician.text, "Mél");
    EXPECT_EQ(list.visits[0].employer.text, "a;b");
    EXPECT_EQ(list.visits[0].on, make_day(2024, 3, 5));
    EXPECT_EQ(visits_in("visit\tworker\temployer\tphysician\ton\tkind\nv\tw\te\tM\xE9l\t2024-03-05\tabsence\n").visits.at(0).physician.text, "Mél");
}

TEST(Visits, EveryFaultIsCollectedInOrder) {
    EXPECT_EQ(visit_faults(visit_header + "v1,w,e,p,2024-02-30,absence\n"
                                          "v1,,e,p,01/02/2024,absense\n"
                                          "v1,w\n"
                                          "v2,w,e,p,2024-02-03,\n"
                                          ",w,e,p,\"02/02/2024\"x,absence\n"),
              (std::vector<std::string>{"visits.csv:2:10: found \"2024-02-30\" expected a date YYYY-MM-DD or dd/mm/yyyy",
                                        "visits.csv:3:1: found \"v1\" expected each visit once: it stands on line 2",
                                        "visits.csv:3:4: found nothing expected a worker",
                                        "visits.csv:3:20: found \"absense\" expected a code of origin, or absence, perhaps \"absence\"",
                                        "visits.csv:4:5: found a row of 2 cells expected 6 as in the header",
                                        "visits.csv:5:10: found \"2024-02-03\" expected a date dd/mm/yyyy as on line 3",
                                        "visits.csv:5:21: found nothing expected a code of origin, or absence",
                                        "visits.csv:6:20: found text after a closing quote expected a delimiter or the end of the line"}));
}

TEST(Visits, TheHeaderNamesEachColumnOnceAndNoOther) {
    EXPECT_EQ(visit_faults("visit,worker,worker,physican,on,kind\nv,w,w,p,2024-03-04,luck\n"),
              (std::vector<std::string>{"visits.csv:1:14: found the column \"worker\" again expected each column once",
                                        "visits.csv:1:21: found an unknown column \"physican\" expected a column of a list of visits, perhaps \"physician\"",
                                        "visits.csv:1:1: found no column \"employer\" expected one in every list of visits",
                                        "visits.csv:1:1: found no column \"physician\" expected one in every list of visits",
                                        "visits.csv:2:20: found \"luck\" expected a code of origin, or absence"}));
    EXPECT_EQ(visit_faults("").size(), 1u);
}

TEST(Visits, AFileThatIsNotThereIsAFault) { EXPECT_THROW(read_visits({"no/such/visits.csv"}), DocumentError); }

}  // namespace
}  // namespace maintien::io
