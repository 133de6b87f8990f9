"""The parent's process: waits hidden for a ticket, writes sealed answers, ends."""

from __future__ import annotations

import gc
import sys

from nurseapp.base.system import die_with_parent, protect_process
from nurseapp.exit_codes import OUR_BUG


def main() -> None:
    """Runs until the launcher says exit; the launcher's words are in sys.argv."""
    protect_process()
    gc.disable()  # nothing is garbage yet; look/garbage.py takes over
    try:
        from nurseapp.look.window_process import WindowProcess, make_application, read_arguments
    except ImportError:
        from nurseapp.base.system_libraries import leave_if_one_is_missing

        leave_if_one_is_missing()
        raise

    arguments = read_arguments(sys.argv[1:])
    die_with_parent(arguments.launcher)
    application = make_application([])
    from nurseapp.parent.program import ParentProgram

    program = ParentProgram(application, windowed=arguments.windowed)
    process = WindowProcess(arguments)

    def heard(message: dict[str, object]) -> None:
        if message["type"] == "ticket":
            program.take_json(message["ticket"])

    process.heard.connect(heard)
    program.painted.connect(lambda: process.say({"type": "painted"}))
    program.ended.connect(lambda why: process.say({"type": "end", "why": why}))
    program.crashed.connect(lambda: process.leave(OUR_BUG))
    program.answer_for_bugs(arguments.folder)
    program.prepare()
    process.open(program.window, before_leaving=program.close)
    process.say({"type": "ready"})
    application.exec()


if __name__ == "__main__":
    main()
