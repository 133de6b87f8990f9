"""While a parent answers, no running process of ours holds the key or anybody's record."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from canaries import MOTHER, Canaries
from nurse_and_parent import answer, hand_over, log_in, take_up_again
from processes import found_in_memory, is_running
from program import Program
from record import session_keys

from nurseapp.outbox.answer import Answered

pytest_plugins = ("journey_stations",)

ANSWERED_BEFORE = {"1": "c", "2": "b"}


def scanned(pid: int, secrets: dict[str, bytes]) -> set[str]:
    try:
        return found_in_memory(pid, secrets)
    except PermissionError:
        pytest.skip("the kernel lets nobody read another process's memory here")


def sealed_before() -> dict[str, bytes]:
    """What the first window sealed, as it wrote it."""
    return {
        f"answer {item}": msgspec.json.encode(Answered(item=item, value=option))
        for item, option in ANSWERED_BEFORE.items()
    }


def test_memory_holds_no_key_no_name_and_no_earlier_answer_while_a_parent_answers(
    canaries: Canaries, station: Path, tmp_path: Path
) -> None:
    secrets = canaries.spelled()
    secrets |= {"the key": canaries.key, "the key in digits": canaries.key.hex().encode()}
    with Program(station, tmp_path) as program:
        log_in(program)
        program.wait_for("Konsultasjoner i dag")
        desk = program.shown().pid
        control = scanned(desk, secrets)
        assert {"the key", f"{MOTHER} in utf-16-le"} <= control, "the scan finds what is there"

        hand_over(program)
        program.click("Begynn")
        program.settled()
        assert not is_running(desk), "the process that could read records has ended"
        for item, option in ANSWERED_BEFORE.items():
            answer(program, item, option)
        program.click("Pause")
        take_up_again(program)
        program.click("Begynn")
        answer(program, "3", "b")
        program.settled()

        session = session_keys(station, canaries.key)
        secrets |= sealed_before() | {"the session's private key": session.private_key}
        parent = program.shown()
        assert parent.kind == "parent"
        assert scanned(parent.pid, {"its own seal": session.mac_key})
        assert not scanned(program.pid, secrets)
        for window in (parent, program.hidden("desk"), program.hidden("parent")):
            assert not scanned(window.pid, secrets), window.kind
