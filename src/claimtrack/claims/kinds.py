"""What kind of claim it is and whether evidence could settle it: two perceptrons over what the steps before found.

Kinds overlap at their edges (an event with a number, a state that is also a practice), so that the weight of many
small signs decides better than an order of rules; the signs that weighed most travel along as reasons.
"""

from __future__ import annotations

from typing import cast

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.models import Models
from claimtrack.claims.standing import own_tokens
from claimtrack.model.claims import Kind


def features(draft: Draft) -> list[str]:
    """The signs of one claim, each readable as it stands."""
    p = draft.passage
    a, classes = p.analysis, p.classes
    head = draft.head
    own = own_tokens(draft)
    word, tag = a.tokens[head].norm, a.tags[head].rpartition("|")[2]
    relation = a.relations[head]
    kids = {a.relations[k] for k in a.kids[head]}
    copula = next((a.tokens[k].norm for k in a.kids[head] if a.relations[k] == "cop"), "none")
    aux = [a.tokens[k].norm for k in a.kids[head] if a.relations[k] in ("aux", "aux:pass")]
    verbs = [i for i in own if a.pos[i] in VERBAL]
    first = a.tokens[draft.tokens[0]].norm
    size = min(len(draft.tokens) // 3, 8)
    near = {i for i in own if abs(i - head) <= 3 or a.heads[i] == head}
    types = {m.type for m in draft.mentions}
    found = [
        "bias",
        "head " + word,
        "tag " + tag,
        "relation " + relation,
        "copula " + copula,
        f"first {first}",
        f"size {size}",
        f"tag {tag} relation {relation}",
        f"tag {tag} copula {copula}",
        "polarity " + draft.polarity,
        "modality " + draft.modality,
        f"verbs {min(len(verbs), 2)}",
        f"stance {draft.frame.stance}",
        f"modality {draft.modality} tag {tag}",
        f"last letters {word[-3:]}",
    ]
    found += ["auxiliary " + w for w in aux] + [f"auxiliary {w} tag {tag}" for w in aux]
    found += ["has " + r for r in kids]
    found += ["mention " + t for t in types] + [f"mention {t} tag {tag}" for t in types]
    if "quantity" in types:
        found.append(
            f"quantity at {'head' if any(m.start <= a.tokens[head].start < m.end for m in draft.mentions) else 'side'}"
        )
    found += [f"class {c}" for i in own for c in classes[i]]
    found += [f"head class {c}" for c in classes[head]]
    found += [f"near class {c}" for i in near for c in classes[i]]
    found += ["word " + a.tokens[i].norm for i in own if a.pos[i] in ("ADJ", "ADV", "AUX", "VERB", "NOUN")]
    found += ["stem " + a.tokens[i].fold[:4] for i in own if a.pos[i] in ("ADJ", "NOUN", "VERB")]
    if not any(a.pos[i] == "PROPN" for i in own) and not types:
        found.append("no name, no value")
    return list(dict.fromkeys(found))


def judge(draft: Draft, models: Models) -> tuple[Kind, bool, list[str]]:
    """Kind, checkability, and the signs that weighed most."""
    signs = features(draft)
    kind = cast(Kind, models.kinds.best(signs))
    checkable = models.checkable.score([*signs, "kind " + kind]) >= 0
    why = [f"{kind}: {sign}" for sign in models.kinds.why(signs, kind, 2)]
    return kind, checkable, why if checkable else [*why, "not checkable"]
