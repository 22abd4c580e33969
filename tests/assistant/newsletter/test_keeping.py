"""What is finished is kept whole or not at all, under a name that says what it depends on."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.engines.quote import QuoteEngine
from assistant.held import Holdings
from assistant.newsletter import propose, template_for
from assistant.newsletter.keeping import Kept, key_of
from ingest.errors import InputError
from ingest.library import Library
from tests.assistant.newsletter.penllyn import YEAR, penllyn, write_year
from tests.assistant.newsletter.test_restraint import ARTICLE


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.read("a-1") is None
    kept.write("a-1", ARTICLE)
    assert Kept(tmp_path).read("a-1") == ARTICLE
    assert [path.name for path in (tmp_path / ".work").iterdir()] == ["a-1.json"], "nothing partial is left"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be used"):
        Kept(tmp_path / "file")


def keys(library: Library, template: str = "residents") -> dict[str, str]:
    engine = QuoteEngine(library.embedder.embed)
    holdings = Holdings(library.lookup)
    return {one.title: key_of(one, holdings, engine, template_for(template), bilingual=False) for one in propose(library, YEAR)}


def test_a_key_changes_with_its_minutes_and_its_style_alone(year: Library, tmp_path: Path) -> None:
    before = keys(year)
    assert before == keys(year)
    assert not set(before.values()) & set(keys(year, "members").values())
    (tmp_path / "other").mkdir()
    with penllyn(tmp_path / "other") as library:
        same_text = {title: key.partition("-")[0] for title, key in keys(library).items()}
        assert same_text == {title: key.partition("-")[0] for title, key in before.items()}, "ids are the same on any machine"
        place = write_year(tmp_path / "again")
        text = (place / "amenities.txt").read_text(encoding="utf-8").replace("£310", "£320")
        (tmp_path / "other" / "penllyn" / "amenities.txt").write_text(text, encoding="utf-8")
        unchanged = keys(library)
        from ingest.pipeline import ingest

        ingest(library, [tmp_path / "other" / "penllyn"])
        after = keys(library)
    changed = {title for title in after if after[title] != unchanged[title]}
    assert "Litter bins" in changed
    assert "Precept for 2025/26" not in changed
