"""What a guess costs, on slow and on fast machines."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from nurseapp.vault.cost import CEILING, FLOOR, KdfCost, calibrate, require_sound


class Machine:
    """A clock and an Argon2id that takes `seconds` at the floor, and in proportion above."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.time = 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.time

    def takes(self, cost: KdfCost) -> float:
        passes = cost.memory_kib / FLOOR.memory_kib * cost.iterations / FLOOR.iterations
        return self.seconds * passes

    def derive(self, password: bytes, salt: bytes, cost: KdfCost) -> bytes:
        require_sound(cost)
        self.time += self.takes(cost)
        return b""


@given(seconds=st.floats(0.02, 0.8))
def test_cost_is_calibrated_to_between_300_and_800_ms(seconds: float) -> None:
    machine = Machine(seconds)
    assert 0.3 <= machine.takes(calibrate(machine, machine.derive)) <= 0.8


@given(seconds=st.floats(0.0, 60.0))
def test_cost_is_never_calibrated_below_the_floor_or_above_the_ceiling(seconds: float) -> None:
    machine = Machine(seconds)
    cost = calibrate(machine, machine.derive)
    assert FLOOR.memory_kib <= cost.memory_kib <= CEILING.memory_kib
    assert FLOOR.iterations <= cost.iterations <= CEILING.iterations
    assert cost.lanes >= FLOOR.lanes


def test_cost_a_slow_machine_stays_at_the_floor() -> None:
    machine = Machine(1.5)
    assert calibrate(machine, machine.derive) == FLOOR
