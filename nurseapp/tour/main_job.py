"""The main job with a critical answer, from the lock screen to the papers, seen step by step."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from nurseapp import exit_codes
from nurseapp.base.text import _
from nurseapp.tour.driver import Driver, TourError
from nurseapp.tour.nurse import Nurse
from nurseapp.tour.papers import Papers
from nurseapp.tour.parent import Parent
from nurseapp.tour.report import Report
from nurseapp.tour.sheet import tour_sheet
from nurseapp.training_station import make_training_station

if TYPE_CHECKING:
    from nurseapp.base.text import Language


def walk(pictures: Path, language: Language) -> int:
    """Does the main job on a fresh training station; 0 only if every step was seen to hold."""
    with tempfile.TemporaryDirectory(prefix="nurseapp-tour-") as temporary:
        work = Path(temporary)
        make_training_station(work / "station", language=language)
        return walk_in(work, pictures, language)


def walk_in(work: Path, pictures: Path, language: Language) -> int:
    """As `walk`, on the training station `work/station`, which stays behind as it then is."""
    pictures.mkdir(parents=True, exist_ok=True)
    try:
        with Driver(work / "station", work) as driver:
            _main_job(driver, pictures, work, language)
    except TourError as error:
        sys.stderr.write(_("Turen stoppet: {why}").format(why=error) + "\n")
        return exit_codes.PROBLEMS_FOUND
    sys.stdout.write(_("Bilder og papirer ligger i {folder}").format(folder=pictures) + "\n")
    return exit_codes.DONE


def _main_job(driver: Driver, pictures: Path, work: Path, language: Language) -> None:
    report = Report(pictures, driver)
    sheet = tour_sheet(language)
    nurse = Nurse(driver, report)
    parent = Parent(driver, report, sheet)
    nurse.logs_in()
    nurse.finds_the_person()
    nurse.hands_over(sheet)
    parent.begins()
    parent.answers_until_the_pause()
    nurse.takes_up_again()
    parent.finishes()
    nurse.sees_the_result(sheet)
    nurse.closes_the_alert()
    nurse.assesses()
    nurse.finds_the_result_again()
    papers = Papers(driver, report, work)
    papers.keep_note(pictures / "ehr.txt")
    papers.keep_take_home_sheet(pictures / "takehome.pdf")
    papers.keep_referral(pictures / "referral.pdf")
    nurse.hands_a_page_to_the_father(sheet)
    report.write()
