"""A sheet as a file for another record system: one person's, whole, and of nobody else's."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from clinic_day import Family, adult, screened, worth

from nurseapp.base.errors import FormNotUsableError, ReadOnlyError
from nurseapp.clinic.handover import handover
from nurseapp.clinic.people import people
from nurseapp.clinic.sheets.fhir_response import write_response
from nurseapp.clinic.station.access import OpenStation
from nurseapp.journal.kinds import Kind

pytest_plugins = ("clinic_stations",)


def new_name() -> str:
    return str(uuid4())


def test_file_holds_one_persons_sheet_and_nobody_elses_name(
    station: OpenStation, family: Family, tmp_path: Path
) -> None:
    screening = screened(station, family.mother, worth(13, tenth=1))
    screened(station, family.father, worth(7))
    file = tmp_path / "svarark.json"
    seen = len(station.journal.history(family.mother))

    write_response(station, screening, file, new_name)

    written = file.read_text(encoding="utf-8")
    assert "Rolig Bjørk" in written
    assert not [name for name in ("Trygg", "Blid") if name in written]
    bundle = json.loads(written)
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds.count("QuestionnaireResponse") == 1
    assert all(UUID(entry["fullUrl"].removeprefix("urn:uuid:")) for entry in bundle["entry"])
    read = station.journal.history(family.mother)[seen:]
    assert [entry.kind for entry in read] == [Kind.RECORD_READ]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["svarark.json"]
    assert file.stat().st_mode & 0o077 == 0


def test_file_never_has_the_national_number(station: OpenStation, tmp_path: Path) -> None:
    number = "14929500211"
    mother = people.register(station, adult("Lun", "Gran", sex="female", national_number=number))
    write_response(station, screened(station, mother, worth(3)), tmp_path / "en.json", new_name)
    assert number not in (tmp_path / "en.json").read_text(encoding="utf-8")


def test_withdrawn_sheet_and_a_folder_that_is_gone_give_no_file(
    station: OpenStation, family: Family, tmp_path: Path
) -> None:
    screening = screened(station, family.mother, worth(3))
    write = partial(write_response, station, screening, new_name=new_name)
    with pytest.raises(ReadOnlyError):
        write(tmp_path / "borte" / "svarark.json")
    handover.withdraw(station, screening, "Angret")
    with pytest.raises(FormNotUsableError):
        write(tmp_path / "svarark.json")
    assert not list(tmp_path.glob("*.json"))
