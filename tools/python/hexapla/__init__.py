"""Aligns versions of a document, keeps them as a parallel corpus, and checks them.

    import hexapla

    zh = hexapla.read("letter.zh.txt")
    en = hexapla.read("letter.en.pdf")
    work = hexapla.align([zh, en])                     # work.rows, work.findings
    work.save("letter.hexapla")

    beads = hexapla.align(["您好。", "再见。"], ["Hello.", "Goodbye."], languages=("zh", "en"))

    corpus = hexapla.Corpus("letter.hexapla")
    for row in corpus.rows():
        print(row["zh"], row["en"])

What takes time lets other threads go on. Ctrl-C comes back at once; an alignment that it leaves
alone ends in the background, and nobody sees what it made.
"""
import atexit
import functools
import hashlib
import os
import pathlib
import re
import subprocess
import time

from . import _hexapla
from ._hexapla import (Bead, Document, Error, Finding, Hit, Row, Spot, Work, WorkInfo)

__version__ = _hexapla.version
__all__ = ["Bead", "Corpus", "Document", "Error", "Finding", "Hit", "Row", "Spot", "Work",
           "WorkInfo", "align", "align_batch", "check", "lexicons", "read", "segment"]

# What a Ctrl-C left alone ends before the interpreter does.
atexit.register(_hexapla.wait_for_left_work)

_OFFICIAL = ("ar", "en", "es", "fr", "ru", "zh")


def lexicons():
    """The folder of the lexicons that came with Hexapla, or None."""
    for folder in pathlib.Path(__file__).resolve().parents:
        for place in (folder / "share" / "hexapla" / "lexicons", folder / "corpora" / "lexicons"):
            if (place / "SOURCE.md").is_file():
                return place
    return None


@functools.lru_cache(maxsize=8)
def _lexicons_in(path):
    return _hexapla.Lexicons(path)


def _known(lexicon):
    if lexicon is None:
        return None
    path = lexicons() if lexicon == "shipped" else pathlib.Path(lexicon)
    if path is None:
        return None
    if not path.exists():
        raise FileNotFoundError(f"there is no lexicon {path}")
    return _lexicons_in(str(path))


def _threads(threads):
    return threads or os.cpu_count() or 1


def _poppler(data, *more):
    pages = _hexapla.most_pdf_pages + 1  # so that the reader sees when there are too many
    words = ["pdftohtml", "-xml", "-i", "-stdout", "-nodrm", "-noroundcoord", "-l", str(pages),
             *more, "/dev/stdin"]
    try:
        done = subprocess.run(words, input=data, capture_output=True, check=False)
    except FileNotFoundError as missing:
        raise Error("reading PDF files needs poppler's pdftohtml, which isn't installed") \
            from missing
    if done.returncode != 0:
        raise Error("poppler can't read it: " + done.stderr.decode("utf-8", "replace")[:200])
    return done.stdout


def _read_pdf(data, name, language):
    layer = []
    xml = _poppler(data)
    if not _hexapla.pdf_has_text(xml):  # a scan whose text is laid over it
        layer = ["-hidden"]
        xml = _poppler(data, *layer)
    glyphs = _poppler(data, *layer, "-wbt", "-100")
    return _hexapla.read_pdf_xml(xml, glyphs, name, language, hashlib.sha256(data).hexdigest())


def read(path, language=None, encoding=None):
    """Reads text, PDF (with poppler), DOCX or HTML, told apart by their bytes.

    The language is the one given, else the end of the name (report.fr.txt, report-FR.pdf),
    else told from the text; "und" when nothing tells. Raises Error.
    """
    path = pathlib.Path(path)
    data = path.read_bytes()
    if language is None:
        last = re.split(r"[._\- ]", path.stem)[-1].lower()
        language = last if last in _OFFICIAL else None
    if _hexapla.is_pdf(data):
        return _read_pdf(data, path.name, language)
    return _hexapla.read_bytes(data, path.name, language, encoding)


def segment(text, language=None):
    """The sentences of a Document, or of a string in a language."""
    if isinstance(text, Document):
        return text.segments
    if language is None:
        raise TypeError("a string needs its language, as in segment(text, 'en')")
    return _hexapla.segments_of_text(text, language)


def align(documents, target=None, *, languages=None, embeddings=None, pivot=None, termbase=None,
          lexicon="shipped", threads=None, witnesses=True):
    """Aligns documents, or two lists of segments.

    align([zh, en, fr]) gives a Work. The pivot comes first, Chinese where there is any.
    align(source, target, languages=("zh", "en")) gives a list of Beads, which tile both lists.
    embeddings are two arrays of numpy, a row for each segment, as of LaBSE or SONAR.
    termbase: a file in TBX, CSV or XLSX. lexicon: "shipped", None, a folder or a file.
    witnesses: whether the other languages have their say on each pair.
    """
    if target is None:
        if embeddings is not None or languages is not None:
            raise TypeError("languages and embeddings are for lists of segments")
        return _hexapla.align_texts(list(documents), pivot, None if termbase is None
                                    else os.fspath(termbase), _known(lexicon),
                                    _threads(threads), witnesses)
    if languages is None or len(languages) != 2:
        raise TypeError("lists of segments need two languages, as in languages=('zh', 'en')")
    if termbase is not None or pivot is not None:
        raise TypeError("pivot and termbase are for documents")
    source_vectors, target_vectors = embeddings if embeddings is not None else (None, None)
    return _hexapla.align_segments(list(documents), list(target), list(languages),
                                   _known(lexicon), source_vectors, target_vectors)


def align_batch(pairs, *, languages, lexicon="shipped", threads=None):
    """Aligns many pairs of lists of segments, which teach each other their words.

    Gives a list of Beads for each pair, the same on any number of threads.
    """
    if len(languages) != 2:
        raise TypeError("a batch is in two languages, as in languages=('zh', 'en')")
    texts = [(list(source), list(target)) for source, target in pairs]
    return _hexapla.align_many(texts, list(languages), _known(lexicon), _threads(threads))


def check(source, target=None, *, languages=None, termbase=None):
    """What departs from the source, or from a termbase.

    check(work) of a Work; check(source, target, languages=("en", "fr")) of two lists, of which
    segment N of one says what segment N of the other says. Gives Findings.
    """
    if target is None:
        if termbase is not None:
            raise TypeError("a Work was checked with the termbase that it was aligned with")
        return source.findings
    if languages is None or len(languages) != 2:
        raise TypeError("lists of segments need two languages, as in languages=('en', 'fr')")
    return _hexapla.check_texts(list(source), list(target), list(languages),
                                None if termbase is None else os.fspath(termbase))


def _now():
    at = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))


class Corpus:
    """A corpus file. Several threads may use it; what they ask is done one after the other."""

    def __init__(self, path):
        self._store = _hexapla.Store(os.fspath(path))
        self.path = os.fspath(path)

    @classmethod
    def create(cls, path):
        """Writes an empty corpus, in the place of any that was there, and opens it."""
        _hexapla.Store.create(os.fspath(path))
        return cls(path)

    @property
    def works(self):
        """What there is: a list of WorkInfo."""
        return self._store.works

    def add(self, work):
        """Adds a Work. Raises Error when there is one of its name."""
        self._store.add(work)

    def rows(self, work=None):
        """All rows, or those of the work of that name, one after the other."""
        return self._store.rows(work)

    def find(self, query, language=None, *, has=None, lacks=None, work="", limit=0):
        """Rows in which a query is found, as hexapla find: words, "phrases", crim*, /patterns/.

        has and lacks say by language what the row must, or must not, say besides.
        """
        asked = _hexapla.Query()
        asked.text, asked.language, asked.work, asked.limit = query, language, work, limit
        asked.has, asked.lacks = dict(has or {}), dict(lacks or {})
        return self._store.find(asked)

    def similar(self, sentence, language, *, least=70, limit=10, work=""):
        """Rows most like a sentence, the best first; hit.score is in percent."""
        asked = _hexapla.Query()
        asked.text, asked.language, asked.work = sentence, language, work
        asked.limit, asked.least = limit, least
        return self._store.similar(asked)

    def findings(self, work=None):
        """What departs, without what people have dismissed."""
        return self._store.findings(work)

    def decide(self, verb, rows, *, language=None, segment=None, text="", who=""):
        """What a reviser does to rows: confirm, reject, clear, join, part, push-up, push-down,
        pull-up, pull-down, edit, comment. rows is a Row or a list of them, or of their ids.
        Gives the number of the line in the corpus's log.
        """
        asked = _hexapla.Decision()
        several = rows if isinstance(rows, (list, tuple)) else [rows]
        asked.rows = [row.id if isinstance(row, Row) else int(row) for row in several]
        asked.verb, asked.language, asked.segment = verb, language, segment
        asked.text, asked.at, asked.who = text, _now(), who
        return self._store.decide(asked)

    def undo(self, who=""):
        """Takes back the last decision. False when there is none."""
        return self._store.undo(_now(), who)

    def export(self, path, format=None, *, languages=None, work=None):
        """Writes tmx, xliff, xliff2, po, tsv, csv, xlsx, jsonl, translation, html or moses (two
        files, path.en and path.fr). Without a format the name tells. Rows that people rejected
        stay out, and those that have not all of the languages. Gives the number of units.
        """
        path = os.fspath(path)
        asked = _hexapla.Export()
        ending = pathlib.Path(path).suffix[1:]
        asked.format = format or {"xlf": "xliff"}.get(ending, ending)
        asked.languages = list(languages or [])
        asked.files = ([f"{path}.{tag}" for tag in asked.languages] if asked.format == "moses"
                       else [path])
        asked.work = work
        return self._store.export(asked)

    def check(self):
        """What is wrong with the file, in words; an empty list when it is sound."""
        return self._store.faults()

    def __repr__(self):
        return f"Corpus({self.path!r})"
