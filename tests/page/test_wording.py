"""The page's words: the same in both languages but for the language."""

from __future__ import annotations

import datetime as dt
import re
import string
from pathlib import Path

import pytest

import page
from page.bilingual import preferred, said_in, token
from page.wording import words

EN, CY = words("en"), words("cy")
CODE = "\n".join(file.read_text(encoding="utf-8") for file in Path(page.__file__).parent.rglob("*.py"))
SAME = re.compile(r"save\.|reader\.agenda|result\.count|files\.of")  # may read the same in both


def texts(value: str | dict[str, str] | list[str]) -> list[str]:
    """All forms of a text."""
    return [value] if isinstance(value, str) else list(value.values()) if isinstance(value, dict) else value


def places(text: str) -> set[str]:
    """The named places of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    assert EN.words.keys() == CY.words.keys()
    for key, english in EN.words.items():
        allowed = set().union(*(places(one) for one in texts(english)))
        for one in texts(CY.words[key]):
            assert places(one) <= allowed, key
        if isinstance(CY.words[key], str) and "count" not in allowed:
            assert places(str(CY.words[key])) == allowed, key


def test_welsh_is_not_english_left_over() -> None:
    left = [key for key, english in EN.words.items() if english == CY.words[key] and not SAME.match(key)]
    assert not left


def test_texts_fit_into_html_and_json_alike() -> None:
    for say in (EN, CY):
        for key, value in say.words.items():
            assert not any(sign in text for text in texts(value) for sign in '"\\\n'), key


def test_every_text_that_the_code_names_is_there_and_none_is_left_over() -> None:
    named = set(re.findall(r'(?:say|say\.html|token)\(\s*"([\w. ]+)"', CODE))
    assert named <= EN.words.keys()
    begun = {part for part in re.findall(r'f"([\w.]*\.)\{', CODE) if part}
    ended = tuple(re.findall(r'f"\{[\w.]+\}(\.\w+)"', CODE))
    quoted = set(re.findall(r"[\"']([\w.]+)[\"']", CODE))
    unused = [key for key in EN.words if key not in named | quoted and not key.startswith(tuple(begun)) and not key.endswith(ended)]
    assert not unused


def test_numbers_choose_the_form_and_days_are_told_in_the_language() -> None:
    assert [EN("sentences", count=count) for count in (1, 2, 1200)] == ["1 sentence", "2 sentences", "1,200 sentences"]
    assert [CY("paragraphs", count=count) for count in (1, 2, 3, 4)] == ["1 paragraff", "2 baragraff", "3 pharagraff", "4 paragraff"]
    assert EN.day(dt.date(2024, 10, 22)) == "22 October 2024"
    assert CY.day(dt.date(2024, 10, 22)) == "22 Hydref 2024"
    assert CY.other("en") == ' lang="en"' and not CY.other("cy") and not EN.other("en")


def test_values_are_escaped_in_texts_with_tags() -> None:
    assert EN.html("remove.done", meeting="<b>x</b>") == "Removed: &lt;b&gt;x&lt;/b&gt;."


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("cy", "cy"),
        ("cy-GB,cy;q=0.9,en;q=0.8", "cy"),
        ("en-GB,en;q=0.9,cy;q=0.8", "en"),
        ("fr,de;q=0.5", "en"),
        ("CY;q=0.7, en;q=0.3", "cy"),
        ("cy;q=what, en", "en"),
        ("*", "en"),
    ],
)
def test_the_browser_says_which_language_it_prefers(header: str, language: str) -> None:
    assert preferred(header) == language


def test_a_page_is_sent_in_its_language() -> None:
    sent = said_in("cy", f'<html lang="en"><head></head><p>{token("ask")}</p>')
    assert sent.startswith('<html lang="cy"><head><script>')
    assert sent.endswith("<p>Gofyn</p>")
