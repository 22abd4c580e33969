"""What happens next is told only where the minutes say so."""

from __future__ import annotations

from assistant.newsletter.upcoming import MOST, next_units
from assistant.units import units
from ingest.datamodel import Action
from tests.assistant.newsletter.test_quoted import passage


def coming(text: str, *actions: str, said: tuple[str, ...] = ()) -> list[str]:
    made = [Action(text=action, evidence=(1, 1)) for action in actions]
    return [unit.text for unit in next_units(units(passage(text)), made, said)]


def test_dated_plans_are_told() -> None:
    text = "The pool leaked badly for most of the last summer.\nThe new lining would be completed by June 2025 and the pool filled."
    assert coming(text) == [text.split("\n")[1]]


def test_actions_are_told() -> None:
    text = "The Clerk was asked to write to the Friends of Cae Pwll about the gate."
    assert coming(text, text) == [text]
    assert coming("Action: Clerk to order the bins by 30 June 2024.") == ["Action: Clerk to order the bins by 30 June 2024."]


def test_the_past_is_not_the_future() -> None:
    assert coming("The new lining had been completed in June 2024.\nThe pool had opened in May and had been full of children.") == []


def test_what_is_told_already_is_not_told_again() -> None:
    text = "The new lining would be completed by June 2025 and the pool filled."
    assert coming(text, said=(text,)) == []


def test_no_more_than_a_few() -> None:
    text = "\n".join(f"Stage {number} of the work is expected to begin in March 202{number} at the pool." for number in range(1, 8))
    assert len(coming(text)) == MOST
