"""What the tour's nurse does at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nurseapp.base.text import _, plural
from nurseapp.clinic.people.naming import language_words
from nurseapp.tour.sheet import SCORE
from nurseapp.training_station import PASSWORD, USER

if TYPE_CHECKING:
    from nurseapp.tour.driver import Driver
    from nurseapp.tour.report import Report
    from nurseapp.tour.sheet import Sheet

MOTHER: Final = "Rolig Bjørk"
FATHER: Final = "Trygg Bjørk"


class Nurse:
    """Logs in, hands over, sees the result, closes the alert, assesses."""

    def __init__(self, driver: Driver, report: Report) -> None:
        self._driver = driver
        self._report = report

    def logs_in(self) -> None:
        """From the lock screen to I dag."""
        self._report.see("lock", _("Lås opp"))
        self._unlock()
        self._report.see("today", _("Krever handling nå"), _("Konsultasjoner i dag"))

    def finds_the_person(self) -> None:
        """Searches for the mother and opens her page."""
        self._driver.type(_("Søk etter person"), "rolig")
        self._report.see("search", _("Treff"), MOTHER)
        self._driver.click(MOTHER)
        self._report.see("person", _("Start kartlegging"), MOTHER)
        self._driver.click(_("Start kartlegging"))

    def hands_over(self, sheet: Sheet) -> None:
        """Chooses one question at a time and gives the device away."""
        self._choose_language(sheet)
        self._driver.choose(_("Visning"), _("Ett spørsmål om gangen"))
        self._tick_conditions(MOTHER)
        self._report.see("handover", MOTHER)
        self._driver.click(_("Overlevér"))

    def takes_up_again(self) -> None:
        """After the pause: the login, and the sheet goes on where it stopped."""
        self._report.see("lock-after-pause", _("Svarene så langt er lagret."))
        self._unlock()
        self._report.see("result-unfinished", _("Fortsett utfyllingen"))
        self._driver.click(_("Fortsett utfyllingen"))
        self._driver.click(_("Fortsett der det stoppet"))

    def sees_the_result(self, sheet: Sheet) -> None:
        """The critical answer first, then the score that was reckoned apart from the screen."""
        self._report.see("lock-after-answers", _("Svarene er lagret."))
        self._unlock()
        self._report.see("result", _("Åpne samtaleguide"), MOTHER)
        self._report.hold("score", sheet.score(), SCORE)
        shown = self._driver.look()
        self._report.hold("score_on_the_screen", str(SCORE) in shown, expected=True)
        self._driver.click(_("Åpne samtaleguide"))
        self._report.see("talk-guide", _("Lukk guiden"), "116 117")
        self._driver.click(_("Lukk guiden"))

    def closes_the_alert(self) -> None:
        """Says what was done and when they meet again; without that it stays open."""
        self._driver.click(_("Registrer hva som er gjort"))
        self._driver.click(_("Registrer og lukk varselet"))
        self._report.see("alert-needs-more", _("Dette mangler"))
        self._driver.type(_("Hva er gjort?"), _(
            "Samtale i enerom. Spurt om tanker, planer og støtte. Avtalt hvem hun ringer."
        ))  # fmt: skip
        self._driver.click(_("I morgen"))
        self._driver.choose(_("Er meldeplikten vurdert?"), _("Ja"))
        self._report.see("alert-closing", _("Registrer og lukk varselet"))
        self._driver.click(_("Registrer og lukk varselet"))
        self._driver.wait_for(
            "the alert is closed", lambda texts: _("Registrer og lukk varselet") not in texts
        )

    def assesses(self) -> None:
        """Writes the assessment and plans the next step; both stand on the clinic's list."""
        self._driver.type(
            _("Vurdering etter samtalen"), _("Sliten, men har støtte hjemme. Vi møtes i morgen.")
        )
        self._driver.click(_("Støttesamtale 1"))
        self._report.see("assessment", _("Lagre og lukk"))
        self._driver.click(_("Lagre og lukk"))
        self._driver.wait_for_text(_("Konsultasjoner i dag"))
        self._driver.click(_("Oppfølging"))
        self._report.see("follow-up", MOTHER)

    def finds_the_result_again(self) -> None:
        """From the person's page, where her assessment now stands above the score."""
        self.finds(MOTHER)
        self._report.see("person-afterwards", _("Tidslinje"), "13")
        self._driver.click("13")
        self._report.see("result-assessed", _("Helsesykepleierens vurdering"))

    def hands_a_page_to_the_father(self, sheet: Sheet) -> None:
        """One page in printed order; an unfinished sheet is a range and never below."""
        self.finds(FATHER)
        self._driver.click(_("Start kartlegging"))
        self._choose_language(sheet)
        self._tick_conditions(FATHER)
        self._driver.click(_("Overlevér"))
        self._driver.click(_("Begynn"))
        self._driver.click(sheet.option("1", "b"))
        self._report.see("parent-page", sheet.question("1"))
        self._driver.click(_("Pause"))
        self._driver.click(_("For helsesykepleieren: lås opp"))
        self._driver.wait_for_text(_("Lås opp"))
        self._unlock()
        self._report.see("result-incomplete", FATHER, _("kan ikke utelukke"))
        self._report.never("below_on_an_incomplete_sheet", (_("Under grensen"),))

    def finds(self, name: str) -> None:
        """Searches among all people and opens the page of the one."""
        self._driver.click(_("Personer"))
        self._driver.type(_("Søk"), name)
        self._driver.wait_for_text(plural("{count} treff", "{count} treff", 1))
        self._driver.click(name)
        self._driver.wait_for_text(_("Start kartlegging"))

    def _unlock(self) -> None:
        self._driver.click(USER)
        self._driver.type(_("Passord"), PASSWORD)
        self._driver.click(_("Lås opp"))

    def _choose_language(self, sheet: Sheet) -> None:
        self._driver.click(_("Endre"))
        self._driver.choose(_("Språk"), language_words(sheet.language))

    def _tick_conditions(self, name: str) -> None:
        alone = _("{name} er alene i rommet")
        informed = _("{name} vet at det er frivillig, og hvem som ser svarene")
        for words in (alone, informed):
            self._driver.click(words.format(name=name))
