"""Sentences with their analysis written out by hand, so that a rule is tested without the tagger and the parser.

A tree is one word a line-up of "word/TAG/relation>head", heads counted from 0, -1 for the root.
"""

from __future__ import annotations

from claimtrack.claims import cues
from claimtrack.claims import passage as make_passage
from claimtrack.claims.analysis import Analysis
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.voices.attribution import NARRATION
from claimtrack.model.mentions import Mention
from claimtrack.text.quotes import quoted_spans
from claimtrack.text.tokens import tokenize


def passage(code: str, text: str, tree: str, mentions: tuple[Mention, ...] = ()) -> Passage:
    """One sentence; `tree` names for each token its tag, relation and head: "DET det 1, NOUN nsubj 2, …"."""
    tokens = tokenize(text)
    rows = [row.split() for row in tree.split(",")]
    assert len(rows) == len(tokens), [t.text for t in tokens]
    tags = [row[0] for row in rows]
    analysis = Analysis(tokens, tags, [int(row[2]) for row in rows], [row[1] for row in rows])
    return make_passage(0, (0, len(text)), "body", 0, analysis, cues(code), mentions, list(quoted_spans(text)))


def draft(of: Passage, head: int, tokens: list[int] | None = None, frame: Frame = NARRATION) -> Draft:
    """A claim headed by token `head`; its tokens are those of the head's subtree unless given."""
    some = of.analysis.subtree(head) if tokens is None else tokens
    words = [t for t in some if of.analysis.tokens[t].is_word or of.analysis.tokens[t].kind == "number"]
    start, end = of.analysis.tokens[words[0]].start, of.analysis.tokens[words[-1]].end
    return Draft(of, head, list(words), start, end, 1.0, frame)
