"""Who and what a sentence names: persons, roles, bodies, other proper names; and whether two namings can be of the same one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.grounding.number_words import CARDINALS
from assistant.grounding.quantities import MONTHS
from assistant.grounding.wording import FUNCTION_WORDS, Token
from ingest.text import word_set

Kind = Literal["person", "role", "body", "proper", "member"]

TITLES = word_set(
    "councillor councillors cllr cllrs clr clir cr mr mrs ms miss dr sir lady lord rev professor prof alderman alderwoman cyng "
    "cynghorydd cynghorwyr cynghr mp ms am"
)
_ROLE_HEADS = word_set(
    "head director leader chair chairman chairwoman chairperson chairs vice-chair executive officer manager clerk mayor secretary "
    "treasurer solicitor engineer planner accountant auditor commissioner superintendent inspector sergeant constable minister "
    "spokesman spokesperson arweinydd cadeirydd clerc pennaeth bennaeth cyfarwyddwr gyfarwyddwr gadeirydd president convener provost"
)
_BODY_HEADS = word_set(
    "council cabinet committee sub-committee subcommittee board panel executive forum authority commission trust cyngor pwyllgor "
    "bwrdd bwyllgor gyngor"
)
_MEMBERS = word_set("member members councillor councillors aelod aelodau officers officer")
RANKS = word_set("deputy vice assistant acting interim")
_WELSH_OPENERS = word_set("pwyllgor cyngor bwrdd pennaeth bennaeth cyfarwyddwr gyfarwyddwr aelod cadeirydd gadeirydd swyddog")
_LINKS = word_set("of for and the & 's to a ac y yr")
_NOT_NAMES = word_set(
    "resolved unanimously unanimous agreed recommended noted moved seconded carried lost proposed approved that and or the in on at a "
    "an of by minutes agenda item action decision report motion amendment i penderfynwyd cynigiwyd eiliwyd cytunwyd monday tuesday "
    "wednesday thursday friday saturday sunday"
)


class Mention(NamedTuple):
    """One naming. `words` are lower case, without titles and links; `given` the first names or initials of a person."""

    kind: Kind
    words: tuple[str, ...]
    given: tuple[str, ...]
    text: str
    first: int
    last: int

    @property
    def name(self) -> str:
        return self.words[-1]


@lru_cache(maxsize=8192)
def mentions(tokens: tuple[Token, ...], known: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """The namings of a sentence, in order.

    Args:
        tokens: the sentence.
        known: lower-case words that are proper names elsewhere, so that one at the beginning of the sentence is seen to be one.
    """
    if sum(token.text.isupper() for token in tokens) > 0.6 * sum(token.text[0].isalpha() for token in tokens):
        return ()
    found = []
    index = 0
    while index < len(tokens):
        if not _opens(tokens, index, known):
            index += 1
            continue
        last = _run_end(tokens, index)
        mention = _classify(tokens, index, last)
        if mention:
            found.append(mention)
            last = mention.last
        index = last + 1
    return tuple(found)


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.lower not in _NOT_NAMES and token.lower not in MONTHS


def _opens(tokens: Sequence[Token], index: int, known: frozenset[str]) -> bool:
    token = tokens[index]
    if not _capital(token) or (token.lower in FUNCTION_WORDS and token.lower not in TITLES):
        return token.lower in ("member", "members")
    if index and tokens[index - 1].text not in '."(:':
        return True
    if token.lower in CARDINALS:
        return False  # 'Two Scout groups', at the beginning of a sentence
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.lower in TITLES | _ROLE_HEADS | _BODY_HEADS | _MEMBERS or token.lower in known or token.text.isupper():
        return True
    if token.text.lower().endswith("'s"):
        return True
    return following is not None and _capital(following) and following.lower not in FUNCTION_WORDS and token.end + 1 == following.start


def _run_end(tokens: Sequence[Token], index: int) -> int:
    """The last token of the run of capitals that begins at `index`; 'of', 'for' and 'and' join within the name of a role or body."""
    last = index
    long_name = False
    cursor = index
    while cursor + 1 < len(tokens):
        token, following = tokens[cursor], tokens[cursor + 1]
        if token.lower in _ROLE_HEADS | _BODY_HEADS or token.lower == "member":
            long_name = True
        possessive = token.text.endswith("'s")
        if (
            following.text == "."
            and (token.lower in TITLES or len(token.text) == 1)
            and cursor + 2 < len(tokens)
            and _capital(tokens[cursor + 2])
        ):
            cursor += 1
            continue
        adjacent = following.start - token.end <= 1
        if _capital(following) and adjacent and following.lower not in FUNCTION_WORDS:
            if following.lower in TITLES or (
                possessive and not (following.lower in _ROLE_HEADS | _BODY_HEADS or long_name or following.lower == "services")
            ):
                break
            last = cursor = cursor + 1
            continue
        if (
            following.text[0].isdigit()
            and len(following.text) <= 4
            and token.lower in ("section", "option", "schedule", "part", "band", "phase", "appendix")
        ):
            last = cursor = cursor + 1
            continue
        steps = 2 if following.lower in _LINKS and cursor + 2 < len(tokens) and tokens[cursor + 2].lower == "the" else 1
        beyond = tokens[cursor + steps + 1] if cursor + steps + 1 < len(tokens) else None
        joins = following.lower in (
            ("of", "for", "and", "&", "a", "ac", "y", "yr") if tokens[index].lower in _WELSH_OPENERS else ("of", "for", "and", "&")
        )
        if cursor == index and token.lower in _BODY_HEADS and following.lower == "for":
            break  # 'addressed Council for the Friends of the Pool'
        if (
            beyond is not None
            and _capital(beyond)
            and joins
            and (
                (long_name and (following.lower != "and" or _continues(tokens, index, cursor, beyond)))
                or _reaches_body(tokens, cursor + steps + 1)
            )
        ):
            cursor += steps + 1
            last = cursor
            continue
        if long_name and following.text == "," and (end := _portfolio_end(tokens, index, cursor)):
            last = cursor = end
            continue
        break
    return last


def _reaches_body(tokens: Sequence[Token], start: int) -> bool:
    """Whether the capitals that follow end in the name of a body: 'Children AND Social Care Scrutiny Committee'."""
    for token in tokens[start : start + 5]:
        if not _capital(token) or token.lower in TITLES:
            return False
        if token.lower in ("committee", "board", "panel", "commission"):
            return True
    return False


def _portfolio_end(tokens: Sequence[Token], first: int, cursor: int) -> int:
    """The last word of a list within a role: 'Cabinet Member for Planning, Housing and Economy'; 0 if it is no such list."""
    if not any(token.lower in ("for", "of") for token in tokens[first:cursor]):
        return 0
    place = cursor
    while place + 1 < len(tokens) and (_capital(tokens[place + 1]) or tokens[place + 1].text == ","):
        place += 1
        if tokens[place].lower in TITLES | _ROLE_HEADS or tokens[place].lower in ("deputy", "cabinet"):
            return 0
    if tokens[place].text == "," or place + 2 >= len(tokens) or tokens[place + 1].lower != "and" or not _capital(tokens[place + 2]):
        return 0
    if tokens[place + 2].lower in TITLES | _ROLE_HEADS | {"deputy", "cabinet", "chief"}:
        return 0
    place += 2
    while place + 1 < len(tokens) and _capital(tokens[place + 1]):
        place += 1
    return place


def _continues(tokens: Sequence[Token], first: int, cursor: int, beyond: Token) -> bool:
    """Whether 'and' stands within one name, as in 'Head of Leisure and Culture', not between two."""
    inside = any(token.lower in ("of", "for") for token in tokens[first:cursor])
    return inside and beyond.lower not in TITLES | _ROLE_HEADS | _BODY_HEADS | {"cabinet", "deputy", "chief", "statutory", "monitoring"}


def _classify(tokens: Sequence[Token], first: int, last: int) -> Mention | None:
    run = [token for token in tokens[first : last + 1] if token.text != "."]
    text = " ".join(token.text for token in run)
    lowers = [token.lower for token in run if token.lower not in _LINKS]
    titled = bool(lowers) and lowers[0] in TITLES
    bare = [word for word in lowers if word not in TITLES]
    if not bare or all(word in _MEMBERS for word in bare):
        if lowers and (lowers[0] in _MEMBERS):
            return Mention("member", tuple(lowers), (), text, first, last)
        return None
    if not titled:
        split = set(bare) | {part for word in bare for part in word.split("-")}
        if split & (_ROLE_HEADS - {"executive"}) or "member" in split or ("executive" in split and "chief" in split):
            return Mention("role", tuple(bare), (), text, first, last)
        if split & _BODY_HEADS:
            return Mention("body", tuple(bare), (), text, first, last)
    given = [word[0] if len(word) == 1 else word for word in bare[:-1]]
    if (
        last + 3 < len(tokens) + 0
        and tokens[last + 1].text == "("
        and len(tokens[last + 2].text) == 1
        and tokens[last + 2].text.isupper()
        and tokens[last + 3].text == ")"
    ):
        given = [tokens[last + 2].lower]
        text += f" ({tokens[last + 2].text})"
        last += 3
    return Mention("person" if titled or given else "proper", tuple(bare), tuple(given), text, first, last)


@lru_cache(maxsize=16384)
def same(a: Mention, b: Mention) -> bool:
    """Whether two namings can be of the same person, role, body or place; a shorter form agrees with a longer one."""
    if "member" in (a.kind, b.kind):
        return a.kind == b.kind or (a.kind == "member" and b.kind in ("person", "proper", "role"))
    if {a.kind, b.kind} <= {"person", "proper"}:
        if a.name != b.name:
            return set(a.words) < set(b.words) or set(b.words) < set(a.words) if len(a.words) > 1 or len(b.words) > 1 else False
        return not a.given or not b.given or _given_agree(a.given, b.given)
    if a.kind != b.kind:
        return bool({a.kind, b.kind} & {"proper"}) and (set(a.words) <= set(b.words) or set(b.words) <= set(a.words))
    mine, theirs = _parts(a.words), _parts(b.words)
    if mine & RANKS != theirs & RANKS:
        return False
    return mine <= theirs or theirs <= mine


@lru_cache(maxsize=4096)
def _parts(words: tuple[str, ...]) -> frozenset[str]:
    plain = {"chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "subcommittee": "sub", "services": "service"}
    return frozenset(plain.get(part, part) for word in words for part in word.split("-")) - {"full", "the"}


def _given_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    shorter, longer = sorted((a, b), key=len)
    return any(x == y or ((len(x) == 1 or len(y) == 1) and x[0] == y[0]) for x in shorter for y in longer)


def linked(sentences: Iterable[tuple[Token, ...]]) -> list[tuple[Mention, Mention]]:
    """Roles with the persons that the text says hold them: 'the Head of Leisure, Owain Marged,', 'Owain Marged (Head of Leisure)'."""
    pairs = []
    for tokens in sentences:
        found = mentions(tokens)
        for one, two in itertools.pairwise(found):
            between = [token.text for token in tokens[one.last + 1 : two.first] if token.lower not in ("the", "a")]
            after = tokens[two.last + 1].text if two.last + 1 < len(tokens) else "."
            if {one.kind, two.kind} in ({"role", "person"}, {"role", "proper"}) and (
                between == ["("] or (between == [","] and after in ",.;)") or (not between and one.kind == "role")
            ):
                pairs.append((one, two))
    return pairs
