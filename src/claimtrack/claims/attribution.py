"""Who says it: reporting frames inside a sentence, and how a frame carries over to the sentences after it.

A frame is a reporting verb with its subject ("X said that …", "…, said X", قال X إن …) or an attributing phrase
("according to X", بحسب X). The tree is asked first; where it fails, the order of the words is.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.claims.analysis import NOMINAL, VERBAL, Analysis
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Frame, Passage
from claimtrack.model.claims import NARRATOR, Stance

NARRATION = Frame(NARRATOR, "narrated")
_STANCES: tuple[Stance, ...] = ("denying", "admitting", "distancing", "committing")
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})
_COMPLEMENT = frozenset({"ccomp", "parataxis", "xcomp", "obj", "obl", "advcl", "csubj", "dep", "conj", "acl", "root"})


def stance(classes: frozenset[str]) -> Stance:
    """What the cue commits to."""
    return next((name for name in _STANCES if name in classes), "neutral")


def frames(passage: Passage, cues: Cues) -> list[tuple[int, Frame, tuple[int, int]]]:
    """All reporting frames of a sentence: (cue token, frame, the token range that the frame itself takes up)."""
    a = passage.analysis
    found = []
    for i in range(len(a.tokens)):
        if a.pos[i] == "VERB" and "say" in passage.classes[i]:
            found.append((i, _verb_frame(passage, i), _own_range(a, i)))
    for first, last, prefix in cues.find(a.tokens, "according"):
        name = _phrase_after(a, last)
        if name is not None:
            cue = " ".join(t.text for t in a.tokens[first:last])
            found.append((first, Frame(name[0], "reported", cue), (first, name[1])))
    return found


def _verb_frame(passage: Passage, i: int) -> Frame:
    a = passage.analysis
    speaker = subject_text(a, i)
    return Frame(speaker, "reported", a.tokens[i].text, stance(passage.classes[i]))


def _own_range(a: Analysis, i: int) -> tuple[int, int]:
    subject = subject_of(a, i)
    tokens = [i] if subject is None else [i, *name_tokens(a, subject)]
    return min(tokens), max(tokens) + 1


def subject_of(a: Analysis, i: int) -> int | None:
    """The subject of the verb `i`: its own, or that of the verb it is coordinated with; None where it has none."""
    for found in a.kids[i]:
        governed = any(a.relations[k] == "case" for k in a.kids[found])
        if a.relations[found] in _SUBJECT and a.pos[found] in NOMINAL | {"ADJ", "DET"} and not governed:
            return found
    if a.relations[i] == "conj" and a.heads[i] >= 0 and a.pos[a.heads[i]] in VERBAL:
        return subject_of(a, a.heads[i])
    return None


def subject_text(a: Analysis, i: int) -> str | None:
    subject = subject_of(a, i)
    return None if subject is None else name_text(a, subject)


_NO_NAME = VERBAL | {"SCONJ", "PART", "CCONJ", "PUNCT"}
_OUTSIDE_NAME = frozenset({"acl", "acl:relcl", "parataxis", "punct", "advcl", "cc", "conj", "dep", "case", "mark", "obl",
                           "ccomp", "xcomp", "discourse"})


def name_tokens(a: Analysis, noun: int) -> list[int]:
    """The tokens of a noun phrase that name it: no relative clauses, no coordinations, in one piece."""
    found, todo = {noun}, [noun]
    while todo:
        each = todo.pop()
        for kid in a.kids[each]:
            inside = a.relations[kid] not in _OUTSIDE_NAME or (a.relations[kid] == "case" and each != noun)
            if inside and a.pos[kid] not in _NO_NAME:
                found.add(kid)
                todo.append(kid)
    return _run(found, noun)


def _run(found: set[int], centre: int) -> list[int]:
    first = last = centre
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    return list(range(first, last + 1))


def name_text(a: Analysis, noun: int) -> str:
    """The words of a noun phrase as written, without an attached conjunction."""
    tokens = [i for i in name_tokens(a, noun)]
    while len(tokens) > 1 and a.tokens[tokens[0]].kind == "mark":
        tokens = tokens[1:]
    words = ""
    for i in tokens:
        token = a.tokens[i]
        word = token.text[1:] if i == tokens[0] and a.has_conjunction(i) and len(token.text) > 2 else token.text
        words += (" " if words and token.spaced else "") + word
    return words


def _phrase_after(a: Analysis, i: int) -> tuple[str, int] | None:
    """The noun phrase that begins at token `i` and the token after it."""
    if i >= len(a.tokens):
        return None
    noun = i
    for ancestor in (i, *a.ancestors(i)):
        tokens = name_tokens(a, ancestor)
        if ancestor > i + 5 or tokens[0] < i or a.pos[ancestor] in VERBAL:
            break
        noun = ancestor
    tokens = [t for t in name_tokens(a, noun) if t >= i]
    if not tokens:
        return None
    return name_text(a, noun), tokens[-1] + 1


def frame_of(passage: Passage, head: int, tokens: list[int], found: list[tuple[int, Frame, tuple[int, int]]]) -> Frame | None:
    """The innermost frame that governs the claim headed by `head`, None where the sentence has none for it."""
    a = passage.analysis
    governors = list(_governors(a, head))
    verbs = {cue: frame for cue, frame, _ in found}
    for each in governors:
        if each in verbs and each not in tokens:
            return _with_quotes(passage, tokens, verbs[each])
    inverse = _inverse(a, head, governors, verbs)
    if inverse is not None and inverse not in tokens:
        return _with_quotes(passage, tokens, verbs[inverse])
    return _by_order(passage, head, tokens, found)


def _governors(a: Analysis, head: int) -> Iterator[int]:
    for ancestor in a.ancestors(head):
        yield ancestor


def _inverse(a: Analysis, head: int, governors: list[int], verbs: dict[int, Frame]) -> int | None:
    """A reporting verb that hangs on the clause it reports: "…", he said."""
    for clause in (head, *governors):
        for kid in a.kids[clause]:
            if kid in verbs and a.relations[kid] in ("parataxis", "ccomp", "conj", "advcl", "dep") and (
                kid > head and a.relations[kid] == "parataxis"
            ):
                return kid
    return None


def _by_order(passage: Passage, head: int, tokens: list[int], found: list[tuple[int, Frame, tuple[int, int]]]) -> Frame | None:
    """By the order of words: a frame right before the claim, or an attributing phrase in the same clause."""
    a = passage.analysis
    first, last = tokens[0], tokens[-1]
    for cue, frame, (start, stop) in found:
        is_phrase = a.pos[cue] != "VERB" or "say" not in passage.classes[cue]
        if is_phrase and _same_clause(a, head, cue, start, stop, first, last):
            return _with_quotes(passage, tokens, frame)
        if not is_phrase and stop <= first and first - stop <= 2 and _introduces(passage, stop, first):
            return _with_quotes(passage, tokens, frame)
        if not is_phrase and start > last and start - last <= 3 and any(passage.quoted[t] for t in tokens):
            return _with_quotes(passage, tokens, frame)
    return None


def _introduces(passage: Passage, stop: int, first: int) -> bool:
    """Between a frame and its claim stand only marks and complementizers."""
    a = passage.analysis
    between = range(stop, first)
    return all(a.tokens[t].kind == "mark" or a.relations[t] == "mark" or "strip" in passage.classes[t] for t in between) and (
        any(True for _ in between) or a.pos[first] in ("SCONJ", "PRON")
    )


def _same_clause(a: Analysis, head: int, cue: int, start: int, stop: int, first: int, last: int) -> bool:
    if first <= start <= last:
        return True
    for ancestor in a.ancestors(cue):
        if a.pos[ancestor] in VERBAL or ancestor == head:
            return ancestor == head
    return 0 <= start - last <= 2 or 0 <= first - stop <= 2


def _with_quotes(passage: Passage, tokens: list[int], frame: Frame) -> Frame:
    inside = sum(passage.quoted[t] for t in tokens)
    if frame.attribution == "reported" and inside * 2 > len(tokens) and passage.quoted[tokens[0]]:
        return Frame(frame.speaker, "direct", frame.cue, frame.stance)
    return frame
