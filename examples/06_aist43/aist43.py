# AIST 43: the cell's spreadsheet, read by its mapping, gives the table the cell publishes and its progress on what it has promised.
from datetime import date

import maintien as mt

AS_OF = date(2020, 11, 12)  # the day the cell showed its table
STATUSES = {
    "ongoing": "en cours",
    "refused": "refus d'intégration",
    "positive": "sortie positive",
    "negative": "sortie négative",
    "neutral": "sortie neutre",
    "unknown": "non noté",
}


def share(row):
    """A row as the cell prints it: the count, and its share to two decimals from the counts themselves."""
    return f"{row.numerator} ({mt.percentage(row.numerator, row.denominator, decimals=2)})"


def write_categories(report, title, indicator, variant):
    """The categories of an indicator that have a share, zeros included, and the total: a count, never a sum of rounded shares."""
    print(title)
    rows = [row for row in report if (row.indicator, row.variant, row.by) == (indicator, variant, {}) and row.value is not None and row.denominator]
    for row in rows:
        if row.category == "unknown" and row.numerator == 0:
            continue
        print(f"  {STATUSES[row.category] if row.category in STATUSES else mt.Outcome(row.category).fr} : {share(row)}")
    print(f"  total : {rows[-1].denominator}")


rules = mt.Protocol("aist43_cme")
events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
for column in events.unmapped_columns:
    print("colonne laissée de côté :", column)

report = mt.report(events, rules, as_of=AS_OF, from_=rules.valid_from)
first, last = map(mt.day_in_words, report.period)
print(f"du {first} au {last}")
print(f"{report.row('referrals').value} signalements, {report.row('entries', 'broad').value} entrées")
write_categories(report, "Statuts", "status", None)
days = report.row("days_in_cell", "all_mean")
print(f"Nombre moyen de jours : {days.value:.0f}, sur les {days.denominator} entrées, dossiers en cours compris")
write_categories(report, "Résultats", "outcome", "entry_cohort")

per_entry = report.row("positive_exit_rate", "per_entry")
print("Maintien dans l'emploi, selon ce qu'on divise")
print("  par sortie :", share(report.row("positive_exit_rate", "per_exit")))
print("  par sortie accompagnée, refus exclus :", share(report.row("positive_exit_rate", "per_accompanied_exit")))
print("  par entrée, à ce jour :", share(per_entry))
low, high = (mt.percentage(bound, decimals=2) for bound in (per_entry.bound_lower, per_entry.bound_upper))
print(f"  par entrée, une fois les dossiers en cours terminés : entre {low} et {high}")

promised = {target["id"]: None for target in rules.targets}
promised.update({item.rule: item for item in mt.agenda(events, rules, as_of=AS_OF) if item.rule in promised})
for item in promised.values():
    print(f"{item.title.fr}. {item.computation.fr}")
