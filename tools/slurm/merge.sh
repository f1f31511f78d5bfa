#!/bin/bash
# The job after the array: one corpus, and one list of problems.
#   merge.sh PROGRAM OUT TASKS
set -euo pipefail
program=$1 out=$2 tasks=$3
shards=() problems=()
for ((number = 1; number <= tasks; ++number)); do
  shards+=("$out/shard-$number-of-$tasks.hexapla")
  problems+=("$out/problems-$number-of-$tasks.tsv")
done
"$program" corpus merge --out "$out/corpus.hexapla" "${shards[@]}"
{
  head -n 1 "${problems[0]}"
  tail -q -n +2 "${problems[@]}" | LC_ALL=C sort
} >"$out/problems.tsv.part"
mv "$out/problems.tsv.part" "$out/problems.tsv"
