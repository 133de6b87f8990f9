"""Top and bottom of the referral summary: from whom, to whom, which page, who answers for it."""

from __future__ import annotations

from collections.abc import Callable

from nurseapp.base.text import _
from nurseapp.people.typed import one_line
from nurseapp.report import page
from nurseapp.report.referral_words import ReferralDocument
from nurseapp.report.strips import Column, Strips, gap, joined, rule, side_by_side, words
from nurseapp.report.structure import Element

_SENDER = Column(x=page.LEFT, width=page.COLUMN * 0.55, style=page.HEAD)
_SHEET = Column(
    x=page.LEFT + page.COLUMN * 0.57, width=page.COLUMN * 0.43, style=page.HEAD_RIGHT, edge="right"
)
_WHO = Column(x=page.LEFT, width=page.COLUMN * 0.6, style=page.RUNNING)
_LATER_SHEET = Column(
    x=page.LEFT + page.COLUMN * 0.62, width=page.COLUMN * 0.38, style=page.RUNNING, edge="right"
)


def first_head(document: ReferralDocument, root: Element) -> Callable[[int], Strips]:
    """The head of page 1, for any number of pages."""
    sender = root.add("P")
    below = [
        *gap(4),
        *words(_("Oppsummering fra helsestasjon"), page.TITLE, root.add("H1")),
        *words(_addresses(document), page.UNDER_TITLE, root.add("P")),
        *_training(document, root),
        *gap(6),
    ]

    def head(total: int) -> Strips:
        left = joined(" · ", document.clinic, document.municipality)
        return [
            *side_by_side([(_SENDER, left, sender), (_SHEET, _sheet(document, 1, total), None)]),
            *below,
        ]

    return head


def later_head(document: ReferralDocument, number: int, total: int) -> Strips:
    """The head of the other pages: whose paper it is, so that a lost sheet finds its way."""
    subject = document.subject
    who = _("Oppsummering fra helsestasjon · gjelder {name}").format(name=one_line(subject.name))
    number_words = one_line(subject.national_number) or one_line(subject.birth_date)
    return [
        *side_by_side(
            [
                (_WHO, joined(" · ", who, number_words), None),
                (_LATER_SHEET, _sheet(document, number, total), None),
            ]
        ),
        *rule(),
        *gap(4),
    ]


def foot(document: ReferralDocument, root: Element) -> Strips:
    """Who answers for the paper, where the answer goes, and what a score is not."""
    signature, section = document.signature, root.add("Sect")
    name = joined(", ", signature.name, signature.title)
    hpr = one_line(signature.hpr)
    reply = joined(
        " · ",
        document.clinic,
        document.reply_address,
        _("tlf. {phone}").format(phone=one_line(signature.phone)),
    )
    caution = _("Skår er støtte til vurdering, ikke diagnose.")
    return [
        *gap(8),
        *rule(),
        *words(
            joined(" · ", name, _("HPR {number}").format(number=hpr) if hpr else ""),
            page.PARAGRAPH_HEAD,
            section.add("P"),
        ),
        *words(_("Svar til: {place}").format(place=reply), page.BODY, section.add("P")),
        *gap(1),
        *words(f"{caution} {one_line(document.provenance)}", page.SMALL, section.add("P")),
    ]


def _addresses(document: ReferralDocument) -> str:
    copy_to = one_line(document.copy_to)
    return joined(
        " · ",
        document.kind,
        _("til: {receiver}").format(receiver=one_line(document.to)),
        _("kopi: {receiver}").format(receiver=copy_to) if copy_to else "",
    )


def _training(document: ReferralDocument, root: Element) -> Strips:
    if not document.training:
        return []
    said = _("ØVING: personen er oppdiktet. Arket skal ikke sendes eller journalføres.")
    return words(said, page.WARNING, root.add("P"))


def _sheet(document: ReferralDocument, number: int, total: int) -> str:
    where = _("side {number} av {total}").format(number=number, total=total)
    which = _("dok. {id}").format(id=one_line(document.document_id))
    return joined(" · ", document.date, where, which)
