"""Whatever a person does at once is one transaction: killed anywhere, all of it stands or nothing.

That a transaction holds is the journal's promise (tests/journal); here it is that there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from clinic_children import all_of, born, entered, new_sheet
from clinic_day import TODAY, Family, HandClock, Parent, choice, options, worth
from clinic_library import approval, approved, confirmation, kitchen, logs_in, worded
from test_clinic_library import kitchen_words
from test_clinic_wordings import areas

from nurseapp.clinic.handover import handover
from nurseapp.clinic.library import approvals, form_library, licences, packs, wordings
from nurseapp.clinic.sheets import results, sheet_entry
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.handover import TakenIn
from nurseapp.clinic.values.library import ImportedForm
from nurseapp.clinic.values.result import NewAssessment, PlannedStep

pytest_plugins = ("clinic_stations",)


@contextmanager
def commits(station: OpenStation) -> Iterator[list[str]]:
    """The transactions that were made inside."""
    made: list[str] = []

    def note(statement: str) -> None:
        if statement.strip().upper().startswith("COMMIT"):
            made.append(statement)

    connection: Any = station.journal._connection  # the driver's own, which no type tells of
    connection.set_trace_callback(note)
    try:
        yield made
    finally:
        connection.set_trace_callback(None)


def once(station: OpenStation, act: Callable[[], object]) -> None:
    head = station.journal.head()
    with commits(station) as made:
        act()
    assert station.journal.head() != head, "something was written"
    assert len(made) == 1


def test_wording_approval_and_withdrawal_are_one_transaction_each(production: OpenStation) -> None:
    first, colleague = production.user, logs_in(production, "M. Lind")
    approvals.set_second_needed(production, needed=True)
    production.user = first
    once(production, lambda: worded(production, "asq-3-12"))
    wordings.save_values(production, areas("asq-3", "12", 30.0))
    once(production, lambda: wordings.save_values(production, areas("asq-3", "12", 31.0)))
    once(production, lambda: approvals.approve(production, approval(production, "asq-3-12")))
    # Words that came with the program are kept with the approval of them.
    once(production, lambda: approvals.approve(production, approval(production, "phq-9")))
    (_asq, phq) = [
        line.approval
        for form in ("asq-3-12", "phq-9")
        for line in approvals.view(production, form, "nb").earlier
    ]
    production.user = colleague
    once(production, lambda: approvals.confirm(production, confirmation(production, phq)))
    once(production, lambda: approvals.withdraw(production, "asq-3", "Ny utgave"))
    once(production, lambda: licences.renew(production, "epds", "Testvik", "12", None))


def test_import_of_a_form_or_a_pack_is_one_transaction(
    production: OpenStation, station: OpenStation, tmp_path: Path
) -> None:
    imported = ImportedForm(form=kitchen(), wordings=(kitchen_words(),))
    once(production, lambda: form_library.import_form(production, imported))
    approved(production, word="først")
    pack = tmp_path / "pakke.json"
    packs.export(production, ["epds", "kitchen"], pack)
    compared = packs.read(station, pack).fingerprint
    once(station, lambda: packs.accept(station, pack, compared))


def test_sheet_that_is_entered_gone_on_with_or_judged_is_one_transaction(
    station: OpenStation, family: Family
) -> None:
    sheet = new_sheet(family.mother, "epds", options(station, worth(13, tenth=1)))
    once(station, lambda: sheet_entry.record(station, sheet))
    child = born(station, family.mother, months=18)
    score_five = all_of(station, "m-chat-rf", "a")
    items = station.library.form("m-chat-rf").form.items
    scored = [item for item in items if item.stage == 1 and item.points][:5]
    score_five |= {
        item.id: next(each.id for each in item.options if each.points) for item in scored
    } | {
        item.id: next(each.id for each in item.options if not each.points)
        for item in items
        if item.stage == 1 and item.points and item not in scored
    }
    first = entered(station, child, "m-chat-rf", score_five, respondent=family.mother)
    asked = sheet_entry.questions(station, "m-chat-rf", "second_stage", continues=first)
    answers = {
        each.question.id: each.question.options[0] for each in asked.items if each.question.options
    }
    second = new_sheet(child, "m-chat-rf", answers, mode="second_stage", continues=first)
    once(station, lambda: sheet_entry.record(station, second))
    step = PlannedStep(code="support-talk", due=TODAY + timedelta(days=7), done=False)
    judged = NewAssessment(screening=first, text="Vi snakket sammen.", steps=(step,))
    once(station, lambda: results.assess(station, judged))


def test_sheet_that_is_handed_over_taken_in_and_taken_back_is_one_transaction_each(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    tickets: list[dict[str, object]] = []
    chosen = choice(family.mother)
    once(station, lambda: tickets.append(handover.hand_over(station, chosen)))
    parent = Parent(tickets[0], clock)
    parent.answers(options(station, worth(13, tenth=1)))
    parent.finishes()
    taken: list[TakenIn] = []
    once(station, lambda: taken.extend(handover.take_in_answers(station)))
    once(station, lambda: results.correct_answer(station, taken[0].screening, "1", "a", "Feil"))
    once(station, lambda: handover.withdraw(station, taken[0].screening, "Angret"))
