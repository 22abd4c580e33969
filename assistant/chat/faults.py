"""What the errors of a chat model's vendor, its server and the network mean to the user."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.chat.settings import ChatSettings
from ingest.errors import ChatFault, ChatServiceError

_BY_STATUS: dict[int, ChatFault] = {401: "wrong_key", 403: "wrong_key", 404: "no_model", 408: "timeout", 413: "context", 429: "rate_limit"}


@contextmanager
def translated(settings: ChatSettings) -> Iterator[None]:
    """Turns the vendor's and the network's errors into `ChatServiceError`; errors of our own pass through.

    Where the vendor will want a key and there is none, that is told before anything is sent.
    """
    if settings.is_vendor and settings.key is None:
        raise ChatServiceError(
            f"{settings.host} needs a key and {settings.key_variable} is not set.",
            f"Set {settings.key_variable}, or OPENAI_BASE_URL to a server of your own.",
            reason="no_key",
        )
    try:
        yield
    except Exception as error:
        fault = _fault(error, settings)
        if fault is None:
            raise
        raise fault from error


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
