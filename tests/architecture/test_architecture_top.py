"""What lies at the top of the repository, and that every dependency is held at one version."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP = {"nurseapp", "forms", "resources", "tests", "pyproject.toml", "README.md", "LICENSE"}
PINNED = re.compile(r"[a-z0-9-]+(\[[a-z]+\])?==[0-9][0-9.]*")


def test_top_level_is_what_a_newcomer_expects() -> None:
    if shutil.which("git") is None:
        pytest.skip("needs git")
    listed = subprocess.run(
        ["git", "ls-files"], check=False, cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
    ]
    assert [each for each in wanted if not PINNED.fullmatch(each)] == []
    lines = (ROOT / "resources" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    held = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in held if not re.match(r"[A-Za-z0-9._-]+==", line)] == []
