#include "cli/commands/collection/batch_options.hpp"

#include "cli/command.hpp"
#include "cli/option_table.hpp"
#include "text/table.hpp"

namespace hexapla::cli {
namespace {

/// Reads "3/8".
Shard shard_in(const std::string& words) {
  const auto parts = parts_of(words, '/');
  if (parts.size() != 2) throw UsageError("--shard is I/N, as in 3/8, not '" + words + "'");
  const Shard shard{number_in("shard", parts[0]), number_in("shard", parts[1])};
  if (shard.number > shard.of)
    throw UsageError("--shard " + words + ": there are only " + std::to_string(shard.of));
  return shard;
}

}  // namespace

BatchOptions batch_options(std::span<const std::string_view> words) {
  BatchOptions given;
  std::optional<std::string> shard;
  OptionTable table;
  table.only_file("table of works", given.table);
  table.required("out", given.out);
  table.value("shard", shard);
  table.value("termbase", given.termbase);
  table.value("pivot", given.pivot);
  table.value("lexicon", given.words.lexicon);
  table.positive("threads", given.threads);
  table.flag("alone", given.alone);
  table.file_words({});
  table.files(FileUse::read, {"termbase", "lexicon"});
  table.files(FileUse::written, {"out"});
  table.read(words);
  if (shard) given.shard = shard_in(*shard);
  return given;
}

}  // namespace hexapla::cli
