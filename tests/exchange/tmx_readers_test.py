"""Has other people's programs read a memory that we wrote: xmllint with the DTD that OmegaT
carries, and translate-toolkit. Takes the program that writes the memory, OmegaT.jar and
xmllint. Exit code 77 when translate-toolkit is not installed."""

import pathlib
import subprocess
import sys
import tempfile
import zipfile

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from toolkit import tmx

writer, jar, xmllint = sys.argv[1:]
memory = subprocess.run([writer], check=True, stdout=subprocess.PIPE).stdout

with tempfile.TemporaryDirectory() as folder:
    dtd = pathlib.Path(folder, "tmx14.dtd")
    dtd.write_bytes(zipfile.ZipFile(jar).read("schemas/tmx14.dtd"))
    subprocess.run(
        [xmllint, "--nonet", "--noout", "--dtdvalid", str(dtd), "-"], input=memory, check=True
    )

units = tmx.tmxfile.parsestring(memory).units
assert len(units) == 4, f"{len(units)} units read, 4 written"
assert units[0].gettarget("ru") == "Совет Безопасности", units[0].gettarget("ru")
assert units[0].gettarget("ar") == "مجلس الأمن", units[0].gettarget("ar")
assert units[3].source == "(a)\t<&>[U+0001] “停火”", units[3].source
assert len({unit.getid() for unit in units}) == len(units)
print("valid against tmx14.dtd; translate-toolkit read", len(units), "units")
