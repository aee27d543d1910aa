# Several services of one département under the common core of MT2i, each with its own way of working: what each is late with, then
# the figures of each and of all. NAME.jsonl holds a service's events; NAME.protocol.json, when there is one, its own way of working.
from collections import defaultdict
from pathlib import Path

import maintien as mt

FOLDER = Path("examples/05_mt2i")
CORE = mt.Protocol("mt2i_pspme")
TOGETHER = "tous services"


def latest_day(events):
    return max(entry["on"] for entry in events)


def write_service(path, day):
    """What a service is late with on a day, and what was expected of it and is missing, under its own rules."""
    events = mt.read_events(path)
    own = path.with_suffix(".protocol.json")
    rules = mt.Protocol.from_file(own) if own.exists() else CORE
    print(f"{next(iter(events))['service']} : {rules.title['fr']}")
    for item in mt.agenda(events, rules, as_of=day):
        if item.late_days:
            print(f"  {item.case}, {item.title.fr} : {item.late_days} jours de retard. {item.computation.fr}")
    for deviation in mt.check(events, rules, as_of=day):
        print(f"  {deviation.case}, {deviation.severity.fr} : {deviation.reasons[0].fr}")


class Shares:
    """How many of how many, by line of the table, then by service."""

    def __init__(self):
        self.lines = defaultdict(lambda: defaultdict(lambda: (0, 0)))

    def add(self, line, service, yes):
        for column in (service, TOGETHER):
            part, whole = self.lines[line][column]
            self.lines[line][column] = (part + bool(yes), whole + 1)

    def add_figure(self, report, line, indicator, variant):
        for stratum in report.strata:
            row = report.row(indicator, variant, by=stratum)
            self.lines[line][stratum.get("service", TOGETHER)] = (row.numerator, row.denominator)

    def write(self):
        for line in sorted(self.lines):
            print(line)
            for column, (part, whole) in sorted(self.lines[line].items()):
                if whole:
                    print(f"  {column} : {part} sur {whole}, {mt.percentage(part, whole)}")


def add_file(shares, file, day):
    """Counts the relay sheets of a file, and the answers at each horizon of the exits whose time to answer is over."""
    entries = file.entries
    relays = [entry for entry in entries if entry["event"] == "relay"]
    for sent in relays:
        if sent.get("relay_state", "sent") == "sent":
            answered = any(one["partner"] == sent["partner"] and one.get("relay_state") == "answered" and one["on"] >= sent["on"] for one in relays)
            shares.add(f"Relais suivis d'une réponse, {sent['partner'].fr}", file.service, answered)
    for episode in file.document(day, CORE).episodes:
        for horizon, window in episode.follow_up.items():
            if window.closes > day:
                continue
            shares.add(f"Réponse à {horizon} mois", file.service, window.answered)
            if window.answered:
                shares.add(f"En emploi à {horizon} mois, parmi les réponses", file.service, employed(entries, horizon, window.answered))


def employed(entries, horizon, day):
    """Whether a worker said on a day to be employed."""
    answers = [entry for entry in entries if entry["event"] == "follow_up" and entry["on"] == day and entry["horizon"] == horizon]
    return any(entry["answer"].answer_class == "employed" for entry in answers)


paths = sorted(FOLDER.glob("*.jsonl"))
events = mt.read_events(*paths)
day = latest_day(events)
for path in paths:
    write_service(path, day)

report = mt.report(events, CORE, as_of=day, by="service")
shares = Shares()
shares.add_figure(report, "Entrées parmi les signalements", "entry_rate", "cohort")
shares.add_figure(report, "Sorties positives", "positive_exit_rate", "per_exit")
shares.add_figure(report, "Maintien dans l'entreprise, parmi les sorties", "kept_in_company", "per_exit")
for case, service in dict.fromkeys((entry["case"], entry["service"]) for entry in events):
    add_file(shares, events.case_file(case, service), day)
print(f"\nAu {day}")
shares.write()
