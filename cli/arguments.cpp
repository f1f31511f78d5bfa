#include "cli/arguments.hpp"

#include "cli/command.hpp"

#include <algorithm>
#include <charconv>

#include <boost/program_options.hpp>

namespace hexapla::cli {

namespace po = boost::program_options;

namespace {

OptionList list_of(std::span<const Option> known) {
  OptionList list;
  for (const Option& option : known)
    list.words.push_back("--" + std::string(option.name));
  return list;
}

/// Moves options with two values out of `words`, which the library doesn't know: it takes
/// one value or all that follow.
std::vector<std::string> without_pairs(std::span<const std::string_view> words,
                                       std::span<const Option> known,
                                       Arguments& arguments) {
  std::vector<std::string> rest;
  for (std::size_t word = 0; word < words.size(); ++word) {
    const auto option = std::ranges::find_if(known, [&](const Option& candidate) {
      return candidate.takes == Takes::two_values &&
             words[word] == "--" + std::string(candidate.name);
    });
    if (option == known.end()) {
      rest.emplace_back(words[word]);
      continue;
    }
    const std::string name(option->name);
    if (word + 2 >= words.size() || words[word + 1].starts_with("--") ||
        words[word + 2].starts_with("--"))
      throw UsageError("--" + name + " takes two values");
    if (!arguments.pairs
             .try_emplace(name, std::array{std::string(words[word + 1]),
                                           std::string(words[word + 2])})
             .second)
      throw UsageError("--" + name + " is given twice");
    word += 2;
  }
  return rest;
}

}  // namespace

Arguments parse_arguments(std::span<const std::string_view> words,
                          std::span<const Option> known) {
  if (words.size() == 1 && words.front() == list_options_word) throw list_of(known);
  Arguments arguments;
  const std::vector<std::string> single = without_pairs(words, known, arguments);
  const auto is_list = [&](std::string_view name) {
    return std::ranges::any_of(known, [&](const Option& option) {
      return option.takes == Takes::values && option.name == name;
    });
  };
  po::options_description description;
  for (const Option& option : known) {
    const std::string name(option.name);
    if (option.takes == Takes::two_values) continue;
    if (option.takes == Takes::value || option.takes == Takes::values) {
      description.add_options()(name.c_str(), po::value<std::string>());
    } else {
      description.add_options()(name.c_str(), "");
    }
  }
  description.add_options()("word", po::value<std::vector<std::string>>());
  po::positional_options_description rest;
  rest.add("word", -1);

  try {
    namespace style = po::command_line_style;
    const auto parsed = po::command_line_parser(single)
                            .options(description)
                            .positional(rest)
                            .style(style::unix_style & ~style::allow_guessing)
                            .run();
    for (const auto& option : parsed.options) {
      if (option.position_key != -1) {
        arguments.words.push_back(option.value.front());
      } else if (is_list(option.string_key)) {
        arguments.lists[option.string_key].push_back(option.value.front());
      } else if (!arguments.options
                      .emplace(option.string_key,
                               option.value.empty() ? "" : option.value.front())
                      .second) {
        throw UsageError("--" + option.string_key + " is given twice");
      }
    }
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return arguments;
}

Language language_in(std::string_view tag) {
  if (const auto language = Language::from(tag)) return *language;
  throw UsageError("'" + std::string(tag) + "' is no language tag such as zh or en");
}

std::vector<Language> languages_in(std::string_view tags) {
  std::vector<Language> languages;
  for (std::size_t begin = 0; begin <= tags.size();) {
    const std::size_t end = std::min(tags.find(',', begin), tags.size());
    languages.push_back(language_in(tags.substr(begin, end - begin)));
    begin = end + 1;
  }
  return languages;
}

std::uint32_t number_in(std::string_view option, std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc() && end == digits.data() + digits.size() && number > 0)
    return number;
  throw UsageError("--" + std::string(option) + " takes a whole number from 1 on, not '" +
                   std::string(digits) + "'");
}

}  // namespace hexapla::cli
