#!/usr/bin/python3
"""Installs Hexapla into an empty folder and uses it from there alone: a program of others with
CMake and with pkg-config, the command with its lexicons, manual pages and completion.

    install_test.py BUILD SOURCE
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{words}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def require(condition, what):
    if not condition:
        sys.exit(f"not so: {what}")


def main():
    build, source = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    folder = pathlib.Path(tempfile.mkdtemp(prefix="hexapla-install-"))
    try:
        check(build, source, folder)
    finally:
        shutil.rmtree(folder)


def use_library(source, folder, prefix):
    """The same program twice: found by CMake, and by pkg-config."""
    consumer = source / "tests" / "package"
    run("cmake", "-S", consumer, "-B", folder / "consumer", "-DCMAKE_BUILD_TYPE=Debug",
        f"-DCMAKE_PREFIX_PATH={prefix}")
    run("cmake", "--build", folder / "consumer")
    letter = source / "corpora" / "letter"
    words = [letter / "letter.zh.txt", letter / "letter.en.txt"]
    rows = run(folder / "consumer" / "consumer", *words, folder / "one.hexapla")
    require("0\tzh\t" in rows and "\ten\t" in rows, "rows of the letter")
    config = {**os.environ, "PKG_CONFIG_PATH": str(next(prefix.rglob("pkgconfig")))}
    flags = run("pkg-config", "--cflags", "--libs", "hexapla", env=config).split()
    run(os.environ.get("CXX", "c++"), consumer / "consumer.cpp", "-o", folder / "by-pkg-config",
        *flags)
    require(run(folder / "by-pkg-config", *words, folder / "two.hexapla") == rows,
            "the same rows by pkg-config")
    return folder / "one.hexapla"


def check(build, source, folder):
    prefix = folder / "usr"
    run("cmake", "--install", build, "--prefix", prefix)
    program = prefix / "bin" / "hexapla"
    require(program.exists(), "the program is in bin")
    text = (next(prefix.rglob("hexapla.pc"))).read_text(encoding="utf-8")
    # The prefix of the build, unless told at install: as packages are made.
    next(prefix.rglob("hexapla.pc")).write_text(
        "\n".join([f"prefix={prefix}"] + text.splitlines()[1:]) + "\n", encoding="utf-8")
    corpus = use_library(source, folder, prefix)
    require("sound" in run(program, "corpus", "check", corpus), "the consumer's corpus is sound")
    for name in ("lexicons/en-fr.lexicon", "termbases/un-core.tbx", "letter/letter.zh.txt"):
        require((prefix / "share" / "hexapla" / name).exists(), name)
    manual = prefix / "share" / "man" / "man1"
    for page in ("hexapla.1.gz", "hexapla-align.1.gz", "hexapla-drift.1.gz"):
        require((manual / page).exists(), page)
        if shutil.which("man"):
            require("SYNOPSIS" in run("man", "--warnings", "-l", manual / page,
                                      env={**os.environ, "MANPAGER": "cat"}), page)
    completion = prefix / "share" / "bash-completion" / "completions" / "hexapla"
    asked = f'''source {completion}; PATH={program.parent}:$PATH
COMP_WORDS=(hexapla batch --sh); COMP_CWORD=2; _hexapla; echo "${{COMPREPLY[*]}}"
COMP_WORDS=(hexapla corpus me); COMP_CWORD=2; _hexapla; echo "${{COMPREPLY[*]}}"'''
    require(run("bash", "-c", asked).split() == ["--shard", "merge"], "bash completes")
    print("installed, used, documented and completed")


main()
