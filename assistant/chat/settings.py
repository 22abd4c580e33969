"""Which chat model, where, and within what limits."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr

from ingest.datamodel import Noun

Provider = Literal["openai", "azure_openai"]

OPENAI_URL = "https://api.openai.com/v1"


class ChatSettings(Noun):
    """Which chat model, where, and within what limits. The key shows in no repr and no dump."""

    provider: Provider = "openai"
    model: str = Field(min_length=1, description="name of the model; for Azure of the deployment")
    base_url: str = Field(default=OPENAI_URL, description="address of an OpenAI-compatible server; for Azure the resource's endpoint")
    key: SecretStr | None = None
    api_version: str | None = Field(default=None, description="Azure only")
    timeout: float = Field(default=60, gt=0, description="seconds without a word from the server")
    max_output: int = Field(default=1000, ge=16, description="tokens of one reply, hidden reasoning included")
    context: int = Field(default=8192, ge=1024, description="tokens that the server takes, prompt and reply together")
    structured: bool | None = Field(
        default=None, description="whether replies are asked for as JSON by a schema; None: at the vendors' own"
    )
    price_in: float | None = Field(default=None, ge=0, description="US dollars per million tokens of prompt")
    price_out: float | None = Field(default=None, ge=0, description="US dollars per million tokens of reply")

    @property
    def host(self) -> str:
        """Host and port of the server, without a user name or password that its address may hold."""
        address = urlsplit(self.base_url)
        return f"{address.hostname}:{address.port}" if address.port else address.hostname or self.base_url

    @property
    def is_vendor(self) -> bool:
        """Whether the server is OpenAI's or Microsoft's own, which ask for a key, and not one that merely speaks their language."""
        return self.provider == "azure_openai" or self.host in {"api.openai.com", "eu.api.openai.com", "us.api.openai.com"}

    @property
    def by_schema(self) -> bool:
        """Whether the server is to be held to a schema. Not every compatible one can be, and small models write worse for it."""
        return self.is_vendor if self.structured is None else self.structured

    @property
    def key_variable(self) -> str:
        """The variable that the key is read from."""
        return "AZURE_OPENAI_API_KEY" if self.provider == "azure_openai" else "OPENAI_API_KEY"

    def cost(self, tokens_in: int, tokens_out: int) -> float | None:
        """US dollars by the configured prices; None where either is not configured."""
        if self.price_in is None or self.price_out is None:
            return None
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1_000_000
