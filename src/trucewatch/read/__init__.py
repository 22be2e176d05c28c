"""read: files, folders, pages, rows and tables become reports, with their furniture marked and their dates found."""

from trucewatch.read.documents import as_given, reports
from trucewatch.read.neighbours import infer_from_others
from trucewatch.read.streamed import lines_read, written_by_read
from trucewatch.read.text import Given, read_text

__all__ = ["Given", "as_given", "infer_from_others", "lines_read", "read_text", "reports", "written_by_read"]
