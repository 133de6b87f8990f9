"""What the tour's nurse takes away from a result, through the same pages and dialog as any."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp.base.text import _
from nurseapp.tour.driver import TourError

if TYPE_CHECKING:
    from nurseapp.tour.driver import Driver
    from nurseapp.tour.report import Report

_QT_FIELD: Final = "fileNameEdit"
_QT_CHOOSE: Final = "Choose"


class Papers:
    """Note for the record system, take-home sheet, referral summary."""

    def __init__(self, driver: Driver, report: Report, work: Path) -> None:
        self._driver = driver
        self._report = report
        self._work = work

    def keep_note(self, target: Path) -> None:
        """Writes the note for the record system, as shown, to `target`."""
        self._driver.click(_("Tekst til EPJ"))
        heading = _("Føres i MORS journal")
        self._report.see("ehr-text", heading)
        note = next(text for text in self._driver.look() if text.startswith(heading))
        target.write_text(note, encoding="utf-8")
        self._driver.click(_("Lukk"))

    def keep_take_home_sheet(self, target: Path) -> None:
        """Saves the sheet without a score as it is proposed."""
        self._driver.click(_("Ark til å ta med hjem"))
        self._save(target)
        self._report.see("take-home", _("Dette snakket vi om"))
        self._driver.click(_("Tilbake"))

    def keep_referral(self, target: Path) -> None:
        """Sees what is missing, fills it in, and saves the referral summary."""
        self._driver.click(_("Lag henvisningsgrunnlag …"))
        self._report.see("referral-empty", _("Før papiret kan lages, mangler"))
        self._fill_in_referral()
        self._save(target)
        self._report.see("referral", _("Henvisningsgrunnlag"))
        self._driver.click(_("Tilbake"))

    def _fill_in_referral(self) -> None:
        for label, words in (
            (_("Til"), "Torget legesenter"),
            (_("Hva ber du om, og hvorfor nå"), _("Ber om time hos fastlege denne uken.")),
            (_("Plan til svar foreligger"), _("Ny samtale her i morgen.")),
        ):
            self._driver.type(f"{label} *", words)
        self._driver.choose(_("Samtykke") + " *", _("Muntlig samtykke"))

    def _save(self, target: Path) -> None:
        """Saves the paper that is previewed and moves it to `target`; raises TourError."""
        self._driver.wait_for_text(_("Forhåndsvisning av papiret"))
        folder = Path(tempfile.mkdtemp(dir=self._work))
        self._driver.click(_("Velg mappe …"))
        self._driver.type(_QT_FIELD, str(folder))
        self._driver.click(_QT_CHOOSE)
        self._driver.wait_for_text(str(folder))
        self._driver.click(_("Lagre som PDF"))
        self._driver.wait_for_text(_("Lagret som {file}.").split("{")[0])
        saved = list(folder.glob("*.pdf"))
        if len(saved) != 1 or not saved[0].read_bytes().startswith(b"%PDF-"):
            raise TourError(f"no paper was saved for {target.name}")
        shutil.move(saved[0], target)
