"""The smoke test that the package ships finds what is broken."""

import subprocess
import sys

import pytest

import maintien as mt
from maintien import smoke


def test_an_installed_package_works(program, monkeypatch):
    ran = subprocess.run([sys.executable, "-m", "maintien.smoke"], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "") and ran.stdout.startswith(f"maintien {mt.__version__} works")


def test_a_wrong_figure_is_told(monkeypatch, capsys):
    monkeypatch.setitem(smoke.FIGURES, "referrals", 5)
    assert smoke.main() == 1
    assert capsys.readouterr().err == "maintien does not work here: referrals is 4, expected 5\n"


def test_a_module_of_another_version_than_the_package_is_told(monkeypatch, capsys):
    monkeypatch.setattr(smoke, "__version__", "9.9")
    assert smoke.main() == 1
    assert f"version {mt.__version__} is installed, the module is 9.9" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("script", "words"),
    [(None, "the command maintien is not installed"), ("echo maintien 9.9", "the command is maintien 9.9, the package"), ("echo broken >&2; false", "maintien --version: broken")],
)
def test_a_command_that_does_not_belong_to_the_package_is_told(tmp_path, monkeypatch, capsys, script, words):
    monkeypatch.setattr(smoke.sysconfig, "get_path", lambda name: str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    if script:
        (tmp_path / "maintien").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tmp_path / "maintien").chmod(0o755)
    assert smoke.main() == 1
    assert words in capsys.readouterr().err
