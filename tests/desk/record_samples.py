"""Synthetic values as the clinic would give them to the people, result and paper screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from nurseapp.clinic.values.handover import FormChoice, HandOverOffer
from nurseapp.clinic.values.papers import Paper, ReferralDraft, TakeHomeDraft
from nurseapp.clinic.values.people import (
    FamilyMember,
    PersonDetails,
    PersonPage,
    PersonRow,
    TimelineRow,
    Trend,
    TrendPoint,
)
from nurseapp.clinic.values.result import (
    CriticalCard,
    ItemRow,
    ResultView,
    ScaleView,
    StepOffer,
    TalkGuide,
)

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 21, 10, 12, tzinfo=ZONE)
TODAY = NOW.date()
# As the journal numbers them: more than 32 bits, which a Qt signal of `int` would cut.
MOTHER, CHILD, FATHER, PREGNANCY = (0x100_0000_0000 + number for number in (1, 2, 3, 4))
SCREENING = 0x100_0000_000E
LONG_NAME = "Rolig-Vennlig Morgenglad Nordavind Bjørkelund-Vestenfjeldske"

MOTHER_ROW = PersonRow(
    person=MOTHER,
    name="Rolig Bjørk",
    kind="adult",
    born="12.09.1994",
    context="Mor til Blid Bjørk (6 uker 2 dager)",
    last_seen="24.10.2026",
    shielded=False,
)
CHILD_ROW = PersonRow(
    person=CHILD,
    name="Blid Bjørk",
    kind="child",
    born="08.10.2026",
    context="Barn av Rolig Bjørk",
    last_seen="14.11.2026",
    shielded=False,
)

EPDS_TREND = Trend(
    form_title="EPDS",
    maximum=30,
    cut_off=10,
    points=(
        TrendPoint(day=date(2026, 8, 1), label="uke 28", score=8, lowest=8, highest=8),
        TrendPoint(day=date(2026, 10, 10), label="6 uker", score=16, lowest=16, highest=16),
        TrendPoint(day=date(2026, 10, 24), label="8 uker", score=13, lowest=13, highest=13),
        TrendPoint(day=date(2026, 11, 21), label="12 uker", score=8, lowest=8, highest=8),
    ),
    change="Endring −5: større enn målefeilen (RCI 4)",
)

MOTHER_PAGE = PersonPage(
    person=MOTHER,
    name="Rolig Bjørk",
    kind="adult",
    subtitle="Mor til Blid Bjørk (6 uker 2 dager) · norsk · egen journal, vises aldri i barnets",
    details=PersonDetails(
        kind="adult",
        given_name="Rolig",
        family_name="Bjørk",
        birth_date=date(1994, 9, 12),
        sex="female",
        general_practitioner="Torget legesenter",
    ),
    facts=(
        ("Født", "12.09.1994"),
        ("Språk", "norsk, trenger ikke tolk"),
        ("Fastlege", "Torget legesenter"),
        ("Nærmeste pårørende", "Trygg Bjørk, tlf. 00 00 00 00"),
    ),
    family=(FamilyMember(person=CHILD, name="Blid Bjørk", relation="barn"),),
    trends=(EPDS_TREND,),
    timeline=(
        TimelineRow(
            at=NOW, text="EPDS fylt ut selv", pill="8", pill_kind="done", screening=SCREENING
        ),
        TimelineRow(
            at=NOW - timedelta(days=14),
            text="Støttesamtale 2 · gjennomført",
            pill="ferdig",
            pill_kind="calm",
        ),
        TimelineRow(
            at=NOW - timedelta(days=28),
            text="EPDS · over grensen: samtale",
            pill="13",
            pill_kind="concern",
            screening=SCREENING - 1,
        ),
        TimelineRow(
            at=NOW - timedelta(days=42),
            text="EPDS · over grensen: samtale",
            pill="16",
            pill_kind="concern",
            screening=SCREENING - 2,
        ),
    ),
    nurse_lines=(),
    open_screening=None,
    can_be_screened=True,
)

CHILD_PAGE = PersonPage(
    person=CHILD,
    name="Blid Bjørk",
    kind="child",
    subtitle="6 uker 2 dager · født uke 40 + 1",
    details=PersonDetails(
        kind="child", given_name="Blid", family_name="Bjørk", birth_date=date(2026, 10, 8)
    ),
    facts=(("Født", "08.10.2026"), ("Ved fødsel", "uke 40 + 1")),
    family=(
        FamilyMember(person=MOTHER, name="Rolig Bjørk", relation="mor"),
        FamilyMember(person=FATHER, name="Trygg Bjørk", relation="far"),
    ),
    trends=(),
    timeline=(),
    nurse_lines=("21.11.2026 · S. Eik: Familien har avtale om ekstra veiledning om søvn.",),
    open_screening=None,
    can_be_screened=True,
)

PREGNANCY_PAGE = PersonPage(
    person=PREGNANCY,
    name="Svangerskap, termin 01.03.2027",
    kind="pregnancy",
    subtitle="gravid uke 25",
    details=PersonDetails(kind="pregnancy", due_date=date(2027, 3, 1)),
    facts=(("Termin", "01.03.2027"),),
    family=(FamilyMember(person=MOTHER, name="Rolig Bjørk", relation="mor"),),
    trends=(),
    timeline=(),
    nurse_lines=(),
    open_screening=None,
    can_be_screened=True,
)

EPDS_CHOICE = FormChoice(
    form="epds",
    title="EPDS",
    minutes=5,
    languages=(("nb", "norsk · øvingstekst"), ("en", "engelsk · bare oversatt, ikke validert")),
    layouts=("one_at_a_time", "page"),
    training=True,
    alone_required=False,
)
PHQ_CHOICE = replace(
    EPDS_CHOICE,
    form="phq-9",
    title="PHQ-9",
    minutes=3,
    languages=(("nb", "norsk · egen arbeidsoversettelse"),),
    training=False,
)
OFFER = HandOverOffer(
    subject=MOTHER,
    subject_name="Rolig Bjørk",
    subject_words="mor til Blid Bjørk",
    forms=(EPDS_CHOICE, PHQ_CHOICE),
    default_form="epds",
    interpreter_need="none",
    visit=7,
    unfinished=None,
    unfinished_words="",
    unfinished_form="",
)

CRITICAL = CriticalCard(
    alert=0x100_0000_0005,
    item="10",
    title="Spørsmål 10 (selvskading): svar 1 av 3",
    text=(
        "Spør nå, i enerom. Skåren graderer ikke selvmordsfare. "
        "Vurderingen kan ikke lukkes uten registrert handling."
    ),
    guide="self-harm-talk",
    closed="",
)
SCALE = ScaleView(
    title="Sum",
    score=13,
    lowest=13,
    highest=13,
    maximum=30,
    cut_off=10,
    cut_off_words="10 eller mer",
    verdict="over",
    verdict_words="Over grensen: samtale",
    words="13 av 30",
    source_words=(
        "Grense 10 eller mer (Eberhard-Gran 2001, Norge, 6 uker: sensitivitet 100 %, "
        "spesifisitet 87 %). Av 100 mødre over grensen vil de fleste ikke ha depresjon: "
        "samtalen avgjør."
    ),
    others=("12 eller mer: Rikshandboken, Sverige (ikke kontrollert mot kilden)",),
)
OPTIONS = (
    ("a", "Øvingssvar a"),
    ("b", "Øvingssvar b"),
    ("c", "Øvingssvar c"),
    ("d", "Øvingssvar d"),
)
TOPICS = (
    "Humor", "Glede framover", "Selvbebreidelse", "Uro", "Redsel", "Overveldelse", "Søvn",
    "Tristhet", "Gråt", "Selvskading",
)  # fmt: skip
ITEMS = tuple(
    ItemRow(
        item=str(number),
        topic=topic,
        answer=f"Øvingssvar {'abcd'[number % 3]}",
        points=number % 3,
        option="abcd"[number % 3],
        options=OPTIONS,
        critical=number == 10,
        corrected="",
    )
    for number, topic in enumerate(TOPICS, start=1)
)
STEPS = (
    StepOffer(
        code="talk-today", words="Samtale gjennomført i dag", due=None, planned=None, done=False
    ),
    StepOffer(
        code="support-talk",
        words="Støttesamtale 1",
        due=date(2026, 11, 28),
        planned=None,
        done=False,
    ),
    StepOffer(
        code="again", words="Ny EPDS om 2–4 uker", due=date(2026, 12, 19), planned=None, done=False
    ),
    StepOffer(
        code="gp", words="Fastlege eller psykolog i kommunen", due=None, planned=None, done=False
    ),
)
RESULT = ResultView(
    screening=SCREENING,
    subject=MOTHER,
    subject_name="Rolig Bjørk",
    subject_words="mor til Blid Bjørk",
    form="epds",
    form_title="EPDS",
    version=1,
    sha256="9c1e" * 16,
    answered_at=NOW,
    how_words="fylt ut selv på norsk · ett spørsmål om gangen · 4 min 50 s",
    training=True,
    complete=True,
    withdrawn="",
    quick_note="",
    critical=(CRITICAL,),
    scales=(SCALE,),
    items=ITEMS,
    steps=STEPS,
    assessments=(),
    open_alerts=(0x100_0000_0005,),
    can_resume=False,
)
CALM_RESULT = replace(
    RESULT,
    critical=(),
    open_alerts=(),
    training=False,
    scales=(
        replace(
            SCALE, score=6, lowest=6, highest=6, verdict="below", verdict_words="Under grensen",
            words="6 av 30",
        ),
    ),
    items=tuple(replace(item, critical=False) for item in ITEMS),
)  # fmt: skip
INCOMPLETE_RESULT = replace(
    RESULT,
    complete=False,
    can_resume=True,
    critical=(),
    open_alerts=(6,),
    how_words="fylt ut med tolk på telefon på engelsk · pause etter 8 av 10 spørsmål",
    scales=(
        replace(
            SCALE,
            score=None,
            lowest=8,
            highest=14,
            verdict="cannot_exclude",
            verdict_words="Kan ikke utelukkes",
            words="8–14 av 30: kan ikke utelukke 10 eller mer",
        ),
    ),
    items=(
        *(replace(item, critical=False) for item in ITEMS[:8]),
        *(replace(item, answer="Ikke besvart", points=None, option=None) for item in ITEMS[8:]),
    ),
)
GUIDE = TalkGuide(
    guide="self-harm-talk",
    title="Samtale om tanker på å skade seg selv",
    introduction="Snakk i enerom. Spør rett fram, og lytt ferdig.",
    sections=(
        ("Tanker", ("Hva tenkte du på da du svarte?", "Når kom tanken sist?")),
        ("Trygghet nå", ("Hvem er sammen med deg i kveld?", "Er barnet trygt?")),
    ),
    telephones=(
        ("Akutt", "113"),
        ("Legevakt", "116 117"),
        ("Mental Helse", "116 123"),
        ("Alarmtelefonen for barn og unge", "116 111"),
    ),
)

REFERRAL = ReferralDraft(
    screening=SCREENING,
    subject=MOTHER,
    subject_name="Rolig Bjørk",
    to="Fastlege, Torget legesenter",
    copy_to="",
    request="Ber om vurdering etter EPDS 13 i dag, samtale gjennomført.",
    urgency="",
    parents_health="",
    development="",
    interplay="",
    surroundings="",
    function="",
    risk_and_safety="",
    wishes="",
    tried="",
    plan="Støttesamtale 1 onsdag 25.11. kl. 10.",
    consent="oral",
    consent_words="",
    include_critical=False,
    include_earlier=True,
)
TAKE_HOME = TakeHomeDraft(
    screening=SCREENING,
    talked_about="",
    next_step="Støttesamtale 1",
    next_date="25.11.2026",
    contact="S. Eik, tlf. 00 00 00 00",
    language="nb",
)


def paper(content: bytes = b"%PDF-1.4 training") -> Paper:
    return Paper(document="7F3A-09C2", file_name="oppsummering-7F3A-09C2.pdf", content=content)
