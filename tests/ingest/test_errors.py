"""The tree of errors keeps its promises: exit codes, hints, what may be tried again."""

from __future__ import annotations

from typing import get_args

import pytest

from ingest import errors

CODES = {
    errors.InputError: 2,
    errors.UnreadableFile: 2,
    errors.NothingFound: 2,
    errors.LibraryError: 2,
    errors.LibraryBusy: 2,
    errors.LibraryMismatch: 2,
    errors.ServiceError: 3,
    errors.EmbeddingServiceError: 3,
    errors.VectorServiceError: 3,
}


def test_every_error_is_in_the_drawing_and_has_its_exit_code() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.MinutewiseError)}
    assert kinds == {*CODES, errors.MinutewiseError, errors.ChatServiceError}
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in kinds)
    assert {kind: kind("what").exit_code for kind in CODES} == CODES
    assert errors.ChatServiceError("what", reason="timeout").exit_code == 3


def test_message_and_hint_are_kept_apart() -> None:
    error = errors.NothingFound("no such meeting", "list them")
    assert (str(error), error.message, error.hint) == ("no such meeting", "no such meeting", "list them")


@pytest.mark.parametrize("reason", get_args(errors.ChatFault))
def test_a_chat_fault_says_whether_to_try_again(reason: errors.ChatFault) -> None:
    assert errors.ChatServiceError("down", reason=reason).retryable is (reason in {"rate_limit", "timeout", "unreachable"})


def test_only_what_passes_by_itself_is_worth_trying_again() -> None:
    assert {kind for kind in CODES if kind("what").retryable} == {errors.LibraryBusy, errors.VectorServiceError}
