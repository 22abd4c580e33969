"""The newsletter desk: stories proposed from a period, drafted in one batch, each claim traceable."""

from assistant.newsletter.batch_api import BatchApi
from assistant.newsletter.batching import BatchDesk
from assistant.newsletter.candidate import Candidate, Reason
from assistant.newsletter.cost import Estimate, estimated, within
from assistant.newsletter.desk import Desk, Done
from assistant.newsletter.edition import Period
from assistant.newsletter.proposing import language_of, propose
from assistant.newsletter.publishing import write
from assistant.newsletter.templates import Template
from assistant.newsletter.templates import template as template_for

__all__ = [
    "BatchApi",
    "BatchDesk",
    "Candidate",
    "Desk",
    "Done",
    "Estimate",
    "Period",
    "Reason",
    "Template",
    "estimated",
    "language_of",
    "propose",
    "template_for",
    "within",
    "write",
]
