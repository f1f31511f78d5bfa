"""A verb that is ended by a signal, runs out of disk or writes to a full one leaves nothing behind: no part of an output, no
log beside a corpus, no folder of its own, no change that was half made. Takes the program and the project's folder, and how
many moments of each verb are tried."""

import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

program, source, moments = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGXCPU, signal.SIGALRM, signal.SIGINT]
LEAST_FILE = 65536  # bytes; outputs below it are written whole, and SQLite needs half of it to look into a corpus
random.seed(19)
wrong = []


def require(what, condition, *more):
    if not condition:
        wrong.append(f"{what}: " + " ".join(map(str, more)))


class Place:
    """A folder with the letter, a corpus of it, a memory and a termbase; another for what is temporary."""

    def __init__(self, folder):
        self.made = folder / "made"
        self.made.mkdir()
        for language in ("en", "fr", "ru"):
            shutil.copy(source / f"corpora/letter/letter.{language}.txt", self.made)
        shutil.copy(source / "corpora/termbases/un-core.csv", self.made / "terms.csv")
        lines = "".join(f"Report {n} of the Council\tRapport {n} du Conseil\n" for n in range(3000))
        (self.made / "memory.tsv").write_text("en\tfr\n" + lines, encoding="utf-8")
        (self.made / "works.tsv").write_text(
            "work\tlanguage\tpath\nA/1\ten\tletter.en.txt\nA/1\tfr\tletter.fr.txt\n", encoding="utf-8")
        for language, name in (("en", "a"), ("fr", "b")):
            text = (source / f"corpora/letter/letter.{language}.txt").read_text(encoding="utf-8")
            (self.made / name).write_text("".join(line + "\n" for line in text.split("\n") if line), encoding="utf-8")
        subprocess.run([program, "align", "letter.en.txt", "letter.fr.txt", "--out", "years.hexapla"], cwd=self.made,
                       check=True, stderr=subprocess.DEVNULL)
        self.number = 0
        self.folder = folder

    def fresh(self):
        self.number += 1
        work = self.folder / f"work-{self.number}"
        shutil.copytree(self.made, work)
        temporary = self.folder / f"temporary-{self.number}"
        temporary.mkdir()
        return work, temporary


VERBS = [
    "align letter.en.txt letter.fr.txt letter.ru.txt --out new.hexapla",
    "align letter.en.txt letter.ru.txt --into years.hexapla --work two",
    "align --segmented a b --languages en,fr --out links",
    "align --segmented a b --languages en,fr --save-lexicon new.lexicon",
    "import memory.tsv --into years.hexapla",
    "import memory.tsv --into new.hexapla",
    "convert memory.tsv new.tmx",
    "convert memory.tsv new.xlsx --quality quality.tsv",
    "export years.hexapla --format tmx --out new.tmx",
    "export years.hexapla --format dataset --out set",
    "report years.hexapla --out new.html",
    "check years.hexapla",
    "find years.hexapla Council",
    "decide years.hexapla confirm --row 1",
    "corpus rebuild years.hexapla --out new.hexapla",
    "corpus merge --out new.hexapla years.hexapla",
    "corpus vacuum years.hexapla",
    "corpus check years.hexapla",
    "batch works.tsv --out out",
    "pair . --out found.tsv",
    "term add terms.csv --language en --term ceasefire",
    "term export terms.csv --format tbx --out new.tbx",
    "term extract years.hexapla --languages en,fr --out found.csv",
    "stats years.hexapla --out new.txt",
]


def remains(work, temporary):
    left = [str(path.relative_to(work)) for path in work.rglob("*")
            if "hexapla-part" in path.name or path.name.endswith(("-shm", "-wal", "-journal"))]
    return left + [path.name for path in temporary.iterdir()]


def started(words, work, temporary, **more):
    return subprocess.Popen([program, *words], cwd=work, env=dict(os.environ, TMPDIR=str(temporary)),
                            stderr=subprocess.PIPE, **more)


def sound(work, words):
    for corpus in work.rglob("*.hexapla"):
        done = subprocess.run([program, "corpus", "check", corpus], capture_output=True, text=True)
        require(words, done.returncode == 0, corpus.name, done.stderr, done.stdout)


def interrupted(place, words, number, seconds):
    work, temporary = place.fresh()
    process = started(words.split(), work, temporary, stdout=subprocess.DEVNULL)
    time.sleep(random.uniform(0, seconds))
    process.send_signal(number)
    told = process.communicate()[1].decode(errors="replace")
    # Before main has set up what handles it, a signal ends the program as it ends any.
    allowed = (0, 1, 128 + number, -number)
    require(words, process.returncode in allowed, number, "ends with", process.returncode, told)
    left = remains(work, temporary)
    require(words, not left, number, "leaves", left)
    sound(work, words)


def without_room(place, words):
    """As on a full disk: no file grows beyond some kilobytes."""
    work, temporary = place.fresh()
    before = {path: path.read_bytes() for path in work.iterdir()}

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (LEAST_FILE, LEAST_FILE))

    process = started(words.split(), work, temporary, stdout=subprocess.DEVNULL, preexec_fn=limit)
    told = process.communicate()[1].decode(errors="replace")
    require(words, process.returncode in (0, 1, 2), "without room: ends with", process.returncode, told)
    if process.returncode == 2:
        require(words, told.startswith("hexapla: ") or "\nhexapla: " in told, "without room: says", told)
        for path, bytes_ in before.items():
            require(words, path.read_bytes() == bytes_, "without room: changes", path.name)
    # What was committed and has no room in the corpus stays in the log, where the next who opens it finds it.
    left = [name for name in remains(work, temporary)
            if process.returncode == 2 or not name.endswith(("-wal", "-shm"))]
    require(words, not left, "without room: leaves", left)
    sound(work, words)


def to_full_disk(place, words, change):
    """What can't be told is done all the same: the exit code doesn't say that it failed."""
    work, temporary = place.fresh()
    with open("/dev/full", "wb") as full:
        process = started(words.split(), work, temporary, stdout=full)
        told = process.communicate()[1].decode(errors="replace")
    log = subprocess.run([program, "corpus", "log", "years.hexapla"], cwd=work, capture_output=True, text=True).stdout
    require(words, (change in log) == (process.returncode in (0, 1)), "to a full disk: ends with", process.returncode,
            "and the log is", log)
    require(words, "can't be written" in told, "to a full disk: says", told)


with tempfile.TemporaryDirectory() as folder:
    place = Place(pathlib.Path(folder))
    for words in VERBS:
        work, temporary = place.fresh()
        begun = time.monotonic()
        code = started(words.split(), work, temporary, stdout=subprocess.DEVNULL).wait()
        seconds = time.monotonic() - begun
        require(words, code in (0, 1), "without a signal: ends with", code)
        require(words, not remains(work, temporary), "without a signal: leaves", remains(work, temporary))
        for moment in range(moments):
            interrupted(place, words, SIGNALS[(moment + VERBS.index(words)) % len(SIGNALS)], seconds)
        without_room(place, words)
    to_full_disk(place, "decide years.hexapla confirm --row 1 --format jsonl", "confirm")

if wrong:
    sys.exit("\n".join(wrong))
