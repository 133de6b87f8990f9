"""Skjema on a real station: every form's page, the tables, the files and the signed packs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from desk_fakes import TestClock, press, stand, words
from pytestqt.qtbot import QtBot

from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.station.access import found_station, open_station
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.library import NewApproval
from nurseapp.clinic.values.station import NewStation, NewUser
from nurseapp.desk import routes
from nurseapp.desk import wiring_library as wiring
from nurseapp.desk.library.file_flow import FileFlow
from nurseapp.desk.library.file_screen import FormFileScreen
from nurseapp.desk.library.files_flow import FilesFlow
from nurseapp.desk.library.flow import LibraryFlow
from nurseapp.desk.library.pack_flow import PackFlow
from nurseapp.desk.library.pack_screen import PackScreen
from nurseapp.desk.library.page_flow import PageFlow
from nurseapp.desk.library.page_screen import FormPageScreen
from nurseapp.desk.library.preview_flow import PreviewFlow
from nurseapp.desk.library.preview_screen import PreviewScreen
from nurseapp.desk.licences.flow import LedgerFlow
from nurseapp.desk.licences.screen import LedgerScreen
from nurseapp.desk.licences.table_flow import TableFlow
from nurseapp.desk.licences.table_screen import TableScreen
from nurseapp.desk.routes import Route
from nurseapp.desk.wording.flow import WordingFlow
from nurseapp.desk.wording.texts import texts_of
from nurseapp.look.buttons import Button
from nurseapp.vault.cost import FLOOR

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PASSWORD = "riktig hest batteri"
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], OpenStation]:
    def made(name: str) -> OpenStation:
        folder = tmp_path_factory.mktemp("data") / "station"
        nurse = NewUser(
            name="S. Eik", title="Helsesykepleier", password=PASSWORD, administrator=True
        )
        found_station(
            folder,
            NewStation(
                name=name, municipality="Solvang", phone="", training=True, language="nb",
                first_user=nurse,
            ),
            clock=TestClock(),
            cost=FLOOR,
        )  # fmt: skip
        return open_station(folder, "S. Eik", PASSWORD, clock=TestClock())

    return made


@pytest.fixture(scope="module")
def station(make: Callable[[str], OpenStation]) -> Iterator[OpenStation]:
    opened = make("Solvang helsestasjon")
    write_words(opened, "epds", "nb")
    yield opened
    opened.close()


def write_words(station: OpenStation, form: str, language: str) -> WordingFlow:
    """Own words in every field, through the editor's own flow."""
    flow = WordingFlow(
        routes.FormWording(form, language), wiring.wording_cases(station), WorkAtOnce(), ignore
    )
    flow.start()
    assert flow.state.draft is not None
    for place in texts_of(flow.state.draft):
        if not place.startswith("options."):
            flow.write(place, f"Øveord {place}")
    flow.save()
    assert flow.state.whole, flow.state.flaws
    return flow


def ignore(_anything: object) -> None:
    pass


def page_of(station: OpenStation, form: str, went: list[Route] | None = None) -> FormPageScreen:
    go = went.append if went is not None else ignore
    flow = PageFlow(form, wiring.page_cases(station), WorkAtOnce(), go, administrator=True)
    return FormPageScreen(
        flow, FilesFlow(wiring.files_cases(station), WorkAtOnce(), flow.refresh), back=lambda: None
    )


def test_every_card_of_the_library_has_a_topic_and_a_page_without_problems(
    station: OpenStation,
) -> None:
    flow = LibraryFlow(wiring.library_cases(station), WorkAtOnce(), ignore)
    flow.refresh()
    view = flow.state.view
    assert view is not None
    assert len(view.cards) >= 24
    for card in view.cards:
        assert card.form in flow.state.topics, card.form
        page = PageFlow(
            card.form, wiring.page_cases(station), WorkAtOnce(), ignore, administrator=True
        )
        page.refresh()
        assert page.state.problem == ""
        assert page.state.next is not None
        assert page.state.next.words


def test_answers_of_parents_stand_on_the_page_of_the_anonymous_form_alone(
    station: OpenStation, qtbot: QtBot
) -> None:
    pages = {}
    for form in ("parent-feedback", "epds"):
        pages[form] = page_of(station, form)
        stand(qtbot, pages[form])
    assert "Svar fra foreldre" in words(pages["parent-feedback"])
    assert "Ingenting å vise ennå." in words(pages["parent-feedback"])
    assert "Svar fra foreldre" not in words(pages["epds"])


@pytest.mark.parametrize("form", ["epds", "asq-3", "nbas-nbo", "violence-talk"])
def test_a_page_shows_what_the_folder_says(qtbot: QtBot, station: OpenStation, form: str) -> None:
    screen = page_of(station, form)
    stand(qtbot, screen)
    source = next(one for one in station.library.forms if one.source.id == form).source
    shown = words(screen)
    assert source.about.purpose.nb in shown
    assert source.about.evidence.nb in shown
    for said in source.about.unverified:
        assert said.nb in shown


def test_limits_stand_with_their_sources(qtbot: QtBot, station: OpenStation) -> None:
    screen = page_of(station, "epds")
    stand(qtbot, screen)
    shown = words(screen)
    for scale in station.library.form("epds").form.scales:
        for cut_off in scale.cut_offs:
            assert cut_off.source.rstrip(".") in shown


def test_a_publishers_limits_are_typed_age_form_by_age_form(
    qtbot: QtBot, station: OpenStation
) -> None:
    went: list[Route] = []
    flow = TableFlow("asq-3-12", wiring.table_cases(station), WorkAtOnce(), went.append, ignore)
    screen = TableScreen(flow, back=lambda: None)
    stand(qtbot, screen)
    flow.start()
    qtbot.waitUntil(lambda: screen.save is not None and screen.save.isVisible())
    screen.fields["source"].edit.setText("Vår egen prøvetabell")
    for scale in ("communication", "gross-motor", "fine-motor"):
        screen.fields[f"limit.12.{scale}"].edit.setText("23,5")
        screen.fields[f"zone.12.{scale}"].edit.setText("30")
    assert screen.save is not None
    screen.fields["limit.12.problem-solving"].edit.setText("mye")
    press(screen.save)
    assert "Skriv et tall" in screen.fields["limit.12.problem-solving"].error()
    screen.fields["limit.12.problem-solving"].edit.setText("900")
    press(screen.save)
    assert screen.fields["limit.12.problem-solving"].error()
    assert went == []
    screen.fields["limit.12.problem-solving"].edit.setText("")
    press(screen.save)
    assert went == [routes.FormPage("asq-3-12")]
    assert not screen.unsaved()
    again = TableFlow("asq-3", wiring.table_cases(station), WorkAtOnce(), ignore, ignore)
    again.start()
    assert again.state.texts["limit.12.communication"] == "23,5"
    assert again.state.texts["zone.12.gross-motor"] == "30"
    communication = station.library.form("asq-3-12").form.scales[0]
    assert communication.cut_offs[0].value == 23.5


def test_a_publishers_key_is_typed_item_by_item(station: OpenStation) -> None:
    went: list[Route] = []
    flow = TableFlow("asq-se-2", wiring.table_cases(station), WorkAtOnce(), went.append, ignore)
    flow.start()
    flow.write("source", "Vår egen prøvetabell")
    flow.write("key.12.1", "10 5 0")
    flow.write("key.12.2", "0 5")
    flow.save()
    assert set(flow.state.problems) == {"key.12.2"}
    flow.write("key.12.2", "0, 5, 10")
    flow.write("limit.12.total", "900")
    flow.save()
    assert set(flow.state.problems) == {"limit.12.total"}
    flow.write("limit.12.total", "12")
    flow.save()
    assert went == [routes.FormPage("asq-se-2")]
    form = station.library.form("asq-se-2-12").form
    assert [option.points for option in form.item("2").options] == [0, 5, 10]


def test_a_parent_would_see_the_clinics_own_words(qtbot: QtBot, station: OpenStation) -> None:
    for practice, word in ((False, "Øveord items.1"), (True, "")):
        wanted = routes.FormPreview("epds", "nb", practice)
        flow = PreviewFlow(wanted, wiring.preview_sheet(station), WorkAtOnce())
        screen = PreviewScreen(flow, back=lambda: None)
        stand(qtbot, screen)
        flow.start()
        assert screen.sheet is not None
        assert ("Øveord items.1" in words(screen)) is not practice
        assert word in words(screen)


def test_preview_of_words_nobody_has_approved_says_so(qtbot: QtBot, station: OpenStation) -> None:
    seen = wiring.approval_cases(station).view("carer-diary", "nb")
    approved = NewApproval(
        form="carer-diary", language="nb", ticked=frozenset(row.item for row in seen.rows),
        form_sha256=seen.form_sha256, wording_sha256=seen.wording_sha256, starts=DAY, clinics="Solvang",
    )  # fmt: skip
    wiring.approval_cases(station).approve(approved)
    for language, says in (("nb", False), ("nn", True)):
        wanted = routes.FormPreview("carer-diary", language)
        flow = PreviewFlow(wanted, wiring.preview_sheet(station), WorkAtOnce())
        screen = PreviewScreen(flow, back=lambda: None)
        stand(qtbot, screen)
        flow.start()
        assert screen.sheet is not None
        assert ("Ikke godkjent ennå" in words(screen)) is says
        assert "Øvingstekst" not in words(screen)


def test_a_spreadsheet_goes_out_and_comes_back(station: OpenStation, tmp_path: Path) -> None:
    files = FilesFlow(wiring.files_cases(station), WorkAtOnce(), lambda: None)
    for name in ("tekst.xlsx", "tekst.csv"):
        files.table_out("epds", "nb", tmp_path / name)
        assert files.state.said
        files.table_in("epds", "nb", tmp_path / name)
        assert files.state.problems == ()
        assert "hentet inn" in files.state.said
    (tmp_path / "feil.csv").write_text("ikke en tabell", encoding="utf-8")
    files.table_in("epds", "nb", tmp_path / "feil.csv")
    assert files.state.problems


@pytest.mark.slow
def test_a_blank_paper_is_written(station: OpenStation, tmp_path: Path) -> None:
    files = FilesFlow(wiring.files_cases(station), WorkAtOnce(), lambda: None)
    files.blank_out("phq-9", "nb", tmp_path / "blank.pdf")
    assert files.state.problem == ""
    assert (tmp_path / "blank.pdf").read_bytes().startswith(b"%PDF-")


ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
FOREIGN = {
    "resourceType": "Questionnaire",
    "url": "https://example.invalid/Questionnaire/egne-pauser",
    "name": "EgnePauser",
    "title": "Egne pauser",
    "language": "nb",
    "status": "active",
    "item": [
        {
            "linkId": str(number),
            "type": "choice",
            "text": text,
            "answerOption": [
                {
                    "valueCoding": {
                        "code": str(points),
                        "display": answer,
                        "extension": [{"url": ORDINAL, "valueDecimal": points}],
                    }
                }
                for points, answer in enumerate(("Ofte", "Iblant", "Sjelden"))
            ],
        }
        for number, text in enumerate(("Kaffe i ro", "En tur ut", "Musikk"), start=1)
    ],
}


def test_a_form_from_a_file_comes_in_after_it_was_looked_at(
    qtbot: QtBot, station: OpenStation, tmp_path: Path
) -> None:
    file = tmp_path / "pauser.json"
    file.write_text(json.dumps(FOREIGN), encoding="utf-8")
    went: list[Route] = []
    flow = FileFlow(wiring.file_cases(station), WorkAtOnce(), went.append, ignore)
    screen = FormFileScreen(flow, back=lambda: None)
    stand(qtbot, screen)
    flow.look(file)
    assert "3 spørsmål" in words(screen)
    assert "regner ikke ut noe" in words(screen)
    before = {one.form.id for one in station.library.forms}
    assert screen.add_up is not None
    press(screen.add_up)
    assert "Regnes ut:" in words(screen)
    assert screen.take_in is not None
    press(screen.take_in)
    (new,) = {one.form.id for one in station.library.forms} - before
    assert went == [routes.FormPage(new)]
    out = tmp_path / "ut.json"
    files = FilesFlow(wiring.files_cases(station), WorkAtOnce(), lambda: None)
    files.fhir_out(new, out)
    assert files.state.problem == ""
    assert json.loads(out.read_text(encoding="utf-8"))["url"] == FOREIGN["url"]


def test_places_about_forms_open_at_what_one_came_to_do(qtbot: QtBot, station: OpenStation) -> None:
    page = page_of(station, "epds", [])
    stand(qtbot, page)
    assert page.go_on is not None
    assert page.focusWidget() is page.go_on
    file = FormFileScreen(
        FileFlow(wiring.file_cases(station), WorkAtOnce(), ignore, ignore), back=lambda: None
    )
    stand(qtbot, file)
    assert file.focusWidget() is file.choose
    table = TableFlow("asq-3", wiring.table_cases(station), WorkAtOnce(), ignore, ignore)
    typed = TableScreen(table, back=lambda: None)
    stand(qtbot, typed)
    table.start()
    assert typed.focusWidget() is typed.fields["source"].edit


def test_a_file_that_does_not_say_its_language_is_asked_for_it(
    qtbot: QtBot, station: OpenStation, tmp_path: Path
) -> None:
    file = tmp_path / "uten-spraak.json"
    silent = {key: part for key, part in FOREIGN.items() if key != "language"}
    silent |= {"url": "https://example.invalid/Questionnaire/stille", "name": "Stille"}
    file.write_text(json.dumps(silent), encoding="utf-8")
    went: list[Route] = []
    flow = FileFlow(wiring.file_cases(station), WorkAtOnce(), went.append, ignore)
    screen = FormFileScreen(flow, back=lambda: None)
    stand(qtbot, screen)
    flow.look(file)
    assert "Hvilket språk er teksten på?" in words(screen)
    assert "Hent inn skjemaet" not in [one.text() for one in screen.findChildren(Button)]
    flow.take_in()
    assert not went, "nothing comes in before somebody has said it"
    assert screen.language is not None
    assert screen.spoken is not None
    screen.language.set_value("so")
    press(screen.spoken)
    assert "Hvilket språk er teksten på?" not in words(screen)
    assert screen.take_in is not None
    press(screen.take_in)
    (route,) = went
    assert isinstance(route, routes.FormPage)
    (wording,) = station.library.form(route.form).real_wordings()
    assert wording.language == "so"


def test_a_file_that_is_no_form_is_refused_in_words_and_nothing_comes_in(
    qtbot: QtBot, station: OpenStation, tmp_path: Path
) -> None:
    file = tmp_path / "odd.json"
    file.write_text('{"resourceType": "Patient"}', encoding="utf-8")
    flow = FileFlow(wiring.file_cases(station), WorkAtOnce(), ignore, ignore)
    screen = FormFileScreen(flow, back=lambda: None)
    stand(qtbot, screen)
    flow.look(file)
    assert "Filen kan ikke brukes" in words(screen)
    assert screen.take_in is None


@pytest.mark.slow
def test_a_pack_is_trusted_only_after_a_telephone_call(
    qtbot: QtBot, station: OpenStation, make: Callable[[str], OpenStation], tmp_path: Path
) -> None:
    file = tmp_path / "epds.tekstpakke"
    files = FilesFlow(wiring.files_cases(station), WorkAtOnce(), lambda: None)
    files.pack_out("epds", file)
    other = make("Fjellheim helsestasjon")
    went: list[Route] = []
    flow = PackFlow(wiring.pack_cases(other), WorkAtOnce(), went.append, ignore)
    screen = PackScreen(flow, back=lambda: None)
    stand(qtbot, screen)
    flow.start()
    flow.look(file)
    assert flow.state.view is not None
    assert flow.state.view.fingerprint in files.state.said
    assert flow.state.view.fingerprint in words(screen)
    assert screen.accept is not None
    press(screen.accept)
    assert "sammenlign tallene først" in words(screen)
    assert other.library.form("epds").real_wordings() == ()
    assert screen.compared is not None
    press(screen.compared)
    press(screen.accept)
    assert flow.state.problem == ""
    assert went == [routes.FormLibrary()]
    assert other.library.form("epds").real_wordings()
    flow.start()
    ((name, digits),) = flow.state.known
    assert "Solvang helsestasjon" in name
    flow.forget_station(digits)
    assert flow.state.known == ()
    other.close()


def test_a_pack_that_was_changed_is_refused(
    qtbot: QtBot, station: OpenStation, tmp_path: Path
) -> None:
    file = tmp_path / "epds.tekstpakke"
    FilesFlow(wiring.files_cases(station), WorkAtOnce(), lambda: None).pack_out("epds", file)
    file.write_bytes(file.read_bytes().replace("Øveord".encode(), b"Andre "))
    flow = PackFlow(wiring.pack_cases(station), WorkAtOnce(), ignore, ignore)
    screen = PackScreen(flow, back=lambda: None)
    stand(qtbot, screen)
    flow.look(file)
    assert "kan ikke tas inn" in words(screen)
    assert screen.accept is None


def test_the_ledger_warns_and_a_licence_is_renewed(qtbot: QtBot, station: OpenStation) -> None:
    seen = wiring.approval_cases(station).view("epds", "nb")
    items = frozenset(row.item for row in seen.rows)
    licensed = NewApproval(
        form="epds", language="nb", ticked=items,
        form_sha256=seen.form_sha256, wording_sha256=seen.wording_sha256, starts=DAY, clinics="Solvang",
        licence_holder="Solvang kommune", licence_number="12", licence_until=date(2026, 12, 1),
    )  # fmt: skip
    wiring.approval_cases(station).approve(licensed)
    flow = LedgerFlow(wiring.ledger_cases(station), WorkAtOnce(), administrator=True, today=DAY)
    screen = LedgerScreen(flow, back=lambda: None)
    stand(qtbot, screen)
    flow.refresh()
    assert "Lisensen går ut om 10 dager" in words(screen)
    (row,) = screen.rows
    assert row.button is not None
    press(row.button)
    assert screen.renewal is not None
    screen.renewal.until.edit.setText("32.1.2028")
    press(screen.renewal.save)
    assert "finnes ikke" in words(screen)
    screen.renewal.until.edit.setText("31.12.2028")
    press(screen.renewal.save)
    assert "til 31.12.2028" in words(screen)
    assert "går ut om" not in words(screen)


def test_a_withdrawn_form_says_so_and_asks_for_a_new_approval(
    qtbot: QtBot, station: OpenStation
) -> None:
    write_words(station, "who-5", "nb")
    seen = wiring.approval_cases(station).view("who-5", "nb")
    items = frozenset(row.item for row in seen.rows)
    approved = NewApproval(
        form="who-5", language="nb", ticked=items,
        form_sha256=seen.form_sha256, wording_sha256=seen.wording_sha256, starts=DAY, clinics="Solvang",
        licence_holder="Solvang kommune",
    )  # fmt: skip
    wiring.approval_cases(station).approve(approved)
    went: list[Route] = []
    screen = page_of(station, "who-5", went)
    stand(qtbot, screen)
    assert "Klart til bruk." in words(screen)
    assert screen.withdraw is not None
    press(screen.withdraw)
    assert screen.withdrawing is not None
    screen.withdrawing.why.edit.setPlainText("Ny utgave kommer.")
    press(screen.withdrawing.go_on)
    shown = words(screen)
    assert "ble trukket tilbake" in shown
    assert "Ny utgave kommer." in shown
    assert screen.go_on is not None
    press(screen.go_on)
    assert went == [routes.FormApproval("who-5", "nb")]
