"""A report as a Word document: what the page holds, element for element, for a cell that goes on writing in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from maintien._html import Html


@dataclass(frozen=True)
class Picture:
    """A plot, what it shows in words, and how to read it."""

    png: bytes
    words: str
    reading: str


def word_document(
    title: str, as_of: date, language: str, lead: Iterable[Html], sections: Iterable[tuple[str, Sequence[Html | Picture]]], end: Html
) -> bytes:
    """A document with its title, what stands under it, its sections and its last line."""
    try:
        import docx
    except ImportError as error:
        raise ImportError("a report as .docx needs python-docx: pip install 'maintien[word]'", name="docx") from error

    writer = _Writer(docx.Document(), title, as_of, language)
    writer.add_all(lead)
    for name, parts in sections:
        writer.add_section(name, parts)
    writer.add_all([end])
    return writer.saved()


# The columns of a table in millimetres, by how many it has; those of another table are equal.
_WIDTHS: dict[int, list[float]] = {2: [130, 44], 4: [78, 26, 32, 38], 6: [30, 22, 20, 34, 34, 34], 8: [36, 10, 23, 23, 19, 19, 26, 18]}


class _Writer:
    def __init__(self, document: Any, title: str, as_of: date, language: str) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        self.document = document
        page, about = document.sections[0], document.core_properties
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)
        about.title, about.author, about.comments, about.language = title, "", "", language
        about.created = about.modified = datetime.combine(as_of, datetime.min.time())
        document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(10)
        for spoken in document.styles.element.iter(qn("w:lang")):
            spoken.set(qn("w:val"), {"fr": "fr-FR", "en": "en-GB"}[language])
        document.add_heading(title, 0)

    def saved(self) -> bytes:
        held = BytesIO()
        self.document.save(held)
        return held.getvalue()

    def add_section(self, name: str, parts: Iterable[Html | Picture]) -> None:
        self.document.add_heading(name, 1)
        self.add_all(parts, within=name)

    def add_all(self, parts: Iterable[Html | Picture], within: str = "") -> None:
        for part in parts:
            if isinstance(part, Picture):
                self.add_picture(part)
            else:
                self.add(fromstring(part), within)

    def add(self, part: Element, within: str = "") -> None:
        """An element of the page with all that is in it; a table whose caption is the heading above it does not say it again."""
        from docx.shared import Pt

        if part.tag == "table":
            caption = _text(part.find("caption"))
            if caption != within:
                self.document.add_heading(caption, 2)
            self.add_table(list(part.iter("tr")))
        elif part.tag in ("p", "li", "dt", "dd"):
            styles = {"li": "List Bullet"} | ({"p": "Intense Quote"} if part.get("class") == "banner" else {})
            paragraph = self.document.add_paragraph(style=styles.get(part.tag))
            paragraph.add_run(_text(part)).bold = part.tag == "dt" or None
            if part.tag == "dt":
                paragraph.paragraph_format.keep_with_next, paragraph.paragraph_format.space_after = True, Pt(0)
        else:
            for inner in part:
                self.add(inner, within)

    def add_table(self, lines: list[Element]) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.shared import Mm, Pt

        made = self.document.add_table(len(lines), len(lines[0]), style="Table Grid")
        made.autofit = False
        widths = _WIDTHS.get(len(lines[0])) or [174 / len(lines[0])] * len(lines[0])
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for number, (line, row) in enumerate(zip(lines, made.rows, strict=True)):
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for place, (held, cell) in enumerate(zip(line, row.cells, strict=True)):
                paragraph, notes = cell.paragraphs[0], [one for one in held.iter("span") if one.get("class") == "note"]
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if place > 0 else None
                main = paragraph.add_run(_text(held).removesuffix("".join(map(_text, notes))))
                main.font.size, main.bold = Pt(9), number == 0 or None
                for note in notes:
                    paragraph.add_run().add_break()
                    paragraph.add_run(_text(note)).font.size = Pt(8)
                cell.width = Mm(widths[place])

    def add_picture(self, picture: Picture) -> None:
        from docx.shared import Mm

        shape = self.document.add_picture(BytesIO(picture.png), width=Mm(150))
        shape._inline.docPr.set("descr", picture.words)
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self.document.add_paragraph(picture.reading, style="Caption")


def _text(part: Element | None) -> str:
    return "" if part is None else "".join(part.itertext())
