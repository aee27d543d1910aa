# A statistician's first lines: a cell's spreadsheet, the rate it published, and the same nine exits against other denominators.
from datetime import date

import maintien as mt

events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
report = mt.report(events, protocol="aist43_cme", as_of=date(2020, 11, 12))

for name in ["per_exit", "per_accompanied_exit", "per_entry"]:
    row = report.row("positive_exit_rate", name)
    print(f"{name:22} {row.numerator}/{row.denominator} = {row.value:.2%}  [{row.lower:.2%}, {row.upper:.2%}]")
print(f"{report.row('status', category='ongoing').numerator} files are open: per entry it will end between {row.bound_lower:.2%} and {row.bound_upper:.2%}")
print("who left well:", *[episode.case for episode in report.explain("positive_exit_rate/per_exit").numerator])
