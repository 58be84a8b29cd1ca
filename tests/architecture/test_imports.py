"""Imports run one way through the rooms, and never in circles."""

from __future__ import annotations

import pytest
from imports import imported, modules, room

RANKS = (
    {"errors"},
    {"model"},
    {"text"},
    {"languages", "tagging"},
    {"mentions", "claims"},
    {"pipeline", "llm", "sources", "store", "tracking", "views", "training"},
    {"tracker", "bulk"},
    {"cli", "web"},
)
RANK = {name: i for i, rank in enumerate(RANKS) for name in rank}


def place(module: str) -> str:
    """The room of a module. Training commands put rooms together as the pipeline does and rank with it,
    wherever they lie: nothing that runs for a user may import them."""
    return "training" if module.endswith((".train", ".study")) else room(module)


def _wrong(module: str) -> list[str]:
    """What `module` imports from its own rank or above."""
    own = place(module)
    return [other for other in imported(module) if place(other) not in (own, "") and RANK[place(other)] >= RANK[own]]


def test_every_room_has_a_rank() -> None:
    assert {room(module) for module in modules()} - {"", "__main__"} <= set(RANK)


@pytest.mark.parametrize("module", [m for m in modules() if room(m) not in ("", "__main__")])
def test_imports_run_one_way(module: str) -> None:
    assert _wrong(module) == []


def test_no_circles() -> None:
    """Modules that load each other, even within one room, cannot be understood one at a time."""
    graph = {module: set(imported(module, at_load=True)) - {module} for module in modules()}
    while leaves := {module for module, needs in graph.items() if not needs & set(graph)}:
        graph = {module: needs for module, needs in graph.items() if module not in leaves}
    assert graph == {}
