"""Boosted trees: what two signs tell only together, bounds of numbers, and the same trees for the same examples."""

from __future__ import annotations

import random

from claimtrack.tagging.boosting import Forest, Growth, Weighing, grow

SMALL = Growth(trees=40, leaves=4, rate=0.3, questions=1.0, least_seen=5, least_weight=2.0)


def _signs_that_cancel() -> list[Weighing]:
    """Right where exactly one of two signs holds, which no sum of weights can say."""
    rows = []
    for n in range(400):
        left, right = bool(n & 1), bool(n & 2)
        signs = [name for name, holds in (("left", left), ("right", right)) if holds]
        rows.append(Weighing(signs, {"noise": float(n % 7)}, float(left != right), 0.0))
    return rows


def test_learns_what_two_signs_tell_together() -> None:
    forest = grow(_signs_that_cancel(), SMALL)
    assert forest.score({"left"}, {"noise": 3.0}) > 1
    assert forest.score({"right"}, {"noise": 3.0}) > 1
    assert forest.score({"left", "right"}, {"noise": 3.0}) < -1
    assert forest.score((), {"noise": 3.0}) < -1


def test_finds_the_bound_of_a_number() -> None:
    chance = random.Random(7)
    sizes = [chance.uniform(0, 10) for _ in range(400)]
    forest = grow([Weighing((), {"size": size}, float(size > 6), 0.0) for size in sizes], SMALL)
    assert forest.score((), {"size": 7.5}) > 1
    assert forest.score((), {"size": 4.5}) < -1


def test_corrects_the_odds_it_is_given() -> None:
    sure = [Weighing(("any",), {}, 1.0, 4.0) for _ in range(200)]
    unsure = [Weighing(("any",), {}, 1.0, 0.0) for _ in range(200)]
    assert grow(sure, SMALL).score({"any"}, {}) < grow(unsure, SMALL).score({"any"}, {})


def test_a_sign_too_rare_is_not_asked_for() -> None:
    rows = [*_signs_that_cancel(), *(Weighing(("rare",), {"noise": 0.0}, 1.0, 0.0) for _ in range(4))]
    assert "rare" not in _names(grow(rows, SMALL).trees)


def _names(node: object) -> set[str]:
    if isinstance(node, int):
        return set()
    assert isinstance(node, tuple)
    if isinstance(node[0], str):
        return {node[0], *_names(node[-2]), *_names(node[-1])}
    return set().union(*map(_names, node))


def test_the_same_examples_grow_the_same_trees_and_files() -> None:
    one, two = grow(_signs_that_cancel(), SMALL), grow(_signs_that_cancel(), SMALL)
    assert one == two
    assert one.packed() == two.packed()


def test_trees_survive_their_file() -> None:
    forest = grow(_signs_that_cancel(), SMALL)
    assert Forest.unpacked(forest.packed()) == forest
