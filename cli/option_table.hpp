#pragma once

#include "cli/arguments.hpp"
#include "text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla::cli {

/// How the words after an option become a value of its member. `option` is for messages.
/// Errors: UsageError that says what the option takes.
void read_option(std::string_view option, const std::string& words, std::string& value);
void read_option(std::string_view option, const std::string& words,
                 std::filesystem::path& value);
/// Whole numbers from 0 on.
void read_option(std::string_view option, const std::string& words, std::uint32_t& value);
void read_option(std::string_view option, const std::string& words, std::size_t& value);
/// A share: from 0 to 1.
void read_option(std::string_view option, const std::string& words, double& value);
void read_option(std::string_view option, const std::string& words, Language& value);
void read_option(std::string_view option, const std::string& words,
                 std::vector<Language>& value);

template <class Value>
void read_option(std::string_view option, const std::string& words,
                 std::optional<Value>& value) {
  read_option(option, words, value.emplace());
}

/// A number from `least` to `most`. Errors: UsageError that names the range.
[[nodiscard]] double number_between(std::string_view option, std::string_view words,
                                    double least, double most);

[[noreturn]] void throw_missing(std::string_view option);

/// What an option that is needed here was given. Errors: UsageError when it was not.
template <class Value>
[[nodiscard]] const Value& needed(std::string_view option,
                                  const std::optional<Value>& value) {
  if (!value) throw_missing(option);
  return *value;
}

/// Errors: UsageError that lists `names`, of which `word` is none.
[[nodiscard]] std::size_t choice_among(std::string_view option, std::string_view word,
                                       std::span<const std::string_view> names);

/// What a member holds that may be empty.
template <class Member>
struct Held {
  using Value = Member;
};
template <class Member>
struct Held<std::optional<Member>> {
  using Value = Member;
};
template <class Member>
using ValueOf = typename Held<Member>::Value;

/// The options of one verb, each bound to a member of the verb's own struct:
///
///     void bind_options(OptionTable& table, ReportOptions& given) {
///       table.only_file("corpus file", given.corpus);
///       table.value("out", given.out);
///     }
///     const auto given = options_in<ReportOptions>(words);
class OptionTable {
 public:
  /// True when the option is there.
  void flag(std::string_view name, bool& given) {
    add({name, Takes::nothing}, [&given](const std::string&) { given = true; });
  }

  template <class Value>
  void value(std::string_view name, Value& member) {
    add({name},
        [name, &member](const std::string& words) { read_option(name, words, member); });
  }

  /// As value(), where `reader` makes a value of the words, or throws UsageError.
  template <class Value, class Reader>
  void value(std::string_view name, Value& member, Reader reader) {
    add({name}, [&member, reader](const std::string& words) { member = reader(words); });
  }

  /// A number from `least` to `most`.
  void number(std::string_view name, double& member, double least, double most) {
    value(name, member, [=](const std::string& words) {
      return number_between(name, words, least, most);
    });
  }

  /// A whole number from 1 on.
  template <class Number>
  void positive(std::string_view name, Number& member) {
    add({name},
        [name, &member](const std::string& digits) { member = number_in(name, digits); });
  }

  /// An option that may be there several times, with a value each time.
  void list(std::string_view name, std::vector<std::string>& members);

  /// An option with two values.
  void pair(std::string_view name, std::optional<std::array<std::string, 2>>& member);

  /// As value(), for an option that a verb can't do without.
  template <class Value>
  void required(std::string_view name, Value& member) {
    value(name, member);
    required_.push_back(name);
  }
  template <class Value, class Reader>
  void required(std::string_view name, Value& member, Reader reader) {
    value(name, member, reader);
    required_.push_back(name);
  }

  /// One word of a few, each with what it means.
  template <class Member>
  void choice(
      std::string_view name, Member& member,
      std::initializer_list<std::pair<std::string_view, ValueOf<Member>>> meanings) {
    value(name, member, [name, all = std::vector(meanings)](const std::string& word) {
      std::vector<std::string_view> names;
      for (const auto& [known, meaning] : all)
        names.push_back(known);
      return all[choice_among(name, word, names)].second;
    });
  }

  /// `--format jsonl`, or text where it isn't asked for.
  void jsonl(bool& wanted) { choice("format", wanted, {{"text", false}, {"jsonl", true}}); }

  /// The word that is no option. Errors: UsageError with `what` when there is none, or
  /// more.
  void only_file(std::string_view what, std::filesystem::path& file);

  /// All words that are no options. Errors: UsageError with `what` when they are fewer than
  /// `least` or more than `most`.
  void words(std::string_view what, std::vector<std::string>& given, std::size_t least,
             std::size_t most = SIZE_MAX);

  /// What the command does with the files that these options name. Each option that names
  /// one is told here, so that no output eats an input.
  void files(FileUse use, std::initializer_list<std::string_view> names);

  /// The same for words that are no options: of the first, the last, and the others.
  struct WordUses {
    FileUse first = FileUse::read;
    FileUse others = FileUse::read;
    FileUse last = FileUse::read;
  };
  void file_words(WordUses uses) { word_uses_ = uses; }

  /// Returns: the words as they were given.
  /// Errors: UsageError for an option that isn't here, or is there twice; for one that is
  /// required and missing; as read_option; for words that nobody asked for. Before all of
  ///         them, and before anything is read: as note_files() in spared_inputs.hpp.
  Arguments read(std::span<const std::string_view> words) const;

 private:
  using Set = std::function<void(const std::string&)>;

  void add(Option option, Set set) {
    options_.push_back(option);
    sets_.push_back(std::move(set));
  }

  std::vector<Option> options_;
  std::vector<Set> sets_;  ///< One for each option.
  [[nodiscard]] OptionList list_of_files() const;
  void note_files_in(const Arguments& arguments) const;

  WordUses word_uses_{FileUse::none, FileUse::none, FileUse::none};
  std::vector<std::string_view> required_;
  std::vector<std::function<void(const Arguments&)>> take_lists_;  ///< And pairs.
  std::function<void(const Arguments&)> take_words_;
};

/// The options of a verb as its `bind_options(table, given)` binds them.
/// Errors: as OptionTable::read.
template <class Options>
[[nodiscard]] Options options_in(std::span<const std::string_view> words) {
  Options given;
  OptionTable table;
  bind_options(table, given);
  table.read(words);
  return given;
}

}  // namespace hexapla::cli
