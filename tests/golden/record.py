"""Records the sample's outputs anew. Read the difference before committing it."""

from __future__ import annotations

import io
from pathlib import Path

from trucewatch.cli.demo import sample_record
from trucewatch.model import Record
from trucewatch.model.codec import dump_lines

FOLDER = Path(__file__).parent / "sample"
STAGES = ("claims", "incidents", "findings")


def lines(record: Record, stage: str) -> str:
    """What one stage gave, as JSON Lines."""
    stream = io.StringIO()
    dump_lines(getattr(record, stage), stream)
    return stream.getvalue()


def main() -> None:
    """Write the golden files and name those that changed."""
    FOLDER.mkdir(exist_ok=True)
    record = sample_record()
    for stage in STAGES:
        path, text = FOLDER / f"{stage}.jsonl", lines(record, stage)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"recorded {path.relative_to(Path(__file__).parents[2])}")


if __name__ == "__main__":
    main()
