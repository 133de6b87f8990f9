"""A nurse and a parent who do not give up: whatever window comes, they go on from there."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Final

from canaries import MOTHER
from nurse_and_parent import CONDITIONS, DUE, SHEET
from program import PATIENCE, Program

from nurseapp.tour.sheet import ANSWERS
from nurseapp.training_station import PASSWORD, USER

ITEMS: Final = tuple(ANSWERS)


class Stubborn:
    """Goes from wherever the program is towards a finished sheet, one small step at a time.

    `confirmed` is what the parent saw taken: the next question came. `tried` is all she chose.
    """

    def __init__(self, program: Program, chance: random.Random) -> None:
        self.confirmed: dict[str, str] = {}
        self.tried: dict[str, set[str]] = {item: set() for item in ITEMS}
        self.finished = False
        self.seen_result = False
        self._program = program
        self._chance = chance
        self._chosen: tuple[str, str] | None = None
        self._answering = 0
        self._tried_login = 0

    def go_on(self) -> None:
        """Takes steps until the nurse sees that the sheet is done."""
        self.go_on_until(lambda: False)

    def go_on_until(self, reached: Callable[[], bool]) -> None:
        """Takes steps until `reached`, or until the nurse sees that the sheet is done."""
        moved, before = time.monotonic(), self._program.look()
        while not self.seen_result and not reached():
            self.step()
            texts = self._program.look()
            if texts != before:
                moved, before = time.monotonic(), texts
            assert time.monotonic() < moved + PATIENCE, f"stuck at {texts}"

    def step(self) -> None:
        """Does the next thing; whatever was shown may be gone by then."""
        window = self._program.shown()
        texts = self._program.look()
        if window.kind == "parent":
            self._parent(window.pid, texts)
        elif "Neste steg" in texts and "Fortsett utfyllingen" not in texts:
            self.seen_result = True
        else:
            self._nurse(window.pid, texts)

    def _nurse(self, pid: int, texts: tuple[str, ...]) -> None:
        assert not (self.finished and "Fortsett utfyllingen" in texts), "handed in, and not taken"
        for button in ("Til låseskjermen", "Start på nytt", "Fortsett utfyllingen",
                       "Fortsett der det stoppet"):  # fmt: skip
            if button in texts:
                self._click(button)
                return
        if "Lås opp" in texts:
            self._log_in(pid)
        elif "Overlevér" in texts:
            self._hand_over(texts)
        elif "Konsultasjoner i dag" in texts:
            self._look_at_the_day(texts)
        elif "I dag" in texts and "Tilbake" in texts:
            self._click("I dag")

    def _look_at_the_day(self, texts: tuple[str, ...]) -> None:
        about_her = [text for text in texts if MOTHER in text]
        unfinished = [text for text in about_her if "er ikke fullført" in text]
        if unfinished:
            self._click("Åpne", within=unfinished[0])
        elif DUE in about_her:
            self._click("Start", within=DUE)
        else:
            self.seen_result = True

    def _log_in(self, pid: int) -> None:
        if pid != self._tried_login:
            self._click(USER)
            self._program.do({"do": "type", "target": "Passord", "text": PASSWORD})
            if self._click("Lås opp"):
                self._tried_login = pid

    def _hand_over(self, texts: tuple[str, ...]) -> None:
        if "Endre" in texts:
            self._click("Endre")
            return
        order = {"do": "choose", "target": "Visning", "text": "Ett spørsmål om gangen"}
        if self._program.do(order):
            for words in CONDITIONS:
                self._click(words)
            self._click("Overlevér")

    def _parent(self, pid: int, texts: tuple[str, ...]) -> None:
        if pid != self._answering:
            self._answering, self._chosen = pid, None
        asked = next((item for item in ITEMS if SHEET.question(item) in texts), None)
        if "Begynn" in texts:
            self._click("Begynn")
        elif "Takk!" in texts:
            self._take_as_confirmed("")
            self.finished = True
            self._click("For helsesykepleieren: lås opp")
        elif "Lever svarene" in texts:
            self._take_as_confirmed("")
            self._click("Lever svarene")
        elif asked is not None:
            self._take_as_confirmed(asked)
            self._answer(asked)

    def _take_as_confirmed(self, asked: str) -> None:
        if self._chosen is not None and self._chosen[0] != asked:
            item, option = self._chosen
            self.confirmed[item] = option
            self._chosen = None

    def _answer(self, item: str) -> None:
        assert item not in self.confirmed, f"{item} was taken and is asked again"
        if self._chosen is None:
            option = self._chance.choice("abcd")
            self.tried[item].add(option)
            if self._click(SHEET.option(item, option)):
                self._chosen = (item, option)
        else:
            self._click("Neste")

    def _click(self, target: str, within: str = "") -> bool:
        return self._program.do({"do": "click", "target": target, "within": within})
