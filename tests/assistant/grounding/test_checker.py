import pytest

from assistant.grounding import check

PASSAGE = (
    "It was agreed that the \u201cOld Mill\u201d site \u2013 all 3.5 hectares \u2013 be sold, subject\u00a0to contract. "
    "The Clerk would write to the owner."
)


@pytest.mark.parametrize(
    "claim",
    [
        'It was agreed that the "Old Mill" site - all 3.5 hectares - be sold, subject to contract.',
        "it was agreed  that the \u2018Old Mill\u2019 site".replace("\u2018", '"').replace("\u2019", '"'),
        "The Clerk would write to the owner. It was agreed that the \u201cOld Mill\u201d site",
    ],
)
def test_verbatim_words_pass_whatever_their_typography(claim):
    verdict = check(claim, [PASSAGE])
    assert verdict.supported
    assert not verdict.problems


def test_one_verbatim_sentence_has_support_one():
    assert check("The Clerk would write to the owner.", [PASSAGE]).support == 1.0


def test_part_of_a_word_is_not_verbatim():
    assert check("The Clerk would write to the own", [PASSAGE]).support < 1.0


def test_words_are_not_joined_over_two_passages():
    verdict = check(
        "The Clerk would write to the owner of the chapel on Hill Road in June 2031.",
        ["The Clerk would write to the owner", "of the chapel"],
    )
    assert not verdict.supported


@pytest.mark.parametrize(
    ("claim", "evidence"), [("", [PASSAGE]), ("...", [PASSAGE]), ("The site was sold.", []), ("The site was sold.", ["  "])]
)
def test_nothing_to_check_is_not_supported(claim, evidence):
    verdict = check(claim, evidence)
    assert not verdict.supported
    assert verdict.support == 0.0


def test_an_unrelated_claim_lacks_support(judged):
    verdict = judged("Allotment rents are to be reviewed because the water bill has doubled.")
    assert [problem.name for problem in verdict.problems] == ["support"]
    assert verdict.support < 0.2


def test_body_and_date_may_come_from_the_context(judged):
    assert judged("On 12 November 2024 Cabinet approved the repairs at a cost of £1.2m.").supported


def test_a_problem_says_what_it_was_held_against(judged):
    (problem,) = judged("The bridge had been closed to lorries since 14 March 2024.").problems
    assert problem.name == "figure"
    assert problem.words == "14 March 2024"
    assert "4 March 2024" in problem.evidence


def test_a_faulty_claim_has_less_support_than_the_true_one(judged):
    assert (
        judged("The bridge was closed to lorries since 14 March 2024.").support
        < judged("The bridge was closed to lorries since 4 March 2024.").support
    )


def test_vectors_count_where_they_are_given():
    np = pytest.importorskip("numpy")

    def alike(texts):
        return np.ones((len(texts), 4), dtype=np.float32) / 2

    def unlike(texts):
        vectors = np.zeros((len(texts), 4), dtype=np.float32)
        vectors[: len(texts) // 2, 0] = 1
        vectors[len(texts) // 2 :, 1] = 1
        return vectors

    claim = "The Clerk is going to send the owner a letter."
    assert check(claim, [PASSAGE], embed=alike).support > check(claim, [PASSAGE], embed=unlike).support
