"""Who speaks at a reporting cue: the noun phrase behind it, found by the order of the words.

The tree of a long sentence is often wrong where a relative clause or an apposition stands between a speaker and the
reporting verb, so that the words next to the verb are read: behind it where verbs come first or the verb follows a
quotation, as here, else before it (`preceding`).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import (
    forward,
    is_certain,
    quoted_name,
)
from claimtrack.claims.visited import is_place_behind
from claimtrack.claims.voices.apposed import (
    apposed,
    is_personal,
    is_title,
    led_by_name,
    past_phrases,
    with_name,
    with_surname,
)
from claimtrack.claims.voices.complements import with_complement
from claimtrack.languages import Hooks, lexicon, load


@dataclass(frozen=True, slots=True)
class Speaker:
    """The tokens that name a speaker, and the stretch `left` to `right` (exclusive) with all that describes them."""

    tokens: tuple[int, ...]
    left: int
    right: int


def until(who: Speaker, end: int) -> Speaker:
    """A speaker without the words from token `end` on, where any are left."""
    tokens = tuple(t for t in who.tokens if t < end)
    return Speaker(tokens, who.left, end) if tokens else who


def _before_visited(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """Who acts without the place on which they act: "visited the minister | Morocco"; not "the capital | Cairo"."""
    if not hooks.VERB_FIRST or not any("place" in p.mention_types[t] for t in tokens[1:]):
        return tokens
    code, word = lexicon.code_of(p.analysis.tokens[tokens[0]].text), p.analysis.tokens[tokens[0]].fold
    person = lexicon.bare(code, word) in load(code).folded("descriptions", "person")
    return tokens[: next((n for n, t in enumerate(tokens) if n and is_place_behind(p, t)), None) if person else None]


def _first_of_two(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """The first of two places side by side: "تتهم الخرطوم تشاد" accuses one of them by the other."""
    places = [m for m in p.mentions if m.type == "place"]
    starts = [p.analysis.tokens[t].start for t in tokens[:2]]
    two = hooks.VERB_FIRST and len(tokens) > 1 and all(any(m.start == start for m in places) for start in starts)
    return tokens[:1] if two else tokens


def behind(p: Passage, i: int, hooks: Hooks, wide: bool = False) -> Speaker | None:
    """The noun phrase that begins at token `i`, with a name that stands in apposition to it; None without one.

    `wide` trusts all words up to the next border to be the phrase, where a complementizer or quotation follows it.
    """
    while i < len(p.quoted) and _is_beside(p, i):
        i += 1
    quoted = quoted_name(p, i) if hooks.VERB_FIRST and i < len(p.quoted) and p.analysis.tokens[i].kind == "mark" else 0
    if quoted and i + quoted < len(p.classes) and "complementizer" in p.classes[i + quoted]:
        return Speaker(tuple(range(i + 1, i + quoted - 1)), i, i + quoted)  # "ردت «الواحة» بأن"
    tokens = _counted(p, i, hooks) or _first_of_two(
        p, _before_visited(p, forward(p, i, hooks, wide=wide), hooks), hooks
    )
    if not tokens:
        return None
    tokens = before_matter(p, tokens, hooks)
    tokens = _named(p, _before_past(p, _before_reports(p, tokens, hooks), hooks), hooks)
    right = past_phrases(p, tokens[-1] + 1)
    name, stop = apposed(p, right, hooks)
    pos = [p.analysis.pos[t] for t in tokens]
    words = [p.analysis.tokens[t] for t in tokens]
    definite = any(lexicon.is_definite(lexicon.code_of(w.text), w.fold) or hooks.core(w.text) for w in words)
    definite = definite or hooks.possessor(words[0].norm, "NOUN") is not None  # "رئيسها، حمدان العتيبي،"
    titled = not hooks.VERB_FIRST or definite or led_by_name(p, right)
    titled = titled or (pos[-1] == "PROPN" and is_title(p, tokens[0], name))
    if name and titled and ("PROPN", "PROPN") not in itertools.pairwise(pos) and not _is_name(pos):
        return Speaker(tuple(name), i, stop)
    tokens = with_complement(p, tokens, hooks) if hooks.VERB_FIRST else tokens
    return Speaker(tuple(tokens), i, max(right, tokens[-1] + 1))


def _named(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A noun phrase with the name that goes on behind it, and without reports behind that."""
    return _before_reports(p, with_surname(p, with_name(p, tokens, hooks), hooks), hooks)


def before_matter(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A name without of whom something is said: "said Wanjiru | of the minister", and not "said X of the ministry"."""
    a = p.analysis
    of = next((n for n, t in enumerate(tokens) if hooks.OF and a.tokens[t].norm == hooks.OF), 0)
    named = of and all(a.pos[t] == "PROPN" for t in tokens[:of])
    person = "role" in p.classes[tokens[-1]] and all(a.pos[t] in ("DET", "ADJ", "NOUN") for t in tokens[of + 1 :])
    return tokens[:of] if named and person and not hooks.VERB_FIRST else tokens


def _before_reports(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A definite noun phrase without the reports behind it that somebody speaks of: "نفى الوزير | تقارير".

    Reports with the article are cut off where a clause tells what they say: "رفضت الحكومة | الاتهامات بأنها …".
    """
    a, last = p.analysis, p.analysis.tokens[tokens[-1]]
    if not hooks.VERB_FIRST or len(tokens) < 2 or "report_noun" not in p.classes[tokens[-1]]:
        return tokens
    definite = hooks.core(a.tokens[tokens[-2]].text) is not None or a.pos[tokens[-2]] == "PROPN"
    bare = hooks.core(last.text) is None and hooks.possessor(last.norm, "NOUN") is None
    behind = tokens[-1] + 1
    told = behind < len(p.classes) and bool(p.classes[behind] & {"complementizer", "relative"})
    told = told and any(hooks.core(a.tokens[t].text) is not None or a.pos[t] == "PROPN" for t in tokens[:-1])
    return tokens[:-1] if (definite and bare) or told else tokens


def _before_past(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A noun phrase without the time at its end that no date was made of: "وزير المالية | الأسبوع الماضي"."""
    a, last = p.analysis, p.analysis.tokens[tokens[-1]]
    language = load(lexicon.code_of(last.text))
    if not (hooks.VERB_FIRST and language.hooks.VERB_FIRST and len(tokens) > 2):
        return tokens
    ago = last.fold in language.folded("times", "near_after", "-1")
    return tokens[:-2] if ago and hooks.core(a.tokens[tokens[-2]].text) is not None else tokens


def _counted(p: Passage, i: int, hooks: Hooks) -> list[int]:
    """A share of people from token `i` on: "40 في المئة من المستطلعين", "ما بين 45 و50 في المئة من السكان"."""
    a = p.analysis
    if not hooks.VERB_FIRST or i >= len(a.tokens):
        return []
    shares = [m for m in p.mentions if m.type == "quantity"]
    first = next((t for t in range(i, len(a.tokens)) if a.tokens[t].kind == "number" or a.pos[t] in ("NOUN", "NUM")), i)
    share = next((m for m in shares if m.start <= a.tokens[first].start < m.end), None)
    if share is None:
        return []
    last = max(t for t in range(i, len(a.tokens)) if a.tokens[t].start < share.end)
    of = last if a.pos[last] == "ADP" else last + 1
    if of >= len(a.tokens) or "from_whom" not in p.classes[of] or any(a.pos[t] == "VERB" for t in range(i, of)):
        return []
    people = forward(p, of + 1, hooks)
    return [*range(i, of + 1), *people] if people else []


def _is_name(pos: list[str]) -> bool:
    """Whether a phrase is a name itself: it begins with one, and no noun ends it ("Beira's mayor")."""
    return pos[0] == "PROPN" and not (len(pos) > 1 and pos[-1] == "NOUN")


def _is_beside(p: Passage, i: int) -> bool:
    """Whether a word between a verb and its subject is no part of either: an adverb, a preposition with its pronoun."""
    a, token = p.analysis, p.analysis.tokens[i]
    return (
        a.pos[i] == "ADV"
        or "manner" in p.classes[i]
        or lexicon.is_pronoun_phrase(lexicon.code_of(token.text), token.fold)
    )


def source(p: Passage, i: int, hooks: Hooks) -> Speaker | None:
    """Whom an attributing phrase names from token `i` on: of "data published by X" the publisher, not the data."""
    a = p.analysis
    tokens = forward(p, i, hooks, attached=True, wide=hooks.VERB_FIRST)
    if not tokens:
        return None
    maker = next((k for k in range(i + 1, min(tokens[-1] + 3, len(a.tokens))) if "published" in p.classes[k]), None)
    at = None if maker is None else maker + 1
    while (
        at is not None
        and at < len(a.tokens)
        and (
            (a.pos[at] == "ADP" and is_certain(a, at)) or a.tokens[at].norm == hooks.BY or "time" in p.mention_types[at]
        )
    ):
        at += 1
    made = forward(p, at, hooks) if at is not None else []
    found = made or tokens
    name, stop = apposed(p, past_phrases(p, found[-1] + 1), hooks)
    person = a.pos[found[0]] == "PRON" or any("role" in p.classes[t] for t in found)
    person = person or (hooks.VERB_FIRST and len(name) > 1 and is_personal(p, name, hooks))
    if person and any(a.pos[t] == "PROPN" for t in name):
        return Speaker(tuple(name), i, stop)  # "according to her niece, X, …"
    found = with_complement(p, found, hooks)
    return Speaker(tuple(found), i, found[-1] + 1)
