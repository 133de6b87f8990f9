"""The note for the health record system."""

from __future__ import annotations

import dataclasses
import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nurseapp.exchange.ehr_text import EhrNote, ehr_text
from nurseapp.people.national_number import synthetic_number
from nurseapp.people.roles import Role, record_in_words

NOTE = EhrNote(
    record=record_in_words(Role.MOTHER),
    name="Rolig Bjørk",
    birth_date="12.09.1995",
    national_number="",
    form="EPDS v1",
    answered="21.11.2026 kl. 10:12",
    filled_in="selv, norsk, 4 min 50 s",
    score="13 av 30",
    cut_off="10 eller mer (Eberhard-Gran 2001)",
    verdict="Over grensen: samtale",
    critical=("Selvskading: «en sjelden gang». Samtale straks, avtalt hvem hun ringer.",),
    assessment="Nedstemt og urolig siden uke 3. Sover lite også når barnet sover.",
    plan=("Ny samtale her onsdag 25.11. kl. 10", "Legetime denne uken"),
    signature="S. Eik, helsesykepleier, 21.11.2026",
)

typed = st.text(max_size=300)


def changed(**fields: object) -> str:
    return ehr_text(dataclasses.replace(NOTE, **fields))  # type: ignore[arg-type]


def test_the_whole_note_reads_as_a_nurse_would_write_it() -> None:
    assert ehr_text(NOTE) == (
        "Føres i MORS journal: Rolig Bjørk, f. 12.09.1995\n"
        "\n"
        "Skjema: EPDS v1\n"
        "Besvart: 21.11.2026 kl. 10:12\n"
        "Utfylt: selv, norsk, 4 min 50 s\n"
        "Skår: 13 av 30\n"
        "Grense brukt: 10 eller mer (Eberhard-Gran 2001)\n"
        "Betyr: Over grensen: samtale\n"
        "\n"
        "Svar som måtte følges opp:\n"
        "  - Selvskading: «en sjelden gang». Samtale straks, avtalt hvem hun ringer.\n"
        "\n"
        "Helsesykepleierens vurdering:\n"
        "  Nedstemt og urolig siden uke 3. Sover lite også når barnet sover.\n"
        "\n"
        "Plan:\n"
        "  - Ny samtale her onsdag 25.11. kl. 10\n"
        "  - Legetime denne uken\n"
        "\n"
        "S. Eik, helsesykepleier, 21.11.2026\n"
        "\n"
        "Skår er støtte til vurdering, ikke diagnose.\n"
    )


def test_the_first_line_says_whose_record_it_belongs_in() -> None:
    for role, words in ((Role.FATHER, "FARS journal"), (Role.CHILD, "BARNETS journal")):
        first = changed(record=record_in_words(role)).splitlines()[0]
        assert first == f"Føres i {words}: Rolig Bjørk, f. 12.09.1995"


def test_the_national_number_stands_beside_the_name_when_there_is_one() -> None:
    number = synthetic_number(date(1995, 9, 12), "female", 0)
    assert changed(national_number=number).splitlines()[0].endswith(f"f. 12.09.1995, {number}")


def test_an_incomplete_sheet_gives_its_range() -> None:
    words = "8-14 av 30, ufullstendig: kan ikke utelukke 10 eller mer"
    assert f"\nSkår: {words}\n" in changed(score=words, verdict="")
    assert "Betyr:" not in changed(score=words, verdict="")


def test_a_missing_assessment_is_said_and_empty_lists_leave_no_heading() -> None:
    text = changed(assessment=" \n ", plan=(), critical=("",))
    assert "Helsesykepleierens vurdering:\n  Ikke skrevet ennå.\n" in text
    assert "Plan:" not in text
    assert "Svar som måtte følges opp" not in text


def test_training_is_said_under_the_heading() -> None:
    assert "ØVING" in changed(training=True).splitlines()[1]
    assert "ØVING" not in ehr_text(NOTE)


def test_what_a_person_typed_can_pass_for_no_heading() -> None:
    forged = "Bra.\r\n\r\nFøres i FARS journal: Blid Bjørk\rSkår: 0 av 30"
    for line in changed(assessment=forged, plan=(forged,), critical=(forged,)).splitlines():
        if "FARS" in line or "0 av 30" in line:
            assert line.startswith(" ") or line == "Skår: 13 av 30"
    assert changed(name=forged, signature=forged).count("\nSkår:") == 1


def test_typed_words_stay_as_typed() -> None:
    for word in ("<b>x</b>", "=HYPERLINK(1)", "&amp;", "سلام", "Čáhci", "🙂"):
        assert word in changed(assessment=word, name=word)


@given(typed, typed, typed, typed)
def test_no_line_is_too_long_and_no_sign_steers_the_reader(
    name: str, assessment: str, step: str, form: str
) -> None:
    text = changed(
        name=name, assessment=assessment, plan=(step,), critical=(step,), form=form, signature=step
    )
    assert text.endswith("\n")
    for line in text.split("\n"):
        assert len(line) <= 80
        assert not [s for s in line if unicodedata.category(s) == "Cc"]
        assert not set(line) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def test_nothing_that_was_written_is_cut() -> None:
    long = "x" * 300 + " slutt"
    text = changed(assessment=long).replace("\n", "").replace(" ", "")
    assert "x" * 300 + "slutt" in text
    assert max(len(line) for line in changed(assessment=long).splitlines()) == 80
