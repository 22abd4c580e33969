"""Chat models: which one is configured, how it is made, what its errors mean. No other file makes one.

A model counts as configured when MINUTEWISE_MODEL or OPENAI_BASE_URL says so. An OPENAI_API_KEY alone does not: it lies about in many
environments for other programs, and minutes name living people, so they go to a vendor only on somebody's word (docs/models.md).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, get_args
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError

from ingest.datamodel import Noun
from ingest.errors import ChatFault, ChatServiceError, InputError

if TYPE_CHECKING:
    import httpx2
    from langchain_core.language_models import BaseChatModel

Provider = Literal["openai", "azure_openai"]

OPENAI_URL = "https://api.openai.com/v1"
# Prefixes that LangChain knows and this file does not make. A colon alone proves nothing: 'qwen2.5:1.5b' is a model's name.
_OTHER_PROVIDERS = {
    *("anthropic", "anthropic_bedrock", "azure_ai", "bedrock", "bedrock_converse", "cohere", "deepseek", "fireworks", "google_genai"),
    *("google_anthropic_vertex", "google_vertexai", "groq", "huggingface", "ibm", "langsmith", "litellm", "meta", "mistralai", "nvidia"),
    *("ollama", "openrouter", "perplexity", "together", "upstage", "xai"),
}
_NOT_FOR_CHAT = ("embed", "rerank", "whisper", "tts", "moderation")
_BY_STATUS: dict[int, ChatFault] = {401: "wrong_key", 403: "wrong_key", 404: "no_model", 408: "timeout", 413: "context", 429: "rate_limit"}
_VARIABLES = {
    "timeout": "MINUTEWISE_TIMEOUT",
    "max_output": "MINUTEWISE_MAX_OUTPUT",
    "context": "MINUTEWISE_CONTEXT",
    "price_in": "MINUTEWISE_PRICE_IN",
    "price_out": "MINUTEWISE_PRICE_OUT",
}


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
    def key_variable(self) -> str:
        """The variable that the key is read from."""
        return "AZURE_OPENAI_API_KEY" if self.provider == "azure_openai" else "OPENAI_API_KEY"

    def cost(self, tokens_in: int, tokens_out: int) -> float | None:
        """US dollars by the configured prices; None where either is not configured."""
        if self.price_in is None or self.price_out is None:
            return None
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1_000_000


def configured(http_client: httpx2.Client | None = None) -> ChatSettings | None:
    """The chat model that the environment names, or None. Reaches the network only to ask a server for its model's name.

    Raises:
        InputError: a variable holds a value that cannot be used.
        ChatServiceError: OPENAI_BASE_URL is set, MINUTEWISE_MODEL is not, and the server does not name a chat model.
    """
    given = {name: value.strip() for name, value in os.environ.items() if value.strip()}
    base_url = _address(given, "OPENAI_BASE_URL") or _address(given, "OPENAI_API_BASE")
    named = given.get("MINUTEWISE_MODEL")
    if not (named or base_url):
        return None
    provider, model = _provider_and_model(named or "")
    fields: dict[str, str | None] = {field: given[name] for field, name in _VARIABLES.items() if name in given}
    if provider == "azure_openai":
        base_url = _address(given, "AZURE_OPENAI_ENDPOINT")
        if not base_url:
            raise InputError(f"MINUTEWISE_MODEL names the Azure deployment '{model}', but AZURE_OPENAI_ENDPOINT is not set.", "Set it.")
        fields |= {"key": given.get("AZURE_OPENAI_API_KEY"), "api_version": given.get("OPENAI_API_VERSION", "2024-10-21")}
    else:
        fields["key"] = given.get("OPENAI_API_KEY")
    fields |= {"provider": provider, "model": model or "unknown", "base_url": base_url or OPENAI_URL}
    try:
        settings = ChatSettings.model_validate(fields)
    except ValidationError as error:
        wrong = error.errors()[0]
        variable = _VARIABLES[str(wrong["loc"][0])]
        raise InputError(f"{variable} is '{given[variable]}'. {wrong['msg']}.", "Set it to a number, or leave it out.") from error
    return settings if model else settings.model_copy(update={"model": _first_model(settings, http_client)})


def chat_model(settings: ChatSettings, http_client: httpx2.Client | None = None) -> BaseChatModel:
    """Makes the chat model; nothing is sent yet.

    Args:
        settings: as `configured` gave them.
        http_client: another way to the server, for tests and unusual proxies.

    Raises:
        ChatServiceError: `no_key`, where the vendor will want one.
    """
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {
        "api_key": _key(settings),
        "timeout": settings.timeout,
        "max_retries": 2,
        "stream_usage": True,
        "http_client": http_client,
    }
    # OpenAI's o-series refuses any temperature. LangChain knows that of gpt-5 alone.
    if not (settings.is_vendor and settings.model[:1] == "o" and settings.model[1:2].isdigit()):
        options["temperature"] = 0
    if settings.provider == "azure_openai":
        options |= {"azure_endpoint": settings.base_url, "api_version": settings.api_version, "azure_deployment": settings.model}
    else:
        # Always given: without an address LangChain looks for one in the environment, LANGSMITH_GATEWAY among others.
        options["base_url"] = settings.base_url
    if settings.is_vendor:
        options["max_tokens"] = settings.max_output
    else:
        # LangChain sends the newer name, max_completion_tokens, which not every compatible server reads.
        options |= {"extra_body": {"max_tokens": settings.max_output}, "use_responses_api": False}
    model: BaseChatModel = init_chat_model(settings.model, model_provider=settings.provider, **options)
    return model


@contextmanager
def translated(settings: ChatSettings) -> Iterator[None]:
    """Turns the vendor's and the network's errors into `ChatServiceError`; errors of our own pass through."""
    try:
        yield
    except Exception as error:
        fault = _fault(error, settings)
        if fault is None:
            raise
        raise fault from error


def _address(given: Mapping[str, str], variable: str) -> str | None:
    """The variable's address, once it is seen to be one."""
    address = given.get(variable)
    if address and not address.startswith(("http://", "https://")):
        raise InputError(f"{variable} is '{address}', which is no web address.", "Begin it with http:// or https://.")
    return address.rstrip("/") if address else None


def _provider_and_model(named: str) -> tuple[Provider, str]:
    """Splits 'azure_openai:name'; a bare name is OpenAI's or a compatible server's."""
    prefix, _, rest = named.partition(":")
    for provider in get_args(Provider):
        if prefix == provider and rest:
            return provider, rest
    if rest and prefix in _OTHER_PROVIDERS:
        raise InputError(
            f"MINUTEWISE_MODEL is '{named}', but only 'openai:' and 'azure_openai:' models can be used.",
            "Most servers also speak OpenAI's protocol: set OPENAI_BASE_URL to theirs, and MINUTEWISE_MODEL to the bare name.",
        )
    return "openai", named


def _key(settings: ChatSettings) -> str:
    """The key; servers that need none still want the header filled."""
    if settings.key is not None:
        return settings.key.get_secret_value()
    if settings.is_vendor:
        raise ChatServiceError(
            f"{settings.host} needs a key and {settings.key_variable} is not set.",
            f"Set {settings.key_variable}, or OPENAI_BASE_URL to a server of your own.",
            reason="no_key",
        )
    return "none"


def _first_model(settings: ChatSettings, http_client: httpx2.Client | None) -> str:
    """The first model that the server lists and that is not plainly for something else than chat."""
    import openai

    names: list[str] = []
    if not settings.is_vendor:
        client = openai.OpenAI(
            base_url=settings.base_url, api_key=_key(settings), timeout=min(settings.timeout, 10), max_retries=1, http_client=http_client
        )
        listed: object = None
        try:
            with translated(settings):
                listed = client.get("/models", cast_to=object)
        except ChatServiceError as error:
            if error.reason != "no_model":
                raise
        models = listed.get("data") if isinstance(listed, dict) else None
        names = [str(model["id"]) for model in models or () if isinstance(model, dict) and model.get("id")]
    for name in names:
        if not any(word in name.lower() for word in _NOT_FOR_CHAT):
            return name
    raise ChatServiceError(f"{settings.host} names no chat model to take.", "Set MINUTEWISE_MODEL.", reason="no_model")


def _fault(error: Exception, settings: ChatSettings) -> ChatServiceError | None:
    """What the error means to the user; None for an error that is not the vendor's or the network's."""
    where, model = settings.host, settings.model
    reason = _reason(error)
    if reason is None:
        return None
    if reason == "wrong_key" and settings.key is None:
        reason = "no_key"
    said = _server_words(error, settings)
    variable = settings.key_variable
    address = "AZURE_OPENAI_ENDPOINT" if settings.provider == "azure_openai" else "OPENAI_BASE_URL"
    faults: dict[ChatFault, tuple[str, str]] = {
        "no_key": (f"{where} needs a key and {variable} is not set.", f"Set {variable}."),
        "wrong_key": (f"{where} does not accept the key in {variable}.", f"Check {variable} and what it may use."),
        "no_model": (f"{where} has no model '{model}'.", f"Check MINUTEWISE_MODEL, and that {address} has its whole path (often /v1)."),
        "rate_limit": (f"{where} takes no more requests for '{model}' now.{said}", _when_to_retry(error)),
        "timeout": (f"{where} was silent for {settings.timeout:g} seconds.", "Raise MINUTEWISE_TIMEOUT, or lower MINUTEWISE_CONTEXT."),
        "context": (f"The prompt is longer than '{model}' at {where} takes.{said}", f"Lower MINUTEWISE_CONTEXT, now {settings.context}."),
        "refused": (f"{where} refused the request to '{model}'.{said}", "Ask otherwise, or use another model."),
        "reply": (f"{where} sent a reply that cannot be read.{said}", f"Try again, and check that {address} speaks OpenAI's protocol."),
        "unreachable": (f"{where} cannot be reached or is out of order.{said}", f"Check {address}, the network, and that the server runs."),
    }
    return ChatServiceError(*faults[reason], reason=reason)


def _reason(error: Exception) -> ChatFault | None:
    """Classes the error by its type first, by the server's code second, by its words last."""
    openai = sys.modules.get("openai")
    for name in ("httpx2", "httpx"):
        if (module := sys.modules.get(name)) is not None and isinstance(error, module.HTTPError):
            return "timeout" if isinstance(error, module.TimeoutException) else "unreachable"
    if openai is None or not isinstance(error, openai.OpenAIError):
        return "reply" if _raised_by_reading_a_reply(error) else None
    if isinstance(error, openai.APITimeoutError):
        return "timeout"
    if isinstance(error, openai.APIConnectionError):
        return "unreachable"
    words = str(error).lower()
    if "context" in words and any(sign in words for sign in ("exceed", "too long", "too large", "maximum", "overflow", "length")):
        return "context"
    if "content_filter" in words or "content management policy" in words:
        return "refused"
    code = str(getattr(error, "status_code", None) or getattr(error, "code", None))
    status = int(code) if code.isdigit() else 0
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 400 <= status < 500:
        return "refused"
    # A fault told inside a stream has no status: the reply broke off.
    return "unreachable" if status else "reply"


def _raised_by_reading_a_reply(error: Exception) -> bool:
    """Whether openai's stream reader or LangChain's reading of its chunks stumbled: both let bare ValueErrors and the like out."""
    if isinstance(error, ValueError) and str(error) == "No generation chunks were returned":
        return True
    names, frame = [], error.__traceback__
    while frame is not None:
        names.append(str(frame.tb_frame.f_globals.get("__name__")))
        frame = frame.tb_next
    vendors = [name for name in names if name.split(".")[0] in {"openai", "langchain_openai", "langchain_core"}]
    return bool(vendors) and vendors[-1] in {"openai._streaming", "langchain_openai.chat_models.base"}


def _server_words(error: Exception, settings: ChatSettings) -> str:
    """What the server itself said, shortened, with the key taken out."""
    body = getattr(error, "body", None)
    said = body.get("message") if isinstance(body, dict) else None
    if not isinstance(said, str) or not said.strip():
        return ""
    if settings.key is not None:
        said = said.replace(settings.key.get_secret_value(), "(key)")
    said = " ".join(said.split())
    return f" It says: {said[:200]}{'…' if len(said) > 200 else ''}"


def _when_to_retry(error: Exception) -> str:
    """The waiting time that the server asks for, where it states one."""
    response = getattr(error, "response", None)
    wait = response.headers.get("retry-after") if response is not None else None
    return f"Try again in {wait} seconds." if wait and wait.isdigit() else "Try again later, or check the account's quota."
