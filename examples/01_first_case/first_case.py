# A vendor's first lines: a worker is referred, an action is refused with all its reasons, and the software asks what is possible.
from datetime import date

import maintien as mt

file = mt.CaseFile("2026-014", service="sst-demo")

referral = file.admit("referral", on=date(2026, 3, 2), origin="pre_return_visit", consent=True)
print("signalement :", referral.kind.fr)

verdict = file.admit("action", on=date(2026, 3, 3), measure="employer_meeting", partner="cap_emploi")
print("rencontre avec l'employeur :", verdict.kind.fr)
for reason in verdict.reasons:
    print("  -", reason.fr)

print("possible le 2026-03-03 :", *[next.event for next in file.possible(date(2026, 3, 3))])
