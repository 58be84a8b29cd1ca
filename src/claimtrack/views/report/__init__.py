"""The report of a document: `gather` what it says, then write it in a format of `FORMATS`, known by file ending."""

from __future__ import annotations

from claimtrack.views.report.gathering import Report, gather
from claimtrack.views.report.html import to_html
from claimtrack.views.report.markdown import to_markdown

FORMATS: dict[str, str] = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".docx": "docx"}
"""The formats by the ending of a file."""


def to_bytes(report: Report, format: str) -> bytes:
    """The report as a file of a format. DOCX needs the extra `docx` (ImportError without it)."""
    if format == "docx":
        from claimtrack.views.report.docx import to_docx

        return to_docx(report)
    text = to_html(report) if format == "html" else to_markdown(report)
    return text.encode("utf-8", "replace")


__all__ = ["FORMATS", "Report", "gather", "to_bytes", "to_html", "to_markdown"]
