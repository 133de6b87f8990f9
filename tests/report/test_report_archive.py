"""Every paper is fit for the archive: looked at with other eyes than those that made it."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import opened, sheets, words
from sample_papers import ARABIC, CHILD, MOTHER, RECOVERY, REFERRAL, TAKE_HOME

from nurseapp.base.text import use_language
from nurseapp.report.recovery import recovery_pdf
from nurseapp.report.referral import referral_pdf
from nurseapp.report.take_home import take_home_pdf

PAPERS: dict[str, Callable[[], bytes]] = {
    "referral": lambda: referral_pdf(REFERRAL),
    "training": lambda: referral_pdf(dataclasses.replace(REFERRAL, training=True)),
    "long": lambda: referral_pdf(dataclasses.replace(REFERRAL, interplay="Om samspill. " * 250)),
    "child": lambda: referral_pdf(dataclasses.replace(REFERRAL, child=CHILD)),
    "arabic": lambda: referral_pdf(ARABIC),
    "take-home": lambda: take_home_pdf(TAKE_HOME),
    "recovery": lambda: recovery_pdf(RECOVERY),
}


@cache
def drawn(name: str) -> bytes:
    return PAPERS[name]()


@pytest.fixture(params=PAPERS, ids=str)
def paper(request: pytest.FixtureRequest) -> bytes:
    return drawn(request.param)


def test_every_font_on_every_page_is_embedded(paper: bytes) -> None:
    with opened(paper) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor, font.BaseFont
            assert "Noto" in str(font.BaseFont)
            assert "/ToUnicode" in font
        named = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o]
        assert {str(font.BaseFont) for font in named} == {str(font.BaseFont) for font in fonts}


def test_colours_have_an_output_intent(paper: bytes) -> None:
    with opened(paper) as pdf:
        (intent,) = list(pdf.Root.OutputIntents.as_list())
        assert intent.S == pikepdf.Name.GTS_PDFA1
        profile = intent.DestOutputProfile
        assert profile.N == 3
        assert profile.read_bytes()[36:40] == b"acsp"  # the signature of every ICC profile
        assert profile.read_bytes()[16:20] == b"RGB "


def test_the_metadata_claim_pdf_a_2b_and_agree_with_each_other(paper: bytes) -> None:
    with opened(paper) as pdf:
        xmp = pdf.open_metadata()
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "B")
        assert xmp["dc:title"] == str(pdf.docinfo.Title)
        assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert xmp["xmp:CreatorTool"] == str(pdf.docinfo.Creator)
        assert xmp["xmp:CreateDate"] == "2026-11-21T10:12:00+01:00"
        assert str(pdf.docinfo.CreationDate) == "D:20261121101200+01'00'"
        assert pdf.docinfo.ModDate == pdf.docinfo.CreationDate


def test_the_file_says_nothing_of_the_person(paper: bytes) -> None:
    with opened(paper) as pdf:
        said = bytes(pdf.Root.Metadata.read_bytes()).decode() + str(dict(pdf.docinfo.items()))
        assert str(pdf.docinfo.Title).startswith("7F3A-09C")
    for private in ("Bjørk", MOTHER.national_number, "Eik", *RECOVERY.groups):
        assert private not in said


def test_nothing_moves_acts_or_lies_outside_the_file(paper: bytes) -> None:
    with opened(paper) as pdf:
        forbidden = {
            "/Trans", "/AA", "/OpenAction", "/JS", "/JavaScript", "/URI", "/Launch", "/GoToR",
            "/EmbeddedFiles", "/AcroForm", "/Annots", "/SMask", "/F", "/Ref", "/XObject",
            "/ExtGState", "/Encrypt",
        }  # fmt: skip
        for found in pdf.objects:
            if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
                assert not forbidden & set(found.keys())
        assert not pdf.is_encrypted


def test_the_file_says_its_language_and_shows_its_title(paper: bytes) -> None:
    with opened(paper) as pdf:
        assert str(pdf.Root.Lang) == "nb-NO"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked


def test_the_language_follows_the_interface() -> None:
    use_language("nn")
    try:
        paper = take_home_pdf(TAKE_HOME)
    finally:
        use_language("nb")
    with opened(paper) as pdf:
        assert str(pdf.Root.Lang) == "nn-NO"


def test_everything_painted_is_content_or_marked_as_decoration(paper: bytes) -> None:
    for sheet in sheets(paper):
        for piece in sheet.drawn:
            if piece.operator:
                assert piece.marks, piece


def test_every_mark_leads_to_its_element_and_back(paper: bytes) -> None:
    with opened(paper) as pdf:
        owners: dict[tuple[int, int], pikepdf.Object] = {}
        _collect(
            pdf.Root.StructTreeRoot.K,
            owners,
            {page.obj.objgen: n for n, page in enumerate(pdf.pages)},
        )
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        seen = set()
        for at, sheet in enumerate(sheets(paper)):
            way_back = numbers[2 * int(pdf.pages[at].obj.StructParents) + 1]
            for piece in sheet.drawn:
                if not piece.marks or piece.marks[0].number is None:
                    continue
                mark = piece.marks[0].number
                owner = owners[at, mark]
                assert way_back[mark].objgen == owner.objgen
                assert str(owner.S) == piece.marks[0].tag
                seen.add((at, mark))
        assert seen == set(owners)


def test_all_rows_of_a_table_have_the_same_number_of_columns(paper: bytes) -> None:
    with opened(paper) as pdf:
        for table in [o for o in pdf.objects if _is(o, "/Table")]:
            rows = table.K.as_list()
            assert len({sum(_columns(cell) for cell in row.K.as_list()) for row in rows}) == 1


def _columns(cell: pikepdf.Object) -> int:
    spans = "/A" in cell and "/ColSpan" in cell.A
    return int(cell.A.ColSpan) if spans else 1


def _is(found: pikepdf.Object, role: str) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/S") == pikepdf.Name(role)


def _collect(
    node: pikepdf.Object,
    owners: dict[tuple[int, int], pikepdf.Object],
    pages: dict[tuple[int, int], int],
) -> None:
    for kid in node.K.as_list():
        if "/MCID" in kid:
            place = (pages[kid.Pg.objgen], int(kid.MCID))
            assert place not in owners
            owners[place] = node
        else:
            assert kid.P.objgen == node.objgen
            _collect(kid, owners, pages)


def test_an_independent_library_finds_nothing_against_pdf_a_2b(
    paper: bytes, tmp_path: Path
) -> None:
    pdfa = pytest.importorskip("pikepdf.pdfa", exc_type=ImportError)
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper)
    report = pdfa.validate_written(file, "2b")
    assert report.passed, report


def test_another_reader_copies_the_same_words(paper: bytes, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler-utils")
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper)
    copied = subprocess.run(
        ["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True
    )
    ours = words(paper).split()
    theirs = copied.stdout.split()
    latin = {word for word in ours if word.isascii()}
    assert latin <= set(theirs) | {"ØVING"}


def test_a_line_that_goes_on_ends_with_a_blank_for_those_who_copy() -> None:
    pieces = [piece.text for sheet in sheets(drawn("referral")) for piece in sheet.drawn]
    assert [piece for piece in pieces if piece.endswith("EPDS 13 i dag, samtale ")]
    assert "Rolig Bjørk" in pieces


def test_the_same_paper_gives_the_same_bytes_whatever_was_drawn_before() -> None:
    assert referral_pdf(REFERRAL) == drawn("referral")
    code = """if True:
        import dataclasses, sys
        sys.path[:0] = sys.argv[1:]
        from reportlab.pdfbase import pdfmetrics
        from nurseapp.report.referral import referral_pdf
        from sample_papers import ARABIC
        looked_through = []
        pdfmetrics.bruteForceSearchForAFM = looked_through.append
        referral_pdf(dataclasses.replace(ARABIC, interplay="لا ي ب ت"))
        sys.stdout.buffer.write(referral_pdf(ARABIC))
        assert not looked_through, "half a second before the first paper"
    """
    here = Path(__file__).parent
    later = subprocess.run(
        [sys.executable, "-c", code, here, here.parents[1]], capture_output=True, check=True
    )
    assert later.stdout == drawn("arabic")
