"""Garbage of closed screens is collected between two tests, never while one is laid out.

The desk's own process does the same between two events (`look/garbage.py`).
"""

import gc
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MANY = 30_000
"""New objects after which collecting is worth its while."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    last = nextitem is None or nextitem.path.parent != HERE
    if last or gc.get_count()[0] > MANY:
        gc.collect()
    if last:
        gc.enable()
