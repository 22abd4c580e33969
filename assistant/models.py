"""Chat models: which one is configured, and how it is made. No other file makes one.

A model counts as configured when MINUTEWISE_MODEL or OPENAI_BASE_URL says so. An OPENAI_API_KEY alone does not: it lies about in many
environments for other programs, and minutes name living people, so they go to a vendor only on somebody's word (docs/models.md).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from assistant.chat.faults import translated
from assistant.chat.settings import OPENAI_URL, ChatSettings, Provider
from ingest.errors import ChatServiceError, InputError

if TYPE_CHECKING:
    import httpx2
    from langchain_core.language_models import BaseChatModel, LanguageModelInput
    from langchain_core.messages import AIMessage
    from langchain_core.runnables import Runnable

__all__ = ["OPENAI_URL", "ChatSettings", "by_schema", "chat_model", "configured", "translated"]

# Prefixes that LangChain knows and this file does not make. A colon alone proves nothing: 'qwen2.5:1.5b' is a model's name.
_OTHER_PROVIDERS = {
    *("anthropic", "anthropic_bedrock", "azure_ai", "bedrock", "bedrock_converse", "cohere", "deepseek", "fireworks", "google_genai"),
    *("google_anthropic_vertex", "google_vertexai", "groq", "huggingface", "ibm", "langsmith", "litellm", "meta", "mistralai", "nvidia"),
    *("ollama", "openrouter", "perplexity", "together", "upstage", "xai"),
}
_NOT_FOR_CHAT = ("embed", "rerank", "whisper", "tts", "moderation")
_VARIABLES = {
    "timeout": "MINUTEWISE_TIMEOUT",
    "max_output": "MINUTEWISE_MAX_OUTPUT",
    "context": "MINUTEWISE_CONTEXT",
    "structured": "MINUTEWISE_STRUCTURED",
    "price_in": "MINUTEWISE_PRICE_IN",
    "price_out": "MINUTEWISE_PRICE_OUT",
}


def configured(http_client: httpx2.Client | None = None) -> ChatSettings | None:
    """The chat model that the environment names, or None. Reaches the network only to ask a server for its model's name.

    Raises:
        InputError: a variable holds a value that cannot be used.
        ChatServiceError: OPENAI_BASE_URL is set, MINUTEWISE_MODEL is not, and the server does not name a chat model.
    """
    given = {name: value.strip() for name, value in os.environ.items() if value.strip()}
    base_url = _address(given, "OPENAI_BASE_URL")
    named = given.get("MINUTEWISE_MODEL")
    if not (named or base_url):
        return None
    base_url = base_url or _address(given, "OPENAI_API_BASE")  # the older name: says where a model is, not that one is to be used
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
        raise InputError(
            f"{variable} is '{given[variable]}'. {wrong['msg']}.",
            "Set it to yes or no, or leave it out." if variable.endswith("STRUCTURED") else "Set it to a number, or leave it out.",
        ) from error
    return settings if model else settings.model_copy(update={"model": _first_model(settings, http_client)})


def chat_model(settings: ChatSettings, http_client: httpx2.Client | None = None) -> BaseChatModel:
    """Makes the chat model; nothing is sent yet.

    Args:
        settings: as `configured` gave them.
        http_client: another way to the server, for tests and unusual proxies.
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


def by_schema(model: BaseChatModel, settings: ChatSettings, schema: Mapping[str, object]) -> Runnable[LanguageModelInput, AIMessage]:
    """The model, held to a response format.

    It goes beside LangChain's own `response_format`, whose stream is read by openai's parser: that one raises where a reply is cut.
    """
    own = {} if settings.is_vendor else {"max_tokens": settings.max_output}
    return model.bind(extra_body={**own, "response_format": dict(schema)})


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
