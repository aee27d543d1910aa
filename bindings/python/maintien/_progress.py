"""How far long work has come, by way of tqdm when that is installed."""

from importlib import import_module
from typing import Any


class Bar:
    """A bar of tqdm that is told where the work is, not how much further."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def show(self, done: int, whole: int) -> None:
        """So much is done, of ``whole`` when that is not 0."""
        self._bar.total = whole or None
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """The work is over."""
        self._bar.close()


def bar(work: str, unit: str) -> Bar | None:
    """A new bar, or None without tqdm."""
    try:
        tqdm = import_module("tqdm.auto").tqdm
    except ImportError:
        return None
    return Bar(tqdm(desc=work, unit=unit, unit_scale=True))
