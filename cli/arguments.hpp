#pragma once

#include "text/language.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// `values`: the option may be there more than once, with a value each time.
enum class Takes { nothing, value, values, two_values };

struct Option {
  std::string_view name;  ///< Without the two hyphens.
  Takes takes = Takes::value;
};

/// The words after a verb, told apart: options by name, and the rest.
struct Arguments {
  std::map<std::string, std::string, std::less<>> options;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, std::array<std::string, 2>, std::less<>> pairs;
  std::vector<std::string> words;

  [[nodiscard]] bool has(std::string_view name) const {
    return options.contains(name) || lists.contains(name) || pairs.contains(name);
  }
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  [[nodiscard]] std::string value_or(std::string_view name,
                                     std::string_view otherwise) const;

  /// Errors: UsageError that names `name` when the option is missing.
  [[nodiscard]] std::string required(std::string_view name) const;

  /// The only word. Errors: UsageError that names `what` when there is none, or more.
  [[nodiscard]] std::filesystem::path only_file(std::string_view what) const;
};

/// Errors: UsageError for an option that is not in `known`, twice there, or without its
/// values.
[[nodiscard]] Arguments parse_arguments(std::span<const std::string_view> words,
                                        std::span<const Option> known);

/// Reads `zh` or `zh,en`. Errors: UsageError naming what is no language tag.
[[nodiscard]] Language language_in(std::string_view tag);
[[nodiscard]] std::vector<Language> languages_in(std::string_view tags);

/// Reads a whole number from 1 on. Errors: UsageError naming the option.
[[nodiscard]] std::uint32_t number_in(std::string_view option, std::string_view digits);

}  // namespace hexapla::cli
