"""One thing that is well, or is not, as a line with a sign before it."""

from __future__ import annotations

from nurseapp.desk.settings.safety_flow import Finding
from nurseapp.look import tokens
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon
from nurseapp.look.labels import body


def line(finding: Finding, warning: str = tokens.RED) -> GiveWay:
    """The words behind a green check, or a sign in the colour of `warning`."""
    row = GiveWay(spacing=8)
    colour = tokens.GREEN if finding.good else warning
    row.add(Icon("check" if finding.good else "warning", colour, pixels=18))
    row.add(body(finding.words), stretches=True)
    return row
