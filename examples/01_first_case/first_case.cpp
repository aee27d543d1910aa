// A vendor's first lines: a worker is referred, an action is refused with all its reasons, and the software asks what is possible.
#include <iostream>

#include "maintien/maintien.hpp"

using namespace maintien;

int main() {
    CaseFile file{.case_id = CaseId{"2026-014"}, .service = ServiceId{"sst-demo"}};
    const Day monday = make_day(2026, 3, 2);

    const Entry referral{.on = monday, .fact = Referral{.origin = Origin::pre_return_visit, .consent = true}};
    std::cout << "signalement : " << label_of(admit(file, referral, common_core).kind, Language::fr) << '\n';

    const Entry meeting{.on = monday + 1, .fact = Action{.measure = Measure::employer_meeting, .partner = Partner::cap_emploi}};
    const Verdict verdict = admit(file, meeting, common_core);
    std::cout << "rencontre avec l'employeur : " << label_of(verdict.kind, Language::fr) << '\n';
    for (const Reason& reason : verdict.reasons) std::cout << "  - " << reason.fr << '\n';

    std::cout << "possible le " << iso(monday + 1) << " :";
    for (const Possibility& next : possible_now(file, common_core, monday + 1))
        if (next.verdict) std::cout << ' ' << code_of(next.event);
    std::cout << '\n';
}
