#pragma once

#include "cli/options/align_options.hpp"
#include "collection/works_list.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// What `hexapla batch` was asked; see help/batch.txt.
struct BatchOptions {
  std::filesystem::path table;
  std::filesystem::path out;
  Shard shard;
  std::optional<std::string> termbase;
  std::optional<Language> pivot;
  WordOptions words;
  std::optional<std::uint32_t> threads;
  bool alone = false;
};

/// Errors: UsageError.
[[nodiscard]] BatchOptions batch_options(std::span<const std::string_view> words);

}  // namespace hexapla::cli
