"""What a nurse and a parent do in the windows of a running program."""

from __future__ import annotations

from canaries import MOTHER
from program import Program

from nurseapp.tour.sheet import tour_sheet
from nurseapp.training_station import PASSWORD, USER

SHEET = tour_sheet("nb")
DUE = f"Mor: {MOTHER} · EPDS skal tilbys"
CONDITIONS = (
    f"{MOTHER} er alene i rommet",
    f"{MOTHER} vet at det er frivillig, og hvem som ser svarene",
)


def log_in(program: Program) -> None:
    program.click(USER)
    program.type("Passord", PASSWORD)
    program.click("Lås opp")


def hand_over(program: Program) -> None:
    """From I dag: one question at a time, to the mother."""
    program.click("Start", within=DUE)
    program.click("Endre")
    program.choose("Visning", "Ett spørsmål om gangen")
    for words in CONDITIONS:
        program.click(words)
    program.click("Overlevér")


def take_up_again(program: Program) -> None:
    """From the parent's pause to the same sheet with what is left of it."""
    program.click("For helsesykepleieren: lås opp")
    program.wait_for("Svarene så langt er lagret.")
    log_in(program)
    program.click("Fortsett utfyllingen")
    program.click("Fortsett der det stoppet")


def answer(program: Program, item: str, option: str) -> None:
    """Answers the question when it is shown, and goes on."""
    program.wait_for(SHEET.question(item))
    program.click(SHEET.option(item, option))
    program.click("Neste")
