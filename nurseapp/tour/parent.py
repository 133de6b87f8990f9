"""What the tour's mother does with the device in her hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nurseapp.base.text import _
from nurseapp.tour.sheet import ANSWERS, FIRST_THOUGHT, PAUSE_AFTER

if TYPE_CHECKING:
    from nurseapp.tour.driver import Driver
    from nurseapp.tour.report import Report
    from nurseapp.tour.sheet import Sheet

_NAMES: Final = ("Rolig", "Blid", "Trygg", "Bjørk", "Gran", "Selje", "Furu", "Rogn", "Eik")


class Parent:
    """Answers one question at a time, changes her mind, pauses, and finishes."""

    def __init__(self, driver: Driver, report: Report, sheet: Sheet) -> None:
        self._driver = driver
        self._report = report
        self._sheet = sheet

    def begins(self) -> None:
        """Reads the opening page; no name of anybody stands on it."""
        self._report.see("parent-welcome", _("Begynn"))
        self._report.never("names_in_the_parent_window", _NAMES)
        self._driver.click(_("Begynn"))

    def answers_until_the_pause(self) -> None:
        """Answers, goes back, changes an answer, goes on, and pauses."""
        first, thought = FIRST_THOUGHT
        self._answer(first, thought)
        self._at("2")
        self._driver.click(_("Tilbake"))
        self._at(first)
        self._driver.click(self._sheet.option(first, ANSWERS[first]))
        self._report.see("parent-changed-answer", self._sheet.question(first))
        self._driver.click(_("Neste"))
        for item in list(ANSWERS)[1 : int(PAUSE_AFTER)]:
            self._answer(item, ANSWERS[item])
        self._driver.click(_("Pause"))
        self._report.see("parent-paused", _("Gi nettbrettet tilbake til helsesykepleieren."))
        self._driver.click(_("For helsesykepleieren: lås opp"))

    def finishes(self) -> None:
        """Is asked only what was left, and hands in."""
        self._report.see("parent-continues", _("Begynn"))
        self._driver.click(_("Begynn"))
        for item in list(ANSWERS)[int(PAUSE_AFTER) :]:
            self._answer(item, ANSWERS[item])
        self._report.see("parent-review", _("Lever svarene"))
        self._driver.click(_("Lever svarene"))
        self._report.see("parent-thanks", _("Takk!"))
        self._report.never("score_in_the_parent_window", ("13", "30", "EPDS", *_NAMES))
        self._driver.click(_("For helsesykepleieren: lås opp"))

    def _answer(self, item: str, option: str) -> None:
        self._at(item)
        self._driver.click(self._sheet.option(item, option))
        if item == "3":
            self._report.see("parent-question", self._sheet.question(item))
        self._driver.click(_("Neste"))

    def _at(self, item: str) -> None:
        self._driver.wait_for_text(self._sheet.question(item))
