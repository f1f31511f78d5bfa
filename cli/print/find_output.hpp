#pragma once

#include "cli/command.hpp"
#include "cli/options/find_options.hpp"
#include "corpus/search.hpp"
#include "corpus/work.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace hexapla::cli {

/// Prints hits as people or programs read them.
class HitWriter {
 public:
  HitWriter(const FindOptions& options, std::span<const WorkInfo> works, Streams streams);

  /// `score`, in percent, of a similar sentence.
  void write(const SearchHit& hit, std::optional<std::uint32_t> score = std::nullopt);

 private:
  void write_text(const SearchHit& hit, std::optional<std::uint32_t> score);
  void write_jsonl(const SearchHit& hit, std::optional<std::uint32_t> score);
  void write_tsv(const SearchHit& hit, std::optional<std::uint32_t> score);
  void write_variant(const Variant& variant, std::span<const ByteRange> ranges);
  [[nodiscard]] bool shown(const SearchHit& hit, std::size_t variant) const;

  const FindOptions& options_;
  std::map<std::int64_t, WorkInfo> works_;
  Streams streams_;
};

}  // namespace hexapla::cli
