"""What a check of one claim comes to."""

from __future__ import annotations

from pydantic import Field

from assistant.datamodel import Problem
from ingest.datamodel import Noun


class Verdict(Noun):
    """Whether a claim stands on its evidence, and if not, why not."""

    support: float = Field(ge=0, le=1, description="calibrated probability that the evidence supports the claim; 1 = verbatim")
    problems: tuple[Problem, ...] = Field(default=(), description="in the order of the checks")
    supported: bool = Field(description="no problem was found and the support is sufficient")
