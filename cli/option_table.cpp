#include "cli/option_table.hpp"

#include "cli/command.hpp"

#include <algorithm>
#include <charconv>

namespace hexapla::cli {
namespace {

/// "text, jsonl or tsv"
std::string listed(std::span<const std::string_view> names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

}  // namespace

void read_option(std::string_view, const std::string& words, std::string& value) {
  value = words;
}

void read_option(std::string_view, const std::string& words, std::filesystem::path& value) {
  value = words;
}

void read_option(std::string_view option, const std::string& words, std::size_t& value) {
  const auto [end, error] =
      std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc() || end != words.data() + words.size())
    throw UsageError("--" + std::string(option) + " takes a whole number, not '" + words +
                     "'");
}

void read_option(std::string_view option, const std::string& words, double& value) {
  const auto [end, error] =
      std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc() || end != words.data() + words.size() ||
      !(value >= 0 && value <= 1))
    throw UsageError("--" + std::string(option) + " is a number from 0 to 1, not '" +
                     words + "'");
}

void read_option(std::string_view, const std::string& words, Language& value) {
  value = language_in(words);
}

void read_option(std::string_view, const std::string& words, std::vector<Language>& value) {
  value = languages_in(words);
}

std::size_t choice_among(std::string_view option, std::string_view word,
                         std::span<const std::string_view> names) {
  const auto found = std::ranges::find(names, word);
  if (found == names.end())
    throw UsageError("--" + std::string(option) + " is " + listed(names) + ", not '" +
                     std::string(word) + "'");
  return static_cast<std::size_t>(found - names.begin());
}

void OptionTable::list(std::string_view name, std::vector<std::string>& members) {
  add({name, Takes::values}, {});
  take_lists_.emplace_back([name, &members](const Arguments& arguments) {
    const auto found = arguments.lists.find(name);
    if (found != arguments.lists.end()) members = found->second;
  });
}

void OptionTable::pair(std::string_view name,
                       std::optional<std::array<std::string, 2>>& member) {
  add({name, Takes::two_values}, {});
  take_lists_.emplace_back([name, &member](const Arguments& arguments) {
    const auto found = arguments.pairs.find(name);
    if (found != arguments.pairs.end()) member = found->second;
  });
}

void OptionTable::only_file(std::string_view what, std::filesystem::path& file) {
  take_words_ = [what, &file](const Arguments& arguments) {
    file = arguments.only_file(what);
  };
}

void OptionTable::words(std::string_view what, std::vector<std::string>& given,
                        std::size_t least, std::size_t most) {
  take_words_ = [what, &given, least, most](const Arguments& arguments) {
    if (arguments.words.size() < least || arguments.words.size() > most)
      throw UsageError(std::string(what));
    given = arguments.words;
  };
}

Arguments OptionTable::read(std::span<const std::string_view> words) const {
  const Arguments arguments = parse_arguments(words, options_);
  for (const std::string_view name : required_)
    (void)arguments.required(name);
  for (std::size_t i = 0; i < options_.size(); ++i)
    if (const auto found = arguments.value(options_[i].name)) sets_[i](*found);
  for (const auto& take : take_lists_)
    take(arguments);
  if (take_words_) {
    take_words_(arguments);
  } else if (!arguments.words.empty()) {
    throw UsageError("'" + arguments.words.front() + "' is no option");
  }
  return arguments;
}

}  // namespace hexapla::cli
