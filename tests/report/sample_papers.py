"""Synthetic papers for the tests."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta, timezone

from nurseapp.people.national_number import synthetic_number
from nurseapp.report.blank_form import BlankFormDocument, BlankItem
from nurseapp.report.recovery import RecoveryDocument
from nurseapp.report.referral_words import (
    Child,
    ReferralDocument,
    Screening,
    Signature,
    Subject,
)
from nurseapp.report.score_bar import ScoreBar
from nurseapp.report.take_home import TakeHomeDocument

MOMENT = datetime(2026, 11, 21, 10, 12, tzinfo=timezone(timedelta(hours=1)))

MOTHER = Subject(
    name="Rolig Bjørk",
    birth_date="12.09.1995",
    age="31 år",
    national_number=synthetic_number(date(1995, 9, 12), "female", 0),
    language_and_interpreter="norsk · ikke behov",
    general_practitioner="Torget legesenter",
    next_of_kin="Stille Bjørk (samboer)",
    next_of_kin_phone="tlf. 00 00 00 01",
    address="Testveien 1, 0000 Testvik",
    phone="00 00 00 00",
    consent="Rolig Bjørk, muntlig 21.11.2026; har fått kopi",
)
REFERRAL = ReferralDocument(
    document_id="7F3A-09C2",
    made_at=MOMENT,
    date="21.11.2026",
    municipality="Testvik kommune",
    clinic="Solvang helsestasjon",
    kind="Grunnlag for henvisning",
    to="Fastlege, Torget legesenter",
    copy_to="pasienten",
    in_short="Ber om vurdering av depressive symptomer 6 uker etter fødsel. EPDS 13 i dag, samtale "
    "gjennomført. Ønsker legetime denne uken; ny samtale her onsdag 25.11.",
    urgency="innen en uke",
    subject=MOTHER,
    child=None,
    screenings=(
        Screening(
            form="EPDS v1 · 21.11.2026",
            score="13 av 30",
            cut_off="10 eller mer (Eberhard-Gran 2001)",
            filled_in="selv, norsk, 4 min 50 s",
        ),
        Screening(
            form="EPDS v1 · gravid uke 28",
            score="8 av 30",
            cut_off="13 eller mer (Rubertsson 2011)",
            filled_in="selv, norsk, 5 min 10 s",
        ),
    ),
    score_bar=ScoreBar(
        title="EPDS 21.11.2026", least=0, most=30, lowest=13, highest=13, cut_off=10
    ),
    critical=("Selvskading: tanken kommer av og til. Snakket alene med henne straks.",),
    parents_health="Nedstemt og urolig siden uke 3, sover lite også når barnet sover. Spurt om "
    "selvskading: tanker av og til, ingen plan eller hensikt.",
    development="Barnet følger vekstkurven, født uke 40.",
    interplay="God kontakt observert; mor beskriver seg som «på autopilot».",
    surroundings="Partner tilbake i jobb, mormor hjelper to dager i uken.",
    function="Klarer stell og amming, orker lite annet.",
    risk_and_safety="Spurt om vold: nei.",
    wishes="Ønsker noen å snakke med, helst ikke medisin først.",
    tried="To støttesamtaler, litt bedre søvn.",
    ongoing="",
    expected_effect="",
    plan=("Støttesamtale onsdag 25.11. kl. 10 · ny EPDS innen 19.12.",),
    contact_until_answer="S. Eik, helsesykepleier, tlf. 00 00 00 00",
    signature=Signature(name="S. Eik", title="helsesykepleier", phone="00 00 00 00", hpr="0000000"),
    reply_address="Solvangveien 2, 0000 Testvik",
    provenance="Skjemaversjon epds/1 · sha256 9c1e...77b0 · nurseapp 0.1",
)
ARABIC = dataclasses.replace(
    REFERRAL, in_short="Sa «سلام علي» (3 ganger)", interplay="مُحَمَّد می‌خواهد ۱۲۳"
)
CHILD = Child(
    parental_responsibility="Felles: Rolig Bjørk og Stille Bjørk",
    daily_care="Begge foreldre",
    child_protection="Ikke involvert",
    consents=("Rolig Bjørk, muntlig 21.11.2026", "Stille Bjørk, på telefon 21.11.2026"),
)
TAKE_HOME = TakeHomeDocument(
    document_id="7F3A-09C3",
    made_at=MOMENT,
    date="21.11.2026",
    municipality="Testvik kommune",
    clinic="Solvang helsestasjon",
    talked_about="Hvordan du har hatt det de siste ukene, søvn, og hvem som kan hjelpe til hjemme.",
    next_step="Ny samtale her på helsestasjonen. Du kan gjerne ta med noen.",
    next_date="Onsdag 25. november kl. 10:00",
    contact="S. Eik, helsesykepleier, tlf. 00 00 00 00",
)
RECOVERY = RecoveryDocument(
    document_id="7F3A-09C4",
    made_at=MOMENT,
    date="21.11.2026",
    station="Solvang helsestasjon",
    groups=("7Q2M", "K4TT", "9WXC", "0HJ4", "R3BC", "8VND", "YE5P", "6ZGS", "A1B2"),
)
BLANK = BlankFormDocument(
    document_id="7F3A-09C5",
    made_at=MOMENT,
    station="Solvang helsestasjon · Testvik kommune",
    title="Katter i nabolaget",
    recall="De siste 7 dagene",
    introduction="Sett et kryss ved det svaret som passer best.",
    items=(
        BlankItem(number="", kind="information", text="Først noe om katter."),
        *(
            BlankItem(
                number=str(number),
                kind="choice",
                text=f"Hvor mange katter har du sett på trapp {number}, i oppgangen eller ved døren?",
                options=("Ingen", "Én", "Flere enn én, men ikke så mange at jeg mistet tellingen"),
            )
            for number in range(1, 9)
        ),
        BlankItem(number="9", kind="multiple", text="Hva slags katter?", options=("Grå", "Hvite")),
        BlankItem(number="10", kind="number", text="Hvor mange i alt?", unit="katter"),
        BlankItem(number="11", kind="date", text="Når så du den siste?"),
        BlankItem(number="12", kind="text", text="Noe mer om katter?"),
        BlankItem(number="13", kind="choice", text="هل رأيت قطة؟", options=("نعم، كل يوم", "لا")),
    ),
    several="Flere svar kan passe.",
    identity="katter, utgave 1 · tekst a1b2c3d4",
    rights="© Testvik kommune. Brukt av Testvik kommune, lisens 2026/17.",
)
