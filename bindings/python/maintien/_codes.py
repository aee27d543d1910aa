"""What a code of a closed list is in Python; the lists themselves are made from the tables of the library."""

from enum import StrEnum
from typing import TYPE_CHECKING


def in_language(fr: str, en: str, language: str) -> str:
    """The French or the English of two words."""
    if language not in ("fr", "en"):
        raise ValueError(f"language: found {language!r}, expected 'fr' or 'en'")
    return fr if language == "fr" else en


class Code(StrEnum):
    """One code of a closed list: it equals its spelling in every document and carries the words a person reads.

    ``fr`` and ``en`` are the French and the English word. A text that is not in the list is a ``ValueError``, never a first value.

    >>> mt.Outcome("adapted_post").fr
    'aménagement du poste'
    >>> mt.Outcome.adapted_post == "adapted_post"
    True
    """

    fr: str
    en: str

    # Members are made from (code, fr, en), but looked up by their code alone: that is what a type checker is to see.
    if not TYPE_CHECKING:

        def __new__(cls, code, fr, en):
            member = str.__new__(cls, code)
            member._value_ = code
            member.fr = fr
            member.en = en
            return member

    def label(self, language: str = "fr") -> str:
        """The word a person reads, in French (``"fr"``) or in English (``"en"``); another language is a ``ValueError``.

        >>> mt.Stage.in_support.label("en")
        'in support'
        """
        return in_language(self.fr, self.en, language)
