"""The main job with a critical answer, from lock screen to papers, then the forms, step by step."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from nurseapp import exit_codes
from nurseapp.base.paths import forms_folder
from nurseapp.base.text import _
from nurseapp.forms.library import load_library
from nurseapp.tour.driver import Driver, TourError
from nurseapp.tour.forms import Forms
from nurseapp.tour.nurse import Nurse
from nurseapp.tour.papers import Papers
from nurseapp.tour.parent import Parent
from nurseapp.tour.report import Report
from nurseapp.tour.sheet import tour_sheet
from nurseapp.training_station import make_training_station

if TYPE_CHECKING:
    from nurseapp.base.text import Language
    from nurseapp.tour.sheet import Sheet


def walk(pictures: Path, language: Language) -> int:
    """Does all of it on a fresh training station; 0 only if every step was seen to hold."""
    with tempfile.TemporaryDirectory(prefix="nurseapp-tour-") as temporary:
        work = Path(temporary)
        make_training_station(work / "station", language=language)
        return walk_in(work, pictures, language)


def walk_in(work: Path, pictures: Path, language: Language) -> int:
    """As `walk`, on the training station `work/station`, which stays behind as it then is."""
    pictures.mkdir(parents=True, exist_ok=True)
    try:
        with Driver(work / "station", work) as driver:
            _every_step(driver, pictures, work, language)
    except TourError as error:
        sys.stderr.write(_("Turen stoppet: {why}").format(why=error) + "\n")
        return exit_codes.PROBLEMS_FOUND
    sys.stdout.write(_("Bilder og papirer ligger i {folder}").format(folder=pictures) + "\n")
    return exit_codes.DONE


def _every_step(driver: Driver, pictures: Path, work: Path, language: Language) -> None:
    report = Report(pictures, driver)
    sheet = tour_sheet(language)
    nurse = Nurse(driver, report)
    _main_job(nurse, Parent(driver, report, sheet), sheet)
    _papers(Papers(driver, report, work), pictures)
    nurse.hands_a_page_to_the_father(sheet)
    _forms(Forms(driver, report, nurse, load_library(forms_folder())))
    report.write()


def _main_job(nurse: Nurse, parent: Parent, sheet: Sheet) -> None:
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


def _papers(papers: Papers, pictures: Path) -> None:
    papers.keep_note(pictures / "ehr.txt")
    papers.keep_take_home_sheet(pictures / "takehome.pdf")
    papers.keep_referral(pictures / "referral.pdf")


def _forms(forms: Forms) -> None:
    forms.looks_into_the_library()
    forms.sees_the_right_age_form()
    forms.enters_a_paper_sheet()
