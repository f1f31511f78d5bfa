#pragma once

#include "corpus/search.hpp"
#include "text/language.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

enum class FindFormat { text, jsonl, tsv };

/// What `hexapla find` was asked.
struct FindOptions {
  std::filesystem::path file;
  Search search;
  std::vector<Language> show;  ///< Other sides to print; empty: all.
  std::size_t limit = 50;      ///< Rows.
  bool count = false;
  FindFormat format = FindFormat::text;
  std::optional<std::string> similar;  ///< A sentence that others shall be like.
  std::uint32_t least_score = 70;      ///< Percent.
};

/// Errors: UsageError; Fault::malformed for a query that is none, with its place.
[[nodiscard]] FindOptions find_options_in(std::span<const std::string_view> words);

}  // namespace hexapla::cli
