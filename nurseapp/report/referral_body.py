"""What the referral summary says between head and signature, in the order a reader needs it."""

from __future__ import annotations

from dataclasses import replace

from nurseapp.base.text import _
from nurseapp.people.typed import one_line, plain_text
from nurseapp.report import page
from nurseapp.report.referral_words import Child, ReferralDocument, Screening, Subject
from nurseapp.report.score_bar import score_bar
from nurseapp.report.strips import (
    Column,
    Strips,
    boxed,
    bullets,
    chapter,
    gap,
    joined,
    labelled,
    paired,
    side_by_side,
    words,
)
from nurseapp.report.structure import Element

_LABELS = 100.0
_LABELS_OF_SECOND = 76.0
_INSET = page.LEFT + 13
_WITHIN_BOX = page.COLUMN - 26


def body(document: ReferralDocument, root: Element) -> Strips:
    """Everything between the head and the signature."""
    return [
        *_in_short(document, root),
        *_subject(document.subject, root),
        *_child(document.child, root),
        *_screenings(document, root),
        *_assessment(document, root),
        *_function(document, root),
        *_agreed(document, root),
    ]


def _in_short(document: ReferralDocument, root: Element) -> Strips:
    section = root.add("Sect")
    head = Column(x=_INSET, width=_WITHIN_BOX, style=page.BOX_HEAD)
    text = Column(x=_INSET, width=_WITHIN_BOX, style=page.BOX)
    urgency = one_line(document.urgency)
    hurry = _("Hast: {urgency}").format(urgency=urgency) if urgency else ""
    return boxed(
        [
            *side_by_side([(head, _("KORT SAGT"), section.add("H2"))]),
            *side_by_side([(text, document.in_short, section.add("P"))]),
            *(side_by_side([(text, hurry, section.add("P"))]) if hurry else []),
        ]
    )


def _subject(subject: Subject, root: Element) -> Strips:
    heading, section = chapter(_("Gjelder"), root)
    rows = [
        ((_("Født"), joined(" · ", subject.birth_date, subject.age)), _phone(subject)),
        (
            (_("Fødselsnummer"), subject.national_number or _("ikke oppgitt")),
            (_("Språk / tolk"), subject.language_and_interpreter),
        ),
        ((_("Fastlege"), subject.general_practitioner), _kindergarten(subject)),
    ]
    below = [*_whereabouts(subject), (_("Samtykke"), subject.consent)]
    return [
        *heading,
        *labelled([(_("Navn"), subject.name)], section, label_width=_LABELS),
        *paired(rows, section, label_widths=(_LABELS, _LABELS_OF_SECOND)),
        *labelled(below, section, label_width=_LABELS),
    ]


def _phone(subject: Subject) -> tuple[str, str]:
    return (_("Telefon"), "" if subject.shielded else subject.phone)


def _kindergarten(subject: Subject) -> tuple[str, str]:
    return (_("Barnehage"), "" if subject.shielded else subject.kindergarten)


def _whereabouts(subject: Subject) -> list[tuple[str, str]]:
    """Where the person can be found; of a shielded one, only that it is not told."""
    kin_phone = "" if subject.shielded else subject.next_of_kin_phone
    kin = (_("Pårørende"), joined(", ", subject.next_of_kin, kin_phone))
    if subject.shielded:
        told = _("Skjermet. Adresse, telefon og barnehage oppgis ikke.")
        return [(_("Adresse"), told), kin]
    return [(_("Adresse"), subject.address), kin]


def _child(child: Child | None, root: Element) -> Strips:
    if child is None:
        return []
    heading, section = chapter(_("Omsorg og samtykke"), root)
    rows = [
        (_("Foreldreansvar"), child.parental_responsibility),
        (_("Daglig omsorg"), child.daily_care),
        (_("Barnevernet"), child.child_protection),
        (_("Samtykke fra"), "\n".join(line for line in child.consents if one_line(line))),
    ]
    return [*heading, *labelled(rows, section, label_width=_LABELS)]


def _screenings(document: ReferralDocument, root: Element) -> Strips:
    if not document.screenings:
        return []
    heading, section = chapter(_("Kartlegging"), root)
    strips = [*heading, *_table(document.screenings, section)]
    if document.score_bar is not None:
        strips += [*gap(4), *score_bar(document.score_bar, section)]
    if any(map(one_line, document.critical)):
        said = _("Svar som måtte følges opp")
        strips += gap(3)
        strips += words(said, page.PARAGRAPH_HEAD, section.add("H3"), stays=True)
        strips += bullets(document.critical, page.BODY, section)
    return strips


def _table(screenings: tuple[Screening, ...], section: Element) -> Strips:
    table = section.add("Table")
    places = ((0.0, 138.0), (142.0, 60.0), (206.0, 164.0), (374.0, page.COLUMN - 374.0))
    heads = (_("Skjema"), _("Skår"), _("Grense brukt"), _("Hvordan"))
    row = table.add("TR")
    strips = side_by_side(
        [
            (_cell(place, page.COLUMN_HEAD), head, row.add("TH", scope="Column"))
            for place, head in zip(places, heads, strict=True)
        ],
        stays=True,
    )
    for screening in screenings:
        row = table.add("TR")
        texts = (
            f"{one_line(screening.form)}\n{one_line(screening.age)}",
            screening.score,
            screening.cut_off,
            screening.filled_in,
        )
        strips += side_by_side(
            [
                (_cell(place, page.BODY), text, row.add("TD"))
                for place, text in zip(places, texts, strict=True)
            ]
        )
    return strips


def _cell(place: tuple[float, float], style: page.Style) -> Column:
    start, width = place
    return Column(x=page.LEFT + start, width=width, style=style)


def _assessment(document: ReferralDocument, root: Element) -> Strips:
    """The four areas; one that says nothing is left out."""
    areas = [
        (_("Foreldrenes helse, rus og vold"), document.parents_health),
        (_("Barnets utvikling"), document.development),
        (_("Samspill"), document.interplay),
        (_("Omgivelser"), document.surroundings),
    ]
    shown = [(area, text) for area, text in areas if plain_text(text)]
    if not shown:
        return []
    heading, section = chapter(_("Vurdering"), root)
    strips = heading
    for at, (area, text) in enumerate(shown):
        strips += gap(3) if at else []
        strips += words(area, page.PARAGRAPH_HEAD, section.add("H3"), stays=True)
        strips += words(text, page.BODY, section.add("P"))
    return strips


def _function(document: ReferralDocument, root: Element) -> Strips:
    rows = [
        (_("Funksjon"), document.function),
        (_("Risiko og trygghet"), document.risk_and_safety),
        (_("Egne ønsker"), document.wishes),
    ]
    if not any(plain_text(text) for _label, text in rows):
        return []
    heading, section = chapter(_("Funksjon og trygghet"), root)
    return [*heading, *labelled(rows, section, label_width=_LABELS)]


def _agreed(document: ReferralDocument, root: Element) -> Strips:
    heading, section = chapter(_("Gjort og avtalt"), root)
    rows = [
        (_("Prøvd"), document.tried),
        (_("Pågår"), document.ongoing),
        (_("Forventet nytte"), document.expected_effect),
    ]
    until_answer = [(_("Til svar foreligger"), document.contact_until_answer)]
    return [
        *heading,
        *labelled(rows, section, label_width=_LABELS),
        *_plan(document.plan, section),
        *labelled(until_answer, section, label_width=_LABELS),
    ]


def _plan(plan: tuple[str, ...], section: Element) -> Strips:
    """The points of the plan, the word for them beside the first."""
    label = side_by_side(
        [(Column(x=page.LEFT, width=_LABELS - 8, style=page.LABEL), _("Plan"), section.add("H3"))]
    )
    points = bullets(plan, page.BODY, section, indent=_LABELS)
    first = replace(points[0], marks=(*label[0].marks, *points[0].marks))
    return [first, *points[1:]]
