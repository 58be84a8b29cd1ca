"""The commands: one file each, named here in the order of the help, imported when called."""

from __future__ import annotations

from dataclasses import dataclass
from keyword import iskeyword


@dataclass(frozen=True, slots=True)
class Entry:
    """One command: its name, its line in the help, and the heading that it stands under."""

    name: str
    summary: str
    heading: str

    @property
    def module(self) -> str:
        """The file that holds it; `import` is a word of Python's own and carries an underscore."""
        name = self.name.replace("-", "_")
        return f"{__name__}.{name}_" if iskeyword(name) else f"{__name__}.{name}"


_READ, _WORK, _HAND = "Read", "Check claims", "Put right by hand"
_OUT, _FILE = "In and out", "The tracker itself"

COMMANDS: tuple[Entry, ...] = (
    Entry("extract", "Find the claims of a text and keep them.", _READ),
    Entry("list", "What is there, what is checked, what is not.", _READ),
    Entry("show", "One claim: words, speaker, values, evidence, history.", _READ),
    Entry("search", "Find claims by words, in Arabic or English.", _READ),
    Entry("explain", "Why each sentence gave its claims, or none.", _READ),
    Entry("compare", "Two statements side by side: what repeats, what differs.", _READ),
    Entry("facts", "One measure over time, across all documents.", _READ),
    Entry("similar", "Claims elsewhere that look like this one.", _READ),
    Entry("stats", "Counts by status, kind, document and age.", _READ),
    Entry("mark", "Give claims a status or a verdict.", _WORK),
    Entry("attach", "Attach evidence: a web address, a file, a source.", _WORK),
    Entry("detach", "Withdraw evidence; it stays on file.", _WORK),
    Entry("source", "Sources: add, list, show, fetch, edit, remove.", _WORK),
    Entry("tag", "Put tags on claims, or take them off.", _WORK),
    Entry("tags", "All tags; rename and merge them.", _WORK),
    Entry("note", "Write a note beside claims.", _WORK),
    Entry("assign", "Say who checks what.", _WORK),
    Entry("add", "Add a claim that was not found.", _HAND),
    Entry("edit", "Correct a claim's gloss, text, kind or values.", _HAND),
    Entry("merge", "Make several claims one.", _HAND),
    Entry("split", "Make one claim several.", _HAND),
    Entry("history", "Who changed what, when and why.", _HAND),
    Entry("undo", "Take back the last command, or a named one.", _HAND),
    Entry("redo", "Bring back what undo took.", _HAND),
    Entry("export", "Write claims to CSV, TSV, JSON, Markdown and more.", _OUT),
    Entry("import", "Take an edited spreadsheet back in, with a diff first.", _OUT),
    Entry("report", "A printable report of the claims.", _OUT),
    Entry("serve", "The review page, in a browser.", _OUT),
    Entry("document", "Documents: list, show, remove.", _FILE),
    Entry("check", "Verify history, spans, captures and the index.", _FILE),
    Entry("backup", "A verified copy of the database.", _FILE),
    Entry("path", "Where the database is.", _FILE),
    Entry("languages", "The languages that claimtrack knows.", _FILE),
    Entry("config", "Settings, and where each comes from.", _FILE),
    Entry("completion", "Completion for bash, zsh, fish and PowerShell.", _FILE),
)


def entry(name: str) -> Entry | None:
    """The command of that name."""
    return next((each for each in COMMANDS if each.name == name), None)
