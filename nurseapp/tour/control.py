"""A launcher that takes orders: each is relayed to the window that is shown, across swaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nurseapp.base.channel import Channel, Message, take_standard_streams
from nurseapp.base.clock import SystemClock
from nurseapp.base.system import protect_process
from nurseapp.launcher.child import Options
from nurseapp.launcher.launcher import Launcher

if TYPE_CHECKING:
    from nurseapp.launcher.spawn import Spawned


def run_steered(folder: str, flags: list[str], first: Spawned) -> int:
    """Runs a launcher whose standard input and output carry orders and answers."""
    protect_process()
    source, sink = take_standard_streams()

    def relay(message: Message | None) -> None:
        launcher.steer(message or {"type": "quit"})

    channel = Channel(source, sink, relay)
    options = Options(folder=folder, flags=tuple(flags))
    launcher = Launcher(options, SystemClock(), channel.say)
    channel.open()
    code = launcher.run(first)
    channel.finish(2.0)
    return code
