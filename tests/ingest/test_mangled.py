"""Whatever is done to a file, reading it ends in minutes or in one clear error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import MinutewiseError
from ingest.facts import extract
from ingest.load import Found, read
from ingest.parse import parse

SAMPLES = Path(__file__).parents[2] / "samples" / "minutes"
WHOLE = {
    kind: next(path for path in sorted(SAMPLES.iterdir()) if path.name.endswith(kind)).read_bytes()
    for kind in ("audit-committee.txt", "cabinet.html", "item-04.html", "council.pdf", "committee.docx")
}
RULE_WORDS = (
    *("RESOLVED that", "1.", "2/24", "Action:", "Moved by Councillor", "seconded by", "For:", "Against (3)", "£4,350", "\n", "\n\n"),
    *("the motion was carried", "•", "\uf0b7", "Minutes of", "Tuesday 4th March", "abstained", "(a)", "|", ">", "PENDERFYNWYD", "that:"),
    *("Clerk", "\f", "RECOMMENDED", "amendment", "unanimously", "The public be excluded"),
)
ENDINGS = (".txt", ".md", ".html", ".pdf", ".docx", ".xml", "")


def survives(data: bytes, name: str) -> None:
    """Reads the bytes under that name; any error but ours fails the test."""
    try:
        minutes = extract(parse(read(Found(Path(name), name, name, lambda: data))))
    except MinutewiseError as error:
        told = error.message
    else:
        told = name
        last = len(minutes.source.blocks)
        places = [one.index for item in minutes.items for one in item.paragraphs]
        assert places == sorted(places)
        assert all(1 <= low <= high <= last for item in minutes.items for one in item.decisions for low, high in [one.evidence])
    assert name in told


@pytest.mark.parametrize("kind", sorted(WHOLE))
@settings(max_examples=14, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(data=st.data())
def test_mangled_files(kind: str, data: st.DataObject) -> None:
    whole = WHOLE[kind]
    start = data.draw(st.integers(0, len(whole) - 1), label="from")
    length = data.draw(st.integers(0, len(whole) // 3), label="length")
    junk = data.draw(st.binary(max_size=60), label="junk")
    how = data.draw(st.sampled_from(["cut", "drop", "junk", "double", "swap"]), label="how")
    part = whole[start : start + length]
    made = {
        "cut": whole[: start + 1],
        "drop": whole[:start] + whole[start + length :],
        "junk": whole[:start] + junk + whole[start:],
        "double": whole[:start] + part + part + whole[start:],
        "swap": whole[start:] + whole[:start],
    }[how]
    survives(made, "minutes" + data.draw(st.sampled_from([Path(kind).suffix, *ENDINGS]), label="ending"))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    words=st.lists(
        st.sampled_from(RULE_WORDS),
        min_size=1,
        max_size=80,
    )
)
def test_heaps_of_the_words_that_rules_look_for(words: list[str]) -> None:
    survives(" ".join(words).encode("utf-8"), "heap.md")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(text=st.text(max_size=400), ending=st.sampled_from(ENDINGS))
def test_any_text_under_any_name(text: str, ending: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"), f"any{ending}")
