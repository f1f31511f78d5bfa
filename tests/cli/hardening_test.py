"""Reads from the program what it was hardened with. Takes readelf, the program and the build type: without optimisation
there are no checked versions of memcpy and its kin."""

import pathlib
import subprocess
import sys

readelf, program, build_type = sys.argv[1:]


def told(*options):
    return subprocess.run([readelf, "--wide", *options, program], check=True, stdout=subprocess.PIPE, text=True).stdout


head = told("--file-header")
dynamic = told("--dynamic")
segments = told("--segments")
symbols = told("--dyn-syms")

missing = []


def require(what, there):
    if not there:
        missing.append(what)


require("position-independent (PIE)", "DYN" in head and "PIE" in dynamic)
require("relocations read-only (RELRO)", "GNU_RELRO" in segments)
require("bound at the start (BIND_NOW)", "BIND_NOW" in dynamic or " NOW" in dynamic)
stack = [line for line in segments.splitlines() if "GNU_STACK" in line]
require("a stack that can't be run", stack and all("RWE" not in line for line in stack))
require("stack protector", "__stack_chk_fail" in symbols)
if build_type == "Release":
    require("fortified functions", "_chk@" in symbols.replace("__stack_chk_fail", ""))
if "X86-64" in head:
    # Debian's start-up code is without, so the note of the whole program is, too.
    landing = b"\xf3\x0f\x1e\xfa"  # endbr64
    functions = pathlib.Path(program).read_bytes().count(landing)
    require("landing places for indirect jumps (CET)", functions > 1000)

if missing:
    sys.exit(f"{program} lacks: " + ", ".join(missing))
