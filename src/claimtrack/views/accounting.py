"""The full account of a text: every sentence with its claims or why it has none, and what no claim carries.

In go a text with its sentences, mentions and claims (of an extraction or of a tracker); out comes a record
for exports, or lines for a screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Role, Sentence
from claimtrack.model.mentions import Mention
from claimtrack.model.record import Record
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.harmless import one_line
from claimtrack.views.screen import Screen
from claimtrack.views.width import wrap

NOTHING = "no claim found"
_CARRIED = ("quantity", "time", "place")


class Found(Record):
    """A claim in an account."""

    id: int | str
    start: int
    end: int
    gloss: str
    kind: str
    checkable: bool
    reasons: tuple[str, ...] = ()


class SentenceAccount(Record):
    """One sentence: its claims, or `set_aside`; and the mentions in it that no claim carries."""

    document: str
    start: int
    end: int
    role: Role
    set_aside: str | None
    text: str
    claims: tuple[Found, ...] = ()
    uncarried: tuple[Mention, ...] = ()

    def as_row(self) -> dict[str, str]:
        """The same as one row of a sheet."""
        return {
            "document": self.document,
            "start": str(self.start),
            "end": str(self.end),
            "role": self.role,
            "set_aside": self.set_aside or "",
            "text": self.text,
            "claims": ";".join(str(each.id) for each in self.claims),
            "uncarried": ";".join(f"{each.type}: {each.text}" for each in self.uncarried),
        }

    def claim_ids(self) -> list[int | str]:
        """The ids of its claims."""
        return [each.id for each in self.claims]


class Account(Record):
    """A text and all of its sentences."""

    document: str
    sentences: tuple[SentenceAccount, ...]


def account(
    name: str,
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    claims: Sequence[Claim] | Sequence[TrackedClaim],
) -> Account:
    """Account for a text."""
    starts = [each.start for each in sentences]
    found: list[list[Found]] = [[] for _ in sentences]
    for claim in claims:
        at = _sentence(starts, claim.start)
        if at is not None:
            found[at].append(
                Found(
                    id=claim.id,
                    start=claim.start,
                    end=claim.end,
                    gloss=claim.gloss,
                    kind=claim.kind,
                    checkable=claim.checkable,
                    reasons=claim.reasons,
                )
            )
    loose: list[list[Mention]] = [[] for _ in sentences]
    carried = _carried(claims)
    for mention in mentions:
        at = _sentence(starts, mention.start)
        if at is not None and mention.type in _CARRIED and not (mention.numeral or carried.covers(mention)):
            loose[at].append(mention)
    return Account(
        document=name,
        sentences=tuple(_sentence_account(name, text, each, found[at], loose[at]) for at, each in enumerate(sentences)),
    )


def _sentence_account(
    name: str, text: str, sentence: Sentence, found: list[Found], loose: list[Mention]
) -> SentenceAccount:
    reason = None if found else sentence.set_aside or NOTHING
    return SentenceAccount(
        document=name,
        start=sentence.start,
        end=sentence.end,
        role=sentence.role,
        set_aside=reason,
        text=text[sentence.start : sentence.end],
        claims=tuple(found),
        uncarried=tuple(loose),
    )


def _sentence(starts: Sequence[int], place: int) -> int | None:
    at = bisect_right(starts, place) - 1
    return at if at >= 0 else None


class _Carried:
    """The characters that the claims' quantities and times stand on, and those of claims about a country."""

    def __init__(self) -> None:
        self.values: set[int] = set()
        self.countries: dict[str, set[int]] = {}

    def covers(self, mention: Mention) -> bool:
        """Whether some claim carries this mention."""
        if mention.type == "place":
            return mention.start in self.countries.get(getattr(mention.value, "code", ""), ())
        return mention.start in self.values and mention.end - 1 in self.values


def _carried(claims: Sequence[Claim] | Sequence[TrackedClaim]) -> _Carried:
    carried = _Carried()
    for claim in claims:
        for span in (*claim.quantities, *(time.span for time in claim.times)):
            carried.values.update(range(span.start, span.end))
        for start, end in {(claim.start, claim.end), *((each.start, each.end) for each in claim.appearances)}:
            for code in claim.places:
                carried.countries.setdefault(code, set()).update(range(start, end))
    return carried


def lines(accounts: Sequence[Account], screen: Screen) -> Iterator[str]:
    """The account for a person: the sentence, then what became of it, indented."""
    for each in accounts:
        yield screen.paint(screen.isolate(one_line(each.document)), "bold")
        for sentence in each.sentences:
            yield ""
            yield from sentence_lines(sentence, screen)
        yield ""
        yield summary(each)


def sentence_lines(sentence: SentenceAccount, screen: Screen) -> Iterator[str]:
    """A sentence and what became of it."""
    for line in wrap(one_line(sentence.text), max(20, screen.width)):
        yield screen.isolate(line)
    for claim in sentence.claims:
        note = "" if claim.checkable else ", not checkable"
        rules = f"  ({', '.join(claim.reasons)})" if claim.reasons else ""
        yield from indented(f"→ claim {claim.id}: {claim.gloss} [{claim.kind}{note}]{rules}", screen, "green")
    if sentence.set_aside:
        reason, role = sentence.set_aside.replace("_", " "), sentence.role.replace("_", " ")
        yield from indented(f"– {reason}" if reason == role else f"– {reason} ({role})", screen, "dim")
    for mention in sentence.uncarried:
        yield from indented(f"! no claim carries the {mention.type} “{mention.text}”", screen, "yellow")


def indented(words: str, screen: Screen, style: str) -> Iterator[str]:
    """A remark below its sentence."""
    for at, line in enumerate(wrap(one_line(words), max(20, screen.width - 6))):
        yield ("    " if at == 0 else "      ") + screen.paint(screen.isolate(line), style)


def summary(account: Account) -> str:
    """The last line: how many sentences, claims, and loose values."""
    with_claims = sum(bool(each.claims) for each in account.sentences)
    claims = sum(len(each.claims) for each in account.sentences)
    loose = sum(len(each.uncarried) for each in account.sentences)
    sentences = len(account.sentences)
    return (
        f"{sentences} sentence{'' if sentences == 1 else 's'}: {with_claims} with {claims} "
        f"claim{'' if claims == 1 else 's'}, {sentences - with_claims} set aside; "
        f"numbers, times and places that no claim carries: {loose}."
    )
