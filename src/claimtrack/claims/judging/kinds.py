"""What kind of claim it is and whether evidence could settle it: two perceptrons over what the steps before found.

Kinds overlap at their edges (an event with a number, a state that is also a practice), so that the weight of many
small signs decides better than an order of rules; the signs that weighed most travel along as reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.judging.certain_kinds import certain_kind, second_thought
from claimtrack.claims.judging.standing import own_tokens
from claimtrack.claims.models import Models
from claimtrack.claims.outline import NONE
from claimtrack.claims.senses import sense
from claimtrack.claims.values import counts
from claimtrack.languages import lexicon, load
from claimtrack.model.claims import Kind


def features(draft: Draft) -> list[str]:
    """The signs of one claim, each readable as it stands."""
    a = draft.passage.analysis
    own = own_tokens(draft)
    words = [i for i in draft.tokens if a.tokens[i].kind != "mark"]
    found = [
        *_of_head(draft),
        *_of_frame(draft),
        *_of_words(draft, own),
        *_of_opening(draft, words),
        *_of_neighbours(draft, words),
        *_of_first_verb(draft),
        *_of_mentions(draft, own),
    ]
    return list(dict.fromkeys(found))


def _of_head(draft: Draft) -> list[str]:
    a, head = draft.passage.analysis, draft.head
    word, tag, relation = a.tokens[head].norm, _tag(a, head), a.relations[head]
    copula = next((a.tokens[k].norm for k in a.kids[head] if a.relations[k] == "cop"), "none")
    aux = [a.tokens[k].norm for k in a.kids[head] if a.relations[k] in ("aux", "aux:pass")]
    found = [
        "any",
        "head " + word,
        "tag " + tag,
        "relation " + relation,
        "copula " + copula,
        f"tag {tag} relation {relation}",
        f"tag {tag} copula {copula}",
        f"modality {draft.modality} tag {tag}",
        f"last letters {word[-3:]}",
    ]
    meant = sense(a, head)
    if meant:
        found += [f"means {meant}", f"means {meant} modality {draft.modality}", f"means {meant} tag {tag}"]
    found += ["auxiliary " + w for w in aux] + [f"auxiliary {w} tag {tag}" for w in aux]
    found += ["has " + a.relations[k] for k in a.kids[head]]
    found += [f"head class {c}" for c in draft.passage.classes[head]]
    return found


def _of_frame(draft: Draft) -> list[str]:
    before = draft.tokens[0] - 1
    return [
        "polarity " + draft.polarity,
        "modality " + draft.modality,
        "stance " + draft.frame.stance,
        "attribution " + draft.frame.attribution,
        "role " + draft.passage.role,
        f"before {draft.passage.analysis.tokens[before].norm if before >= 0 else 'nothing'}",
    ]


def _of_words(draft: Draft, own: list[int]) -> list[str]:
    a, classes, head = draft.passage.analysis, draft.passage.classes, draft.head
    near = [i for i in own if abs(i - head) <= _NEAR or a.heads[i] == head]
    found = [f"size {min(len(draft.tokens) // 3, 8)}", f"verbs {min(sum(a.pos[i] in VERBAL for i in own), 2)}"]
    found += [f"class {c}" for c in _held(classes, own)]
    found += [f"near class {c}" for c in _held(classes, near)]
    found += [f"some class {c}" for c in _held(classes, draft.tokens)]
    found += ["word " + a.tokens[i].norm for i in own if a.pos[i] in ("ADJ", "ADV", "AUX", "VERB", "NOUN")]
    found += ["stem " + a.tokens[i].fold[:4] for i in own if a.pos[i] in ("ADJ", "NOUN", "VERB")]
    found += [f"sense {meant}" for i in own if (meant := sense(a, i))]
    found += ["adjective " + a.tokens[i].norm for i in draft.tokens if a.pos[i] == "ADJ"]
    return found


def _held(classes: Sequence[frozenset[str]], tokens: Sequence[int]) -> frozenset[str]:
    """The cue classes that any of the tokens has."""
    return frozenset().union(*[classes[i] for i in tokens])


_NEAR = 3
"""So many words around the head are near it."""


def _of_opening(draft: Draft, words: list[int]) -> list[str]:
    a = draft.passage.analysis
    norms, tags = [a.tokens[i].norm for i in words], [_tag(a, i) for i in words[:3]]
    return [
        f"first {norms[0]}",
        *(f"opening {norm}" for norm in norms[:2]),
        f"opening {' '.join(norms[:2])}",
        f"opening tags {' '.join(tags[:2])}",
        f"opening tags {' '.join(tags)}",
        *(f"words {one} {two}" for one, two in pairwise(norms)),
    ]


def _of_neighbours(draft: Draft, words: list[int]) -> list[str]:
    """The cue classes of the first words and of the one before, and the word behind."""
    a, classes = draft.passage.analysis, draft.passage.classes
    before, behind = draft.tokens[0] - 1, draft.tokens[-1] + 1
    first, second = classes[words[0]], classes[words[1]] if len(words) > 1 else frozenset[str]()
    found = [f"opening class {c}" for c in (*first, *second)]
    found += [f"opening classes {c} {d}" for c in first or (NONE,) for d in second]
    found += [f"opening {a.tokens[words[0]].norm} class {c}" for i in words[1:3] for c in classes[i]]
    found += [f"class before {c}" for c in (classes[before] if before >= 0 else ())]
    return [*found, f"behind {a.tokens[behind].norm if behind < len(a.tokens) else NONE}"]


def _of_first_verb(draft: Draft) -> list[str]:
    a = draft.passage.analysis
    verb = next((i for i in draft.tokens if a.pos[i] in VERBAL), None)
    if verb is None:
        return ["no verb"]
    classes = [f"first verb class {c}" for c in draft.passage.classes[verb]]
    if meant := sense(a, verb):
        classes += [f"first verb means {meant}", f"first verb means {meant} tag {_tag(a, verb)}"]
    return ["first verb " + a.tokens[verb].norm, "first verb tag " + _tag(a, verb), *classes, *_of_person(draft, verb)]


def _of_person(draft: Draft, verb: int) -> list[str]:
    """Who acts by the form of the verb, and whether in the future: what "we shall" do is no habit of theirs."""
    token, tag = draft.passage.analysis.tokens[verb], draft.passage.analysis.tags[verb]
    hooks = load(lexicon.code_of(token.text)).hooks
    person = hooks.person(token.norm, tag)
    announced = verb > 0 and "planned" in draft.passage.classes[verb - 1]
    return [
        f"person {person} {_tag(draft.passage.analysis, verb)}",
        f"person {person} {draft.frame.attribution}",
        f"person {person} future {announced or hooks.is_future(token.norm, tag)}",
    ]


def _of_mentions(draft: Draft, own: list[int]) -> list[str]:
    a, head = draft.passage.analysis, draft.passage.analysis.tokens[draft.head]
    types = {m.type for m in draft.mentions if m.type != "quantity" or counts(m)}
    tag = _tag(a, draft.head)
    found = ["mention " + t for t in types] + [f"mention {t} tag {tag}" for t in types]
    if "quantity" in types:
        beside = not any(m.start <= head.start < m.end for m in draft.mentions)
        found.append(f"quantity at {'side' if beside else 'head'}")
    if not types and not any(a.pos[i] == "PROPN" for i in own):
        found.append("no name, no value")
    return found


def _tag(a: Analysis, i: int) -> str:
    return a.tags[i].rpartition("|")[2]


def judge(draft: Draft, models: Models) -> tuple[Kind, bool, list[str]]:
    """Kind, checkability, and the signs that weighed most. No evidence settles an opinion."""
    known, total, odds = models.weighed(features(draft))
    learned = cast(Kind, models.kinds.classes[models.kinds.best(total)])
    certain = certain_kind(draft) or second_thought(draft, learned)
    kind = certain[0] if certain else learned
    checkable = kind != "opinion" and (certain is not None or odds >= 0)
    why = [certain[1]] if certain else [f"{kind}: {sign}" for sign in models.kinds.why(known, kind, 2)]
    return kind, checkable, why if checkable else [*why, "not checkable"]
