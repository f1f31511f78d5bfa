#!/usr/bin/python3
"""The letter in six languages, from files to a parallel corpus, as one would do it in a notebook.

    PYTHONPATH=build/dev/python tools/python/examples/letter.py corpora/letter OUT

tests/python runs it.
"""
# %% Read: text, PDF, DOCX or HTML; the language is told by the name, or by the text.
import pathlib
import sys

import hexapla

letter, out = map(pathlib.Path, sys.argv[1:3])
versions = [hexapla.read(letter / f"letter.{tag}.txt") for tag in ("zh", "en", "fr")]
for version in versions:
    print(version.language, version.symbol, version.date, len(version), "segments")

# %% Align: all pairs, with the other languages as witnesses, and check.
work = hexapla.align(versions, termbase=letter.parent / "termbases" / "un-core.tbx")
for row in work.rows[:3]:
    print(f"{row.confidence:.2f}", row["zh"], "|", row["fr"])
for finding in work.findings:
    print(finding.rule, finding.message)

# %% Keep: a corpus file that hexapla's commands and its review page open, too.
corpus = hexapla.Corpus.create(out / "letter.hexapla")
corpus.add(work)
for hit in corpus.find("international peace", "en"):
    print(hit.row["en"], hit.spots["en"])

# %% Decide, as a reviser does, and export.
first = next(iter(corpus.rows()))
corpus.decide("confirm", first, who="a reviser")
print(corpus.export(out / "letter.tmx", languages=["zh", "en"]), "units in letter.tmx")

# %% Segments of one's own, with the vectors of a model: here a bag of their letters' shapes.
import numpy

source = hexapla.segment("你好。再见。谢谢。", "zh")
target = ["Hello.", "Goodbye.", "Thank you."]
vectors = numpy.eye(3, 8, dtype=numpy.float32)
for bead in hexapla.align(source, target, languages=("zh", "en"), embeddings=(vectors, vectors)):
    print([source[i] for i in bead.source], [target[i] for i in bead.target])
