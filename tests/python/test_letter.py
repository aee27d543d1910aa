"""Letters: merge fields and words, or a refusal that is a value."""

import json
import subprocess
from datetime import date

import pytest

import maintien as mt

DAY = date(2026, 2, 10)
WRITTEN = ["employer_notice", "attendance_certificate", "relay_sheet", "worker_booklet"]


def letter(two_cases, kind, case="2026-014", **more):
    return mt.letter(kind, two_cases, case, as_of=DAY, **more)


@pytest.mark.parametrize("kind", WRITTEN)
def test_letters_are_the_golden_ones_and_those_of_the_command_line(ask, root, dossier, two_cases, kind):
    written = letter(two_cases, kind)
    assert written and isinstance(written, mt.Letter)
    for suffix, text in (("json", written.to_json()), ("txt", written.to_text())):
        assert text == (root / f"tests/golden/sharing/{kind}.{suffix}").read_text(encoding="utf-8")
    asked = ["letter", kind, dossier, "--case", "2026-014", "--as-of", DAY]
    assert (ask(*asked, "--format", "json"), ask(*asked)) == (written.to_json(), written.to_text())
    assert two_cases.case_file("2026-014").letter(kind, DAY) == written


def test_an_invitation_is_the_golden_one(root, two_cases):
    invitation = letter(two_cases, "pre_return_invitation", "2026-021")
    assert invitation.to_text() == (root / "tests/golden/sharing/pre_return_invitation.txt").read_text(encoding="utf-8")
    assert "sauf si vous vous y opposez" in invitation.to_text()
    assert "qu'avec votre accord" in letter(two_cases, "pre_return_invitation", "2026-021", protocol="aist63_cme").to_text()


def test_fields_are_those_of_the_document(two_cases):
    sheet = letter(two_cases, mt.LetterKind.relay_sheet)
    said = json.loads(sheet.to_json())
    assert sheet.fields == said["fields"] and sheet.as_of == DAY
    assert (sheet.kind, sheet.signer, sheet.addressee, sheet.partner) == (
        mt.LetterKind.relay_sheet,
        mt.AudienceRole.cell,
        mt.AudienceRole.partner,
        mt.Partner.cap_emploi,
    )
    assert repr(sheet) == "<Letter relay_sheet to cap_emploi as of 2026-02-10>"


def test_the_employer_gets_a_copy_only_when_the_worker_asks(two_cases):
    assert letter(two_cases, "attendance_certificate").copies == ()
    assert letter(two_cases, "attendance_certificate", copy_to_employer=True).copies == (mt.AudienceRole.employer,)


def test_a_refusal_to_a_reader_outside_says_the_rule_alone(program, dossier, two_cases):
    refusals = [letter(two_cases, "employer_notice", "2026-021"), letter(two_cases, "employer_notice", "2026-999")]
    refusals += [letter(two_cases, "employer_notice", appointment=number) for number in (1, 77)]
    assert not any(refusals) and len(set(refusals)) == 1
    (reason,) = refusals[0].reasons
    assert (reason.condition, refusals[0].kind) == ("audience", mt.LetterKind.employer_notice)
    ran = subprocess.run([program, "letter", "employer_notice", dossier, "--case", "2026-999", "--as-of", str(DAY)], capture_output=True)
    assert ran.returncode == 1 and ran.stderr.decode("utf-8") == f"{reason.fr}\n{reason.text('en')}\n"


def test_inside_the_reasons_are_told(two_cases):
    assert "No sick leave" in letter(two_cases, "pre_return_invitation").reasons[0].en
    assert letter(two_cases, "attendance_certificate", appointment=2).reasons[0].condition == "appointment_held"
    assert not letter(two_cases, "relay_sheet", partner="mdph")
    with pytest.raises(KeyError, match="2026-999"):
        letter(two_cases, "worker_booklet", "2026-999")


def test_a_template_of_ones_own_is_plain_text_and_strict(tmp_path, two_cases):
    own = tmp_path / "own.mustache"
    own.write_text("{{worker}} & <{{day_en}}>\n", encoding="utf-8")
    notice = letter(two_cases, "employer_notice")
    for template in (own, str(own), own.read_bytes(), own.read_text()):
        assert notice.to_text(template) == "w-5512 & <10 March 2026>\n"
    with pytest.raises(mt.DocumentError) as caught:
        notice.to_text(b"{{diagnosis}} {{#actions}}{{/actions}}")
    assert [problem.found for problem in caught.value.problems] == ["{{actions}}", "{{diagnosis}}"]
    with pytest.raises(mt.DocumentError):
        notice.to_text(tmp_path / "nowhere.mustache")
    with pytest.raises(TypeError, match="template"):
        notice.to_text(3)


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"kind": "love_letter"}, ValueError, "kind: found 'love_letter', expected one of employer_notice"),
        ({"kind": "worker_booklet", "copy_to_employer": True}, ValueError, "copy_to_employer is for an attendance_certificate"),
        ({"kind": "employer_notice", "appointment": 0}, ValueError, "appointment: found 0"),
        ({"kind": "relay_sheet", "partner": "cap"}, ValueError, "partner: found 'cap'"),
        ({"kind": "employer_notice", "appointment": "1"}, TypeError, None),
    ],
)
def test_wrong_questions_are_refused(two_cases, arguments, error, text):
    with pytest.raises(error, match=text):
        letter(two_cases, **arguments)
