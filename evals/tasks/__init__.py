"""The suites as tasks of inspect-ai: the same questions and the same scorers, with inspect's logs. Needs the extra `evals`.

    inspect eval evals/tasks/answers.py --model none
    inspect view

No model is asked: the solver is the assistant itself. `-T judge=openai/NAME` adds a judge to `answers`.
"""
