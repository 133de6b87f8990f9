"""`forms import` and `forms export`: questionnaires from FHIR files and back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from command_line import NURSE, PASSWORD, Shell, one_sentence

from nurseapp.base.clock import SystemClock
from nurseapp.base.paths import forms_folder
from nurseapp.clinic.people.people import register
from nurseapp.clinic.sheets.sheet_entry import record
from nurseapp.clinic.station.access import open_station
from nurseapp.clinic.values.entry import NewSheet
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.exchange.fhir.questionnaire_import import read_questionnaire
from nurseapp.forms.library import load_form, load_library
from nurseapp.forms.lock import Lock
from nurseapp.journal.entries.people import RecordRead
from nurseapp.journal.reading import entries_after
from nurseapp.people.national_number import synthetic_number

pytest_plugins = ("command_fixtures",)

SAMPLES = Path(__file__).parents[1] / "exchange" / "fhir_samples"
ALL_SAMPLES = sorted(path.name for path in SAMPLES.glob("*.json"))


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_forms_import_writes_a_folder_that_is_read_back_as_the_same_form(
    shell: Shell, tmp_path: Path, name: str
) -> None:
    ended = shell("forms", "import", SAMPLES / name, "--out", tmp_path)
    assert (ended.code, ended.err) == (0, "")
    (folder,) = tmp_path.iterdir()
    report = read_questionnaire((SAMPLES / name).read_bytes())
    (loaded,), problems = load_form(folder, Lock())
    assert problems == ()
    assert loaded.form == report.form
    assert sorted(loaded.wordings, key=lambda one: one.language) == sorted(
        (wording.spelt_out() for wording in report.wordings), key=lambda one: one.language
    )
    assert json.loads((folder / "fhir.json").read_text(encoding="utf-8")) == json.loads(report.kept)
    assert name in (folder / "SOURCE.md").read_text(encoding="utf-8")


def test_forms_import_as_a_dry_run_tells_all_and_writes_nothing(
    shell: Shell, tmp_path: Path
) -> None:
    ended = shell("forms", "import", SAMPLES / "all_types.json", "--dry-run", "--out", tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[0] == "fhir-alle-typer: Alle typer"
    assert "  time: punktet: Spørsmål av typen «time» finnes ikke her." in ended.out
    assert "Ingen skår" in ended.out
    assert ended.out.splitlines()[-1] == "Filen kan brukes. Ingenting er skrevet."
    assert not list(tmp_path.iterdir())


def test_forms_import_of_a_file_that_cannot_be_used_gives_the_reasons(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "skjema.xml"
    file.write_text("<Questionnaire/>", encoding="utf-8")
    ended = shell("forms", "import", file, "--out", tmp_path)
    assert (ended.code, ended.err) == (1, "")
    assert "XML" in ended.out
    assert [path.name for path in tmp_path.iterdir()] == ["skjema.xml"]


def test_forms_import_never_writes_over_what_is_there(shell: Shell, tmp_path: Path) -> None:
    sample = SAMPLES / "lhc_score.json"
    assert shell("forms", "import", sample, "--out", tmp_path).code == 0
    (folder,) = tmp_path.iterdir()
    (folder / "form.toml").write_text("mitt eget", encoding="utf-8")
    ended = shell("forms", "import", sample, "--out", tmp_path)
    assert ended.code == 73
    assert one_sentence(ended.err, "Det ligger allerede noe i")
    assert (folder / "form.toml").read_text(encoding="utf-8") == "mitt eget"
    assert list(tmp_path.iterdir()) == [folder]


def test_forms_import_of_a_file_that_is_not_there_says_so(shell: Shell, tmp_path: Path) -> None:
    ended = shell("forms", "import", tmp_path / "borte.json")
    assert ended.code == 66
    assert one_sentence(ended.err, "borte.json")


def test_forms_import_into_a_folder_that_is_not_there_says_so(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "fil"
    out.write_text("", encoding="utf-8")
    ended = shell("forms", "import", SAMPLES / "lhc_score.json", "--out", out)
    assert ended.code == 73
    assert one_sentence(ended.err)


def test_forms_import_takes_the_language_that_the_file_does_not_say(shell: Shell) -> None:
    ended = shell("forms", "import", SAMPLES / "lhc_score.json", "--dry-run", "--lang", "en")
    assert ended.code == 0
    assert "Språk: en." in ended.out
    ended = shell("forms", "import", SAMPLES / "lhc_score.json", "--dry-run", "--lang", "4711")
    assert ended.code == 65
    assert one_sentence(ended.err, "4711")


def test_forms_import_adds_points_up_when_it_is_told_to(shell: Shell, tmp_path: Path) -> None:
    table = json.loads((SAMPLES / "lhc_score.json").read_text(encoding="utf-8"))
    table["item"].pop()
    file = tmp_path / "uten-sum.json"
    file.write_text(json.dumps(table), encoding="utf-8")
    assert "Ingen skår" in shell("forms", "import", file, "--dry-run").out
    assert "Skår «Sum»: D-1, D-2, D-3." in shell("forms", "import", file, "--dry-run", "--sum").out


def test_forms_import_prints_nothing_that_steers_a_terminal(shell: Shell, tmp_path: Path) -> None:
    table = json.loads((SAMPLES / "lhc_score.json").read_text(encoding="utf-8"))
    table["title"] = "Hage\x1b[2J\u202e"
    table["item"][0]["linkId"] = "a\x1b[31m\nb"
    file = tmp_path / "styrer.json"
    file.write_text(json.dumps(table), encoding="utf-8")
    printed = shell("forms", "import", file, "--dry-run").out
    assert all(sign.isprintable() or sign == "\n" for sign in printed)


def test_forms_export_gives_a_file_that_comes_in_again_as_the_same_form(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "phq-9.json"
    ended = shell("forms", "export", "phq-9", "--out", file)
    assert (ended.code, ended.err) == (0, "")
    loaded = load_library(forms_folder()).form("phq-9")
    assert read_questionnaire(file.read_bytes()).form == loaded.form
    ended = shell("forms", "import", file, "--out", tmp_path)
    assert ended.code == 0
    (again,), problems = load_form(tmp_path / "phq-9", Lock())
    assert problems == ()
    assert again.form == loaded.form
    assert len(again.wordings) == len(loaded.real_wordings())


def test_forms_export_of_a_form_without_words_says_so(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "epds.json"
    assert "Uten tekst" in shell("forms", "export", "epds", "--out", file).out
    table = json.loads(file.read_text(encoding="utf-8"))
    assert not any("text" in one for one in table["item"] if not one["linkId"].startswith("_"))
    practice = tmp_path / "øving.json"
    assert shell("forms", "export", "epds", "--training", "--out", practice).code == 0
    assert json.loads(practice.read_text(encoding="utf-8"))["experimental"] is True


def test_forms_export_of_an_imported_folder_gives_back_what_others_wrote(
    shell: Shell, tmp_path: Path
) -> None:
    assert shell("forms", "import", SAMPLES / "lhc_score.json", "--out", tmp_path).code == 0
    (folder,) = tmp_path.iterdir()
    file = tmp_path / "ut.json"
    assert shell("forms", "export", folder, "--out", file).code == 0
    original = json.loads((SAMPLES / "lhc_score.json").read_text(encoding="utf-8"))
    table = json.loads(file.read_text(encoding="utf-8"))
    assert table["code"] == original["code"]
    assert table["item"][3]["extension"][:4] == original["item"][3]["extension"][:4]


def test_forms_export_never_writes_over_a_file(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mitt.json"
    file.write_text("mitt", encoding="utf-8")
    ended = shell("forms", "export", "phq-9", "--out", file)
    assert ended.code == 73
    assert one_sentence(ended.err, "mitt.json")
    assert file.read_text(encoding="utf-8") == "mitt"


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [("finnes-ikke", 66, "finnes ikke"), ("asq-3", 65, "asq-3-12"), ("../epds", 66, "finnes ikke")],
)
def test_forms_export_of_what_is_no_form_says_so(
    shell: Shell, tmp_path: Path, name: str, code: int, words: str
) -> None:
    ended = shell("forms", "export", name, "--out", tmp_path / "ut.json")
    assert ended.code == code
    assert one_sentence(ended.err, words)
    assert not list(tmp_path.iterdir())


def test_score_check_confirms_a_total_that_is_right_and_reports_one_that_is_not(
    shell: Shell, tmp_path: Path
) -> None:
    answers = tmp_path / "svar.json"
    for total, code, words in ((6, 0, "Ingen oppgitt skår"), (7, 1, "AVVIK  Garden total")):
        items = [
            {"linkId": f"/D-{n}", "answer": [{"valueCoding": {"code": f"DA-{worth}"}}]}
            for n, worth in ((1, 3), (2, 2), (3, 1))
        ]
        items.append({"linkId": "/D-9", "answer": [{"valueDecimal": total}]})
        table = {"resourceType": "QuestionnaireResponse", "status": "completed", "item": items}
        answers.write_text(json.dumps(table), encoding="utf-8")
        ended = shell(
            "forms", "import", SAMPLES / "lhc_score.json", "--score-check", answers,
        )  # fmt: skip
        assert (ended.code, ended.err) == (code, "")
        assert words in ended.out
        assert f"oppgitt {total}, regnet ut 6" in ended.out
    assert [path.name for path in tmp_path.iterdir()] == ["svar.json"]


def test_score_check_finds_the_form_that_the_answers_name_themselves(
    shell: Shell, tmp_path: Path
) -> None:
    sheet, out, alone = tmp_path / "svar.json", tmp_path / "ut.json", tmp_path / "alene.json"
    sheet.write_text(json.dumps(dict.fromkeys(map(str, range(1, 8)), "c")), encoding="utf-8")
    shell("response", "export", "--form", "gad-7", "--answers", sheet, "--out", out)
    response = json.loads(out.read_bytes())["entry"][0]["resource"]
    alone.write_text(json.dumps(response), encoding="utf-8")
    ended = shell("forms", "import", "--score-check", alone)
    assert (ended.code, ended.err) == (0, "")
    assert "regnet ut 14" in ended.out
    alone.write_text(json.dumps(response | {"questionnaire": "http://example.org/ukjent"}))
    ended = shell("forms", "import", "--score-check", alone)
    assert ended.code == 65
    assert one_sentence(ended.err, "Oppgi skjemaets fil også")


def test_forms_import_without_a_file_says_how_it_is_used(shell: Shell) -> None:
    assert shell("forms", "import", "--dry-run").code == 2


def test_score_check_names_what_cannot_be_computed(shell: Shell, tmp_path: Path) -> None:
    answers = tmp_path / "svar.json"
    answers.write_text('{"resourceType": "QuestionnaireResponse", "status": "completed"}')
    ended = shell("forms", "import", SAMPLES / "bmi_formula.json", "--score-check", answers)
    assert ended.code == 1
    assert "forhold: Formelen er ikke en sum" in ended.out
    assert (
        shell("forms", "import", SAMPLES / "bmi_formula.json", "--score-check", "borte").code == 66
    )


def test_response_export_of_a_file_of_answers_names_nobody(shell: Shell, tmp_path: Path) -> None:
    answers, out = tmp_path / "svar.json", tmp_path / "ut.json"
    answers.write_text(json.dumps(dict.fromkeys(map(str, range(1, 11)), "b")), encoding="utf-8")
    ended = shell(
        "response", "export", "--form", "epds", "--answers", answers, "--date", "2026-11-20",
        "--out", out,
    )  # fmt: skip
    assert (ended.code, ended.err) == (0, "")
    response, observation = (one["resource"] for one in json.loads(out.read_bytes())["entry"])
    assert response["questionnaire"].endswith("/epds|1")
    assert (response["status"], response["authored"]) == ("completed", "2026-11-20")
    assert response["subject"]["display"] == "mor"
    # Items 1, 2 and 4 count upwards from the top, the other seven downwards.
    assert observation["valueQuantity"]["value"] == 3 * 1 + 7 * 2
    assert shell(
        "response", "export", "--form", "epds", "--answers", answers, "--out", out
    ).code == 73  # fmt: skip


def test_response_export_of_half_a_sheet_says_that_it_is_in_progress(
    shell: Shell, tmp_path: Path
) -> None:
    answers, out = tmp_path / "svar.json", tmp_path / "ut.json"
    answers.write_text('{"1": "a"}', encoding="utf-8")
    assert (
        shell("response", "export", "--form", "epds", "--answers", answers, "--out", out).code == 0
    )
    response, observation = (one["resource"] for one in json.loads(out.read_bytes())["entry"])
    assert response["status"] == "in-progress"
    assert (observation["status"], observation["valueRange"]["high"]["value"]) == (
        "preliminary",
        27,
    )


@pytest.mark.parametrize(
    "words",
    [
        (), ("--form", "epds"), ("--answers", "x"), ("--station", "x"), ("--screening", "1"),
        ("--form", "epds", "--answers", "x", "--station", "y", "--screening", "1"),
        ("--form", "epds", "--answers", "x", "--national-number"),
        ("--station", "x", "--screening", "1", "--role", "mother"),
        ("--form", "epds", "--answers", "x", "--date", "i går"),
    ],
)  # fmt: skip
def test_response_export_says_how_it_is_used(
    shell: Shell, tmp_path: Path, words: tuple[str, ...]
) -> None:
    ended = shell("response", "export", *words, "--out", tmp_path / "ut.json")
    assert ended.code == 2
    assert ended.err.startswith("Kommandoen ble ikke forstått.")


def a_sheet(folder: Path) -> int:
    """A mother whose EPDS was answered on paper and entered by the nurse."""
    station = open_station(folder, NURSE, PASSWORD, clock=SystemClock())
    try:
        day = station.day
        born = date(1994, 3, 5)
        details = PersonDetails(
            kind="adult",
            given_name="Rolig",
            family_name="Bjørk",
            birth_date=born,
            national_number=synthetic_number(born, "female", 1),
        )
        mother = register(station, details)
        child = PersonDetails(kind="child", given_name="Blid", family_name="Bjørk", birth_date=day)
        register(station, child, [FamilyLink(adult=mother, child=0, role="mother")])
        answers: dict[str, str | None] = dict.fromkeys(map(str, range(1, 11)), "a")
        new = NewSheet(subject=mother, form="epds", mode="paper", answers=answers, answered_on=day)
        return record(station, new)
    finally:
        station.close()


def test_response_export_of_a_stations_sheet_asks_for_the_password_and_is_remembered(
    shell: Shell, station: Path, tmp_path: Path
) -> None:
    number, out = a_sheet(station), tmp_path / "ut.json"
    listed = shell("response", "list", station, typed=f"{PASSWORD}\n")
    assert listed.code == 0
    assert str(number) in listed.out
    assert "Bjørk" not in listed.out
    words = ("response", "export", "--station", station, "--screening", number, "--out", out)
    assert shell(*words, typed="feil passord\n").code == 77
    assert not out.exists()
    assert shell(*words, typed=f"{PASSWORD}\n").code == 0
    response, observation = (one["resource"] for one in json.loads(out.read_bytes())["entry"])
    people = {f"#{one['id']}": one for one in response["contained"]}
    subject, author = (
        people[response["subject"]["reference"]],
        people[response["author"]["reference"]],
    )
    assert (subject["resourceType"], subject["name"][0]["text"]) == ("Patient", "Rolig Bjørk")
    assert (author["resourceType"], author["name"][0]["text"]) == ("Practitioner", NURSE)
    assert response["source"] == response["subject"]
    assert "identifier" not in json.dumps(response)
    assert observation["valueQuantity"]["value"] == 7 * 3
    assert "10 eller mer" in observation["note"][0]["text"]
    opened = open_station(station, NURSE, PASSWORD, clock=SystemClock())
    try:
        seen = opened.journal.read(
            lambda cursor: [one.body for one in entries_after(cursor, 0, 1_000)]
        )
    finally:
        opened.close()
    assert RecordRead("fhir", number) in seen


@pytest.mark.slow
def test_response_export_takes_the_national_number_along_only_when_told_to(
    shell: Shell, station: Path, tmp_path: Path
) -> None:
    number, out = a_sheet(station), tmp_path / "ut.json"
    ended = shell(
        "response", "export", "--station", station, "--screening", number, "--national-number",
        "--out", out, typed=f"{PASSWORD}\n",
    )  # fmt: skip
    assert ended.code == 0
    (subject, *_others) = json.loads(out.read_bytes())["entry"][0]["resource"]["contained"]
    assert subject["identifier"][0]["value"] == synthetic_number(date(1994, 3, 5), "female", 1)


def test_response_export_of_a_sheet_that_is_not_there_says_so(
    shell: Shell, station: Path, tmp_path: Path
) -> None:
    ended = shell(
        "response", "export", "--station", station, "--screening", 17, "--out", tmp_path / "ut",
        typed=f"{PASSWORD}\n",
    )  # fmt: skip
    assert ended.code == 65
    assert one_sentence(ended.err, "svarark 17 finnes ikke")
    assert shell("response", "list", station, typed=f"{PASSWORD}\n").out == (
        "Stasjonen har ingen svarark.\n"
    )
