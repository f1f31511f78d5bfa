"""Has other people's programs read termbases that we wrote: xmllint with a RELAX NG schema for v3 and with the schema
that OmegaT carries for v2, and translate-toolkit. Takes the program, a termbase, the RELAX NG schema, OmegaT.jar and
xmllint. Exit code 77 when translate-toolkit is not installed."""

import pathlib
import subprocess
import sys
import tempfile
import zipfile

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2]))
from toolkit import tbx

program, core_terms, relax_ng, jar, xmllint = sys.argv[1:]


def check(termbase, folder):
    for form in ("tbx", "tbx-dct", "tbx-v2"):
        file = pathlib.Path(folder, form)
        subprocess.run(
            [program, "term", "export", termbase, "--format", form, "--out", str(file)],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        schema = ["--schema", str(pathlib.Path(folder, "schemas/tbx.xsd"))]
        if form != "tbx-v2":
            schema = ["--relaxng", relax_ng]
        subprocess.run([xmllint, "--nonet", "--noout", *schema, str(file)], check=True)
    return tbx.tbxfile.parsefile(str(pathlib.Path(folder, "tbx-v2"))).units


with tempfile.TemporaryDirectory() as folder:
    archive = zipfile.ZipFile(jar)
    for name in ("schemas/tbx.xsd", "schemas/xml.xsd"):
        archive.extract(name, folder)
    hard = pathlib.Path(folder, "hard.csv")
    hard.write_text(
        "concept,subject,language,term,status,part_of_speech,note,case_sensitive,exact_form,full_form,definition\n"
        '1000001,"a<b",en,World Health Organization,,proper_noun,,,,,"the ""agency"" & more"\n'
        "1000001,,en,WHO,admitted,noun,,yes,yes,World Health Organization,\n"
        "1000001,,en,World Health Organisation,forbidden,phrase,n,,,,\n"
        "term.1.1,,pt-BR,saúde,obsolete,interjection,,,,nowhere,\n",
        encoding="utf-8",
    )
    units = check(str(hard), folder)
    assert units[0].source == "World Health Organization", units[0].source
    units = check(core_terms, folder)
    assert len(units) > 250, len(units)
print("valid by all three schemas; translate-toolkit read", len(units), "concepts")
