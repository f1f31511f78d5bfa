#!/usr/bin/python3
"""tools/slurm on a cluster of one machine, which this starts and ends: eight tasks, two of them
killed in the middle, resumed by one command, merged: the same bytes as without a cluster.

    cluster_test.py SOURCE HEXAPLA

Exit code 77 where Slurm is not installed.
"""
import filecmp
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

TAGS = ("ar", "en", "es", "fr", "ru", "zh")
WORKS = 16
TASKS = 8
CONFIG = """ClusterName=test
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={node}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=10000
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
KillWait=5
NodeName=localhost NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def wait_until(holds, what, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"not within {seconds} s: {what}")
        time.sleep(.2)


def out_of(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True,
                          check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{words}: exit {done.returncode}: {done.stderr}")
    return done.stdout


class Cluster:
    """munged, slurmctld and slurmd, on the loopback alone."""

    def __init__(self, folder):
        self.folder = folder
        self.daemons = []

    def start(self, *words):
        log = open(self.folder / f"{words[0]}.log", "w", encoding="utf-8")
        self.daemons.append(subprocess.Popen(words, stdout=log, stderr=log))

    def __enter__(self):
        folder = self.folder
        key = folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        for name in ("state", "spool"):
            (folder / name).mkdir()
        config = folder / "slurm.conf"
        config.write_text(CONFIG.format(folder=folder, controller=free_port(),
                                        node=free_port()), encoding="utf-8")
        os.environ["SLURM_CONF"] = str(config)
        self.start("munged", "--foreground", "--force", f"--socket={folder}/munge.socket",
                   f"--key-file={key}", f"--pid-file={folder}/munged.pid",
                   f"--log-file={folder}/munged.out", f"--seed-file={folder}/munged.seed")
        wait_until((folder / "munge.socket").exists, "munged is there")
        self.start("slurmctld", "-D", "-f", str(config))
        self.start("slurmd", "-D", "-f", str(config), "-N", "localhost")
        wait_until(lambda: "idle" in out_of("sinfo", "--noheader"), "a node is idle")
        return self

    def __exit__(self, *what):
        for daemon in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()


def table_of(letter, folder):
    """Versions of the letter that each lack another sentence, and a file that can't be read."""
    rows = ["work\tlanguage\tpath\n"]
    for number in range(WORKS):
        for tag in TAGS[number % 3:]:
            lines = (letter / f"letter.{tag}.txt").read_text(encoding="utf-8").splitlines()
            del lines[5 + number % (len(lines) - 6)]
            path = folder / f"{number}.{tag}.txt"
            path.write_text("\n".join(lines) + f"\n{number}\n", encoding="utf-8")
            rows.append(f"W{number}\t{tag}\t{path}\n")
    rows.append(f"W{WORKS}\ten\t{folder}/gone.en.txt\nW{WORKS}\tfr\t{folder}/gone.fr.txt\n")
    table = folder / "works.tsv"
    table.write_text("".join(rows), encoding="utf-8")
    return table


def begun_tasks(store):
    """Tasks that have done something, and their processes."""
    for folder in store.glob("hexapla-*"):
        for begun in folder.glob("*.begun.hexapla"):
            yield int(folder.name.rsplit("-", 1)[1]), begun


def processes_of(text):
    for place in pathlib.Path("/proc").iterdir():
        try:
            words = (place / "cmdline").read_bytes().split(b"\0") if place.name.isdigit() else []
        except OSError:
            continue
        if b"batch" in words and text.encode() in words:
            yield int(place.name)


def hold_two(store):
    """Stops the programs of two tasks in the middle of their shards."""
    held = {}

    def look():
        for number, begun in list(begun_tasks(store)):
            if number in held or len(held) == 2:
                continue
            processes = list(processes_of(f"{number}/{TASKS}"))
            for process in processes:
                os.kill(process, signal.SIGSTOP)
            if processes and begun.exists():
                held[number] = processes
            else:  # it has just ended, or was about to
                for process in processes:
                    os.kill(process, signal.SIGCONT)
        return len(held) == 2
    wait_until(look, "two tasks have begun", 300)
    return held


def kill_two(store, job):
    """The program of one task is killed; another is ended as a time limit does it."""
    (first, killed), (second, ended) = hold_two(store).items()
    for process in killed:
        os.kill(process, signal.SIGKILL)
    told = subprocess.run(["scancel", "--signal=TERM", "--batch", f"{job}_{second}"],
                          capture_output=True, text=True, check=False)
    for process in ended:
        os.kill(process, signal.SIGCONT)
    if told.returncode != 0:
        sys.exit(f"scancel: exit {told.returncode}: {told.stderr}")
    return first, second


def use(cluster, source, program, folder):
    table = table_of(source / "corpora" / "letter", folder)
    out_of(program, "batch", table, "--out", folder / "whole")
    store = folder / "store"
    store.mkdir()
    submit = [source / "tools" / "slurm" / "submit", table, "--out", folder / "out", "--tasks",
              TASKS, "--cpus", 1, "--hexapla", program, "--store", store]
    job = out_of(*submit).split()[1].rstrip(":")
    killed = kill_two(store, job)
    wait_until(lambda: not out_of("squeue", "--noheader").strip(), "the queue is empty", 500)
    if (folder / "out" / "corpus.hexapla").exists():
        sys.exit("it was merged without the tasks that were killed")
    done = len(list((folder / "out" / "slurm").glob("*.done")))
    print(f"killed tasks {killed}; {done} of {TASKS} done")
    if done > TASKS - 2:
        sys.exit("tasks that were killed count as done")
    again = subprocess.run([str(word) for word in [*submit, "--wait"]], capture_output=True,
                           text=True, check=False)
    if again.returncode != 0 or f"{TASKS - done} of {TASKS} tasks" not in again.stdout:
        sys.exit(f"resumed: exit {again.returncode}: {again.stdout}{again.stderr}")
    for name in ("corpus.hexapla", "problems.tsv"):
        if not filecmp.cmp(folder / "whole" / name, folder / "out" / name, shallow=False):
            sys.exit(f"NOT THE SAME: {name}")
    if list(store.iterdir()):
        sys.exit("the node's store was not cleared")
    print("the same bytes as without a cluster")


def main():
    source, program = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    tools = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel")
    os.environ["PATH"] += ":/usr/sbin"
    if os.getuid() != 0 or not all(map(shutil.which, tools)):
        print("no Slurm here, or not the rights to start it")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="hexapla-slurm-") as name:
        folder = pathlib.Path(name)
        with Cluster(folder) as cluster:
            use(cluster, source, program, folder)


main()
