#pragma once

#include "text/language.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// `values`: the option may be there more than once, with a value each time.
enum class Takes { nothing, value, values, two_values };

/// What a command does with a file that its words name.
enum class FileUse : std::uint8_t {
  none,         ///< It is no file.
  read,         ///< Or a folder, whose files are read.
  read_corpus,  ///< As read; a corpus that is changed in place may be read beforehand.
  written,      ///< Or a folder, in which files are written.
  written_corpus,
  changed,  ///< In place: read, if it is there, and written.
  changed_corpus,
};

struct Option {
  std::string_view name;  ///< Without the two hyphens.
  Takes takes = Takes::value;
  FileUse use = FileUse::none;
};

/// The words after a verb as they were written: options by name, and the rest. OptionTable
/// turns them into values.
struct Arguments {
  std::map<std::string, std::string, std::less<>> options;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, std::array<std::string, 2>, std::less<>> pairs;
  std::vector<std::string> words;

  [[nodiscard]] bool has(std::string_view name) const {
    return options.contains(name) || lists.contains(name) || pairs.contains(name);
  }
};

/// The word by which completion in shells asks for what a verb knows.
inline constexpr std::string_view list_options_word = "--list-options";
/// The word that asks which of them, and of its words, name files, and what becomes of
/// them:
/// "--termbase\tread", "FILE\tread".
inline constexpr std::string_view list_files_word = "--list-files";

/// Thrown where a verb is asked for its options instead of being run.
struct OptionList {
  std::vector<std::string> words;  ///< "--out"
};

/// Errors: OptionList when that is all that is asked; UsageError for an option that is not
/// in `known`, twice there, or without its values.
[[nodiscard]] Arguments parse_arguments(std::span<const std::string_view> words,
                                        std::span<const Option> known);

/// Reads `zh` or `zh,en`. Errors: UsageError naming what is no language tag.
[[nodiscard]] Language language_in(std::string_view tag);
[[nodiscard]] std::vector<Language> languages_in(std::string_view tags);

/// Reads a whole number from 1 on. Errors: UsageError naming the option.
[[nodiscard]] std::uint32_t number_in(std::string_view option, std::string_view digits);

}  // namespace hexapla::cli
