#!/bin/bash
# A task of the array that tools/slurm/submit starts: one shard.
#   shard.sh PROGRAM TABLE OUT TASKS KEY STORE [option of hexapla batch]...
# The corpus grows on the node's own disk: SQLite and network file systems don't go together. When
# the task is told to end, what it has done so far is kept in OUT, for whichever node goes on.
set -uo pipefail
program=$1 table=$2 out=$3 tasks=$4 key=$5 store=${6:-${TMPDIR:-/tmp}}
shift 6
number=$SLURM_ARRAY_TASK_ID
name=shard-$number-of-$tasks
here=$store/hexapla-$(id -un)-$key-$number
saved=$out/slurm/$key-$number.begun

mkdir -p "$here" || exit 2
[ -e "$here/$name.hexapla" ] || cp "$out/$name.hexapla" "$here/" 2>/dev/null
if [ ! -e "$here/$name.begun.hexapla" ] && [ -d "$saved" ]; then
  cp "$saved"/* "$here/"
fi

"$program" batch "$table" --out "$here" --shard "$number/$tasks" \
  --threads "${SLURM_CPUS_PER_TASK:-1}" "$@" &
batch=$!
keep() {
  kill -INT "$batch" 2>/dev/null
  wait "$batch"
  rm -rf "$saved.part" && mkdir -p "$saved.part" &&
    cp "$here/$name.begun.hexapla"* "$saved.part/" &&
    rm -rf "$saved" && mv "$saved.part" "$saved"
  exit 143
}
trap keep TERM INT
wait "$batch"
status=$?
# 1: some files have problems, and problems.tsv tells them.
[ "$status" -le 1 ] || exit "$status"

for file in "$name.hexapla" "problems-$number-of-$tasks.tsv"; do
  cp "$here/$file" "$out/$file.part" && mv "$out/$file.part" "$out/$file" || exit 2
done
touch "$out/slurm/$key-$number.done"
rm -rf "$here" "$saved"
