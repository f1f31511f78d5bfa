#include "cli/option_table.hpp"

#include "cli/command.hpp"
#include "cli/spared_inputs.hpp"

#include <algorithm>
#include <cassert>
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

std::string only_word(std::string_view what, const std::vector<std::string>& words) {
  if (words.size() == 1) return words.front();
  throw UsageError(words.empty() ? std::string(what) + " is missing"
                                 : "only one " + std::string(what) +
                                       " can be given, not also '" + words[1] + "'");
}

/// Nothing when `words` are more, or something else, than one number.
template <class Number>
std::optional<Number> number_of(std::string_view words) {
  Number number = 0;
  const auto [end, error] =
      std::from_chars(words.data(), words.data() + words.size(), number);
  if (error != std::errc() || end != words.data() + words.size()) return std::nullopt;
  return number;
}

template <class Number>
Number whole_number(std::string_view option, std::string_view words) {
  if (const auto number = number_of<Number>(words)) return *number;
  throw UsageError("--" + std::string(option) + " takes a whole number from 0 on, not '" +
                   std::string(words) + "'");
}

}  // namespace

void read_option(std::string_view, const std::string& words, std::string& value) {
  value = words;
}

void read_option(std::string_view, const std::string& words, std::filesystem::path& value) {
  value = words;
}

void read_option(std::string_view option, const std::string& words, std::uint32_t& value) {
  value = whole_number<std::uint32_t>(option, words);
}

void read_option(std::string_view option, const std::string& words, std::size_t& value) {
  value = whole_number<std::size_t>(option, words);
}

void read_option(std::string_view option, const std::string& words, double& value) {
  value = number_between(option, words, 0, 1);
}

void read_option(std::string_view, const std::string& words, Language& value) {
  value = language_in(words);
}

void read_option(std::string_view, const std::string& words, std::vector<Language>& value) {
  value = languages_in(words);
}

double number_between(std::string_view option, std::string_view words, double least,
                      double most) {
  const auto number = number_of<double>(words);
  // Written so that what is not a number (nan) fits nothing.
  if (number && *number >= least && *number <= most) return *number;
  throw UsageError("--" + std::string(option) + " is a number from " +
                   std::to_string(static_cast<int>(least)) + " to " +
                   std::to_string(static_cast<int>(most)) + ", not '" + std::string(words) +
                   "'");
}

void throw_missing(std::string_view option) {
  throw UsageError("--" + std::string(option) + " is missing");
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
    file = only_word(what, arguments.words);
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

void OptionTable::files(FileUse use, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto option = std::ranges::find(options_, name, &Option::name);
    assert(option != options_.end());
    option->use = use;
  }
}

OptionList OptionTable::list_of_files() const {
  constexpr std::array<std::string_view, 7> names{
      "", "read", "read-corpus", "written", "written-corpus", "changed", "changed-corpus"};
  const auto name = [&](FileUse use) {
    return '\t' + std::string(names.at(static_cast<std::size_t>(use)));
  };
  OptionList list;
  for (const Option& option : options_)
    if (option.use != FileUse::none)
      list.words.push_back("--" + std::string(option.name) + name(option.use));
  for (const auto& [word, use] : {std::pair("FIRST", word_uses_.first),
                                  {"OTHERS", word_uses_.others},
                                  {"LAST", word_uses_.last}})
    if (use != FileUse::none) list.words.push_back(word + name(use));
  return list;
}

void OptionTable::note_files_in(const Arguments& arguments) const {
  std::vector<NamedFile> files;
  for (const Option& option : options_) {
    if (option.use == FileUse::none) continue;
    if (const auto given = arguments.options.find(option.name);
        given != arguments.options.end())
      files.push_back({given->second, option.use});
    if (const auto given = arguments.lists.find(option.name);
        given != arguments.lists.end())
      for (const std::string& file : given->second)
        files.push_back({file, option.use});
    if (const auto given = arguments.pairs.find(option.name);
        given != arguments.pairs.end())
      for (const std::string& file : given->second)
        files.push_back({file, option.use});
  }
  for (std::size_t at = 0; at < arguments.words.size(); ++at) {
    FileUse use = word_uses_.others;
    if (at == 0) {
      use = word_uses_.first;
    } else if (at + 1 == arguments.words.size()) {
      use = word_uses_.last;
    }
    if (use != FileUse::none) files.push_back({arguments.words[at], use});
  }
  note_files(files);
}

Arguments OptionTable::read(std::span<const std::string_view> words) const {
  if (words.size() == 1 && words.front() == list_files_word) throw list_of_files();
  const Arguments arguments = parse_arguments(words, options_);
  note_files_in(arguments);
  for (const std::string_view name : required_)
    if (!arguments.has(name)) throw_missing(name);
  for (std::size_t i = 0; i < options_.size(); ++i)
    if (const auto found = arguments.options.find(options_[i].name);
        found != arguments.options.end())
      sets_[i](found->second);
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
