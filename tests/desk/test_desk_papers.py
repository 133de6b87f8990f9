import errno
import os
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from desk_fakes import LaterWork
from record_samples import REFERRAL, TAKE_HOME, paper

from nurseapp.base.disk import Disk
from nurseapp.base.errors import (
    DiskFullError,
    MissingGlyphError,
    NoPrinterError,
    PaperIncompleteError,
    ReadOnlyError,
    SituationError,
)
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.papers import Paper, ReferralDraft
from nurseapp.desk.printing.printers import Printers
from nurseapp.desk.referral.flow import PARTS, ReferralCases, ReferralFlow
from nurseapp.desk.referral.paper_flow import PaperWays
from nurseapp.desk.referral.take_home_flow import TakeHomeCases, TakeHomeFlow
from nurseapp.desk.referral.ways import write_paper


@dataclass
class Clinic:
    """Makes papers whose bytes say what they were made from."""

    made: list[ReferralDraft] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    printer: bool = True

    def preview(self, draft: ReferralDraft) -> Paper:
        if not draft.plan:
            raise PaperIncompleteError(missing="plan, samtykke")
        if "\u2603" in draft.request:
            raise MissingGlyphError(signs="\u2603")
        return paper(draft.request.encode())

    def make(self, draft: ReferralDraft) -> Paper:
        self.made.append(draft)
        return self.preview(draft)

    def send(self, _content: bytes, _printer: str) -> str:
        if not self.printer:
            raise NoPrinterError
        return "Sendt til skriveren."

    def note(self, document: str, how: str) -> None:
        self.notes.append((document, how))

    def flow(self) -> ReferralFlow:
        cases = ReferralCases(draft=lambda _s: REFERRAL, preview=self.preview, make=self.make)
        ways = PaperWays(write=write_paper, print=self.send, printers=Printers, note=self.note)
        flow = ReferralFlow(14, cases, ways, WorkAtOnce())
        flow.start()
        return flow


def typed(flow: ReferralFlow, **other: str) -> None:
    assert flow.state.draft is not None
    flow.type(replace(flow.state.draft, **other))  # type: ignore[arg-type]


def test_paper_is_previewed_at_once_without_being_made() -> None:
    clinic = Clinic()
    flow = clinic.flow()
    assert flow.state.paper is not None
    assert flow.state.fresh
    assert clinic.made == []
    assert clinic.notes == []


def test_preview_no_longer_fits_after_a_keystroke() -> None:
    flow = Clinic().flow()
    typed(flow, request="Noe annet")
    assert not flow.state.fresh
    flow.preview()
    assert flow.state.paper is not None
    assert flow.state.paper.content == b"Noe annet"


def test_preview_of_an_older_draft_is_never_taken_for_the_paper() -> None:
    work = LaterWork()
    cases = ReferralCases(
        draft=lambda _s: REFERRAL,
        preview=lambda draft: paper(draft.request.encode()),
        make=lambda draft: paper(draft.request.encode()),
    )
    ways = PaperWays(
        write=write_paper, print=lambda _c, _p: "", printers=Printers, note=lambda _d, _h: None
    )
    flow = ReferralFlow(14, cases, ways, work)
    flow.start()
    work.finish()
    typed(flow, request="Nyere")
    work.finish()
    assert not flow.state.fresh
    assert flow.state.paper is None


def test_what_is_missing_is_listed_and_the_paper_is_not_made() -> None:
    clinic = Clinic()
    flow = clinic.flow()
    typed(flow, plan="")
    flow.preview()
    assert list(flow.state.missing) == ["plan", "samtykke"]
    assert flow.state.paper is None
    typed(flow, plan="Ny samtale")
    flow.preview()
    assert not flow.state.missing


def test_sign_the_typeface_lacks_is_said_in_a_sentence() -> None:
    flow = Clinic().flow()
    typed(flow, request="Snø \u2603")
    flow.preview()
    assert flow.state.problem == str(MissingGlyphError(signs="\u2603"))


def test_paper_is_saved_where_it_was_asked_for_and_that_is_noted(tmp_path: Path) -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.save_to(tmp_path / "papir.pdf")
    assert (tmp_path / "papir.pdf").read_bytes() == REFERRAL.request.encode()
    assert clinic.notes == [("7F3A-09C2", "saved")]
    assert "papir.pdf" in flow.state.said


def test_paper_saved_in_a_folder_is_named_by_its_number_and_by_nobody(tmp_path: Path) -> None:
    Clinic().flow().save_to(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.name == "oppsummering-7F3A-09C2.pdf"
    assert "Bjørk" not in file.name


def test_paper_is_saved_in_the_folder_that_was_typed(tmp_path: Path) -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.type_folder("  ")
    flow.save()
    assert "hvilken mappe" in flow.state.problem
    flow.type_folder(str(tmp_path / "finnes ikke"))
    flow.save()
    assert flow.state.problem == str(ReadOnlyError(folder=tmp_path / "finnes ikke"))
    assert clinic.notes == []
    flow.type_folder(str(tmp_path))
    flow.save()
    assert len(list(tmp_path.iterdir())) == 1
    assert clinic.notes == [("7F3A-09C2", "saved")]


def test_unchanged_paper_is_made_once_however_often_it_goes_out(tmp_path: Path) -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.save_to(tmp_path)
    flow.print_out()
    assert len(clinic.made) == 1
    assert [how for _document, how in clinic.notes] == ["saved", "printed"]
    typed(flow, request="Endret")
    flow.print_out()
    assert len(clinic.made) == 2


def test_paper_that_no_printer_takes_is_not_noted_as_printed() -> None:
    clinic = Clinic(printer=False)
    flow = clinic.flow()
    flow.print_out()
    assert flow.state.problem == str(NoPrinterError())
    assert clinic.notes == []


def test_file_of_a_paper_is_for_this_user_alone(tmp_path: Path) -> None:
    write_paper(tmp_path / "a.pdf", b"x")
    assert (tmp_path / "a.pdf").stat().st_mode & 0o077 == 0


def test_folder_that_is_gone_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyError):
        write_paper(tmp_path / "nei" / "a.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFullError), (errno.EROFS, ReadOnlyError)]
)
def test_disk_that_refuses_leaves_the_older_file_whole(
    tmp_path: Path, number: int, kind: type[SituationError]
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")

    class Refusing(Disk):
        def sync(self, handle: int) -> None:
            raise OSError(number, os.strerror(number))

    with pytest.raises(kind):
        write_paper(file, b"after", disk=Refusing())
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


def test_fields_of_the_referral_are_all_there_under_the_four_areas() -> None:
    names = {field.name for part in PARTS for field in part.fields}
    apart = {"screening", "subject", "subject_name", "about_child", "consent", "consent_words"}
    ticks = {"include_critical", "include_earlier"}
    assert names | apart | ticks == set(ReferralDraft.__slots__)
    labels = [field.label for part in PARTS for field in part.fields]
    areas = ["Foreldrenes helse, rus og vold", "Barnets utvikling", "Samspill", "Omgivelser"]
    assert [label for label in labels if label in areas] == areas


def test_take_home_sheet_is_made_from_what_the_nurse_wrote(tmp_path: Path) -> None:
    cases = TakeHomeCases(
        draft=lambda _screening: TAKE_HOME,
        preview=lambda draft: paper(draft.next_step.encode()),
        make=lambda draft: paper(draft.next_step.encode()),
    )
    ways = PaperWays(
        write=write_paper, print=lambda _c, _p: "Sendt", printers=Printers, note=lambda _d, _h: None
    )
    flow = TakeHomeFlow(14, cases, ways, WorkAtOnce())
    flow.start()
    assert flow.state.draft is not None
    flow.type(replace(flow.state.draft, next_step="Ny samtale"))
    flow.save_to(tmp_path / "hjem.pdf")
    assert (tmp_path / "hjem.pdf").read_bytes() == b"Ny samtale"
