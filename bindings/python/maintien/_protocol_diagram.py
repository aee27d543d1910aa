"""A protocol drawn: its stages one below the other, the ways forward as arcs on the right, the ways back on the left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maintien._html import Html, element
from maintien._words import said

if TYPE_CHECKING:
    from maintien._core import Protocol

_ROW, _LEFT, _WIDTH, _BOX = 44, 150, 210, 28


@dataclass(frozen=True, slots=True)
class Passage:
    """A way from one stage to another, and the events that lead there; ``*`` after one says that conditions must be met. No origin is the start."""

    origin: str | None
    target: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The stages of a protocol with their words, and the passages between them."""

    stages: dict[str, str]
    passages: tuple[Passage, ...]


def drawn(protocol: Protocol, language: str) -> Drawn:
    """What the library draws of a protocol."""
    text = protocol.diagram("mermaid", language)
    stages = {code: name for name, code in re.findall(r'state "(.*)" as (\w+)', text)}
    ways = re.findall(r"^ *(\S+) --> (\S+) : (.*)$", text, re.MULTILINE)
    return Drawn(stages, tuple(Passage(None if origin == "[*]" else origin, target, tuple(events.split("\\n"))) for origin, target, events in ways))


def protocol_diagram(shown: Drawn, language: str) -> Html:
    """The stages and the passages as a picture in the colours of the page; a dashed arc always has conditions."""
    places: dict[str | None, int] = {None: 0} | {stage: at for at, stage in enumerate(shown.stages, 1)}
    arcs = [_arc(places[way.origin], places[way.target], all(event.endswith("*") for event in way.events)) for way in shown.passages if way.origin != way.target]
    boxes = [_box(at, said(language, "(rien encore)", "(nothing yet)") if stage is None else shown.stages[stage]) for stage, at in places.items()]
    words = said(language, f"{len(shown.stages)} étapes et {len(arcs)} passages, énumérés dans le tableau", f"{len(shown.stages)} stages and {len(arcs)} passages, listed in the table")
    height = _ROW * len(places) + 8
    return element("svg", *arcs, *boxes, viewBox=f"0 0 {2 * _LEFT + _WIDTH + 60} {height}", width="570", height=str(height), role="img", aria_label=words)


def _box(at: int, name: str) -> Html:
    middle = _middle(at)
    frame = element("rect", x=str(_LEFT), y=str(middle - _BOX // 2), width=str(_WIDTH), height=str(_BOX), rx="6", fill="none", stroke="currentColor")
    words = element("text", name, x=str(_LEFT + _WIDTH // 2), y=str(middle + 4), text_anchor="middle", font_size="13", fill="currentColor")
    return element("g", frame, words)


def _arc(origin: int, target: int, conditional: bool) -> Html:
    forward = target > origin
    side = _LEFT + _WIDTH if forward else _LEFT
    way = 1 if forward else -1
    start, end = _middle(origin) + 5 * way, _middle(target) - 5 * way
    bulge = side + way * (18 + 19 * abs(target - origin))
    path = element("path", d=f"M{side},{start} C{bulge},{start} {bulge},{end} {side + 5 * way},{end}", fill="none", stroke="currentColor", stroke_opacity="0.65", stroke_dasharray="4 3" if conditional else None)
    head = element("path", d=f"M{side},{end} l{7 * way},-3.5 l0,7 z", fill="currentColor")
    return element("g", path, head)


def _middle(at: int) -> int:
    return _ROW * at + _ROW // 2 + 4
