"""Honest rewordings that once were taken for faults: what people write when they tell minutes in their own words."""

from __future__ import annotations

import pytest

from assistant.grounding import check

MOTION = (
    '"That this Council asks Cabinet to place a defibrillator on the wall of every building open to the public."\n'
    "Councillor Crowther said that only 19 of the 47 buildings had one.\nThe motion was put to the vote and carried unanimously."
)


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        (
            "A claim for £2,750 in costs from the appellant was turned down by the Inspector.",
            "The appellant had claimed £2,750, but the Inspector had refused the application for costs.",
        ),
        (
            "In time were 86 per cent of them, against a county figure of 83 per cent.",
            "412 applications had been determined, 86 % of them in time; the figure for the county was 83 %.",
        ),
        (
            "Seventeen of the 22 apprentices who finished in 2024 now have permanent posts.",
            "At the end of 2024 there were 53 apprentices. Twenty-two had finished in 2024, of whom 17 had been given permanent posts.",
        ),
        (
            "The county ended 2023 with two fewer fostering households than it had.",
            "During 2023 five fostering households had come and seven had left, so that the number in the county had fallen by two.",
        ),
        (
            "A second access is possible only if a neighbouring landowner consents.",
            "A second access would need the consent of a neighbouring landowner.",
        ),
        ("Council voted unanimously to ask Cabinet for a defibrillator outside every building open to the public.", MOTION),
        (
            "Planting can begin once the trench has been dug.",
            "Planting would begin when the trench was dug. The trench would be dug by hand.",
        ),
        (
            "The parish turned down the offer of the telephone box.",
            "Members considered an offer of the red telephone box for £1. Rejected.",
        ),
        ("Members resolved not to take part in the parade.", "It was RESOLVED that the Council would not take part in the parade."),
        (
            "The adoption of the accounts, proposed by Councillor Roe, was approved.",
            "Councillor Roe moved the adoption of the accounts. It was approved.",
        ),
        (
            "A second crossing may be built at Morfa.",
            "There was a possibility that a second crossing would be built at Morfa.",
        ),
        ("Money is set aside every year for the drains.", "A sum was set aside annually for the drains."),
        ("The whole county did worse in 2024.", "Overall, the county had done worse in 2024."),
        ("Residents can vote from 12 to 29 August.", "Residents could vote between 12 August and 29 August."),
        ("Residents could vote between 12 August and 29 August.", "Residents can vote from 12 to 29 August."),
        ("Two Christmas events were held in the hall.", "Both events at Christmas were held in the hall."),
        ("The account came to £37.03 before VAT.", "The account came to £37.03 excl. V.A.T. for the year."),
        ("From now on Parish Council meetings should begin at 7pm.", "It was agreed that future PC meetings should start at 7pm."),
        (
            "The council supported new windows at Rosebank.",
            "An application for new windows at Rosebank was supported. It was felt that the street would look the better for it.",
        ),
        (
            "The council will do nothing about fishing in the pond.",
            "A father was worried that fishing in the pond might be limited. It was decided that no action would be taken.",
        ),
        (
            "Work has delayed the reopening of the footpath to walkers at Morfa.",
            "The footpath at Morfa remained closed to walkers because of work.",
        ),
    ],
)
def test_an_honest_rewording_stands(claim: str, minutes: str) -> None:
    assert not check(claim, [minutes]).problems


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        ("The Inspector granted the application for costs.", "The Inspector had refused the application for costs."),
        ("Residents can vote from 13 to 29 August.", "Residents could vote between 12 August and 29 August."),
        ("The account came to £37.03 before CIL.", "The account came to £37.03 excl. V.A.T. for the year."),
        ("The Town Council will meet at 7pm.", "It was agreed that future PC meetings should start at 7pm."),
        ("A grant was awarded for cleaning the memorial.", "The memorial was in need of cleaning, and grants were available for this."),
        ("About £260 was spent on the swings.", "The swings are in place. Approximately £260 of the grant is remaining."),
        ("The club has £400 left.", "The club had spent £400 on new goals."),
        ("The trench has been dug.", "The trench would be dug by hand."),
        ("The parish approved the offer of the telephone box.", "Members considered an offer of the red telephone box for £1. Rejected."),
        ("Members resolved to take part in the parade.", "It was RESOLVED that the Council would not take part in the parade."),
        ("A second crossing will be built at Morfa.", "There was a possibility that a second crossing would be built at Morfa."),
        ("Councillor Roe spoke against the figure in the plan.", "Councillor Roe spoke for the figure in the plan."),
        (
            "Seven of the 22 apprentices who finished in 2024 now have posts.",
            "Twenty-two had finished in 2024, of whom 17 had been given posts.",
        ),
        (
            "Council voted unanimously to ask Cabinet for a defibrillator outside every building open to the public.",
            MOTION.replace("unanimously", "by 20 votes to 3"),
        ),
    ],
)
def test_and_the_fault_beside_it_is_found(claim: str, minutes: str) -> None:
    assert check(claim, [minutes]).problems
