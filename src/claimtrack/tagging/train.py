"""Train the tagger and the parser from Universal Dependencies treebanks, and print how right they are.

    python -m claimtrack.tagging.train TREEBANKS [--language ar|en] [--measure-only]

TREEBANKS is a folder that holds `ar_pud.conllu` and `en_ewt-{train,dev,test}.conllu`. The same files give the same
weights, byte for byte. Arabic is measured by five-fold cross-validation, English on its test part; what ships is then
trained on all sentences.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack import languages
from claimtrack.tagging import PARTS, Grammar
from claimtrack.tagging.parser import coarse, parse, train_heads, train_relations
from claimtrack.tagging.perceptron import Model, pack
from claimtrack.tagging.tagger import tag
from claimtrack.tagging.tagger import train as train_tags
from claimtrack.tagging.treebank import Tree, read
from claimtrack.text.tokens import Token

WEIGHTS = Path(__file__).with_name("weights")
FILES = {"ar": ("ar_pud",), "en": ("en_ewt-train", "en_ewt-dev", "en_ewt-test")}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long each model learns, and how weak a feature may be to stay."""

    tag_rounds: int
    move_rounds: int
    relation_rounds: int
    folds: int
    weakest: tuple[float, float, float]
    quantum: float


RECIPES = {
    "ar": Recipe(8, 12, 5, 4, (0.0, 0.0, 0.0), 0.05),
    "en": Recipe(5, 7, 5, 4, (1.25, 1.5, 1.25), 0.25),
}


def train(trees: Sequence[Tree], language: str) -> Grammar:
    """Learn all three models; the parser learns on tags as the tagger gives them to sentences it has not seen."""
    recipe = RECIPES[language]
    hooks = languages.load(language).hooks
    affixes, certain = hooks.word_features, hooks.certain_tag

    def tagger(some: Sequence[Tree], rounds: int) -> Model:
        return train_tags([(t.tokens, t.tags) for t in some], affixes, rounds, recipe.weakest[0], recipe.quantum)

    guessed: list[list[str]] = [[] for _ in trees]
    for fold in range(recipe.folds):
        model = tagger([t for i, t in enumerate(trees) if i % recipe.folds != fold], recipe.tag_rounds - 2)
        for i in range(fold, len(trees), recipe.folds):
            guessed[i] = tag(model, trees[i].tokens, affixes, certain)
    rows = [(_norms(t.tokens), tags, t) for t, tags in zip(trees, guessed, strict=True)]
    moves = train_heads([(w, g, t.heads) for w, g, t in rows], recipe.move_rounds, recipe.weakest[1], recipe.quantum)
    relations = train_relations(
        [(w, g, t.heads, t.relations) for w, g, t in rows], recipe.relation_rounds, recipe.weakest[2], recipe.quantum
    )
    return Grammar(tagger(trees, recipe.tag_rounds), moves, relations)


def _norms(tokens: Sequence[Token]) -> list[str]:
    return [t.norm for t in tokens]


@dataclass(slots=True)
class Score:
    """Counts over test sentences."""

    tokens: int = 0
    tags: int = 0
    verbs_right: int = 0
    verbs_found: int = 0
    verbs: int = 0
    words: int = 0
    heads: int = 0
    labelled: int = 0

    def add(self, grammar: Grammar, trees: Sequence[Tree], language: str) -> None:
        hooks = languages.load(language).hooks
        for tree in trees:
            tags = tag(grammar.tags, tree.tokens, hooks.word_features, hooks.certain_tag)
            found = parse(grammar.moves, grammar.relations, tree.tokens, tags)
            for i, gold in enumerate(tree.tags):
                self._count(_plain(tags[i]), _plain(gold))
                if _plain(gold) != "PUNCT":
                    right = found.heads[i] == tree.heads[i]
                    self.words += 1
                    self.heads += right
                    self.labelled += right and found.relations[i] in (coarse(tree.relations[i]), "root")

    def _count(self, tag: str, gold: str) -> None:
        self.tokens += 1
        self.tags += tag == gold
        verb, gold_verb = tag in ("VERB", "AUX"), gold in ("VERB", "AUX")
        self.verbs_right += verb and gold_verb
        self.verbs_found += verb
        self.verbs += gold_verb

    def __str__(self) -> str:
        verb_f = 200 * self.verbs_right / (self.verbs_found + self.verbs)
        return (
            f"tags {100 * self.tags / self.tokens:.1f} %, verb F {verb_f:.1f}, heads (UAS) "
            f"{100 * self.heads / self.words:.1f} %, heads and relations (LAS) "
            f"{100 * self.labelled / self.words:.1f} % over {self.tokens} tokens"
        )


def _plain(tag: str) -> str:
    return tag.rpartition("|")[2].partition(":")[0]


def measure(folder: Path, language: str) -> Score:
    """Accuracy on sentences that the models have not seen."""
    score = Score()
    parts = [_trees(folder, name, language) for name in FILES[language]]
    if language == "en":
        score.add(train(parts[0] + parts[1], language), parts[2], language)
        return score
    trees = parts[0]
    for fold in range(5):
        seen = [t for i, t in enumerate(trees) if i % 5 != fold]
        score.add(train(seen, language), trees[fold::5], language)
    return score


def all_trees(folder: Path, language: str) -> list[Tree]:
    """All sentences of the language's treebank files."""
    return [tree for name in FILES[language] for tree in _trees(folder, name, language)]


def _trees(folder: Path, name: str, language: str) -> list[Tree]:
    return list(read(folder / f"{name}.conllu", language, languages.load(language).hooks.certain_tag))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--language", choices=sorted(FILES), action="append")
    parser.add_argument("--measure-only", action="store_true")
    parser.add_argument("--no-measure", action="store_true")
    options = parser.parse_args()
    for language in options.language or sorted(FILES):
        if not options.no_measure:
            print(f"{language}: {measure(options.treebanks, language)}", flush=True)
        if not options.measure_only:
            trees = all_trees(options.treebanks, language)
            grammar = train(trees, language)
            for part in PARTS:
                (WEIGHTS / f"{language}.{part}.xz").write_bytes(pack({"model": getattr(grammar, part)}))


if __name__ == "__main__":
    main()
