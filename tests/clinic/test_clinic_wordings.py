"""The clinic's own wording: kept as it is written, used only when it is whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic_day import Family, HandClock, Parent, choice
from clinic_library import filled, no_administrator, rebuilds_the_same, worded
from msgspec import structs

from nurseapp.base.errors import FormNotUsableError, NotAdministratorError, UnknownFormError
from nurseapp.clinic.handover import handover
from nurseapp.clinic.library import form_library, wordings
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.forms.licensed import LicensedCutOff, LicensedValues
from nurseapp.forms.model import Form
from nurseapp.journal.queries import library

pytest_plugins = ("clinic_stations",)


def lines(station: OpenStation, form: str = "epds") -> dict[str, str]:
    """The status of each text that is no practice, by language."""
    card = form_library.form_card(station, form)
    return {line.language: line.status_words for line in card.wordings if line.status != "training"}


def test_wording_new_draft_has_every_item_with_its_points_and_no_text(station: OpenStation) -> None:
    draft = wordings.draft(station, "epds", "so")
    assert (draft.form, draft.version, draft.language) == ("epds", 1, "so")
    assert [row.item for row in draft.rows] == [str(n) for n in range(1, 11)]
    assert draft.rows[2].topic == "Selvbebreidelse"
    assert draft.rows[2].options == (("a", "3", ""), ("b", "2", ""), ("c", "1", ""), ("d", "0", ""))
    assert draft.options == (("a", ""), ("b", ""), ("c", ""), ("d", ""))
    assert not any((draft.title, draft.introduction, draft.recall, draft.note))


def test_wording_whole_one_is_used_and_reads_as_it_was_typed(
    station: OpenStation, family: Family
) -> None:
    draft = filled(wordings.draft(station, "epds", "so"), "so")
    assert wordings.save(station, draft) == ()
    assert lines(station) == {"so": "validert oversettelse"}
    again = wordings.draft(station, "epds", "so")
    assert [row.text for row in again.rows] == [row.text for row in draft.rows]
    ticket = handover.hand_over(station, choice(family.mother, language="so"))
    asked = ticket["questionnaire"]["texts"]
    assert list(asked) == ["so"], "no practice words beside real ones"
    assert asked["so"]["items"]["3"]["text"] == "Er det orden på hylle 3? so"


def test_wording_draft_is_kept_with_all_that_lacks_and_cannot_be_used(
    station: OpenStation, production: OpenStation
) -> None:
    draft = filled(wordings.draft(production, "epds", "nb"))
    rows = (*draft.rows[:-1], dataclasses.replace(draft.rows[-1], text=" "))
    problems = wordings.save(production, dataclasses.replace(draft, rows=rows, recall=""))
    assert [(one.path, one.sentence) for one in problems] == [
        ("recall", "Tidsrommet spørsmålene gjelder, mangler."),
        ("items.10", "Teksten til spørsmål 10 mangler."),
    ]
    assert lines(production) == {"nb": "validert oversettelse, ikke ferdig"}
    assert form_library.form_card(production, "epds").status == "draft"
    again = wordings.draft(production, "epds", "nb")
    assert again.rows[8].text == draft.rows[8].text
    assert again.rows[9].text == ""
    with pytest.raises(FormNotUsableError) as told:
        handover.hand_over(production, choice(1))
    assert "ikke ferdig skrevet inn" in told.value.sentence


def test_wording_answers_that_all_share_are_typed_once(station: OpenStation) -> None:
    draft = filled(wordings.draft(station, "epds", "nb"))
    blank = tuple(
        dataclasses.replace(
            row, options=tuple((option, points, "") for option, points, _t in row.options)
        )
        for row in draft.rows
    )
    own = dataclasses.replace(
        blank[0],
        options=tuple(
            (option, points, f"Egen {option}") for option, points, _t in blank[0].options
        ),
    )
    shared = tuple((option, f"Felles {option}") for option, _text in draft.options)
    draft = dataclasses.replace(draft, rows=(own, *blank[1:]), options=shared)
    assert wordings.save(station, draft) == ()
    again = wordings.draft(station, "epds", "nb")
    assert again.options == shared
    assert again.rows == draft.rows
    (wording,) = station.library.form("epds").real_wordings()
    assert wording.items["1"].options["a"] == "Egen a"
    assert wording.items["2"].options["a"] == "Felles a"


def test_wording_signs_that_steer_a_screen_are_not_kept(station: OpenStation) -> None:
    draft = filled(wordings.draft(station, "epds", "nb"), title="En\u202e tittel\x07 ")
    assert wordings.save(station, draft) == ()
    assert wordings.draft(station, "epds", "nb").title == "En tittel"


@pytest.mark.parametrize(
    ("change", "path", "sentence"),
    [
        ({"language": "norsk"}, "language", "to eller tre små bokstaver"),
        ({"language": ""}, "language", "to eller tre små bokstaver"),
        ({"status": "training"}, "status", "Øvingstekst skrives ikke her"),
    ],
)
def test_wording_in_no_language_or_for_practice_is_not_kept(
    station: OpenStation, change: dict[str, str], path: str, sentence: str
) -> None:
    draft = filled(wordings.draft(station, "epds", "nb"))
    (problem,) = wordings.save(station, dataclasses.replace(draft, **change))  # type: ignore[arg-type]
    assert problem.path == path
    assert sentence in problem.sentence
    assert lines(station) == {}


def test_wording_too_long_text_is_told_of_and_stays_a_draft(station: OpenStation) -> None:
    draft = filled(wordings.draft(station, "epds", "nb"), title="x" * 2001)
    (problem,) = wordings.save(station, draft)
    assert (problem.path, "2000" in problem.sentence) == ("title", True)
    assert wordings.draft(station, "epds", "nb").title == "x" * 2001


def test_wording_empty_draft_leaves_no_trace(station: OpenStation) -> None:
    head = station.journal.head()
    assert wordings.save(station, wordings.draft(station, "epds", "pl"))
    assert station.journal.head() == head
    assert lines(station) == {}


def test_wording_saved_again_unchanged_is_one_entry(station: OpenStation) -> None:
    worded(station)
    head = station.journal.head()
    assert wordings.save(station, wordings.draft(station, "epds", "nb")) == ()
    assert station.journal.head() == head


def test_wording_draft_on_top_of_a_whole_one_leaves_that_in_use(
    station: OpenStation, family: Family
) -> None:
    worded(station, word="gammel")
    draft = dataclasses.replace(wordings.draft(station, "epds", "nb"), title="")
    assert wordings.save(station, draft)
    assert lines(station) == {"nb": "validert oversettelse, ikke ferdig"}
    ticket = handover.hand_over(station, choice(family.mother))
    assert ticket["questionnaire"]["texts"]["nb"]["title"] == "Hyllene gammel"
    wordings.remove_draft(station, "epds", "nb")
    assert wordings.draft(station, "epds", "nb").title == "Hyllene gammel"
    wordings.remove_draft(station, "epds", "nb")
    assert lines(station) == {}
    assert rebuilds_the_same(station)


def test_wording_of_a_new_version_begins_with_the_old_words(
    station: OpenStation, tmp_path: Path
) -> None:
    worded(station, word="gammel")
    loaded = station.library.form("epds")
    form = dataclasses.replace(
        loaded, form=_next_version(loaded.form), source=_next_version(loaded.source), wordings=()
    )
    station._shipped = dataclasses.replace(station.shipped, forms=(form,))
    station.library_changed()
    assert lines(station) == {}, "the old words belong to the old version"
    draft = wordings.draft(station, "epds", "nb")
    assert (draft.version, draft.title) == (2, "Hyllene gammel")
    assert wordings.save(station, draft) == ()
    assert lines(station) == {"nb": "validert oversettelse"}


def test_wording_typed_for_a_form_that_changed_meanwhile_is_not_kept(station: OpenStation) -> None:
    draft = dataclasses.replace(filled(wordings.draft(station, "epds", "nb")), version=2)
    with pytest.raises(FormNotUsableError) as told:
        wordings.save(station, draft)
    assert "ny utgave" in told.value.sentence


def test_wording_old_words_can_be_read_by_their_hash_for_ever(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    worded(station, word="gammel")
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers({"1": "a"})
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    newer = filled(
        dataclasses.replace(
            wordings.draft(station, "epds", "nb"),
            rows=wordings.draft(station, "epds", "sv").rows,
        ),
        "ny",
    )
    assert wordings.save(station, newer) == ()
    shown = {row.item: row.answer for row in results.result(station, taken.screening).items}
    assert shown["1"] == "Plass a av 1 gammel"
    offered = station.journal.read(lambda cursor: library.wordings_offered(cursor, taken.screening))
    (kept,) = offered.values()
    saved = station.journal.read(lambda cursor: library.wording_by_hash(cursor, kept))
    assert saved is not None
    assert "gammel" in saved.content


def test_wording_is_changed_by_administrators_alone(station: OpenStation, tmp_path: Path) -> None:
    draft = filled(wordings.draft(station, "epds", "nb"))
    no_administrator(station)
    values = LicensedValues(form="asq-3", version=1, source="Brev")
    refused: list[Callable[[], object]] = [
        lambda: wordings.save(station, draft),
        lambda: wordings.remove_draft(station, "epds", "nb"),
        lambda: wordings.save_values(station, values),
        lambda: wordings.write_template(station, "epds", "nb", tmp_path / "mal.xlsx"),
        lambda: wordings.read_template(station, "epds", "nb", tmp_path / "mal.xlsx"),
    ]
    head = station.journal.head()
    for refuse in refused:
        with pytest.raises(NotAdministratorError):
            refuse()
    assert station.journal.head() == head
    assert not list(tmp_path.glob("*.xlsx"))
    assert wordings.draft(station, "epds", "nb").rows, "anybody may read it"
    assert not any(line.editable for line in form_library.form_card(station, "epds").wordings)


@pytest.mark.parametrize("name", ["mal.csv", "mal.xlsx"])
def test_wording_goes_out_as_a_spreadsheet_and_comes_back_filled_in(
    station: OpenStation, tmp_path: Path, name: str
) -> None:
    draft = filled(wordings.draft(station, "epds", "nb"))
    wordings.save(station, dataclasses.replace(draft, recall=""))
    path = tmp_path / name
    wordings.write_template(station, "epds", "nb", path)
    assert [one.sentence for one in wordings.read_template(station, "epds", "nb", path)] == [
        "Tidsrommet spørsmålene gjelder, mangler."
    ]
    worded(station, word="ny")
    whole = wordings.draft(station, "epds", "nb")
    wordings.write_template(station, "epds", "nb", path)
    wordings.remove_draft(station, "epds", "nb")
    assert wordings.read_template(station, "epds", "nb", path) == ()
    assert wordings.draft(station, "epds", "nb") == whole
    (line,) = [one for one in form_library.form_card(station, "epds").wordings if not one.shipped]
    assert line.origin_words == "Fra regneark 21.11.2026, hentet inn av S. Eik"


def test_wording_table_with_a_flaw_leaves_what_was_there(
    station: OpenStation, tmp_path: Path
) -> None:
    worded(station)
    before = wordings.draft(station, "epds", "nb")
    (tmp_path / "mal.csv").write_bytes("Nøkkel;Tekst\nform;x".encode())
    assert wordings.read_template(station, "epds", "nb", tmp_path / "mal.csv")
    assert wordings.draft(station, "epds", "nb") == before


def test_wording_of_an_unknown_form_is_told(station: OpenStation) -> None:
    with pytest.raises(UnknownFormError):
        wordings.draft(station, "zebra", "nb")


def test_licensed_values_make_the_form_whole_and_give_it_another_hash(
    station: OpenStation,
) -> None:
    before = station.library.form("asq-3-12")
    other = station.library.form("asq-3-24").sha256
    assert before.form.licensed == ("cut_offs",)
    assert wordings.save_values(station, areas("asq-3", "12", 30.0)) == ()
    now = station.library.form("asq-3-12")
    assert now.form.licensed == ()
    assert now.sha256 != before.sha256
    assert station.library.form("asq-3-24").sha256 == other, "the other ages stay as they were"
    assert wordings.licensed_values(station, "asq-3-12") == areas("asq-3", "12", 30.0)
    assert "lagt inn fra Håndbok" in form_library.form_card(station, "asq-3").licensed_words
    assert rebuilds_the_same(station)


def test_licensed_values_that_cannot_be_meant_are_refused_and_the_old_stay(
    station: OpenStation,
) -> None:
    assert wordings.save_values(station, areas("asq-3", "12", 30.0)) == ()
    problems = wordings.save_values(station, areas("asq-3", "13", 30.0))
    assert any("13" in one.sentence for one in problems)
    assert wordings.licensed_values(station, "asq-3") == areas("asq-3", "12", 30.0)


def areas(form: str, age: str, value: float) -> LicensedValues:
    """One limit for all five areas of an age form; a number of our own."""
    scales = ("communication", "gross-motor", "fine-motor", "problem-solving", "personal-social")
    limits = tuple(
        LicensedCutOff(scale=scale, age_form=age, value=value, monitoring=value + 10)
        for scale in scales
    )
    return LicensedValues(form=form, version=1, source="Håndbok", cut_offs=limits)


def _next_version(form: Form) -> Form:
    return structs.replace(form, version=form.version + 1)
