"""What the sentence or the text around a claim adds to it: an implied place, the speaker's organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.judging.standing import predicate_of
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon, load
from claimtrack.model.mentions import Name, Place
from claimtrack.text.folding import fold, lighten


def implied_places(drafts: Sequence[Draft]) -> None:
    """The places that the sentence around a claim gives it."""
    for draft in drafts:
        code = _place_before(draft)
        if code is not None and code not in draft.places:
            draft.places = (code, *draft.places)
            draft.reasons.append("place named before the clause")
    _place_of_passives(drafts)


def _place_before(draft: Draft) -> str | None:
    """The place that a clause tells of which begins right behind it: "in Leeds, where two thirds voted to stay"."""
    a, first = draft.passage.analysis, draft.tokens[0]
    where = next((i for i in (first, first - 1) if i > 0 and "where" in draft.passage.classes[i]), None)
    if where is None:
        return None
    last = where - 2 if a.tokens[where - 1].kind == "mark" else where - 1
    end = a.tokens[last].end if last >= 0 else -1
    named = (m.value for m in draft.passage.mentions if m.end == end)
    return next((value.code for value in named if isinstance(value, Place)), None)


def _place_of_passives(drafts: Sequence[Draft]) -> None:
    """A passive event without a place takes place where the country acts that the sentence has just named.

    "When Russia asked for the keys, we refused, and the service was blocked": who blocked it is not said again, and
    the only country that acts in the sentence is Russia. Several acting countries imply nothing, and a passive that
    names its doer needs nothing implied.
    """
    if not drafts:
        return
    acting = [
        (m.start, m.value.code)
        for m in drafts[0].passage.mentions
        if isinstance(m.value, Place) and _acts(drafts[0].passage.analysis, m.start)
    ]
    if len({code for _, code in acting}) != 1:
        return
    start, code = acting[0]
    for draft in drafts:
        if not draft.places and start < draft.start and is_agentless(draft):
            draft.places = (code,)
            draft.reasons.append("place implied by the country that acts in the sentence")


def _acts(a: Analysis, offset: int) -> bool:
    """Whether the place named at `offset` is the subject of a verb, or describes it ("Russian officials asked")."""
    at = next((i for i, token in enumerate(a.tokens) if token.start <= offset < token.end), None)
    if at is None:
        return False
    phrase = {at, *([a.heads[at]] if a.relations[at] in ("amod", "compound", "flat") else [])}
    return any(a.pos[i] == "VERB" and subject_of(a, i) in phrase and not is_passive(a, i) for i in range(len(a.tokens)))


def is_agentless(draft: Draft) -> bool:
    """Whether the claim is a passive that does not say by whom; a support verb may make it one.

    The verb counts wherever the tree has it: below its subject where that stands before it ("the app | was blocked").
    A relative clause only tells which one is meant.
    """
    a = draft.passage.analysis
    verb = predicate_of(a, draft.head, frozenset(draft.tokens))
    if verb != draft.head and "relative" in draft.passage.classes[verb - 1]:
        return False
    token = a.tokens[verb]
    code = lexicon.code_of(token.text)
    carried = lexicon.support(code, token.fold) == "passive"
    if not carried and not (a.pos[verb] == "VERB" and is_passive(a, verb)):
        return False
    return not lexicon.names_doer(code, [a.tokens[i].fold for i in draft.tokens if i > verb])


def organisation_of(passages: Sequence[Passage]) -> str | None:
    """The organisation whose founder or head the text names: the name that most often follows a role word."""
    found = Counter(name for name, _ in _headed(passages))
    return found.most_common(1)[0][0] if found else None


def heads(passages: Sequence[Passage], organisation: str | None) -> frozenset[str]:
    """The words around the role words before an organisation's name: whoever heads it is named among them."""
    return frozenset(word for name, words in _headed(passages) if name == organisation for word in words)


def _headed(passages: Sequence[Passage]) -> Iterator[tuple[str, frozenset[str]]]:
    for passage in passages:
        tokens = passage.analysis.tokens
        for i, classes in enumerate(passage.classes):
            if "role" not in classes:
                continue
            hooks = load(lexicon.code_of(tokens[i].text)).hooks
            if not (hooks.ROLE_FIRST or hooks.OF in [t.norm for t in tokens[i + 1 : i + 2]]):
                continue  # behind a role without "of" stands who holds it
            reach = _BESIDE if hooks.VERB_FIRST else _NEAR
            for mention in passage.mentions:
                near = 0 <= mention.start - tokens[i].end <= reach
                apart = any(t.kind == "mark" and tokens[i].end <= t.start < mention.start for t in tokens[i : i + 3])
                if near and not apart and isinstance(mention.value, Name) and mention.value.what != "person":
                    around = tokens[max(0, i - _AROUND) : i + _AROUND]
                    yield mention.value.name, frozenset(t.text for t in around if t.is_word)


_NEAR = 4
_BESIDE = 2
"""So many characters between a role word and a name in a language that needs no preposition there."""
_AROUND = 10


def spoken_for(speaker: str) -> str | None:
    """The organisation for which a speaker speaks, by the title in their own words ("spokesman of the agency X")."""
    words = speaker.split()
    code = lexicon.code_of(words[0]) if words else ""
    if not words or lexicon.is_own_gloss(code):
        return None
    core, own = load(code).hooks.core, cues(code)
    link = next((i for i, word in enumerate(words) if "title_link" in own.words.get(lighten(word), ())), None)
    if link is None:
        return None
    name = words[link + 1 :]
    closed = next((i for i, word in enumerate(name) if core(word) is not None), None)
    if closed is None:
        return " ".join(name) if 0 < len(name) <= _BARE else None
    end = closed + 1
    titled = load(code).folded("names", "titles")
    while (
        end < len(name)
        and fold(name[end]) not in titled
        and (core(name[end]) is not None or lexicon.has_attached(code, fold(name[end])))
    ):
        end += 1
    return " ".join(name[:end])


_BARE = 2
