"""Where the flows about forms, wording, approval and licences meet the real use cases.

As in `wiring.py`: one function for each place, bound to the open station, imports inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nurseapp.clinic.station.open_station import OpenStation
    from nurseapp.desk.approval.family_flow import FamilyCases
    from nurseapp.desk.approval.flow import ApprovalCases
    from nurseapp.desk.library.file_flow import FileCases
    from nurseapp.desk.library.files_flow import FilesCases
    from nurseapp.desk.library.flow import LibraryCases
    from nurseapp.desk.library.pack_flow import PackCases
    from nurseapp.desk.library.page_flow import PageCases
    from nurseapp.desk.library.preview_flow import PreviewSheet
    from nurseapp.desk.licences.flow import LedgerCases
    from nurseapp.desk.licences.table_flow import TableCases
    from nurseapp.desk.routes import FormPreview
    from nurseapp.desk.wording.flow import WordingCases


def library_cases(station: OpenStation) -> LibraryCases:
    """For the list of forms."""
    from nurseapp.clinic.library import form_library
    from nurseapp.desk.library.flow import LibraryCases

    return LibraryCases(
        view=lambda: form_library.library_view(station),
        topics=lambda: {one.source.id: one.form.topic for one in station.library.forms},
    )


def page_cases(station: OpenStation) -> PageCases:
    """For one form's page."""
    from nurseapp.clinic.library import approvals
    from nurseapp.desk.library.page_flow import PageCases
    from nurseapp.desk.library.page_view import page_view

    return PageCases(
        view=lambda form: page_view(station, form),
        withdraw=lambda form, why: approvals.withdraw(station, form, why),
    )


def files_cases(station: OpenStation) -> FilesCases:
    """For the files of one form."""
    from nurseapp.base.text import _
    from nurseapp.clinic.library import form_files, form_library, packs, wordings
    from nurseapp.desk.library.files_flow import FilesCases
    from nurseapp.desk.printing.printers import find_printers, print_paper
    from nurseapp.desk.referral.ways import write_paper

    def pack_out(form: str, path: Path) -> str:
        packs.export(station, (form,), path)
        return _(
            "Lagret: {file}. Når den andre stasjonen ringer, les opp disse tallene: {digits}"
        ).format(file=path, digits=packs.own_fingerprint(station))

    return FilesCases(
        table_out=lambda form, language, path: wordings.write_template(
            station, form, language, path
        ),
        table_in=lambda form, language, path: tuple(
            one.sentence for one in wordings.read_template(station, form, language, path)
        ),
        fhir_out=lambda form, path: form_files.write_form_file(station, form, path),
        pack_out=pack_out,
        blank_out=lambda form, language, path: write_paper(
            path, form_library.blank_paper(station, form, language).content
        ),
        blank_print=lambda form, language, printer: print_paper(
            form_library.blank_paper(station, form, language).content, printer
        ),
        printers=find_printers,
    )


def wording_cases(station: OpenStation) -> WordingCases:
    """For the words of a form."""
    from nurseapp.clinic.library import wordings
    from nurseapp.desk.wording.flow import Opened, WordingCases

    return WordingCases(
        draft=lambda form, language: Opened(
            name=station.library.form(form).form.name,
            draft=wordings.draft(station, form, language),
        ),
        save=lambda draft: wordings.save(station, draft),
        remove=lambda form, language: wordings.remove_draft(station, form, language),
    )


def approval_cases(station: OpenStation) -> ApprovalCases:
    """For the approval of a form."""
    from nurseapp.clinic.library import approvals
    from nurseapp.desk.approval.flow import ApprovalCases

    return ApprovalCases(
        view=lambda form, language: approvals.view(station, form, language),
        approve=lambda new: approvals.approve(station, new),
        confirm=lambda seen: approvals.confirm(station, seen),
        set_second_needed=lambda needed: approvals.set_second_needed(station, needed),
    )


def family_cases(station: OpenStation) -> FamilyCases:
    """For the approval of several age forms."""
    from nurseapp.clinic.library import approvals, family_approvals
    from nurseapp.desk.approval.family_flow import FamilyCases

    return FamilyCases(
        view=lambda family: family_approvals.view(station, family),
        approve=lambda several: approvals.approve_several(station, several),
        confirm=lambda several: approvals.confirm_several(station, several),
        set_second_needed=lambda needed: approvals.set_second_needed(station, needed),
    )


def preview_sheet(station: OpenStation) -> Callable[[FormPreview], PreviewSheet]:
    """For a form as a parent sees it."""
    from nurseapp.clinic.library.usable_forms import is_approved
    from nurseapp.desk.library.preview_flow import PreviewSheet
    from nurseapp.forms.questionnaire import questionnaire_for

    def sheet(wanted: FormPreview) -> PreviewSheet:
        loaded = station.library.form(wanted.form)
        there = loaded.practice_wordings() if wanted.practice else loaded.real_wordings()
        words = [one for one in there if one.language == wanted.language]
        approved = all(is_approved(station, loaded, one) for one in words)
        return PreviewSheet(questionnaire_for(loaded, words), approved)

    return sheet


def file_cases(station: OpenStation) -> FileCases:
    """For a new form from a file."""
    from nurseapp.clinic.library import form_files
    from nurseapp.desk.library.file_flow import FileCases

    return FileCases(
        look=lambda path, add_up, language: form_files.view_form_file(
            station, path, add_up=add_up, language_code=language
        ),
        take_in=lambda view: form_files.take_form_in(station, view),
    )


def pack_cases(station: OpenStation) -> PackCases:
    """For what another station has sent."""
    from nurseapp.clinic.library import packs
    from nurseapp.desk.library.pack_flow import PackCases

    return PackCases(
        read=lambda path: packs.read(station, path),
        accept=lambda path, compared: packs.accept(station, path, compared),
        own_fingerprint=lambda: packs.own_fingerprint(station),
        known=lambda: packs.known_stations(station),
        forget=lambda digits: packs.forget_station(station, digits),
    )


def ledger_cases(station: OpenStation) -> LedgerCases:
    """For the ledger of licences."""
    from nurseapp.clinic.library import licences
    from nurseapp.desk.licences.flow import LedgerCases

    return LedgerCases(
        ledger=lambda: licences.ledger(station),
        renew=lambda form, holder, number, until: licences.renew(
            station, form, holder, number, until
        ),
    )


def table_cases(station: OpenStation) -> TableCases:
    """For the values of a licence."""
    from nurseapp.clinic.library import wordings
    from nurseapp.desk.licences.table_flow import TableCases
    from nurseapp.desk.licences.table_view import table_view

    return TableCases(
        view=lambda form: table_view(station, form),
        save=lambda values: wordings.save_values(station, values),
    )
