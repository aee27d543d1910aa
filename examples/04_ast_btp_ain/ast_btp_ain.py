# AST BTP de l'Ain: each physician gets, twice a month, the list of the pre-return visits he held; files are opened under the rules
# in force on their referral day (workers aged 50 or more until 2019, all since 2020); one year after, a questionnaire.
import csv
from datetime import datetime, timedelta

import maintien as mt

VISITS = "examples/04_ast_btp_ain/visites.csv"
RULES = mt.Protocol("ast_btp_ain")


def play(recorded):
    """Proposes every entry of a recorded file, tells how each is answered, and gives back the file of those that the rules accept."""
    file = mt.CaseFile(recorded.case, recorded.service)
    lines = [f"Dossier {file.case}"]
    for entry in recorded.entries:
        verdict = file.admit(protocol=RULES, **facts_of(entry))
        lines.append(f"  {entry['on']} {entry['event'].fr} : {verdict.kind.fr}")
        lines += [f"    - {reason.fr} [{reason.source}]" for reason in verdict.reasons]
    for episode in file.document(recorded.entries[-1]["on"], RULES).episodes:
        referred = episode.milestones["referral"]
        version = RULES.version_on(referred)
        lines.append(f"  Signalé le {referred}, suivi selon {version.name}/{version.version} : {episode.stage.fr}")
    return file, lines


def facts_of(entry):
    """What an entry says, without whose it is."""
    return {name: value for name, value in entry.items() if name not in ("case", "service")}


def write_digests(events):
    """The lists sent on every digest day from the first visit on, until every visit is listed."""
    day, last = VISIT_DAYS[0], VISIT_DAYS[-1]
    while day <= last:
        digest = mt.digest(VISITS, on=day, events=events, protocol=RULES)
        if digest.preview:
            day = digest.next_digest
            digest = mt.digest(VISITS, on=day, events=events, protocol=RULES)
        if digest.physicians:
            print(digest.to_text())
        day += timedelta(days=1)


def write_questionnaires(events, day):
    """The questionnaires that the agenda of a day asks for."""
    print("Questionnaires à un an, au", day)
    for item in mt.agenda(events, RULES, as_of=day, within=366):
        if item.rule == "follow_up":
            print(f"  {item.case} : {item.title.fr}. {item.computation.fr}")


with open(VISITS, encoding="utf-8") as table:
    VISIT_DAYS = sorted(datetime.strptime(visit["on"], "%d/%m/%Y").date() for visit in csv.DictReader(table, delimiter=";"))

proposed = mt.read_events("examples/04_ast_btp_ain/dossiers.jsonl")
numbers = dict.fromkeys((entry["case"], entry["service"]) for entry in proposed)
played = [play(proposed.case_file(*number)) for number in numbers]
events = mt.Events.from_files(file for file, lines in played)
write_digests(events)
print("\n".join(line for file, lines in played for line in lines))
print()
write_questionnaires(events, max(entry["on"] for entry in events))
