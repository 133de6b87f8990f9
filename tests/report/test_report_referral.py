"""The referral summary: what stands on it, in which order, and what never does."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import letters, page_count, sheets, words
from sample_papers import CHILD, MOTHER, REFERRAL

from nurseapp.base.errors import MissingGlyphError, PaperIncompleteError
from nurseapp.report.referral import referral_pdf
from nurseapp.report.referral_words import ReferralDocument, missing_fields
from nurseapp.report.score_bar import ScoreBar


def changed(**fields: Any) -> ReferralDocument:
    return dataclasses.replace(REFERRAL, **fields)


def subject(**fields: Any) -> ReferralDocument:
    return changed(subject=dataclasses.replace(MOTHER, **fields))


def in_order(text: str, *parts: str) -> None:
    at = 0
    for part in parts:
        assert part in text[at:], part
        at = text.index(part, at) + len(part)


def test_an_ordinary_referral_with_every_part_fits_one_page() -> None:
    assert page_count(referral_pdf(REFERRAL)) == 1


def test_the_parts_stand_in_the_order_a_reader_needs() -> None:
    in_order(
        words(referral_pdf(REFERRAL)),
        "Solvang helsestasjon · Testvik kommune",
        "21.11.2026 · side 1 av 1 · dok. 7F3A-09C2",
        "Oppsummering fra helsestasjon",
        "Grunnlag for henvisning · til: Fastlege, Torget legesenter · kopi: pasienten",
        "KORT SAGT", "Ber om vurdering", "Hast: innen en uke",
        "Gjelder", "Navn", "Rolig Bjørk", "Født", "12.09.1995 · 31 år",
        "Fødselsnummer", MOTHER.national_number, "Språk / tolk", "norsk · ikke behov",
        "Fastlege", "Adresse", "Testveien 1", "Pårørende", "Samtykke", "har fått kopi",
        "Kartlegging", "Skjema", "Skår", "Grense brukt", "Hvordan",
        "EPDS v1 · 21.11.2026", "13 av 30", "10 eller mer (Eberhard-Gran 2001)", "4 min 50 s",
        "grense 10", "Svar som måtte følges opp", "Selvskading",
        "Vurdering", "Foreldrenes helse, rus og vold", "Nedstemt",
        "Barnets utvikling", "vekstkurven", "Samspill", "«på autopilot»", "Omgivelser", "mormor",
        "Funksjon og trygghet", "Klarer stell", "Spurt om vold: nei.", "Egne ønsker",
        "Gjort og avtalt", "Prøvd", "Plan", "25.11. kl. 10", "Til svar foreligger",
        "S. Eik, helsesykepleier · HPR 0000000", "Svar til:", "tlf. 00 00 00 00",
        "Skår er støtte til vurdering, ikke diagnose.", "Skjemaversjon epds/1",
    )  # fmt: skip


def test_a_childs_paper_tells_who_decides_and_who_agreed() -> None:
    text = words(
        referral_pdf(changed(child=CHILD, subject=dataclasses.replace(MOTHER, consent="")))
    )
    in_order(
        text, "Omsorg og samtykke", "Foreldreansvar", "Felles", "Daglig omsorg", "Begge",
        "Barnevernet", "Ikke involvert", "Samtykke fra", "muntlig", "på telefon", "Kartlegging",
    )  # fmt: skip


def test_parts_that_say_nothing_leave_no_heading() -> None:
    text = words(
        referral_pdf(
            changed(
                screenings=(), score_bar=None, critical=(), parents_health=" \n", development="",
                interplay="", surroundings="", function="", risk_and_safety="", wishes="",
            )
        )
    )  # fmt: skip
    for heading in ("Kartlegging", "Vurdering", "Funksjon", "Foreldrenes helse", "Svar som"):
        assert heading not in text


def test_nothing_of_a_shielded_persons_whereabouts_is_printed() -> None:
    hidden = {"address": "Gjemtveien 7", "phone": "99 99 99 99", "kindergarten": "Tuva barnehage"}
    open_ = words(referral_pdf(subject(**hidden)))
    shielded = words(referral_pdf(subject(**hidden, shielded=True)))
    for word in (*hidden.values(), "00 00 00 01"):
        assert word in open_
        assert word not in shielded
    assert "Skjermet. Adresse, telefon og barnehage oppgis ikke." in shielded


@pytest.mark.parametrize(
    ("document", "missing"),
    [
        (changed(to=" "), "mottaker"),
        (changed(in_short=""), "kort sagt"),
        (subject(name="\u200b"), "navn"),
        (subject(birth_date=""), "fødselsdato"),
        (subject(consent=""), "samtykke"),
        (changed(plan=("", " ")), "plan"),
        (
            changed(child=dataclasses.replace(CHILD, parental_responsibility="", consents=())),
            "foreldreansvar, samtykke",
        ),
        (changed(signature=dataclasses.replace(REFERRAL.signature, phone="")), "telefon"),
    ],
)
def test_an_empty_mandatory_field_is_named_and_nothing_is_drawn(
    document: ReferralDocument, missing: str
) -> None:
    with pytest.raises(PaperIncompleteError) as refused:
        referral_pdf(document)
    assert refused.value.sentence == f"Dette må fylles ut først: {missing}."
    assert ", ".join(missing_fields(document)) == missing


def test_a_complete_document_misses_nothing() -> None:
    assert missing_fields(REFERRAL) == ()


def test_long_text_goes_on_and_is_never_cut() -> None:
    told = " ".join(f"ord{n}" for n in range(650))
    paper = referral_pdf(changed(interplay=told, in_short="Kort. " + "Mer å si her. " * 40))
    assert page_count(paper) == 2
    text = words(paper)
    for n in range(650):
        assert f"ord{n}" in text
    assert "side 1 av 2" in text
    assert "side 2 av 2" in text


def test_every_page_tells_whose_it_is() -> None:
    paper = referral_pdf(changed(interplay="Ord om samspill. " * 700))
    pages = sheets(paper)
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        text = " ".join(page.text.split())
        assert f"side {number} av {len(pages)} · dok. 7F3A-09C2" in text
        assert "Rolig Bjørk" in text
        assert MOTHER.national_number in text


def test_only_the_last_page_is_signed() -> None:
    *before, last = sheets(referral_pdf(changed(interplay="Ord om samspill. " * 300)))
    assert "HPR 0000000" in last.text
    assert all("HPR 0000000" not in page.text for page in before)


def test_training_is_watermarked_on_every_page_and_said_in_words() -> None:
    for document, marked in ((changed(interplay="Ord. " * 1500), False),):
        for page in sheets(referral_pdf(document)):
            assert ("ØVING" in page.text) is marked
    trained = sheets(referral_pdf(changed(interplay="Ord. " * 1500, training=True)))
    for page in trained:
        assert page.text.count("ØVING") >= 3
    assert "personen er oppdiktet" in trained[0].text


@pytest.mark.parametrize(
    "typed",
    [
        "<b>x</b>",
        '<img src="file:///etc/passwd"/>',
        "&amp; &lt; &#229;",
        "</para><para>",
        "%PDF-1.4 (stream) endstream \\n \\101 ) Tj",
        "=HYPERLINK(1)",
        "{name} {0} %s",
    ],
)
def test_what_a_person_typed_is_text_and_never_markup(typed: str) -> None:
    document = dataclasses.replace(
        subject(name=typed), in_short=typed, to=typed, plan=(typed,), interplay=typed
    )
    text = words(referral_pdf(document))
    assert text.count(" ".join(typed.split())) >= 5


def test_a_word_of_300_signs_is_divided_and_stays_in_its_column() -> None:
    paper = referral_pdf(dataclasses.replace(subject(name="N" * 300), in_short="å" * 300))
    assert "N" * 300 in letters(paper)
    assert "å" * 300 in letters(paper)


def test_signs_that_no_font_has_are_named_before_anything_is_drawn() -> None:
    with pytest.raises(MissingGlyphError) as refused:
        referral_pdf(
            dataclasses.replace(subject(name="Blid 🙂"), plan=("≥ 10 → lege",), wishes="ሰላም \ue000")
        )
    for sign in ("🙂", "≥", "→", "ሰ", "ላ", "ም", "\ue000"):
        assert sign in str(refused.value.facts["signs"]).split()


def test_names_in_sami_polish_and_arabic_are_printed_as_they_are_written() -> None:
    for name in ("Čáhci Ŋunná Đivga", "Łucja Żółć", "Олена Кос", "مُحَمَّد علي", "سارا می‌خواهد"):
        assert name in words(referral_pdf(subject(name=name)))


def test_direction_signs_in_a_name_do_not_turn_the_line() -> None:
    text = words(referral_pdf(subject(name="Rolig \u202ekrøjB\u202c")))
    assert "Rolig krøjB" in text


def test_a_mixed_line_keeps_each_part_in_its_own_direction() -> None:
    text = words(referral_pdf(changed(interplay="Sa «سلام علي» (3 ganger) før")))
    assert "سلام علي" in text
    assert "(3 ganger) før" in text


def test_an_incomplete_sheet_shows_a_range_and_no_score() -> None:
    bar = ScoreBar(title="EPDS", least=0, most=30, lowest=8, highest=14, cut_off=10)
    text = words(referral_pdf(changed(score_bar=bar)))
    assert "mulig 8-14" in text
    assert bar.said == "EPDS: ufullstendig, mulig skår 8-14 av 30. Grensen er 10 eller mer."


def test_the_bar_says_in_words_what_it_shows() -> None:
    assert REFERRAL.score_bar is not None
    assert REFERRAL.score_bar.said == "EPDS 21.11.2026: skår 13 av 30. Grensen er 10 eller mer."
    low = ScoreBar(title="ASQ", least=0, most=60, lowest=20, highest=20, cut_off=30, concern="low")
    assert low.said == "ASQ: skår 20 av 60. Grensen er 30 eller mindre."
    assert dataclasses.replace(low, cut_off=None).said == "ASQ: skår 20 av 60."


printable = st.text(
    alphabet=st.characters(max_codepoint=0x24F, exclude_categories=["C"])
    | st.sampled_from("\n\t ابتث١٢"),
    max_size=400,
)


@given(printable, printable, printable)
@settings(max_examples=12, deadline=None)
def test_any_words_make_a_paper_with_every_letter_on_it(name: str, told: str, step: str) -> None:
    from nurseapp.people.typed import plain_text

    document = dataclasses.replace(subject(name=f"N {name}"), interplay=told, plan=(f"P {step}",))
    try:
        paper = referral_pdf(document)
    except MissingGlyphError as error:
        pytest.fail(str(error))
    found = sorted(letters(paper))
    for text in (name, told, step):
        for letter in set("".join(plain_text(text).split())):
            assert found.count(letter) >= plain_text(text).count(letter)
