"""The desk's process: a lock screen that waits hidden, a nurse's session, the end."""

from __future__ import annotations

import gc
import sys

from nurseapp.base.system import die_with_parent, protect_process, read_ahead_of_qt

TYPE_CHECKING = False  # typing costs a start several milliseconds
if TYPE_CHECKING:
    from nurseapp.desk.program import DeskProgram
    from nurseapp.look.window_process import WindowProcess


def main() -> None:
    """Runs until the launcher says exit; the launcher's words are in sys.argv."""
    protect_process()
    gc.disable()  # nothing is garbage yet; look/garbage.py takes over
    try:
        _read_ahead()
        from nurseapp.look.window_process import WindowProcess, make_application, read_arguments
    except ImportError:
        from nurseapp.base.system_libraries import leave_if_one_is_missing

        leave_if_one_is_missing()
        raise

    arguments = read_arguments(sys.argv[1:])
    die_with_parent(arguments.launcher)
    application = make_application([])
    from nurseapp.base.clock import SystemClock
    from nurseapp.desk.program import DeskProgram

    program = DeskProgram(application, arguments.folder, SystemClock(), windowed=arguments.windowed)
    program.answer_for_bugs()
    process = WindowProcess(arguments)

    _connect(program, process)
    if arguments.show:
        program.show("start")
    else:
        program.prepare()
    process.open(program.window, before_leaving=program.close)
    process.say({"type": "ready"})
    application.exec()


def _read_ahead() -> None:
    """Reads what is Python's and ours while another core reads Qt's libraries (decisions/0015)."""
    import contextvars  # noqa: F401 - the system loads one library at a time: small ones first
    import json  # noqa: F401

    import shiboken6  # noqa: F401 - half of a start, and all of it in Python

    read_ahead_of_qt()
    import nurseapp.desk.without_qt  # noqa: F401


def _connect(program: DeskProgram, process: WindowProcess) -> None:
    """What the launcher says reaches the program, and the other way."""

    def heard(message: dict[str, str]) -> None:
        if message["type"] == "show":
            program.show(message.get("why", ""))
        elif message["type"] == "handover_failed":
            program.hand_over_failed()

    process.heard.connect(heard)
    program.painted.connect(lambda: process.say({"type": "painted"}))
    program.ended.connect(lambda why: process.say({"type": "end", "why": why}))
    program.hand_over_requested.connect(
        lambda ticket: process.say({"type": "handover", "ticket": ticket})
    )


if __name__ == "__main__":
    main()
