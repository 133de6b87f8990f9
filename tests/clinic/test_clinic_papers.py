"""Papers are about one person, carry a number instead of a name, and say no more than chosen."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from clinic_day import TODAY, Family, HandClock, screened, texts, worth

from nurseapp.base.errors import PaperIncompleteError
from nurseapp.base.text import language
from nurseapp.clinic.followup import followup
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.papers import ReferralDraft
from nurseapp.clinic.values.result import Closing, NewAssessment, PlannedStep
from nurseapp.journal.entries.followup import PaperGivenOut, PaperMade
from nurseapp.report.referral_words import ReferralDocument
from nurseapp.report.take_home import TakeHomeDocument

pytest_plugins = ("clinic_stations",)


@pytest.fixture
def sheet(station: OpenStation, family: Family, clock: HandClock) -> int:
    screening = screened(station, family.mother, worth(17, tenth=1))
    alert = results.result(station, screening).critical[0].alert
    followup.close_alert(
        station,
        Closing(
            alert=alert, action="Ringte legen", by="S. Eik", at=clock.now(), next_contact=TODAY
        ),
    )
    steps = (
        PlannedStep(code="talk-today", due=TODAY, done=True),
        PlannedStep(code="support-talk", due=TODAY.replace(day=25)),
    )
    assessed = NewAssessment(screening=screening, text="Nedstemt siden uke 3.", steps=steps)
    results.assess(station, assessed)
    return screening


def whole(station: OpenStation, sheet: int) -> ReferralDraft:
    return replace(papers.referral_draft(station, sheet), consent="oral")


def words(station: OpenStation, draft: ReferralDraft) -> str:
    found = station.journal.read(
        lambda cursor: referral_document(station, cursor, draft, "0000-0000")
    )
    return "\n".join(texts(found))


def test_referral_draft_has_what_is_known_and_leaves_the_rest_to_the_nurse(
    station: OpenStation, sheet: int
) -> None:
    draft = papers.referral_draft(station, sheet)
    assert draft.subject_name == "Rolig Bjørk"
    assert draft.request == "Ber om vurdering. EPDS 17 av 30, 21.11.2026."
    assert draft.parents_health == "Nedstemt siden uke 3."
    assert draft.tried == "Samtale i dag (21.11.2026)"
    assert draft.plan == "Støttesamtale 1, innen 25.11.2026"
    assert draft.surroundings == "Mor til et barn på 6 uker 2 dager."
    assert (draft.development, draft.risk_and_safety, draft.consent) == ("", "", "")
    assert not draft.include_critical


def test_referral_without_what_is_needed_names_all_of_it(station: OpenStation, sheet: int) -> None:
    bare = replace(papers.referral_draft(station, sheet), to="", request=" ", plan="")
    with pytest.raises(PaperIncompleteError) as told:
        papers.preview_referral(station, bare)
    for field in ("mottaker", "kort sagt", "samtykke", "plan"):
        assert field in told.value.sentence


def test_referral_tells_of_the_critical_answer_only_when_ticked(
    station: OpenStation, sheet: int
) -> None:
    draft = whole(station, sheet)
    assert "selvskading" not in words(station, draft)
    ticked = words(station, replace(draft, include_critical=True))
    assert "Spørsmål 10 (selvskading): svar 1 av 3. Ringte legen (S. Eik," in ticked


def test_referral_says_form_score_cut_off_and_how(station: OpenStation, sheet: int) -> None:
    said = words(station, whole(station, sheet))
    assert "EPDS v1 · 21.11.2026" in said
    assert "17 av 30" in said
    assert "10 eller mer (Eberhard-Gran 2001)" in said
    assert "fylt ut selv på norsk" in said
    assert "Rolig Bjørk, muntlig 21.11.2026" in said
    assert re.search(r"epds/1 · sha256 [0-9a-f]{4}…[0-9a-f]{4}", said)


def test_referral_is_named_by_a_number_and_recorded_with_what_was_typed(
    station: OpenStation, family: Family, sheet: int
) -> None:
    draft = replace(whole(station, sheet), urgency="Denne uken")
    entries = station.journal.head().seq
    preview = papers.preview_referral(station, draft)
    assert station.journal.head().seq == entries
    paper = papers.make_referral(station, draft)
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", paper.document)
    assert paper.file_name == f"{paper.document}.pdf"
    assert preview.content.startswith(b"%PDF")
    papers.note_printed(station, paper.document, "printed")
    papers.note_printed(station, paper.document, "saved")

    bodies = [entry.body for entry in station.journal.history(family.mother)]
    (made,) = [body for body in bodies if isinstance(body, PaperMade)]
    assert ("urgency", "Denne uken") in made.typed
    out = [body.how for body in bodies if isinstance(body, PaperGivenOut)]
    assert out == ["printed", "saved"]
    timeline = [row.text for row in person_page(station, family.mother).timeline]
    assert f"Laget henvisningsgrunnlag ({paper.document})" in timeline


def test_note_for_the_health_record_is_headed_with_whose_record(
    station: OpenStation, sheet: int
) -> None:
    note = papers.ehr_text(station, sheet)
    assert note.startswith("Føres i MORS journal: Rolig Bjørk, f. 14.12.1995")
    assert "Skår: 17 av 30" in note
    assert "Over grensen: samtale" in note
    assert "Ringte legen" in note
    assert "Nedstemt siden uke 3." in note
    assert "- Støttesamtale 1, innen 25.11.2026" in note


def test_take_home_sheet_is_neutral_and_has_the_next_day(station: OpenStation, sheet: int) -> None:
    draft = papers.take_home_draft(station, sheet)
    said = " ".join(texts(draft))
    for word in ("EPDS", "17", "skår", "selvskading", "Rolig", "Bjørk", "over grensen"):
        assert word.lower() not in said.replace("17.", "").lower(), word
    assert draft.next_date == "21.11.2026"
    paper = papers.take_home(station, draft)
    assert paper.file_name == f"{paper.document}.pdf"
    subject = results.result(station, sheet).subject
    made = [each.body for each in station.journal.history(subject)]
    assert [(each.document, each.paper) for each in made if isinstance(each, PaperMade)] == [
        (paper.document, "takehome")
    ]
    with pytest.raises(PaperIncompleteError):
        papers.preview_take_home(station, replace(draft, next_step=""))


def test_withdrawn_consent_is_said_in_words(station: OpenStation, sheet: int) -> None:
    refused = replace(
        whole(station, sheet), consent="not_given", consent_words="Opplysningsplikt, § 33"
    )
    assert "har ikke samtykket; Opplysningsplikt, § 33" in words(station, refused)


def test_every_paper_of_a_training_station_says_that_it_is_one(
    station: OpenStation, sheet: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[bool] = []

    def draws(document: ReferralDocument | TakeHomeDocument) -> bytes:
        drawn.append(document.training)
        return b"%PDF"

    monkeypatch.setattr("nurseapp.report.referral.referral_pdf", draws)
    monkeypatch.setattr("nurseapp.report.take_home.take_home_pdf", draws)
    papers.make_referral(station, whole(station, sheet))
    papers.take_home(station, papers.take_home_draft(station, sheet))
    assert drawn == [True, True]
    assert "ØVING" in papers.ehr_text(station, sheet)


def test_take_home_sheet_is_in_the_language_that_was_chosen_for_it(
    station: OpenStation, sheet: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def draws(_document: TakeHomeDocument) -> bytes:
        drawn.append(language())
        return b"%PDF"

    monkeypatch.setattr("nurseapp.report.take_home.take_home_pdf", draws)
    draft = papers.take_home_draft(station, sheet)
    for chosen in ("en", "nn"):
        papers.take_home(station, replace(draft, language=chosen))
    assert drawn == ["en", "nn"]
    assert language() == "nb"
