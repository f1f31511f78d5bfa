"""No control character of a file, a name or a message reaches a terminal: 64 of them wherever a verb shows something of
them, on a pseudo-terminal. Takes the program."""

import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile

program = sys.argv[1]

# C0 but for tab and line ends, DEL, C1, and what turns the direction of text: 64.
CONTROLS = [chr(c) for c in range(1, 32) if chr(c) not in "\t\n\r"] + ["\x7f"]
CONTROLS += [chr(c) for c in range(0x80, 0xA0)] + ["\u202a", "\u202b", "\u202e"]
assert len(CONTROLS) == 64
MARK = "ZQX"
ALL = "".join(f"{MARK}{c}" for c in CONTROLS) + MARK
SHORT = MARK + "".join(CONTROLS) + MARK  # a name of a file is at most 255 bytes
OURS = re.compile("\x1b\\[[0-9;]*[mK]")  # colours, and what clears a line


def on_terminal(words, environment):
    """All that the program writes to a terminal on both streams."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(program, [program, *words], environment)
    told = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not part:
            break
        told += part
    os.waitpid(process, 0)
    os.close(terminal)
    return told.decode("utf-8", "replace")


def quiet(*words, **more):
    done = subprocess.run([program, *words], capture_output=True, **more)
    if done.returncode not in (0, 1):
        sys.exit(f"{words}: {done.stderr.decode(errors='replace')}")


with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    environment = dict(os.environ, USER=f"reviser {ALL}", HOME=folder)
    english = place / "a.en.txt"
    french = place / "a.fr.txt"
    english.write_text(f"The Security Council met in 1998 {ALL}.\n\nIt adjourned.\n", encoding="utf-8")
    french.write_text(f"Le Conseil de sécurité s'est réuni en 1999 {ALL}.\n\nIl s'est ajourné.\n", encoding="utf-8")
    corpus = str(place / "a.hexapla")
    quiet("align", str(english), str(french), "--out", corpus, "--work", f"work {ALL}")
    quiet("decide", corpus, "comment", "--language", "en", "--segment", "0", "--text", f"comment {ALL}",
          env=environment)
    (place / "m.tsv").write_text("en\tfr\nwar\tguerre\n", encoding="utf-8")
    quiet("import", str(place / "m.tsv"), "--into", str(place / "m.hexapla"), "--symbol", f"A/75/{ALL}")
    terms = place / "terms.csv"
    terms.write_text(f'concept,language,term,status\n1,en,"Council {ALL}",preferred\n1,fr,Conseil,preferred\n',
                     encoding="utf-8")
    newer = place / "b.en.txt"
    newer.write_text(f"The Security Council met in 1999 {ALL}.\n\nIt adjourned {ALL}.\n", encoding="utf-8")
    later = str(place / "b.hexapla")
    quiet("align", str(newer), str(french), "--out", later, "--work", f"work {ALL}", "--termbase", str(terms))
    files = place / "files"
    files.mkdir()
    for letter in ("en", "fr"):
        (files / f"{SHORT}-{letter}.txt").write_text(f"{MARK} {ALL}\n", encoding="utf-8")
    lacking = str(place / f"no {SHORT}")
    places = {
        "a text beside another": ["show", corpus],
        "a sentence": ["segment", str(english)],
        "a block": ["ingest", str(english)],
        "a hit": ["find", corpus, "Council"],
        "a finding": ["check", corpus, "--all"],
        "a work's name": ["corpus", "info", corpus],
        "a person and a comment": ["corpus", "log", corpus],
        "a symbol": ["corpus", "info", str(place / "m.hexapla")],
        "a term": ["term", "find", str(terms), "Council"],
        "a term's fault": ["term", "lint", str(terms)],
        "a revision": ["diff", corpus, later],
        "a concept over the years": ["drift", later, "--termbase", str(terms)],
        "a file of a collection": ["pair", str(files)],
        "a work that is merged": ["corpus", "merge", "--out", str(place / "all.hexapla"), corpus, later],
        "a work that is rebuilt": ["corpus", "rebuild", corpus, "--out", str(place / "new.hexapla")],
        "units on a terminal": ["export", corpus, "--format", "tsv"],
        "a person's decision": ["decide", corpus, "confirm", "--row", "1"],
        "a file's name in a message": ["show", lacking],
        "an option in a message": ["show", corpus, f"--{ALL}"],
        "a query in a message": ["find", corpus, f"/({ALL}/"],
        "a file's name that is shown": ["convert", str(place / "m.tsv"), str(place / f"no {SHORT}" / "o.tmx")],
    }
    wrong = []
    shown = 0
    for name, words in places.items():
        told = OURS.sub("", on_terminal(words, environment))
        shown += MARK in told
        for control in CONTROLS:
            if control in told:
                wrong.append(f"{name}: U+{ord(control):04X}")
    if shown < len(places):
        sys.exit(f"only {shown} places were shown at all")
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{shown} places, {len(CONTROLS)} characters: none reaches the terminal")
