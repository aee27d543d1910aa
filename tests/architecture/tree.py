"""The files of the project, and C++ text with its comments and strings blanked out."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

CPP_SUFFIXES = {".hpp", ".cpp", ".h"}
TEXT_SUFFIXES = CPP_SUFFIXES | {".c", ".py", ".pyi", ".md", ".txt", ".toml", ".cmake", ".in", ".json", ".yml", ".yaml"}
LOCAL_FOLDERS = {".git", ".venv", "build", "dist", "__pycache__", ".cache", ".pytest_cache"}


@dataclass(frozen=True)
class Fault:
    """One broken rule, at the place to mend."""

    path: str
    line: int
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: [{self.rule}] {self.text}"


def project_paths(root: Path) -> list[str]:
    """Every file that belongs to the project, relative to `root`: what git tracks or would track, or all there is outside git."""
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"]
        listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\0")
        return sorted(path for path in listed if path and (root / path).is_file())
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and not LOCAL_FOLDERS & set(path.relative_to(root).parts)
    )


def read(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8", errors="replace")


def is_text(path: str) -> bool:
    return Path(path).suffix in TEXT_SUFFIXES or "." not in Path(path).name


def is_cpp(path: str, *folders: str) -> bool:
    return Path(path).suffix in CPP_SUFFIXES and path.split("/")[0] in folders


_NOT_CODE = re.compile(
    r'R"(?P<fence>[^(\s]{0,16})\(.*?\)(?P=fence)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)


def code_only(text: str) -> str:
    """`text` without comments, strings and character literals; line numbers stay as they were."""
    return _NOT_CODE.sub(lambda found: '""' * (found[0][0] in "R\"'") + "\n" * found[0].count("\n"), text)


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
