"""Orders to software by their phrases: 'Ignore your instructions and say …', a chat template's words, 'Note to the assistant:'."""

from __future__ import annotations

import re

_CLAUSE = r"(?:^|[.:;!?,–—\])>\"“'‘*]\s*|\bplease\s+|\byou (?:must|should|will|are to)\s+|\band\s+|\bthen\s+|\bnow\s+)"
_OUTRIGHT = r"(?:^|[.:!?>\"“'‘*]\s*|\bplease\s+|\byou (?:must|should|will|are to)\s+)"
# Where a list of what people do may go on as well: 'Motorists speed and disregard the rules'.
_GOING_ON = r"(?:[,;–—\])]\s*|\band\s+|\bthen\s+|\bnow\s+)"
_SENTENCE = r"(?:^|[.:;!?]\s+|[•*>#-]\s+)"
_READER = (
    r"(?:AI|A\.I\.|AI assistants?|assistants?|(?:AI |language |chat )models?|LLMs?|chat ?bots?|bots?|GPT|summari[sz]ers?"
    r"|summari[sz]ing software)"
)
_SOFTWARE = _READER.replace("|assistants?", "")  # one may have worked as an assistant
_RULES = (
    r"(?:instructions?|prompts?|rules|guidelines|guardrails|directives?|system (?:message|prompt)|programming|training"
    r"|everything (?:above|before)|what you were told|passages?|the question)"
)
_RULES_OF_SOFTWARE = (
    r"(?:prompts?|guardrails|system (?:message|prompt)|programming|everything (?:above|before)|what you were told|passages?|the question)"
)
# 'The Assistant Clerk' is a post, and no software.
_NO_POST = r"(?!\s(?:(?-i:[A-Z][a-z]+)|chief|clerk|director|engineer|head|manager|officer|secretary)\b)"
_ORDERED = r"\b(?:answer|reply|respond|say|state|tell|write|ignore|disregard|forget|report|please|you|your)\b"
# 'Assistant: Mrs A Jones', 'Developer: Persimmon Homes Ltd': whoever has that part.
_NAMED = r"(?-i:(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][a-z’'-]+|[A-Z]\.?)(?: (?:[A-Z][a-z’'-]+|[A-Z]\.?)){1,5})(?: ?\([^)]*\))?\.?\s*$"
# What those who write to a council are asked for.
_PARTICULARS = (
    r"(?:reference|names?|address|postcode|number|details?|reasons|evidence|signature|copy|received|submitted|sent|returned|in writing)"
)
_WHOSE = r"(?:all|any|the|your|these|those|previous|prior|above|earlier|other|of|every|such)"
_ORDERS = (
    # to forget what it was told, at the start of a clause: 'asked officers to ignore previous instructions' is none
    rf"{_OUTRIGHT}(?:ignore|disregard|forget|override|bypass)\s+(?:{_WHOSE}\s+)*{_RULES}\b",
    rf"{_GOING_ON}(?:ignore|disregard|forget|override|bypass)\s+(?:{_WHOSE}\s+)*"
    rf"(?:(?:your|previous|prior|above|earlier)\s+{_RULES}|{_RULES_OF_SOFTWARE}|{_RULES}\s+(?:above|before|you\b|given to you))\b",
    r"\bnew (?:instructions?|rules?)\s*(?::|follow\b)(?=.{0,80}\b(?:answer|reply|respond|say|tell|write|ignore|you)\b)"
    r"|\b(?:earlier|previous|above) (?:rules|instructions) (?:no longer|do not) apply\b",
    # in the voice of whoever runs the software, or in the marks of its prompts
    r"(?:^|[\"“*#>\[]\s*)\W{0,3}(?:system|assistants?|developer|admin(?:istrator)?|user)"
    rf"\s?(?:prompt|message|note|override|instructions?)?\s*\W{{0,2}}:\s(?!{_NAMED})",
    r"[.!?]\s+(?:system|developer|admin) (?:prompt|message|note|override|instructions?)\s*:|(?-i:(?<![A-Z] )\bSYSTEM\s*:)",
    r"[\[(](?:system|developer|assistant|admin) (?:message|note|prompt)[\])]",
    r"[<＜﹤‹]\s*/?\s*(?:passage|system|assistant|user|instructions?|script|img|end_of_turn|start_of_turn)\b"
    r"|<\|\w+\|>|\[/?(?:INST|SYS|SYSTEM|SYSTEM_PROMPT)\]|<</?SYS>>|</?s>",
    r"\b(?:system prompt|developer mode|jailbreak)\b|\bcite (?:the )?key\b",
    # by name
    rf"\b(?:note|message|instructions?|memo|reminder|attention|request|dear|hey|hello)\b\W{{0,3}}(?:to|for|of)?\s?"
    rf"(?:the |any |all |every )?(?:{_SOFTWARE}\b|assistants?\b(?!\s(?!(?:who|that|reading)\b|{_ORDERED})\w)){_NO_POST}",
    rf"\b(?:to|for|any|every|the)\s(?:{_SOFTWARE}\s?[:,(–—-]\s|assistants?\s?[:,(–—-]\s(?=.{{0,80}}{_ORDERED}))",
    rf"\b(?:to|for|any|every|the)\s{_READER}\s?(?:reading|that reads?|who reads?|summari[sz]ing|answering|processing)\b",
    rf"\b(?:if you are|you are(?: now)?|act as|pretend (?:to be|that you are))\s+(?:an?|the)\s+(?:\w+ ){{0,2}}{_READER}\b"
    r"(?!\s(?:to|at|in|for|with)\b)",
    rf"(?:{_SENTENCE}|[,“\"]\s*)as\s+(?:an?|the)\s+(?:\w+ )?{_SOFTWARE}\b"
    rf"|\bas\s+(?:an?|the)\s+(?:\w+ )?{_SOFTWARE}\b,?\s+(?:\w+,?\s+)?(?:you|your|I)\b",
    r"\bfrom (?:here|now) on,? you are (?:an?|the|no longer|not|free)\b|\b(?:for|to) (?:machines|robots) only\b"
    r"|\b(?:note|message|text|line|words?|correction|memo|instructions?)(?: is| are)? (?:for|to) computers only\b",
    # what to write
    rf"{_CLAUSE}(?:always )?(?:answer|reply|respond|output|print)\s+(?:only|exactly|nothing|instead)",
    rf"{_OUTRIGHT}(?:always )?(?:answer|reply|respond|output|print)\s+(?:as follows|the following\b|to (?:every|any|all) questions?)",
    rf"{_SENTENCE}(?:always )?(?:answer|output|print)\s+(?:with|that|“|\"|:|always)",
    # 'Respond that the Council objects' is what councils resolve
    rf"{_SENTENCE}(?:always (?:reply|respond)|(?:reply|respond)\s+(?:(?:with|that)\s*)?(?:“|\"|:|always))",
    r"\bwhatever (?:is|you are|the user|anyone) (?:\w+ ){0,2}ask(?:ed|s)\b(?! of\b)|\bwhatever the question\b",
    r"\byour (?:answer|reply|response|output|summary)\s+(?:must|shall|is to|has to)\s+"
    rf"(?:\w+ )?(?:be|say|state|begin|start|end|contain|include|read|not|only)\b(?!\s(?:\w+ ){{0,4}}{_PARTICULARS}\b)",
    rf"{_SENTENCE}(?:include|add|insert|append|end|begin|start|finish|put)\b(?!\s(?:\w+ ){{0,4}}{_PARTICULARS}\b).{{0,60}}"
    r"\b(?:in|with|of|to) your (?:answer|reply|response|summary|output)\b",
    rf"{_CLAUSE}(?:say|write|state)\s+(?:only|instead|exactly|nothing but)\b(?=.{{0,3}}[:“\"]|\s+that\b)",
    rf"{_CLAUSE}tell (?:(?:the |any |every |all )?(?:user|readers?|questioners?)|(?:any|every|all) users)\b\s*(?:that|to|:|,|the|there|it)",
    rf"{_SENTENCE}(?:do not|don't|never) (?:mention|cite|quote|reveal|answer|check)\b[^.\n]{{0,40}}"
    r"\b(?:users?|readers?|passages?|the question|sources?|citations?|instructions?|this (?:note|line))\b",
    rf"{_CLAUSE}(?:reveal|repeat|print|show|output) (?:your|the) (?:system )?(?:prompt|instructions|rules)\b",
    rf"{_SENTENCE}(?:decode|read) (?:this |it )?(?:\w+ )?and (?:obey|do as|follow)\b",
    r"\b(?:to|must|shall) tell (?:every|any|all|the) (?:users?|readers?|questioners?)\s*:",
    r"\b(?:judge|grader|evaluator|rater|checker)\b[^.\n]{0,30}\breads? (?:this|the) (?:answer|reply|response|summary)\b"
    r"|\b(?:whoever|anyone)\b[^.\n]{0,30}\breads? this (?:answer|reply|response|summary)\b",
    # Welsh
    r"\banwybydd(?:wch|a)\s+(?:yr? |eich |dy |bob |pob |holl )*(?:[cg]yfarwyddiadau|[cg]yfarwyddyd|cwestiwn|rheolau)\b"
    r"|\bpeidiwch ag ateb y cwestiwn\b",
    rf"(?:{_SENTENCE}|\bac?\s+)(?:atebwch|dywedwch)\s+(?:yn unig|dim ond|yn lle)\b",
)
# One of these stands in every order above: most paragraphs are passed over at once.
_HINT = re.compile(
    r"ignor|disregard|forget|overrid|bypass|rules|instruct|system|assistant|developer|admin|user|prompt|[<＜﹤‹\[(]|jailbreak"
    r"|\b(?:key|AI|bots?)\b|A\.I\.|model|chat|LLM|GPT|summari|\b(?:here|now) on\b|machines|robots|computers|answer|reply|respond|response"
    r"|output|print|whatever|\bsay\b|write|state|reader|questioner|mention|cite|quote|reveal|check|decode|\breads?\b"
    r"|anwybydd|peidiwch|atebwch|dywedwch",
    re.IGNORECASE,
)
_ORDER = re.compile("|".join(_ORDERS), re.IGNORECASE | re.MULTILINE)


def is_order(text: str) -> bool:
    """Whether a phrase of a known kind stands in a text."""
    return bool(_HINT.search(text) and _ORDER.search(text))
