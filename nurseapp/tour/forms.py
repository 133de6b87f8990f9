"""What the tour's nurse sees of the forms: the library, a page, a child's form, a paper sheet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from nurseapp.base.text import _, language
from nurseapp.clinic.training.families import FAMILIES
from nurseapp.forms.age_choice import choose
from nurseapp.people.ages import Gestation

if TYPE_CHECKING:
    from nurseapp.forms.library import Library
    from nurseapp.tour.driver import Driver
    from nurseapp.tour.nurse import Nurse
    from nurseapp.tour.report import Report

CHILD: Final = "Livlig Vier"
ANSWERED_ON_PAPER: Final = "Sval Lind"
PAPER: Final = {"1": 2, "2": 3, "3": 3, "4": 2, "5": 1, "6": 2, "7": 1}
"""GAD-7: the number of what is ticked at each question, counted from 1."""
PAPER_SCORE: Final = 7
"""1 + 2 + 2 + 1 + 0 + 1 + 0, by the printed key."""


class Forms:
    """Looks into the library, hands over a child's form, taps a paper sheet in."""

    def __init__(self, driver: Driver, report: Report, nurse: Nurse, library: Library) -> None:
        self._driver = driver
        self._report = report
        self._nurse = nurse
        self._library = library

    def looks_into_the_library(self) -> None:
        """All forms, then the page of one that was searched for."""
        self._driver.click(_("Skjemaer"))
        self._report.see("forms", _("Lisenser"), "EPDS")
        self._driver.type(_("Søk etter skjema"), "EPDS")
        self._driver.click("EPDS")
        self._report.see("form", _("Neste steg"), _("Om skjemaet"), _("Grenser"))

    def sees_the_right_age_form(self) -> None:
        """A child born early: both ages and the rule stand at the form to be handed over."""
        self._driver.click(_("I dag"))
        self._driver.wait_for("the child's visit", lambda texts: bool(_visit(texts)))
        self._driver.click(_("Start"), within=_visit(self._driver.look()))
        self._report.see("handover-child", _("Overlevér"))
        shown = self._driver.look()
        self._report.hold("ages_and_rule", self._rule() in shown, expected=True)
        self._driver.click(_("Tilbake"))

    def enters_a_paper_sheet(self) -> None:
        """Taps the numbers of a sheet in; the result says where the answers come from."""
        form = self._library.form("gad-7").form
        self._nurse.finds(ANSWERED_ON_PAPER)
        self._driver.click(_("Før inn fra papir"))
        self._driver.click(form.name)
        self._driver.click(_("Begynn"))
        for item, number in PAPER.items():
            topic = form.item(item).topic.said(language())
            self._driver.click(str(number), within=f"{item} {topic}")
        self._report.see("paper", _("Ferdig"))
        self._driver.click(_("Ferdig"))
        self._report.see("paper-summary", _("Stemmer dette?"))
        self._driver.click(_("Lagre"))
        self._report.see("paper-result", ANSWERED_ON_PAPER, _("fra papir"))
        self._report.hold(
            "paper_score_on_the_screen", str(PAPER_SCORE) in self._driver.look(), expected=True
        )

    def _rule(self) -> str:
        """The sentence about the ages, reckoned in this process and not read from the screen."""
        family = next(each for each in FAMILIES if each.name == CHILD.split()[1])
        assert family.gestation_weeks is not None
        forms = [each.form for each in self._library.forms if each.form.family == "asq-3"]
        day = date.today()  # noqa: DTZ011 - the day of the window that is looked at
        birth = day - timedelta(days=family.child_age_days)
        return choose(forms, birth, Gestation(family.gestation_weeks, 0), day).rule


def _visit(texts: tuple[str, ...]) -> str:
    """The title of the child's visit, with the ages of today; empty until it is there."""
    return next((text for text in texts if text.startswith(CHILD)), "")
