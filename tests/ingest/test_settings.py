"""Settings come from the environment, and a wrong one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import InputError
from ingest.settings import Settings


def test_defaults_work_at_once() -> None:
    assert Settings.from_environment() == Settings(library=Path("library"), chroma_url=None, embedding="minilm", chunk_tokens=220)


def test_the_environment_is_read_and_a_given_folder_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_LIBRARY", "/srv/minutes")
    monkeypatch.setenv("MINUTEWISE_CHUNK_TOKENS", " 300 ")
    assert Settings.from_environment() == Settings(library=Path("/srv/minutes"), chunk_tokens=300)
    assert Settings.from_environment(Path("here")).library == Path("here")


def test_an_empty_variable_is_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_CHROMA_URL", "  ")
    monkeypatch.setenv("MINUTEWISE_CHUNK_TOKENS", "")
    assert Settings.from_environment() == Settings()


@pytest.mark.parametrize("value", ["many", "59", "2001", "1.5", "-1"])
def test_a_wrong_value_is_named(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_CHUNK_TOKENS", value)
    with pytest.raises(InputError, match=rf"MINUTEWISE_CHUNK_TOKENS is '{value}'\.") as caught:
        Settings.from_environment()
    assert "\n" not in caught.value.message
