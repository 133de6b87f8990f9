"""Every test draws offscreen; its windows are deleted after it, and garbage is collected.

Qt deletes what is to be deleted later only in a running event loop. Left alone, thousands of
widgets would gather, and each change of the text size would dress them all.
A collection that falls into the layout of a screen that was just dropped takes the screen away
under Qt's feet; the program's own windows have `look/garbage.py` for the same reason.
Some machines forbid Python to keep what it has compiled; the program's windows do it all the same,
and without it each of the tests' own processes would compile the whole program anew.
`QT_QPA_PLATFORM=xcb pytest` shows the windows. Hypothesis tries the same examples each time;
`HYPOTHESIS_PROFILE=default pytest` looks for new ones.
"""

import gc
import os
import sys

import light_rooms
import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

LIGHT_ROOMS = {"clinic", "commands", "desk"}

MANY = 30_000
"""New objects after which collecting is worth its while."""


def pytest_configure() -> None:
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    light_rooms.use(light=item.path.parent.name in LIGHT_ROOMS)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    if "PySide6.QtWidgets" in sys.modules:
        _delete_what_is_to_go()
    if gc.get_count()[0] > MANY:
        gc.collect()
        gc.freeze()  # what is left is here to stay: the next collection need not look at it


def _delete_what_is_to_go() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
