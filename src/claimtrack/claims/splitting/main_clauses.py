"""Main clauses whose subject and verb were chosen apart, or whose verb was not chosen at all.

"Growers, most of whom are poor, | were paid less": a verb behind a comma has its subject before the commas.
"The town and | the villages voted": what a conjunction joins before the first verb is one subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.splitting.far_subjects import subject_start
from claimtrack.claims.splitting.noun_phrases import is_stop
from claimtrack.claims.splitting.spans import Span

_LEAST = 3
"""Tokens before a verb that has its subject and an aside before it."""
_HEADS = NAMING | {"NUM", "PRON"}


def with_lost_verbs(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, and for each verb behind a comma that none of them has the clause from its subject on."""
    kept = list(found)
    for verb in range(_LEAST, len(o.marks)):
        if not _follows_aside(o, verb) or any(s.first <= verb <= s.last for s in kept):
            continue
        subject = next((s for s in kept if s.last == verb - 2 and _is_interrupted(o, s)), None)
        if subject is not None:
            rest = next((s for s in kept if verb < s.first <= verb + 2 and _is_bare(o, s)), None)
            last = _clause_end(o, verb) if rest is None else rest.last
            whole = replace(subject, last=last, verb=verb, main=verb, relative=None)
            kept = [s for s in kept if s is not rest] + [whole]
    return kept


def with_results(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; a condition that opens a clause goes on over what holds under it, where no other span has that."""
    if "conditional" not in o.passage.held:
        return list(found)
    return [_with_result(o, span, found) for span in found]


def _with_result(o: Outline, span: Span, found: Sequence[Span]) -> Span:
    comma = span.last + 1
    if "conditional" not in o.passage.classes[span.first] or comma >= len(o.marks) - 2 or not is_comma(o.a, comma):
        return span
    if _is_bare(o, span) or not _begins_clause(o, span.first) or o.a.pos[comma + 1] in ("CCONJ", "SCONJ"):
        return span
    verb = next((t for t in range(comma + 1, len(o.marks)) if o.marks[t] or is_finite(o.a, t)), comma)
    last = _clause_end(o, verb)
    if o.marks[verb] or verb in o.report_cues or any(s.first <= last and comma < s.last for s in found):
        return span
    return replace(span, last=last, main=comma + 1, verb=verb)


def with_told_subjects(o: Outline, found: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans, and for each that only names a subject, whose verb no other has, what is told of that subject."""
    kept = list(found)
    for span in found:
        verb = _next_verb(o, span)
        if verb is None or any(s.first <= verb <= s.last for s in kept) or not _begins_clause(o, span.first):
            continue
        readings = [s for s in spans if s.first == span.first and s.last >= verb]
        last = max(readings, key=lambda s: s.score).last if readings else _clause_end(o, verb)
        kept.append(Span(span.first, last, 0.0, 0.0, verb=verb))
    return kept


def _next_verb(o: Outline, span: Span) -> int | None:
    """The finite verb that stands right behind a span without one, an adverb before it or not; no cue of saying."""
    verb = span.last + 1
    if verb < len(o.marks) - 1 and o.a.pos[verb] == "ADV":
        verb += 1
    follows = _is_bare(o, span) and verb < len(o.marks) and is_finite(o.a, verb)
    saying = any("say" in some for some in o.passage.classes[verb : verb + 2])
    return verb if follows and not saying and verb not in o.report_cues else None


def _begins_clause(o: Outline, first: int) -> bool:
    """Whether a clause may begin at a token: at the front, behind a mark or a conjunction."""
    return first == 0 or is_stop(o, first - 1) or o.a.pos[first - 1] in ("CCONJ", "SCONJ")


def with_subjects(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that begins with its verb behind a comma, or amid a joined subject, begins with the subject."""
    kept = list(found)
    for span in found:
        first, verb = _far_subject(o, span), span.first
        if first is None:
            first, verb = _joined_subject(o, span), span.verb or span.first
        if first is not None:
            whole = replace(span, first=first, verb=verb, main=verb)
            kept = [s for s in kept if s is not span and not _is_piece(o, s, whole, span.first)] + [whole]
    return kept


def _is_piece(o: Outline, span: Span, whole: Span, begins: int) -> bool:
    """Whether a span is but the first of the nouns that are joined to a subject, and says nothing itself."""
    bare = _is_bare(o, span) and not any(is_comma(o.a, t) for t in _within(span))
    return bare and whole.first <= span.first and span.last == begins - 2


def _is_bare(o: Outline, span: Span) -> bool:
    return o.verbs[span.first] == o.verbs[span.last + 1]


def _within(span: Span) -> range:
    return range(span.first, span.last)


def _follows_aside(o: Outline, verb: int) -> bool:
    """Whether a finite verb stands right behind a comma, and is no cue of saying."""
    return is_finite(o.a, verb) and is_comma(o.a, verb - 1) and all(report.cue != verb for report in o.reports)


def _is_interrupted(o: Outline, span: Span) -> bool:
    """Whether a span is a noun phrase and, behind a comma, what is told of it."""
    comma = next((t for t in _within(span) if is_comma(o.a, t)), None)
    if comma is None or o.verbs[comma] > o.verbs[span.first] or o.a.pos[span.first] not in _HEADS:
        return False
    again = any(is_comma(o.a, t - 1) and is_finite(o.a, t) for t in range(comma + 2, span.last + 1))
    return not again and _only_describes(o, comma + 1, span.last + 1)


def _clause_end(o: Outline, verb: int) -> int:
    stops = (t for t in range(verb, len(o.marks)) if is_stop(o, t) or o.a.pos[t] == "CCONJ")
    return next(stops, len(o.marks)) - 1


def _far_subject(o: Outline, span: Span) -> int | None:
    """Where the subject begins of a span whose first word is its verb behind a comma; None without one."""
    verb = span.first
    if verb < _LEAST or not _follows_aside(o, verb):
        return None
    for comma in reversed([c for c in o.commas if c < verb - 1]):
        if o.a.pos[comma + 1] == "CCONJ" or not _only_describes(o, comma + 1, verb - 1):
            return None
        first = subject_start(o, comma - 1)
        if first is not None:
            return None if any(is_finite(o.a, t) for t in range(first, comma)) else first
    return None


def _only_describes(o: Outline, first: int, stop: int) -> bool:
    """Whether the first finite verb of a stretch, if it has one, stands behind a relative pronoun or a conjunction."""
    for t in range(first, stop):
        if o.passage.classes[t] & _TELLING or o.a.pos[t] == "SCONJ":
            return True
        if is_finite(o.a, t):
            participle = o.a.tags[t].endswith(":VBD") and all(o.a.pos[k] == "ADV" for k in range(first, t))
            return participle and first < t  # ", now closed,"
    return True


_TELLING = frozenset({"relative", "question"})


def _joined_subject(o: Outline, span: Span) -> int | None:
    """Where the subject begins of a span right behind the conjunction of two nouns before any verb; None elsewhere."""
    joint, pos = span.first - 1, o.a.pos
    if joint < 1 or span.verb is None or not is_finite(o.a, span.verb) or not _joins_nouns(o, joint):
        return None
    t = joint - 1
    while t >= 0 and not is_finite(o.a, t) and pos[t] not in ("SCONJ", "CCONJ") and not _parts(o, t):
        t -= 1
    if t >= 0 and (is_finite(o.a, t) or is_comma(o.a, t) or o.norms[t] == o.norms[joint]):
        return None
    first = t if t >= 0 and pos[t] == "CCONJ" and "contrast" not in o.passage.classes[t] else t + 1
    alone = pos[span.first] != "PRON" or joint - first <= _OWN  # "my wife and I", not "the rain began and it …"
    return first if pos[first] in _OPENING and alone else None


_OWN = 2
"""Words of the longest subject to which a pronoun is joined."""
_OPENING = _HEADS | {"DET", "CCONJ"}


def _joins_nouns(o: Outline, joint: int) -> bool:
    """Whether a conjunction stands between two words that may be subjects, and sets nothing against another."""
    dated = "time" in o.passage.mention_types[joint - 1]
    around = not dated and o.a.pos[joint - 1] in _HEADS - {"ADJ", "DET"} and o.a.pos[joint + 1] in _HEADS | {"DET"}
    return o.a.pos[joint] == "CCONJ" and around and "contrast" not in o.passage.classes[joint]


def _parts(o: Outline, t: int) -> bool:
    return is_stop(o, t) or "relative" in o.passage.classes[t]
