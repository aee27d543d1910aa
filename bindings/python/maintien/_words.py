"""What people read: titles of figures, numbers, shares and days, in French or in English."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from maintien import _titles
from maintien._codes import Code, in_language

if TYPE_CHECKING:
    from maintien._values import Row

# The closed list behind a category; a category of another figure is a word of its own or a name.
_LISTS = {"outcome": "Outcome", "measures": "Measure", "partners": "Partner"}
_LISTS_OF_KEYS = {
    "origin": "Origin",
    "by": "Actor",
    "cause": "Cause",
    "nature": "Nature",
    "sex": "Sex",
    "age_band": "AgeBand",
    "sector": "Sector",
    "workforce": "Workforce",
    "occupation": "Occupation",
}


def check_language(language: str) -> str:
    """The language asked for; another than French and English is a ``ValueError``."""
    if language not in ("fr", "en"):
        raise ValueError(f"language: found {language!r}, expected 'fr' or 'en'")
    return language


def said(language: str, fr: str, en: str) -> str:
    """The words in the language of the reader."""
    return in_language(fr, en, language)


def capitalised(text: str) -> str:
    """A text that begins with a capital; the rest is left as it is."""
    return text[:1].upper() + text[1:]


def _label(list_name: str, code: str, language: str) -> str:
    from maintien import _core

    codes: type[Code] = getattr(_core, list_name)
    try:
        return codes(code).label(language)
    except ValueError:
        return code


def value_title(key: str, value: str, language: str) -> str:
    """The word for a value of a stratum key or an attribute; a name stays what it is."""
    if value == "unknown":
        return said(language, "non renseigné", "not given")
    if key in ("on_sick_leave", "disabled_worker"):
        return said(language, *(("oui", "yes") if value == "true" else ("non", "no")))
    return _label(_LISTS_OF_KEYS[key], value, language) if key in _LISTS_OF_KEYS else value


def key_title(key: str, language: str) -> str:
    """What a register is divided by, in words."""
    return said(language, *_titles.KEYS.get(key, (key, key)))


def indicator_title(indicator: str, language: str) -> str:
    """What people call an indicator."""
    return said(language, *_titles.INDICATORS.get(indicator, (indicator, indicator)))


def variant_title(indicator: str, variant: str | None, language: str) -> str:
    """What people call a variant of an indicator; ``{}`` stands for its horizon."""
    words = _titles.VARIANTS.get(f"{indicator}/{variant or ''}")
    if words:
        return said(language, *words)
    if indicator == "distribution" and variant:
        return capitalised(key_title(variant, language))
    if indicator in ("follow_up", "response_rate") and variant:
        return said(language, f"À {variant} mois", f"At {variant} months")
    return variant or indicator_title(indicator, language)


def category_title(indicator: str, variant: str | None, category: str, language: str) -> str:
    """What people call a category of a figure."""
    if indicator == "status" and category in _titles.STATUS:
        return said(language, *_titles.STATUS[category])
    if indicator == "follow_up":
        ends = _titles.FOLLOW_UP_ENDS | {"due": ("délai écoulé", "window over")}
        return capitalised(said(language, *ends.get(category, (category, category))))
    if indicator in _LISTS and category != "unknown":
        return capitalised(_label(_LISTS[indicator], category, language))
    if indicator == "stage_delay":
        return said(language, *_OF_A_DELAY.get(category, (category, category)))
    return capitalised(value_title(variant or "", category, language))


_OF_A_DELAY = {
    "mean": ("Moyenne", "Mean"),
    "median": ("Médiane", "Median"),
    "q1": ("Premier quartile", "First quartile"),
    "q3": ("Troisième quartile", "Third quartile"),
    "km_median": ("Médiane, en attente compris", "Median, pending included"),
    "pending": ("En attente", "Pending"),
}


def figure_title(row: Row, language: str) -> str:
    """What people call a figure within its indicator."""
    title = variant_title(row.indicator, row.variant, language)
    if "{}" in title:
        return title.replace("{}", said(language, "non renseigné", "not given") if row.category == "unknown" else row.category or "")
    if not row.category:
        return title
    category = category_title(row.indicator, row.variant, row.category, language)
    return f"{title} – {category}" if row.indicator in ("stage_delay", "follow_up") else category


def whole_title(row: Row, language: str) -> str:
    """What people call a figure by itself."""
    title, figure = indicator_title(row.indicator, language), figure_title(row, language)
    return title if title == figure else f"{title} – {figure}"


def exclusion_phrase(row: Row, language: str) -> str:
    """What was left out of a figure and why; nothing when nothing was."""
    parts = [f"{number(count, language)} {said(language, *_titles.EXCLUSIONS.get(why, (why, why)))}" for why, count in row.excluded.items()]
    return said(language, "non comptés : ", "left out: ") + ", ".join(parts) if parts else ""


def number(value: float, language: str, decimals: int = 0) -> str:
    """A number with the language's separators."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", "\u202f").replace(".", ",") if language == "fr" else text


def quantity(value: float, language: str, decimals: int = 1) -> str:
    """A number, whole when it is."""
    return number(value, language, 0 if value == int(value) else decimals)


def share(value: float, language: str, decimals: int = 1) -> str:
    """A proportion as a percentage."""
    from maintien import _core

    return _core.percentage(value, None, decimals, language)


def day_words(day: date | str, language: str) -> str:
    """A day as people write it."""
    from maintien import _core

    return _core.day_in_words(date.fromisoformat(day) if isinstance(day, str) else day, language)


def short_day(day: date, language: str) -> str:
    """A day for an axis: ``12/11/2020``, in English ``12 Nov 2020``."""
    return day.strftime("%d/%m/%Y") if language == "fr" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def counted(count: float, fr: tuple[str, str], en: tuple[str, str], language: str) -> str:
    """A number with its noun: in French 0 and 1 take the singular."""
    one, many = in_language(fr[0], en[0], language), in_language(fr[1], en[1], language)
    singular = abs(count) < 2 if language == "fr" else count == 1
    return f"{number(count, language)} {one if singular else many}"


def is_share(row: Row) -> bool:
    """Whether a figure prints as a percentage: proportions, and ratios of flows but not a number per person."""
    return row.unit == "proportion" or (row.unit == "ratio" and row.indicator in ("entry_rate", "objective"))


def shown_value(row: Row, language: str, decimals: int, value: float | None = None) -> str:
    """A value of a figure as people read it: the figure's own, or another on its scale such as a limit."""
    from maintien import _core

    own = value is None
    amount: Any = row.value if own else value
    if amount is None:
        return row.null_reason.label(language) if own and row.null_reason else "—"
    if own and is_share(row) and _is_quotient(row):
        return _core.percentage(row.numerator or 0, int(row.denominator or 0), decimals, language)
    if is_share(row):
        return _core.percentage(amount, None, decimals, language)
    return quantity(amount, language, 2 if row.unit == "ratio" else 1)


def _is_quotient(row: Row) -> bool:
    counts = row.numerator is not None and row.denominator and float(row.denominator).is_integer()
    return bool(counts) and row.method in ("wilson", "clopper_pearson", "jeffreys", "manski", "exact_funnel")


def shown_interval(row: Row, language: str, decimals: int) -> str:
    """The interval of a figure; an end that could not be given is a dash, and nothing is said where there is none."""
    if row.lower is None and row.upper is None:
        return ""
    ends = [shown_value(row, language, decimals, end) if end is not None else "—" for end in (row.lower, row.upper)]
    return said(language, " à ", " to ").join(ends)


def shown_counts(row: Row, language: str) -> str:
    """Numerator over denominator, or how many stand behind the figure."""
    if row.denominator is None or row.null_reason == "suppressed":
        return ""
    if row.method in ("mean", "quantile_type7", "kaplan_meier", "aalen_johansen", "restricted_mean", "weighting_cells"):
        return f"n = {number(row.denominator, language)}"
    if row.numerator is None:
        return f"n = {number(row.denominator, language)}"
    return f"{quantity(row.numerator, language, 2)}/{quantity(row.denominator, language, 2)}"


def bounds_phrase(row: Row, language: str, decimals: int) -> str:
    """What the bounds of a figure say, in words; nothing where there are none."""
    if row.bound_lower is None:
        return ""
    low = shown_value(row, language, decimals, row.bound_lower)
    if row.bound_upper is None:
        return said(language, f"objectif : {low}", f"target: {low}")
    high = shown_value(row, language, decimals, row.bound_upper)
    if row.method == "exact_funnel":
        return said(language, f"limites à 99,8\u00a0% : {low} à {high}", f"limits at 99.8%: {low} to {high}")
    if row.method == "manski":
        return said(language, f"quoi qu'auraient répondu les autres, entre {low} et {high}", f"whatever the others would have answered, between {low} and {high}")
    return said(language, f"valeur finale certaine entre {low} et {high}", f"final value for certain between {low} and {high}")


def verdict_phrase(row: Row, language: str) -> str:
    """Whether a target is reached, in words; nothing for a figure without one."""
    if row.verdict is None:
        return ""
    if row.verdict == "open":
        return said(language, "on ne peut pas conclure, l'intervalle contient l'objectif", "open, the interval contains the target")
    return said(language, "objectif ", "target ") + row.verdict.label(language)


def notes_of(row: Row, language: str, decimals: int) -> list[str]:
    """What is to be known beside a figure: its bounds, its target, what it leaves out."""
    notes = (bounds_phrase(row, language, decimals), verdict_phrase(row, language), exclusion_phrase(row, language))
    return [note for note in notes if note]
