"""Closed lists are real enumerations of texts, with the words a person reads."""

import enum
import json
import pickle

import pytest

import maintien as mt

LISTS = [value for name in mt.__all__ if isinstance(value := getattr(mt, name), type) and issubclass(value, mt.Code) and value is not mt.Code]


def test_there_are_all_the_lists_of_the_vocabulary(root):
    page = (root / "docs/vocabulary.md").read_text(encoding="utf-8")
    named = [line[3:].strip() for line in page.splitlines() if line.startswith("## ")]
    assert len(named) == 35
    for name in named:
        assert hasattr(mt, "".join(word.capitalize() for word in name.split("_"))), name


def test_lists_hold_the_rows_of_the_vocabulary_page(root):
    sections = (root / "docs/vocabulary.md").read_text(encoding="utf-8").split("\n## ")[1:]
    for section in sections:
        name, *lines = section.splitlines()
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
        one = getattr(mt, "".join(word.capitalize() for word in name.strip().split("_")))
        assert [(member.value, member.fr, member.en) for member in one] == [(row[0].strip("`"), row[1], row[2]) for row in rows]


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.__name__)
def test_a_member_is_its_code(one):
    assert issubclass(one, enum.StrEnum)
    assert one.__module__ == "maintien"
    for name, member in one.__members__.items():
        assert member == member.value and one(member.value) is member
        assert name.strip("_") == member.value.strip("_")
        assert pickle.loads(pickle.dumps(member)) is member
        assert json.dumps(member) == json.dumps(member.value)
        assert (member.label("fr"), member.label("en")) == (member.fr, member.en)
        assert member.fr and member.en


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.__name__)
def test_a_list_says_what_it_is(one):
    assert one.__doc__ and one.__doc__.splitlines()[0].endswith(".")


def test_a_text_outside_the_list_is_never_a_first_value():
    with pytest.raises(ValueError, match="promotion"):
        mt.Outcome("promotion")


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="'de'"):
        mt.Outcome.death.label("de")


def test_codes_match():
    match mt.Outcome("adapted_post"):
        case mt.Outcome.adapted_post:
            pass
        case _:
            pytest.fail("adapted_post is not itself")


def test_names_that_cannot_be_names_take_an_underscore():
    assert mt.Workforce._11_49 == "11_49"
    assert mt.AgeBand._55_and_over == "55_and_over"
    assert mt.AudienceRole.public_ == "public"


def test_columns_beside_the_words():
    assert mt.Outcome.adapted_post.family is mt.Family.company
    assert mt.Outcome.unfitness.family is None
    assert mt.Outcome.unfitness.polarity is mt.Polarity.negative
    assert mt.Measure.job_adjustment.recommendation and not mt.Measure.cv_writing.recommendation
    assert mt.Answer.same_post.answer_class is mt.AnswerClass.employed
    assert mt.Answer.adapted_post.same_employer and not mt.Answer.other_employer.same_employer
    assert mt.Origin.pre_return_visit.names_a_visit and not mt.Origin.partner_notice.names_a_visit
    assert mt.Partner.cpam.insurance_body and not mt.Partner.cap_emploi.insurance_body
