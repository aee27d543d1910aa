# The regional action sheet 2.5.1: its collective actions year by year, how many people of which kind they reached, what proves it, what
# was changed and why; and before a year is reported, the proofs still to be found.
from datetime import date

import maintien as mt

ACTIONS = "examples/07_outreach/actions.jsonl"


def write_year(year):
    report = mt.outreach(ACTIONS, from_=date(year, 1, 1), to=date(year, 12, 31))
    unproven = [action for action in report.actions if not action.documented]
    print(report.to_text())
    print("Pièces à retrouver" if unproven else "Pièces à retrouver : aucune")
    for action in unproven:
        wanted = " ou ".join(document.fr for document in action.outreach_kind.proven_by)
        print(f"  {action.action} ({action.pilot}) : {wanted}")
    print()


days = [action.on for action in mt.outreach(ACTIONS, from_=date.min, to=date.max).actions]
for year in range(min(days).year, max(days).year + 1):
    write_year(year)
