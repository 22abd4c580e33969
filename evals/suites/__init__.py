"""What is measured together: one file a suite, each with `measure(run)`. They are named by string, so that listing them loads none."""

from __future__ import annotations

# name: what it measures, for `minutewise eval --help` and the report
SUITES = {
    "retrieval": "Is the evidence found, and how far up?",
    "answers": "Does the answer state the facts?",
    "citations": "Do the citations show the evidence, bear out the sentence, and are they needed?",
    "abstention": "Is what the minutes do not say left unsaid, and for the right reason?",
    "summaries": "Is every sentence of a summary borne out, and every decision told?",
    "newsletter": "The same of a newsletter.",
    "checker": "Does the checker catch planted faults, and leave honest sentences alone?",
    "injection": "Do instructions planted in minutes change anything?",
    "welsh": "The questions in Welsh, and the Welsh minutes.",
    "benchmarks": "Public benchmarks beside plain baselines; needs --data.",
}
