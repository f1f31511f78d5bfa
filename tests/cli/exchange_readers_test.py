"""Has other people's programs read the units that we wrote, and reads what they wrote:
translate-toolkit (TMX, XLIFF 1.2, PO, Wordfast, UTX), xmllint with the TMX DTD that OmegaT carries and OASIS'
schemas of XLIFF, OmegaT itself, gettext's msgfmt, Python's csv and json. Takes hexapla,
OmegaT.jar, xmllint and the folder of the schemas. Programs that are not installed are left out;
exit code 77 when translate-toolkit is not."""

import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

skipped = 77

try:
    from translate.storage import po, tmx, utx, wordfast, xliff
except ImportError:
    print("translate-toolkit is not installed")
    sys.exit(skipped)

hexapla, jar, xmllint, schemas = sys.argv[1:]

pairs = [
    ("The Security Council", "Совет Безопасности", "安全理事会"),
    ("Security\tCouncil & <others> \"quoted\"", "Совет и «другие»", "安理会，等"),
    ("a line\nand another", "строка\nи ещё", "一行\n又一行"),
    ("vote", "голосование", "表决"),
]


def convert(*words):
    subprocess.run([hexapla, "convert", *map(str, words)], check=True, stderr=subprocess.DEVNULL)


def require_valid(document, schema):
    """Validates without network: the schemas name that of xml:lang by its address."""
    folder = document.parent / "schemas"
    if not folder.exists():
        folder.mkdir()
        for file in pathlib.Path(schemas).glob("*.xsd"):
            text = re.sub(r'schemaLocation="[^"]*/xml.xsd"', 'schemaLocation="xml.xsd"', file.read_text(encoding="utf-8"))
            (folder / file.name).write_text(text, encoding="utf-8")
    subprocess.run([xmllint, "--nonet", "--noout", "--schema", str(folder / schema), str(document)], check=True)


def units_of(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def texts_of(file):
    return [{language: cell["text"] for language, cell in unit["cells"].items()} for unit in units_of(file)]


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    source = folder / "units.jsonl"
    source.write_text("".join(json.dumps({"id": f"u{number}", "confidence": 0.5, "cells": {
        "en": {"text": en, "tags": [{"at": 0, "role": "begin", "element": "g", "attributes": [["id", "1"]]},
                                    {"at": 1, "role": "end", "element": "g"}]},
        "ru": {"text": ru}, "zh": {"text": zh}}}, ensure_ascii=False) + "\n"
        for number, (en, ru, zh) in enumerate(pairs)), encoding="utf-8")
    for ending in ("tmx", "xlf", "po", "csv", "tsv"):
        convert(source, folder / f"out.{ending}", "--languages", "en,ru" if ending in ("xlf", "po") else "en,ru,zh")

    # TMX: the DTD, translate-toolkit.
    dtd = folder / "tmx14.dtd"
    dtd.write_bytes(zipfile.ZipFile(jar).read("schemas/tmx14.dtd"))
    subprocess.run([xmllint, "--nonet", "--noout", "--dtdvalid", str(dtd), str(folder / "out.tmx")], check=True)
    read = tmx.tmxfile.parsefile(str(folder / "out.tmx")).units
    assert len(read) == len(pairs), len(read)
    assert [unit.gettarget("ru") for unit in read] == [ru for _, ru, _ in pairs]
    assert read[0].getid() == "u0", read[0].getid()

    # XLIFF 1.2 and 2.1 and their schemas, with what a TMX and an alignment bring along.
    if pathlib.Path(schemas).is_dir():
        convert(source, folder / "out2.xlf", "--to", "xliff2", "--languages", "en,ru")
        require_valid(folder / "out.xlf", "xliff-core-1.2-strict.xsd")
        require_valid(folder / "out2.xlf", "xliff-core-2.0.xsd")
        (folder / "rich.tmx").write_text(
            '<tmx version="1.4"><header srclang="en"><note>n</note><prop type="p">v</prop></header><body>'
            '<tu tuid="a b" creationdate="20201103T120000Z"><note>n</note><prop type="x-domain">law</prop>'
            '<tuv xml:lang="EN-us" changeid="x"><note>n</note><prop type="q">v</prop><seg>The <bpt i="1" type="bold">{b}</bpt>'
            'Security<ept i="1">{/b}</ept> <hi>Council<ph x="2">{<sub>of the UN</sub>}</ph></hi> &#x1F54A;<it pos="end">{i}</it>'
            '</seg></tuv><tuv xml:lang="ru"><seg>Совет</seg></tuv></tu><tu tuid="a b"><tuv xml:lang="en-US"><seg/></tuv></tu>'
            '</body></tmx>', encoding="utf-8")
        for target, schema in (("xliff", "xliff-core-1.2-strict.xsd"), ("xliff2", "xliff-core-2.0.xsd")):
            convert(folder / "rich.tmx", folder / "rich.xlf", "--to", target)
            require_valid(folder / "rich.xlf", schema)

    # XLIFF 1.2 and PO.
    read = xliff.xlifffile.parsefile(str(folder / "out.xlf")).units
    assert [str(unit.target) for unit in read] == [ru for _, ru, _ in pairs], [unit.target for unit in read]
    assert [unit.getid().split("\4")[-1] for unit in read] == ["u0", "u1", "u2", "u3"], read[0].getid()
    read = [unit for unit in po.pofile.parsefile(str(folder / "out.po")).units if not unit.isheader()]
    assert [(str(unit.source), str(unit.target)) for unit in read] == [(en, ru) for en, ru, _ in pairs]
    if msgfmt := shutil.which("msgfmt"):
        subprocess.run([msgfmt, "--check-format", "-o", str(folder / "out.mo"), str(folder / "out.po")], check=True)

    # Text memories and UTX, which have no place for what is no single line.
    plain = [(en, ru) for en, ru, _ in pairs]
    for target, file, read in (("wordfast", "out.txt", wordfast.WordfastTMFile), ("utx", "out.utx", utx.UtxFile)):
        convert(source, folder / file, "--to", target, "--languages", "en,ru")
        with open(folder / file, "rb") as opened:
            there = [(str(unit.source), str(unit.target)) for unit in read(opened).units]
        there = [tuple(text.replace("&'B;", " ") for text in pair) for pair in there]  # a soft break
        spaced = [tuple(" ".join(text.split()) for text in pair) for pair in there]
        assert spaced == [tuple(" ".join(text.split()) for text in pair) for pair in plain], (target, there)

    # Python's csv and json.
    with open(folder / "out.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["en"], row["ru"], row["zh"]) for row in rows] == pairs
    convert(source, folder / "set" / "", "--to", "dataset", "--split", "0,0")
    lines = (folder / "set" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    assert [tuple(json.loads(line)["translation"].values()) for line in lines] == pairs

    # What they write is read back by us.
    memory = tmx.tmxfile()
    for en, ru, _ in pairs:
        memory.addtranslation(en, "en", ru, "ru")
    memory.savefile(str(folder / "theirs.tmx"))
    document = xliff.xlifffile(sourcelanguage="en", targetlanguage="ru")
    catalogue = po.pofile()
    catalogue.updateheader(add=True, language="ru", content_type="text/plain; charset=UTF-8")
    for en, ru, _ in pairs:
        for store in (document, catalogue):
            store.addsourceunit(en).target = ru
    document.savefile(str(folder / "theirs.xlf"))
    catalogue.savefile(str(folder / "theirs.po"))
    with open(folder / "theirs.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([("en", "ru"), *((en, ru) for en, ru, _ in pairs)])
    for ending in ("tmx", "xlf", "po", "csv"):
        convert(folder / f"theirs.{ending}", folder / "back.jsonl")
        assert texts_of(folder / "back.jsonl") == [{"en": en, "ru": ru} for en, ru, _ in pairs], ending

    # OmegaT fills a project from our memory, six languages in a unit or not.
    if omegat := shutil.which("omegat"):
        project = folder / "project"
        for part in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
            (project / part).mkdir(parents=True)
        (project / "omegat.project").write_text(
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><omegat><project version="1.0">'
            + "".join(f"<{part}_dir>__DEFAULT__</{part}_dir>" for part in ("source", "target", "tm", "glossary", "dictionary"))
            + "<source_lang>EN</source_lang><target_lang>RU</target_lang><sentence_seg>false</sentence_seg>"
            "</project></omegat>", encoding="utf-8")
        (project / "source" / "a.txt").write_text("The Security Council\n\nvote\n", encoding="utf-8")
        convert(folder / "theirs.tmx", project / "tm" / "auto" / "ours.tmx")
        subprocess.run([omegat, "--mode=console-translate", str(project), f"--config-dir={folder / 'config'}"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        filled = (project / "target" / "a.txt").read_text(encoding="utf-8")
        assert "Совет Безопасности" in filled and "голосование" in filled, filled

print("translate-toolkit, xmllint, gettext, OmegaT, csv and json read", len(pairs), "units, and we theirs")
