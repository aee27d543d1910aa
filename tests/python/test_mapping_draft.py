"""A mapping proposed from a spreadsheet: what it finds is right, what it does not know it leaves open and says so."""

import json
from datetime import date

import pytest

import maintien as mt


@pytest.fixture(scope="module")
def draft(table):
    return mt.mapping_draft(table)


@pytest.fixture(scope="module")
def finished(mapping):
    return json.loads(mapping.read_text(encoding="utf-8"))


def by_event(mapping):
    return {event["event"]: event for event in mapping["events"]}


def test_every_code_it_proposes_is_the_one_a_person_chose(draft, finished):
    proposed, chosen = by_event(draft.mapping), by_event(finished)
    pairs = [(draft.mapping["case_attributes"][key], finished["case_attributes"][key]) for key in ("sex", "sector", "workforce", "occupation")]
    pairs += [(proposed[event][key], chosen[event][key]) for event, key in
              [("referral", "origin"), ("referral", "cause"), ("first_contact", "channel"), ("qualification_interview", "decision"), ("outcome", "outcome")]]
    count = 0
    for mine, theirs in pairs:
        assert mine["column"] == theirs["column"]
        assert mine["codes"].items() <= theirs["codes"].items()
        count += len(mine["codes"])
    assert count >= 30
    assert draft.mapping["case"] == finished["case"]
    assert {event: one["on"] for event, one in proposed.items()} == {event: one["on"] for event, one in chosen.items() if event != "refusal"}


def test_what_it_leaves_open_is_said(draft):
    notes = " | ".join(draft.notes)
    assert "Secteur: no code of sector is like 'Industrie'" in notes
    assert "Décision: no code of decision is like 'Retenu', 'À revoir'" in notes
    assert "Statut: not used; if it tells which events a row had" in notes
    assert "Réf. courrier: not used" in notes


def test_finished_by_a_person_it_reads_the_table(draft, finished, table, mapping, tmp_path):
    done = json.loads(draft.to_json())
    events = by_event(finished)
    for event in done["events"]:
        event.update({key: value for key, value in events[event["event"]].items() if key in ("when", "decision", "channel", "outcome", "manager")})
    done["events"].append(events["refusal"])
    done["case_attributes"] = finished["case_attributes"]
    done |= {key: finished[key] for key in ("constants", "ignore")}
    path = tmp_path / "done.json"
    path.write_text(json.dumps(done), encoding="utf-8")
    question = {"protocol": "aist43_cme", "as_of": date(2020, 11, 12)}
    assert mt.report(mt.import_table(table, path), **question).to_json() == mt.report(mt.import_table(table, mapping), **question).to_json()


def test_a_draft_is_a_document_that_import_understands(draft, table, tmp_path):
    draft.write(tmp_path / "draft.json")
    with pytest.raises(mt.DocumentError, match="Industrie"):
        mt.import_table(table, tmp_path / "draft.json")
    with pytest.raises(FileExistsError):
        draft.write(tmp_path / "draft.json")


def test_columns_may_be_given_by_name_and_dates_of_two_events_are_told():
    draft = mt.mapping_draft({"Réf": ["a", "b"], "Date de signalement": ["2024-01-02", ""], "Date de la demande": ["2024-01-01", ""],
                              "Suivi à 24 mois": ["2026-02-01", ""], "Venue le": ["01/02/2024", ""]})
    assert draft.mapping["events"] == [{"event": "referral", "on": "Date de signalement"}, {"event": "follow_up", "on": "Suivi à 24 mois", "horizon": 24}]
    assert "Date de la demande: dates of referral too" in draft.notes and "Venue le: dates of an event that the header does not name" in draft.notes
    assert "Suivi à 24 mois: follow_up needs answer, which no column tells" in draft.notes
    assert repr(draft) == f"<MappingDraft: 2 events, {len(draft.notes)} notes>"


def test_headers_as_people_shorten_them_are_understood():
    columns = {"N°": ["1", "2"], "Né(e) en": ["1970", "1981"], "Signalé le": ["01/03/2024", "02/03/2024"], "RQTH": ["oui", "non"], "Arrêt": ["true", "false"]}
    draft = mt.mapping_draft(columns)
    assert draft.notes == ()
    assert draft.mapping["case_attributes"] == {"birth_year": {"column": "Né(e) en"}, "disabled_worker": {"column": "RQTH"}}
    assert draft.mapping["events"] == [{"event": "referral", "on": "Signalé le", "on_sick_leave": {"column": "Arrêt"}}]


def test_a_title_above_the_header_is_pointed_out(tmp_path):
    (tmp_path / "titled.csv").write_text("Suivi 2024;;\nN°;Signalé le;Origine\n1;01/03/2024;Reprise\n", encoding="utf-8")
    assert "Suivi 2024: the only column; a title must not stand above the header" in mt.mapping_draft(tmp_path / "titled.csv").notes


def test_a_table_without_columns_is_refused(tmp_path):
    (tmp_path / "empty.csv").write_text("")
    for nothing in ({}, tmp_path / "empty.csv"):
        with pytest.raises(ValueError, match="without columns"):
            mt.mapping_draft(nothing)
