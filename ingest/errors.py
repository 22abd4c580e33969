"""Every fault a user can meet, as one tree. An error says what happened, with the value, and what to do about it.

MinutewiseError
├── InputError            exit 2   wrong use, or input that cannot be read
│   ├── UnreadableFile             one file of a batch: the rest goes on
│   └── NothingFound               a filter or a name that matches nothing
├── LibraryError          exit 2   the library folder cannot be used as it is
│   ├── LibraryBusy                another process has it open (retryable)
│   └── LibraryMismatch            made with other settings than today's
└── ServiceError          exit 3   something outside this process is needed and down
    ├── EmbeddingServiceError
    ├── VectorServiceError
    └── ChatServiceError           carries `reason`: no_key, wrong_key, rate_limit, timeout, context, refused, reply
"""

from typing import Literal

ChatFault = Literal["no_key", "wrong_key", "no_model", "rate_limit", "timeout", "context", "refused", "reply", "unreachable"]


class MinutewiseError(Exception):
    """A foreseeable fault. `hint` says what to do; `retryable` says whether the same call may work later."""

    exit_code = 2
    retryable = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(MinutewiseError):
    """Wrong use, or input that cannot be read."""


class UnreadableFile(InputError):
    """One file cannot be read as minutes; the rest of the batch is not touched."""


class NothingFound(InputError):
    """A meeting, an item or a filter that matches nothing in the library."""


class LibraryError(MinutewiseError):
    """The library folder cannot be used as it is."""


class LibraryBusy(LibraryError):
    """Another process has the library open."""

    retryable = True


class LibraryMismatch(LibraryError):
    """The library was made by another embedding model or a newer Minutewise."""


class ServiceError(MinutewiseError):
    """A service outside this process is needed and cannot be used."""

    exit_code = 3


class EmbeddingServiceError(ServiceError):
    """The embedding model is missing, damaged or cannot be reached."""


class VectorServiceError(ServiceError):
    """The Chroma server cannot be reached."""

    retryable = True


class ChatServiceError(ServiceError):
    """The chat model cannot be used; `reason` says how."""

    def __init__(self, message: str, hint: str = "", *, reason: ChatFault) -> None:
        super().__init__(message, hint)
        self.reason: ChatFault = reason
        self.retryable = reason in {"rate_limit", "timeout", "unreachable"}
