"""cli: `trucewatch run`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import Progress, example, leave, warn
from trucewatch.errors import SettingsError


@click.command(
    "run",
    short_help="All five stages at once.",
    epilog=example("trucewatch run articles/ --agreement idlib-2020 --as-of 2020-03-06T12:00Z --out out"),
)
@options.sources
@options.agreements(required=False)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR", help="Where results go."
)
@options.as_of
@options.known_by
@click.option("--judgements", type=options.EXISTING, metavar="FILE", help="What people decided: same, or not the same.")
@options.knowledge
@options.profile
@options.text_column
@options.jobs
@options.unmask
def command(
    *,
    sources: tuple[str, ...],
    agreements: tuple[str, ...],
    out: Path,
    as_of: str | None,
    known_by: str,
    judgements: Path | None,
    gazetteer: tuple[Path, ...],
    actors: tuple[Path, ...],
    profile: Path | None,
    text_column: str | None,
    jobs: int,
    unmask: bool,
) -> None:
    """All five stages at once: sources in, a folder with the record and its report out."""
    from trucewatch import folder, pipeline
    from trucewatch.cli import summary
    from trucewatch.cli.lines import take
    from trucewatch.resolve import Judgement

    _keep_apart(sources, out)
    decided, unclear = take(Judgement, str(judgements)) if judgements else ((), ())
    progress = Progress()
    record = pipeline.run(
        sources,
        pipeline.Options(
            agreements=agreements,
            as_of=as_of,
            known_by="acquired" if known_by == "acquired" else "published",
            gazetteers=gazetteer,
            actors=actors,
            text_column=text_column,
            profile=profile,
            jobs=jobs,
        ),
        originals=out / "originals",
        stdin=sys.stdin.buffer,
        judgements=(*decided, *unclear),
        progress=progress,
    )
    folder.save(record, out, unmask=unmask)
    progress.clear()
    warn(record.rejected)
    click.echo(summary.text(record, out), err=True)
    leave(record.rejected)


def _keep_apart(sources: tuple[str, ...], out: Path) -> None:
    """Refuse results inside a folder of sources: the next run would read them as reports."""
    for source in sources:
        if Path(source).is_dir() and out.resolve().is_relative_to(Path(source).resolve()):
            raise SettingsError(f"--out {out}: it lies inside the sources {source}. Name a folder beside them.")
