"""Who says it: reporting frames inside a sentence, and how a frame carries over to the sentences after it.

A frame is a reporting verb with its subject ("X said that …", "…, said X", قال X إن …) or an attributing phrase
("according to X", بحسب X). The tree is asked first; where it fails, the order of the words is.
"""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL, VERBAL, Analysis
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Frame, Passage
from claimtrack.model.claims import NARRATOR, Stance

NARRATION = Frame(NARRATOR, "narrated")
_STANCES: tuple[Stance, ...] = ("denying", "admitting", "distancing", "committing")
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})


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
    speaker = subject_text(passage, i)
    return Frame(speaker, "reported", a.tokens[i].text, stance(passage.classes[i]))


def _own_range(a: Analysis, i: int) -> tuple[int, int]:
    subject = subject_of(a, i)
    tokens = [i] if subject is None else [i, *name_tokens(a, subject)]
    return min(tokens), max(tokens) + 1


def subject_of(a: Analysis, i: int) -> int | None:
    """The subject of the verb `i`: its own, or the one it shares with the verb or noun above it; None without one."""
    for found in a.kids[i]:
        governed = any(a.relations[k] == "case" for k in a.kids[found])
        if a.relations[found] in _SUBJECT and a.pos[found] in NOMINAL | {"ADJ", "DET"} and not governed:
            return _antecedent(a, i, found)
    above = a.heads[i]
    if above < 0:
        return None
    if a.relations[i] in ("conj", "xcomp", "advcl") and a.pos[above] in VERBAL:
        return subject_of(a, above)
    if a.relations[i] == "acl" and a.pos[above] in NOMINAL:
        return above
    return None


def _antecedent(a: Analysis, verb: int, subject: int) -> int:
    """The noun behind a relative pronoun ("the man who said"), the subject itself otherwise."""
    above = a.heads[verb]
    relative = a.relations[verb] in ("acl:relcl", "acl") and above >= 0 and above < subject
    if relative and a.pos[subject] in ("PRON", "DET") and not a.kids[subject]:
        return above
    return subject


def subject_text(passage: Passage, i: int) -> str | None:
    """The subject of a reporting verb in words: by the tree, else the noun phrase that stands next to the verb."""
    a = passage.analysis
    subject = subject_of(a, i)
    if subject is not None and a.tokens[subject].kind != "mark":
        return name_text(a, subject)
    tokens = _next_to(passage, i)
    return phrase_text(a, tokens) if tokens else None


def _next_to(passage: Passage, i: int) -> list[int]:
    """The run of nominal words right behind the verb, or right before it at the beginning of the sentence."""
    a = passage.analysis
    behind: list[int] = []
    for k in range(i + 1, min(i + 8, len(a.tokens))):
        if a.pos[k] not in _NAMING or any(a.relations[c] == "case" for c in a.kids[k]) or passage.classes[k] & _CONNECTING:
            break
        behind.append(k)
    if behind:
        return behind
    before = [k for k in range(i) if a.tokens[k].is_word]
    if before and len(before) <= 5 and all(a.pos[k] in _NAMING for k in before) and before[-1] == i - 1:
        return before
    return []


_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X", "DET", "NUM"})
_CONNECTING = frozenset({"strip", "negator"})


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
    return phrase_text(a, name_tokens(a, noun))


def phrase_text(a: Analysis, tokens: list[int]) -> str:
    """Neighbouring tokens as written, without marks at the front and an attached conjunction."""
    while len(tokens) > 1 and a.tokens[tokens[0]].kind == "mark":
        tokens = tokens[1:]
    words = ""
    for i in tokens:
        token = a.tokens[i]
        word = token.text[1:] if i == tokens[0] and a.has_conjunction(i) and len(token.text) > 2 and a.pos[i] != "PROPN" else token.text
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


Found = list[tuple[int, Frame, tuple[int, int]]]


def frame_of(passage: Passage, head: int, tokens: list[int], found: Found) -> Frame | None:
    """The innermost frame that governs the claim headed by `head`, None where the sentence has none for it."""
    a = passage.analysis
    verbs = {cue: frame for cue, frame, _ in found if a.pos[cue] == "VERB"}
    below = head
    for each in a.ancestors(head):
        if each in verbs and each not in tokens and _is_reported(passage, each, below):
            return _with_quotes(passage, tokens, verbs[each])
        below = each
    for clause in (head, *a.ancestors(head)):
        for kid in a.kids[clause]:
            if kid in verbs and kid > head and kid not in tokens and a.relations[kid] == "parataxis":
                return _with_quotes(passage, tokens, verbs[kid])
    return _by_order(passage, head, tokens, found)


def _is_reported(passage: Passage, verb: int, branch: int) -> bool:
    """Whether the branch below a reporting verb is what it reports, not its subject, time or manner."""
    a = passage.analysis
    relation = a.relations[branch]
    if relation in _SUBJECT or relation in ("advmod", "nmod", "acl:relcl", "appos"):
        return False
    below = a.subtree(branch)
    if relation in ("ccomp", "parataxis") and (a.pos[branch] in VERBAL or a.kid(branch, "nsubj", "cop") is not None):
        return True
    if branch < verb:
        return False
    opening = range(max(verb + 1, below[0] - 2), min(below[0] + 2, len(a.tokens)))
    return any("complementizer" in passage.classes[t] or a.tokens[t].text == ":" or passage.quoted[t] for t in opening)


def _by_order(passage: Passage, head: int, tokens: list[int], found: Found) -> Frame | None:
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
    if not all(a.tokens[t].kind == "mark" or a.relations[t] == "mark" or "strip" in passage.classes[t] for t in between):
        return False
    opening = (*between, first)
    return any("complementizer" in passage.classes[t] or a.tokens[t].text == ":" or passage.quoted[t] for t in opening)


def _same_clause(a: Analysis, head: int, cue: int, start: int, stop: int, first: int, last: int) -> bool:
    """Whether an attributing phrase speaks for a claim: it opens the sentence before it, stands in it or closes it."""
    if first <= start <= last or 0 <= start - last <= 2:
        return True
    opens = all(a.tokens[t].kind == "mark" or a.pos[t] in ("CCONJ", "ADV", "SCONJ") for t in range(start))
    return (opens and stop <= first) or 0 <= first - stop <= 2


def _with_quotes(passage: Passage, tokens: list[int], frame: Frame) -> Frame:
    inside = sum(passage.quoted[t] for t in tokens)
    if frame.attribution == "reported" and inside * 2 > len(tokens) and passage.quoted[tokens[0]]:
        return Frame(frame.speaker, "direct", frame.cue, frame.stance)
    return frame
