# AIST La Prévention Active, six steps: two workers, one at work and one on sick leave, followed entry by entry. Each entry is
# proposed to the rules; then come the letter it calls for, what has become due, and what the employer may see from now on.
from pathlib import Path

import maintien as mt

FOLDER = Path("examples/03_aist63")
RULES = mt.Protocol("aist63_cme")


def in_words(entry):
    """An entry as a line of the screen."""
    said = {
        "consent": lambda: f"{entry['scope'].fr}, {entry.get('party', mt.Actor.worker).fr}",
        "action": lambda: entry["measure"].fr,
        "appointment": lambda: entry["appointment_state"].fr,
        "outcome": lambda: entry["outcome"].fr,
        "relay": lambda: entry["partner"].fr,
    }
    words = f"{entry['on']} {entry['event'].fr}"
    return f"{words} : {said[entry['event']]()}" if entry["event"] in said else words


def letter_after(entry):
    """The letter that an entry calls for, if any."""
    if entry["event"] == "sick_leave" and entry["leave_state"] != "ended":
        return mt.LetterKind.pre_return_invitation
    if entry["event"] == "appointment":
        return {"planned": mt.LetterKind.employer_notice, "held": mt.LetterKind.attendance_certificate}.get(entry["appointment_state"])
    if entry["event"] == "relay" and entry.get("relay_state") != "answered":
        return mt.LetterKind.relay_sheet
    return None


def write_letter(file, kind, day):
    """A letter in the words of the cell's own template, or why it is not written."""
    letter = file.letter(kind, day, RULES)
    if letter:
        print(f"    {kind.fr} : {letter.to_text(FOLDER / 'lettres' / f'{kind}.mustache')}", end="")
    else:
        print(f"    {kind.fr}, non écrite. {' '.join(reason.fr for reason in letter.reasons)}")


def write_agenda(file, day, told):
    """What has become due or late since it was last looked at."""
    for item in file.agenda(day, RULES, within=366):
        line = f"{item.title.fr}{', EN RETARD' if item.late_days else ''}. {item.computation.fr}"
        if item.due and line not in told:
            told.add(line)
            print(f"    à faire pour le {item.due} : {line}")


def write_employer_view(file, day, seen):
    """What the employer may see that he could not see before."""
    for entry in file.view("employer", day, RULES).history:
        if in_words(entry) not in seen:
            seen.add(in_words(entry))
            print(f"    visible de l'employeur : {in_words(entry)}")


def play(recorded):
    file, told, seen = mt.CaseFile(recorded.case, recorded.service), set(), set()
    print("Dossier", file.case)
    for entry in recorded.entries:
        day = entry["on"]
        write_agenda(file, day, told)
        verdict = file.admit(protocol=RULES, **{name: value for name, value in entry.items() if name not in ("case", "service")})
        print(f"  {in_words(entry)} : {verdict.kind.fr}")
        for reason in verdict.reasons:
            print(f"    - {reason.fr}")
        if not verdict:
            continue
        if kind := letter_after(entry):
            write_letter(file, kind, day)
        write_agenda(file, day, told)
        write_employer_view(file, day, seen)
    last = recorded.entries[-1]["on"]
    print(f"  Étape le {last} : {file.stage(last, RULES).fr}")
    write_letter(file, mt.LetterKind.worker_booklet, last)


events = mt.read_events(FOLDER / "dossiers.jsonl")
for case, service in dict.fromkeys((entry["case"], entry["service"]) for entry in events):
    play(events.case_file(case, service))
