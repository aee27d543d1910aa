"""Data frames of other libraries: what counts as one, and tables as such, the library imported when it is asked for."""

from importlib import import_module
from typing import Any, Protocol


class StreamFrame(Protocol):
    """A table that gives itself as a stream of chunks, as Arrow's PyCapsule interface says."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> object: ...


class ArrayFrame(Protocol):
    """A table that gives itself as one chunk, as Arrow's PyCapsule interface says."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[object, object]: ...


def _needed(name: str, what: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ImportError(f"{what} needs {name}: pip install {name}", name=name) from error


def to_arrow(table: object) -> Any:
    """A table as a ``pyarrow.Table``."""
    return _needed("pyarrow", "to_arrow()").table(table)


def to_pandas(table: object) -> Any:
    """A table as a ``pandas.DataFrame``, with the types in which nothing is lost: nullable whole numbers and truth values, days as ``datetime64``."""
    pandas, pyarrow = _needed("pandas", "to_pandas()"), _needed("pyarrow", "to_pandas()")
    types = {pyarrow.int32(): pandas.Int32Dtype(), pyarrow.bool_(): pandas.BooleanDtype()}
    return to_arrow(table).to_pandas(types_mapper=types.get, date_as_object=False)


def to_polars(table: object) -> Any:
    """A table as a ``polars.DataFrame``."""
    return _needed("polars", "to_polars()").DataFrame(table)
