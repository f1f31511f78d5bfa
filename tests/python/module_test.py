#!/usr/bin/python3
"""The Python module, as a program of others uses it.

    module_test.py PYTHONPATH SOURCE HEXAPLA
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

package, source, program = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
sys.path.insert(0, str(package))
import numpy  # noqa: E402

import hexapla  # noqa: E402

LETTER = source / "corpora" / "letter"
TERMBASE = source / "corpora" / "termbases" / "un-core.tbx"


def letter(*tags):
    return [hexapla.read(LETTER / f"letter.{tag}.txt") for tag in tags]


def run(*words):
    return subprocess.run([str(program), *map(str, words)], capture_output=True, text=True,
                          check=False).stdout


class Reading(unittest.TestCase):
    def test_a_document_tells_what_it_is(self):
        (text,) = letter("en")
        self.assertEqual((text.language, text.format), ("en", "text"))
        self.assertIsNone(text.symbol)
        self.assertEqual(len(text), len(text.segments))
        self.assertIn("title", {kind for kind, _, _ in text.blocks})

    def test_page_one_tells_the_symbol_and_the_language(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "page.txt"
            page.write_text("United Nations\nGeneral Assembly\nA/75/574\n\nThe Council met in "
                            "the morning and adopted the report of the Secretary-General.\n",
                            encoding="utf-8")
            read = hexapla.read(page)
        self.assertEqual((read.symbol, read.language), ("A/75/574", "en"))

    def test_segments_are_those_of_the_program(self):
        told = run("segment", LETTER / "letter.ru.txt").splitlines()
        self.assertEqual(hexapla.segment(letter("ru")[0]), told)

    def test_a_string_is_cut_in_its_language(self):
        self.assertEqual(hexapla.segment("他说：“同意。”会议结束。", "zh"),
                         ["他说：“同意。”", "会议结束。"])
        self.assertEqual(hexapla.segment(" \n", "en"), [])
        with self.assertRaises(TypeError):
            hexapla.segment("One. Two.")
        with self.assertRaises(ValueError):
            hexapla.segment("One. Two.", "no language")

    def test_what_can_not_be_read_says_why(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "broken.docx"
            broken.write_bytes(b"PK\x03\x04 nothing")
            with self.assertRaisesRegex(hexapla.Error, "broken.docx"):
                hexapla.read(broken)
        with self.assertRaises(FileNotFoundError):
            hexapla.read("there is no such file")


class Aligning(unittest.TestCase):
    def test_documents_are_aligned_as_by_the_program(self):
        work = hexapla.align(letter("zh", "en", "fr"), termbase=TERMBASE)
        self.assertEqual(work.languages, ["zh", "en", "fr"])
        self.assertEqual(work.name, "letter")
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = (pathlib.Path(folder) / name for name in ("a.hexapla", "b.hexapla"))
            work.save(ours)
            run("align", *(LETTER / f"letter.{tag}.txt" for tag in ("zh", "en", "fr")),
                "--termbase", TERMBASE, "--out", theirs)
            for format in ("tsv", "links"):
                out = [run("export", corpus, "--format", format, "--out", f"{corpus}.{format}")
                       for corpus in (ours, theirs)]
                self.assertEqual(out[0], out[1])
            self.assertEqual(*(pathlib.Path(f"{corpus}.tsv").read_bytes()
                               for corpus in (ours, theirs)))
        first = work.rows[0]
        self.assertEqual(set(first.texts), {"zh", "en", "fr"})
        self.assertNotIn("ru", first)
        with self.assertRaises(KeyError):
            first["ru"]
        # Signatures cross, so that the order is another one.
        self.assertEqual({(bead.target, bead.source) for bead in work.beads("en", "zh")},
                         {(bead.source, bead.target) for bead in work.beads("zh", "en")})

    def test_segments_are_aligned_as_by_the_program(self):
        zh, en = (text.segments for text in letter("zh", "en"))
        zh, en = ([s.replace("\n", " ") for s in side] for side in (zh, en))
        beads = hexapla.align(zh, en, languages=("zh", "en"))
        with tempfile.TemporaryDirectory() as folder:
            files = [pathlib.Path(folder) / name for name in ("zh", "en")]
            for file, side in zip(files, (zh, en)):
                file.write_text("\n".join(side) + "\n", encoding="utf-8")
            told = run("align", "--segmented", *files, "--languages", "zh,en").splitlines()
        ours = [f"{list(bead.source)}:{list(bead.target)}:{bead.confidence:.6f}"
                for bead in beads]
        self.assertEqual(ours, told)

    def test_vectors_of_a_model_decide_where_words_do_not(self):
        source = ["甲乙丙丁", "戊己庚辛", "壬癸子丑", "寅卯辰巳"]
        target = ["Qwxz vbnm", "Plok mijn", "Uhby gvtf", "Crdx eszw"]
        one = numpy.eye(4, 16, dtype=numpy.float64)
        two = numpy.repeat(one[1:], [1, 1, 2], axis=0)
        shifted = hexapla.align(source, target, languages=("zh", "en"), embeddings=(one, two),
                                lexicon=None)
        paired = {(i, j) for bead in shifted for i in bead.source for j in bead.target}
        self.assertIn((1, 0), paired)
        self.assertIn((2, 1), paired)
        with self.assertRaises(ValueError):
            hexapla.align(source, target, languages=("zh", "en"), embeddings=(one[:3], two))
        with self.assertRaises(ValueError):
            hexapla.align(source, target, languages=("zh", "en"), embeddings=(one * 0, two))

    def test_a_batch_is_the_same_on_any_number_of_threads(self):
        en, fr = (text.segments for text in letter("en", "fr"))
        pairs = [(en[at:at + 8], fr[at:at + 8]) for at in range(0, 32, 8)]
        made = [[[(bead.source, bead.target, bead.confidence) for bead in beads]
                 for beads in hexapla.align_batch(pairs, languages=("en", "fr"), threads=n)]
                for n in (1, 2)]
        self.assertEqual(made[0], made[1])
        self.assertEqual(len(made[0]), 4)

    def test_misuse_is_told(self):
        for wrong in (lambda: hexapla.align(["a"], ["b"]),
                      lambda: hexapla.align(letter("en"), languages=("en", "fr")),
                      lambda: hexapla.align(["a"], ["b"], languages=("en", "fr"), pivot="en")):
            with self.assertRaises(TypeError):
                wrong()
        with self.assertRaises(hexapla.Error):
            hexapla.align(letter("en", "en"))
        with self.assertRaises(ValueError):
            hexapla.align(["a\nb"], ["c"], languages=("en", "fr"))
        with self.assertRaises(FileNotFoundError):
            hexapla.align(["a"], ["c"], languages=("en", "fr"), lexicon="no such folder")


class Checking(unittest.TestCase):
    def test_a_number_that_departs_is_found_where_it_stands(self):
        (finding,) = hexapla.check(["“Ça” coûte 25 euros en 2019."], ["It costs 25 euros in 2018."],
                                   languages=("fr", "en"))
        self.assertEqual(finding.rule, "number")
        (spot,) = finding.source
        self.assertEqual((spot.text, spot.begin, spot.end, spot.segment), ("2019", 23, 27, 0))

    def test_a_term_of_the_termbase_is_missed(self):
        rules = [finding.rule for finding in
                 hexapla.check(["安全理事会举行会议。"], ["The Board met."],
                               languages=("zh", "en"), termbase=TERMBASE)]
        self.assertIn("term_missing", rules)


class Corpora(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name) / "letter.hexapla"
        self.corpus = hexapla.Corpus.create(self.path)
        self.corpus.add(hexapla.align(letter("zh", "en", "fr")))

    def test_rows_are_read_found_and_exported(self):
        (work,) = self.corpus.works
        rows = list(self.corpus.rows())
        self.assertEqual(len(rows), work.rows)
        self.assertEqual([row.number for row in rows], list(range(len(rows))))
        hits = self.corpus.find("secretary general", "en", limit=1)
        (begin, end), = hits[0].spots["en"][:1]
        self.assertEqual(hits[0].row["en"][begin:end].lower().split("-")[0], "secretary")
        best = self.corpus.similar(rows[5]["en"], "en")[0]
        self.assertEqual((best.row.number, best.score), (5, 100))
        for name in ("a.tmx", "a.jsonl", "a.xlf", "a.xlsx"):
            out = self.path.with_name(name)
            self.assertGreater(self.corpus.export(out, languages=["zh", "fr"]), 20)
            self.assertGreater(out.stat().st_size, 1000)
        out = self.path.with_name("moses")
        count = self.corpus.export(out, "moses", languages=["en", "zh"])
        for tag in ("en", "zh"):
            text = pathlib.Path(f"{out}.{tag}").read_text(encoding="utf-8")
            self.assertEqual(text.count("\n"), count)
        with self.assertRaises(ValueError):
            self.corpus.export(self.path.with_name("a.what"))
        self.assertEqual(list(self.path.parent.glob("*part*")), [])

    def test_decisions_are_kept_and_taken_back(self):
        row = list(self.corpus.rows())[3]
        self.corpus.decide("confirm", row, who="a reviser")
        self.assertEqual(list(hexapla.Corpus(self.path).rows())[3].verdict, "confirmed")
        self.assertTrue(self.corpus.undo())
        self.assertEqual(list(self.corpus.rows())[3].verdict, "none")
        with self.assertRaises(ValueError):
            self.corpus.decide("bless", row)
        with self.assertRaises(hexapla.Error):
            self.corpus.decide("confirm", 10**6)
        self.assertEqual(self.corpus.check(), [])

    def test_a_work_comes_once_only(self):
        with self.assertRaises(hexapla.Error):
            self.corpus.add(hexapla.align(letter("zh", "en")))


def long_texts():
    """Long enough for a few seconds: sentences of numbers that go together in disorder."""
    source = [f"Paragraph {i} recalls resolution {i * 7 % 5003} of {1950 + i % 70}."
              for i in range(6000)]
    target = [f"Le paragraphe {i} rappelle la résolution {i * 7 % 5003} de {1950 + i % 70}."
              for i in range(6000)]
    return source, target


class Interpreter(unittest.TestCase):
    def test_other_threads_go_on(self):
        source, target = long_texts()
        ticks = []
        done = threading.Event()

        def tick():
            while not done.is_set():
                ticks.append(time.monotonic())
                time.sleep(.01)
        clock = threading.Thread(target=tick)
        clock.start()
        before = time.monotonic()
        hexapla.align(source, target, languages=("en", "fr"), lexicon=None)
        took = time.monotonic() - before
        done.set()
        clock.join()
        self.assertGreater(len(ticks), took / .01 / 10)

    def test_ctrl_c_ends_an_alignment(self):
        source, target = long_texts()
        threading.Timer(.5, os.kill, (os.getpid(), signal.SIGINT)).start()
        with self.assertRaises(KeyboardInterrupt):
            for _ in range(100):
                hexapla.align(source, target, languages=("en", "fr"), lexicon=None)


class Example(unittest.TestCase):
    def test_it_runs(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, source / "tools" / "python" / "examples" / "letter.py", LETTER, folder],
                env={**os.environ, "PYTHONPATH": str(package)}, capture_output=True, text=True,
                check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("units in letter.tmx", done.stdout)

    def test_all_names_are_typed_and_documented(self):
        typed = (package / "hexapla" / "__init__.pyi").read_text(encoding="utf-8")
        for name in hexapla.__all__:
            self.assertRegex(typed, rf"(class|def) {name}\b")
            self.assertTrue(getattr(hexapla, name).__doc__, name)
            members = getattr(hexapla, name)
            if isinstance(members, type) and name != "Error":
                for member in vars(members):
                    if not member.startswith("_") and member != "path":
                        self.assertRegex(typed, rf"def {member}\b", f"{name}.{member}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
