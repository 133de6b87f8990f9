"""The referral summary as PDF: one person, one to two pages, readable in half a minute.

Fields and order follow Helsedirektoratet's Henvisningsveileder and what BUP and DPS ask for;
what a general practitioner needs first stands first: who, what is asked, how soon.
"""

from __future__ import annotations

from nurseapp.base.errors import PaperIncompleteError
from nurseapp.report.finish import finished
from nurseapp.report.fonts import load_fonts, require_glyphs
from nurseapp.report.referral_body import body
from nurseapp.report.referral_head import first_head, foot, later_head
from nurseapp.report.referral_words import ReferralDocument, missing_fields
from nurseapp.report.strips import Strips
from nurseapp.report.structure import Element


def referral_pdf(document: ReferralDocument) -> bytes:
    """The paper; the same document gives the same bytes.

    Raises PaperIncompleteError naming every mandatory field that is empty, and
    MissingGlyphError naming every sign that cannot be printed; then nothing is drawn.
    """
    missing = missing_fields(document)
    if missing:
        raise PaperIncompleteError(missing=", ".join(missing))
    require_glyphs(document)
    load_fonts()
    root = Element("Document")
    on_first_page = first_head(document, root)

    def head(number: int, total: int) -> Strips:
        if number == 1:
            return on_first_page(total)
        return later_head(document, number, total)

    return finished(
        document,
        root,
        head=head,
        body=body(document, root),
        foot=foot(document, root),
    )
