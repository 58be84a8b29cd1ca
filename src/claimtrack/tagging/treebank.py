"""CoNLL-U treebanks and tagged sentences of our own as claimtrack's tokens (for training and measuring only).

A token here is a surface word (see `claimtrack.text.tokens`); the treebank's words inside it are reduced to the main
one, so that an Arabic word with its particles carries one tag, one head and one relation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimtrack.tagging.tagger import Certain
from claimtrack.text.tokens import Token, tokenize

_ATTACHED = {"CCONJ", "ADP", "SCONJ", "PRON", "PART", "DET", "PUNCT"}


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of the treebank, with its place in the sentence's text."""

    form: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence on surface tokens: tag, head (index, -1 for the root) and relation of each."""

    id: str
    text: str
    tokens: list[Token]
    tags: list[str]
    heads: list[int]
    relations: list[str]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence of a document of ours: its tokens and their tags, without a tree."""

    document: str
    tokens: Sequence[Token]
    tags: Sequence[str]


def read(path: Path, language: str, certain: Certain = lambda norm: None) -> Iterator[Tree]:
    """The trees of a CoNLL-U file; words of certain classes bear the certain tag."""
    identity, text, rows = "", "", []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                identity = line.split("=", 1)[1].strip()
            elif line.startswith("# text ="):
                text = line[8:].strip()
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                yield _certain(_tree(identity, text, rows, language), certain)
                rows = []


def read_tagged(folder: Path, language: str, certain: Certain) -> Iterator[Tagged]:
    """The sentences of `<language>.tags.jsonl`, whose words stand in `<language>.documents.jsonl`; none without a file.

    Raises ValueError where a sentence has not as many tags as tokens.
    """
    file = folder / f"{language}.tags.jsonl"
    if not file.exists():
        return
    documents = {row["document"]: row["text"] for row in _rows(folder / f"{language}.documents.jsonl")}
    for row in _rows(file):
        tokens = tokenize(documents[row["document"]], row["start"], row["end"])
        tags = row["tags"].split()
        certainly = [certain(token.norm) or tag for token, tag in zip(tokens, tags, strict=True)]
        yield Tagged(row["document"], tokens, certainly)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _certain(tree: Tree, certain: Certain) -> Tree:
    tags = [certain(token.norm) or tag for token, tag in zip(tree.tokens, tree.tags, strict=True)]
    return replace(tree, tags=tags)


def _tree(identity: str, text: str, rows: list[list[str]], language: str) -> Tree:
    words = _words(text, rows)
    tokens = tokenize(text)
    inside = _inside(tokens, words)
    token_of = {w: t for t, members in enumerate(inside) for w in reversed(members)}
    tags, heads, relations = [], [], []
    for t, members in enumerate(inside):
        if not members:  # a treebank word that is several tokens here: the later ones hang on the first
            tags.append("PUNCT" if tokens[t].kind == "mark" else "X")
            heads.append(max(t - 1, 0) if t else 1 if len(tokens) > 1 else -1)
            relations.append("flat")
            continue
        main = _main(members, words)
        tags.append(_tag(words, members, main, language))
        head, relation, seen = words[main].head, words[main].relation, set()
        while head and token_of[head - 1] == t and head not in seen:
            seen.add(head)
            head, relation = words[head - 1].head, words[head - 1].relation
        heads.append(token_of[head - 1] if head and token_of[head - 1] != t else -1)
        relations.append(relation)
    return Tree(identity, text, tokens, tags, heads, relations)


def _words(text: str, rows: list[list[str]]) -> list[Word]:
    """The words with offsets; the parts of a surface word share its span unless they spell it."""
    found: list[Word] = []
    at, until = 0, 0
    parts: list[tuple[int, int]] = []
    for i, row in enumerate(rows):
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            start = text.index(row[1], at)
            at = start + len(row[1])
            forms = [r[1] for r in rows[i + 1 : i + 2 + last - first]]
            parts = _part_spans(row[1], forms, start)
            until = last
            continue
        if int(row[0]) <= until:
            start, end = parts.pop(0)
        else:
            start = text.index(row[1], at)
            end = at = start + len(row[1])
        found.append(Word(row[1], row[3], row[4], row[5], int(row[6]), row[7], start, end))
    return found


def _part_spans(surface: str, forms: list[str], start: int) -> list[tuple[int, int]]:
    if "".join(forms) != surface or not surface.isascii():
        return [(start, start + len(surface))] * len(forms)
    spans = []
    for form in forms:
        spans.append((start, start + len(form)))
        start += len(form)
    return spans


def _inside(tokens: list[Token], words: list[Word]) -> list[list[int]]:
    """For each token the words that begin in it (a word that begins in an earlier token is none of its own)."""
    inside: list[list[int]] = [[] for _ in tokens]
    t = 0
    for w, word in enumerate(words):
        while t + 1 < len(tokens) and tokens[t].end <= word.start:
            t += 1
        inside[t].append(w)
    return inside


def _main(members: list[int], words: list[Word]) -> int:
    """The word of a token that is its main one: a content word before any particle."""
    content = [w for w in members if words[w].upos not in _ATTACHED]
    return (content or members)[0]


def _tag(words: list[Word], members: list[int], main: int, language: str) -> str:
    word = words[main]
    tag = word.upos
    if language == "en":
        if tag in ("VERB", "AUX"):
            tag += ":" + word.xpos
        elif tag in ("NOUN", "PROPN") and word.xpos.endswith("S"):
            tag += ":S"
        return tag
    if tag == "VERB" and "Aspect=" in word.feats:
        tag += ":p" if "Aspect=Perf" in word.feats else ":i"
    if main != members[0] and words[members[0]].upos == "CCONJ":
        tag = "c|" + tag
    return tag
