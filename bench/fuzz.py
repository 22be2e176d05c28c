"""Looks for texts that break folding, sentences or extraction, guided by the code that each text reaches.

`make fuzz SECONDS=600`. What must hold of any text at all stands in `check`; the same laws run on made-up texts in the
tests. A text that breaks one is written to a file `crash-...` beside the call; put it into a test before mending it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["trucewatch.extract", "trucewatch.languages"]):
    from trucewatch import extract
    from trucewatch.extract.segment import sentences
    from trucewatch.languages.fold import fold

if TYPE_CHECKING:
    from trucewatch.extract import Knowledge

from trucewatch.model import Report

SEEDS = (
    "Government artillery shelled Saraqib on Wednesday, killing at least three people.",
    "Trois civils ont été tués mercredi par des obus près de Saraqib.",
    "استشهاد 5 مدنيين وإصابة آخرين إثر غارات جوية على سراقب",
    "Двое военнослужащих погибли, ещё трое ранены, сообщило министерство.",
    "“We will respond,” he said. 3 killed, 10 injured (including 2 children) at 00:01 on 6/3/2020.",
)


def check(text: str, language: str, knowledge: Knowledge) -> None:
    """The laws: spans lie in the text, quotations stand there word for word, and the same text gives the same twice."""
    folded = fold(text)
    report = Report(id="r_fuzz", text=text, language=language, published="2020-03-05")
    pack = knowledge.pack(language)
    if pack is not None:
        for sentence in sentences(report, folded, pack):
            assert 0 <= sentence.start <= sentence.end <= len(folded.text)
    claims = extract.claims(report, knowledge)
    for claim in claims:
        for start, end in claim.spans:
            assert 0 <= start < end <= len(text)
        assert text[claim.spans[0][0] : claim.spans[0][1]] == claim.quote
        assert 0.0 < claim.confidence < 1.0
    assert claims == extract.claims(report, knowledge)


def main() -> None:
    """Fuzz until the time is up."""
    knowledge = extract.load_knowledge()
    languages = sorted(knowledge.packs)

    def once(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        language = languages[provider.ConsumeIntInRange(0, len(languages) - 1)]
        pieces: list[str] = []
        while provider.remaining_bytes() and len(pieces) < 12:
            if provider.ConsumeBool():
                seed = SEEDS[provider.ConsumeIntInRange(0, len(SEEDS) - 1)]
                at = provider.ConsumeIntInRange(0, len(seed))
                pieces.append(seed[at : at + provider.ConsumeIntInRange(0, 60)])
            else:
                pieces.append(provider.ConsumeUnicodeNoSurrogates(provider.ConsumeIntInRange(0, 40)))
        check("".join(pieces), language, knowledge)

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
