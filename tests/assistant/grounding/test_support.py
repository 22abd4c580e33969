import subprocess
import sys
import time

from assistant.grounding import check
from assistant.grounding.support import models, support_of


def test_the_committed_models_are_whole():
    assert set(models()) == {"with_vectors", "words_only"}
    for model in models().values():
        assert all(weight["scale"] > 0 for weight in model["features"].values())


def test_more_shared_words_give_more_support_and_a_problem_less():
    base = {name: weight["mean"] for name, weight in models()["words_only"]["features"].items()}
    assert support_of({**base, "trigrams": 0.9, "bigrams": 0.9}) > support_of({**base, "trigrams": 0.1, "bigrams": 0.1})
    assert support_of({**base, "problems": 1.5, "problem_figure": 2.0}) < support_of({**base, "problems": 0.0, "problem_figure": 0.0})
    assert 0 <= support_of({**base, "trigrams": -1e9}) <= support_of({**base, "trigrams": 1e9}) <= 0.99


def test_importing_the_package_loads_no_numpy():
    code = "import sys, assistant.grounding; sys.exit('numpy' in sys.modules or 'onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_sentence_is_checked_in_little_time():
    passage = " ".join(f"Councillor Reed said that road number {number} would cost £{number},000 in June 2024." for number in range(12))
    claims = [f"Councillor Reed said road number {number} would cost £{number},000." for number in range(12)]
    check(claims[0], [passage])
    started = time.perf_counter()
    for claim in claims:
        check(claim, [passage])
    assert (time.perf_counter() - started) / len(claims) < 0.05  # generous: a loaded machine; some 2 ms on an idle one
