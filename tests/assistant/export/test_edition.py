"""An edition as files: citations survive every format, drafts say so, the same edition gives the same bytes."""

from __future__ import annotations

import csv
import io
import itertools
import re
import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from assistant.datamodel import Edition
from assistant.export import export
from assistant.export.edition import file_name
from assistant.export.notes import place
from ingest.errors import InputError
from tests.assistant.export.invented_edition import CITATIONS, COMES_NEXT, EARLIER, ROOF, SLATES, TO, UNSUPPORTED, URL, edition
from tests.assistant.export.word_file import footnotes, lines, part, repeated

NAME = "penllyn-news-june-2024"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented edition in all formats and copies."""
    made = tmp_path_factory.mktemp("edition") / "new"
    names = [path.name for path in export(edition(), made)]
    assert names == [
        f"{NAME}.md",
        f"{NAME}.html",
        f"{NAME}.docx",
        *(f"{NAME}-evidence.{one}" for one in ("md", "html", "docx")),
        "claims.csv",
    ]
    assert sorted(names) == sorted(path.name for path in made.iterdir())
    return made


HELD = TO.replace("PENDERFYNWYD", "Penderfynwyd")
TOLD = ROOF.replace("RESOLVED", "Resolved")  # running text shouts nothing; the notes have the minutes' own capitals


def page(folder: Path, copy: str = "") -> LexborHTMLParser:
    return LexborHTMLParser((folder / f"{NAME}{copy}.html").read_text(encoding="utf-8"))


def test_every_claims_note_in_word_holds_its_quotation_and_place(folder: Path) -> None:
    file = folder / f"{NAME}.docx"
    notes = footnotes(file)
    assert len(notes) == 4  # three of the first story, one of the second: what is cited twice is one note
    for citation in CITATIONS:
        assert [text for text in notes.values() if citation.quote in text and place(citation.passage, "en") in text], citation.key
    by_text = {line.text: line.notes for line in lines(file)}
    (roof,) = by_text[TOLD]
    assert ROOF in notes[roof] and "Amenities Committee, 4 June 2024, item 2. Bandstand" in notes[roof]
    assert len([key for key in by_text if key.startswith(SLATES)]) == 1
    assert repeated(file) == ["1", "2", "2"]


def test_every_claims_note_on_the_page_holds_its_quotation_and_place(folder: Path) -> None:
    tree = page(folder)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = {str(node.attributes["href"])[1:] for node in tree.css("a") if str(node.attributes["href"]).startswith("#")}
    assert targets <= set(ids)
    told = {node.attributes["id"]: node.text() for node in tree.css("ol li")}
    for paragraph in tree.css("main p"):
        for sentence, citations in ((TOLD, CITATIONS[:1]), (SLATES, CITATIONS[1::-1]), (TO, CITATIONS[2:])):
            if paragraph.text().startswith(sentence):
                referred = [str(node.attributes["href"])[1:] for node in paragraph.css("sup a")][: len(citations)]
                for target, citation in zip(referred, citations, strict=True):
                    assert citation.quote in told[target] and place(citation.passage, "en") in told[target]
    assert URL in {node.attributes["href"] for node in tree.css("ol a")}


def test_every_claims_note_in_markdown_holds_its_quotation(folder: Path) -> None:
    text = (folder / f"{NAME}.md").read_text(encoding="utf-8")
    defined = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE))
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert set(used) == set(defined) and list(dict.fromkeys(used)) == sorted(defined, key=int)
    line = next(line for line in text.splitlines() if line.startswith(TOLD))
    assert line == f"{TOLD}[^1]" and f"“{ROOF}”" in defined["1"] and "amenities.pdf, page 2, paragraph 4" in defined["1"]
    assert r"\*not\* \[2\]" in text and r"### 1\. Bandstand \<to be\> mended" in text


def test_the_page_is_whole_and_fetches_nothing(folder: Path) -> None:
    tree = page(folder)
    assert not tree.css("script, link, img, iframe, style")
    assert not [node for node in tree.css("*") if "url(" in (node.attributes.get("style") or "")]
    levels = [int(str(node.tag)[1]) for node in tree.css("h1, h2, h3, h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    html = tree.css_first("html")
    assert html is not None and html.attributes["lang"] == "en"
    welsh = [node.text() for node in tree.css("[lang=cy]")]
    assert "Trwsio'r safle bandiau" in welsh and any(TO in text for text in welsh)


def test_contents_lead_to_the_stories_in_every_format(folder: Path) -> None:
    told = [node.text() for node in page(folder).css("nav a")]
    assert told == ["Parks & places", "1. Bandstand <to be> mended", "Money", "Christmas lights"]
    styled = [line for line in lines(folder / f"{NAME}.docx") if line.style.startswith("Contents")]
    assert [line.text for line in styled] == ["Contents", *told]
    document = part(folder / f"{NAME}.docx", "word/document.xml")
    assert set(re.findall(r'w:anchor="([^"]+)"', document)) <= set(re.findall(r'<w:bookmarkStart[^>]*w:name="([^"]+)"', document))


def test_word_has_headings_language_and_title(folder: Path) -> None:
    file = folder / f"{NAME}.docx"
    styles = [(line.style, line.text) for line in lines(file)]
    assert ("Title", "Penllyn news: June 2024") in styles
    assert ("Heading1", "Parks & places") in styles and ("Heading2", "Christmas lights") in styles
    assert "Penllyn news: June 2024" in part(file, "docProps/core.xml") and "en-GB" in part(file, "docProps/core.xml")
    assert 'w:val="en-GB"' in part(file, "word/styles.xml") and 'w:val="cy-GB"' in part(file, "word/document.xml")


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_drafts_banners_and_missing_translations_are_told(form: str, folder: Path) -> None:
    text = _text(folder / f"{NAME}.{form}")
    for told in (
        "Draft: not signed off.",
        "Published in the pre-election period.",
        "Draft minutes: from minutes that have not been confirmed.",
        "Needs translation: the minutes have no Welsh text of this item.",
    ):
        assert text.count(told) == 1
    for told in ("in the minutes' words", "Notes to editors.", "Earlier: Amenities Committee, 7 May 2024", EARLIER):
        assert told in text
    assert "not borne out by the minutes" in text and UNSUPPORTED.text in text


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_a_signed_edition_is_no_draft(form: str, tmp_path: Path) -> None:
    (file,) = export(edition(signed_by="A. Editor", bilingual=False), tmp_path, [form], copies=["clean"])
    text = _text(file)
    assert "Signed off by A. Editor." in text
    assert "not signed off" not in text and "Needs translation" not in text and TO not in text
    if form == "docx":
        heads = [name for name in ("word/header9.xml", "word/header1.xml") if name in _names(file)]
        assert heads and all("DRAFT" not in part(file, name) for name in heads)


def test_the_word_draft_has_its_watermark_on_every_page(folder: Path) -> None:
    file = folder / f"{NAME}.docx"
    (head,) = [part(file, name) for name in _names(file) if re.match(r"word/header\d*\.xml", name)]
    assert 'string="DRAFT"' in head and "<w:t>DRAFT</w:t>" in head
    assert "headerReference" in part(file, "word/document.xml")


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_the_evidence_copy_has_each_sentence_beside_its_words_and_its_findings(form: str, folder: Path) -> None:
    text = _text(folder / f"{NAME}-evidence.{form}")
    for sentence in (ROOF, COMES_NEXT, EARLIER, UNSUPPORTED.text, TO, "The Christmas lights had cost £2,915."):
        assert sentence in text
    assert text.count(f"“{ROOF}”") == 2  # it stands beside two sentences
    assert text.index("prominence of one member: Hale") < text.index(ROOF)  # what shows over the whole edition stands at its head
    assert "promotional word (Wales 2022)" in text and "Say what was done." in text
    assert "£4,350" in text.split(UNSUPPORTED.text)[1] and "figure: “£5,000”" in text


def test_findings_are_marked_in_place(folder: Path) -> None:
    marks = [node.text() for node in page(folder, "-evidence").css("mark")]
    assert marks == ["fantastic"]


def test_claims_are_a_table_of_sentences_and_places(folder: Path) -> None:
    content = (folder / "claims.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [(row["part"], row["key"], row["paragraph"]) for row in rows] == [
        ("standfirst", "kap4", "4"), ("body", "kap2-3", "2-3"), ("body", "kap4", "4"), ("body", "", ""), ("next steps", "kap2-3", "2-3"),
        ("earlier", "kap2-3", "2-3"), ("counterpart", "kbp4", "44"), ("body", "kcp9", "9"),
    ]  # fmt: skip
    assert rows[0]["meeting"] == "Penllyn Town Council, Amenities Committee, 2024-06-04"
    assert (rows[0]["item"], rows[0]["source_path"], rows[0]["source_url"]) == ("2. Bandstand", "penllyn/amenities.pdf", URL)
    assert rows[3]["problems"] == "figure: £5,000" and "promotional word" in rows[3]["findings"]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    odd = edition().articles[1].model_copy(update={"headline": "=HYPERLINK(1)"})
    (*_, table) = export(edition(articles=(odd,)), tmp_path, [], copies=["evidence"])
    assert next(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))["headline"] == "'=HYPERLINK(1)"


def test_the_same_edition_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for path in export(edition(), tmp_path):
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def test_a_welsh_edition_speaks_welsh(tmp_path: Path) -> None:
    story = edition().articles[0]
    welsh = story.model_copy(
        update={
            "standfirst": None,
            "body": story.counterpart,
            "next_steps": (),
            "citations": CITATIONS[2:],
            "counterpart": (),
            "counterpart_title": None,
            "headline": "Trwsio'r safle bandiau",
        }
    )
    (file,) = export(edition(language="cy", articles=(welsh,)), tmp_path, ["html"], copies=["clean"])
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    text = tree.body.text() if tree.body else ""
    for told in (
        "1 Mehefin 2024 i 30 Mehefin 2024",
        "Cynnwys",
        "Ffynonellau",
        "Angen cyfieithu: nid oes testun Saesneg",
        "tudalen 2, paragraff 44",
    ):
        assert told in text
    assert not tree.css("[lang=en]") and tree.css_first("html[lang=cy]") is not None


def test_an_unknown_format_or_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no format 'pdf'"):
        export(edition(), tmp_path, ["pdf"])
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="cannot"):
        export(edition(), tmp_path / "file", ["md"])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Penllyn news", "penllyn-news"),
        ("Newyddion Tŷ'r Cyngor / 2024", "newyddion-tŷ-r-cyngor-2024"),
        ("…", "edition"),
        ("a " * 99, "a-" * 29 + "a"),
    ],
)
def test_a_title_makes_a_file_name(title: str, name: str) -> None:
    assert file_name(title) == name


def test_an_edition_of_nothing_can_be_written(tmp_path: Path) -> None:
    empty: Edition = edition(articles=())
    assert len(export(empty, tmp_path)) == 7


def _names(path: Path) -> list[str]:
    import zipfile

    with zipfile.ZipFile(path) as file:
        return file.namelist()


def _text(path: Path) -> str:
    if path.suffix == ".docx":
        return "\n".join(line.text for line in lines(path))
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        body = LexborHTMLParser(text).body
        return body.text() if body else ""
    return re.sub(r"\\(.)|\*\*|\[\^\d+\]", r"\1", text)


def test_the_two_languages_stand_side_by_side(folder: Path) -> None:
    columns = page(folder).css("div[style*=flex] > div")
    assert len(columns) == 2
    assert columns[0].text().strip().startswith(TOLD) and HELD not in columns[0].text()
    assert "Trwsio'r safle bandiau" in columns[1].text() and HELD in columns[1].text()
    assert not columns[0].css("[lang=cy]") and columns[1].css("[lang=cy]")
    html = (folder / f"{NAME}.html").read_text(encoding="utf-8")
    assert html.count("<!--[if mso]>") == 3  # Outlook for Windows has a table of one row
    with zipfile.ZipFile(folder / f"{NAME}.docx") as word:
        (table,) = re.findall(r"<w:tbl>.*?</w:tbl>", word.read("word/document.xml").decode("utf-8"), re.DOTALL)
    assert '<w:tblStyle w:val="Beside"' in table and "cantSplit" not in table and "tblHeader" not in table
    left, right = re.findall(r"<w:tc>.*?</w:tc>", table, re.DOTALL)
    assert "w:footnoteReference" in left and 'w:lang w:val="cy-GB"' in right and 'w:val="cy-GB"' not in left
    text = (folder / f"{NAME}.md").read_text(encoding="utf-8")
    assert text.index(TOLD) < text.index("Trwsio'r safle bandiau") < text.index(HELD)
