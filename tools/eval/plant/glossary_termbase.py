#!/usr/bin/env python3
"""Makes one termbase (CSV as hexapla reads it) of the TICO-19 glossaries.

    glossary_termbase.py GLOSSARY_DIR TEXT_DIR > termbase.csv

GLOSSARY_DIR holds facebook.tsv and google_en-XX.csv, TEXT_DIR the aligned lines en.txt, ar.txt, ...
Where the glossaries have several terms for a concept, the one that the text has most often is preferred, others
that it has are admitted, and those that it never has are deprecated: real variants for `plant` to put in.
"""
import csv
import pathlib
import re
import sys

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def variants(cell):
    """`заразный : передающийся при контакте` is two, `艾滋病（AIDS）` is one without what is in brackets."""
    cell = re.sub(r"\s*[\[(（][^\])）]*[\])）]", "", cell)
    return [part.strip() for part in re.split(r"\s+:\s+|;|/(?=\s)", cell) if part.strip()]


def glossaries(folder):
    concepts = {}
    for row in csv.DictReader((folder / "facebook.tsv").open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        for language in LANGUAGES:
            add(concepts, row["en"], language, row[language] or "")
    for language in LANGUAGES:
        file = folder / f"google_en-{language}.csv"
        if not file.exists():
            continue
        for row in csv.DictReader(file.open(encoding="utf-8")):
            add(concepts, row["sourceString"], "en", row["sourceString"])
            add(concepts, row["sourceString"], language, row["targetString"] or "")
    return concepts


def add(concepts, name, language, cell):
    name = " ".join(variants(name)[:1]).lower()
    if not name:
        return
    known = concepts.setdefault(name, {}).setdefault(language, [])
    for variant in variants(cell):
        if plain(variant) not in (plain(other) for other in known):
            known.append(variant)


def plain(text):
    """Without letter case, spaces and hyphens: COVID 19 and covid-19 are one form."""
    return re.sub(r"[\s\-\u2010\u2011]", "", text.lower())


def main():
    texts = {language: plain((pathlib.Path(sys.argv[2]) / f"{language}.txt").read_text(encoding="utf-8")) for language in LANGUAGES}
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("concept subject language term status part_of_speech source note".split())
    for number, (name, terms) in enumerate(sorted(glossaries(pathlib.Path(sys.argv[1])).items())):
        for language, forms in sorted(terms.items()):
            forms.sort(key=lambda form: -texts[language].count(plain(form)))
            for place, form in enumerate(forms):
                said = texts[language].count(plain(form)) > 0
                status = "preferred" if place == 0 else "admitted" if said else "deprecated"
                out.writerow([f"t{number:04}", "", language, form, status, "noun", "TICO-19", ""])


main()
