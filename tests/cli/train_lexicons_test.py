"""tools/train-lexicons: pairs of the languages given, the same bytes twice, excepted documents left out.

usage: train_lexicons_test.py TOOL HEXAPLA
"""
import pathlib, subprocess, sys, tempfile

TOOL, HEXAPLA = sys.argv[1:]
ROWS = [
    ("a:1", "The Council decides to remain seized.", "Le Conseil décide de rester saisi."),
    ("a:2", "The Council calls upon all States.", "Le Conseil demande à tous les États."),
    ("a:3", "All States shall report.", "Tous les États feront rapport."),
    ("b:1", "The Council thanks all States.", "Le Conseil remercie tous les États."),
    ("b:2", "", "Une ligne seule."),
    ("c:1", "Elephants elephants elephants.", "Éléphants éléphants éléphants."),
    ("c:2", "Elephants elephants sleep.", "Éléphants éléphants dorment."),
]


def train(folder, rows, *more):
    subprocess.run([TOOL, folder, "--hexapla", HEXAPLA, "--rows", rows, *more], check=True, stdout=subprocess.DEVNULL)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


with tempfile.TemporaryDirectory() as name:
    scratch = pathlib.Path(name)
    rows = scratch / "rows"
    rows.mkdir()
    for file, column in (("ids.txt", 0), ("en.txt", 1), ("fr.txt", 2)):
        (rows / file).write_text("".join(row[column] + "\n" for row in ROWS), encoding="utf-8")
    first = train(scratch / "first", rows)
    assert list(first) == ["en-fr.lexicon"], list(first)
    assert "\nthank\tremer\t" in first["en-fr.lexicon"].decode(), first
    assert "\neleph\téléph\t" in first["en-fr.lexicon"].decode(), first
    assert first == train(scratch / "second", rows)
    without = train(scratch / "third", rows, "--except", "fr:c")["en-fr.lexicon"].decode()
    assert "eleph" not in without and "\nthank\t" in without, without
    (rows / "fr.txt").write_text("Une ligne.\n", encoding="utf-8")
    short = subprocess.run([TOOL, scratch / "fourth", "--hexapla", HEXAPLA, "--rows", rows], capture_output=True, text=True)
    assert short.returncode != 0 and "differ in their number of lines" in short.stderr, short
