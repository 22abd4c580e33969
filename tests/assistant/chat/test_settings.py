"""Settings of a chat model: which server it is, what it costs, and that no secret shows."""

from __future__ import annotations

import pytest

from assistant.chat.settings import ChatSettings


def made(**fields: object) -> ChatSettings:
    """Settings with a model's name."""
    return ChatSettings.model_validate({"model": "m"} | fields)


@pytest.mark.parametrize(
    ("fields", "vendor"),
    [
        ({}, True),
        ({"base_url": "https://eu.api.openai.com/v1"}, True),
        ({"provider": "azure_openai", "base_url": "https://council.openai.azure.com"}, True),
        ({"base_url": "http://localhost:11434/v1"}, False),
        ({"base_url": "https://api.openai.com.example.org/v1"}, False),
    ],
)
def test_vendors_are_told_by_their_hosts_and_held_to_a_schema(fields: dict[str, str], vendor: bool) -> None:
    assert made(**fields).is_vendor is vendor
    assert made(**fields).by_schema is vendor
    assert made(**fields, structured=not vendor).by_schema is not vendor


def test_neither_key_nor_password_shows() -> None:
    settings = made(key="sk-secret", base_url="http://user:hidden@localhost:8000/v1")
    assert "sk-secret" not in f"{settings!r} {settings.model_dump_json()}"
    assert settings.host == "localhost:8000"


def test_a_cost_needs_both_prices() -> None:
    assert made(price_in=1, price_out=2).cost(1_000_000, 500_000) == pytest.approx(2)
    assert made(price_in=1).cost(1, 1) is None
