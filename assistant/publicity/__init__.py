"""Checks before publication: what a council's publicity must not say, each finding with its sentence. Low floor: knows no library."""

from assistant.publicity.desk import findings, findings_of, findings_over
from assistant.publicity.rules import Code, Rules, pre_election_banner

__all__ = ["Code", "Rules", "findings", "findings_of", "findings_over", "pre_election_banner"]
