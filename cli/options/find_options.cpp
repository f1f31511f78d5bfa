#include "cli/options/find_options.hpp"

#include "cli/arguments.hpp"
#include "cli/command.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"in"},
                             Option{"show"},
                             Option{"has"},
                             Option{"lacks"},
                             Option{"work"},
                             Option{"symbol"},
                             Option{"since"},
                             Option{"until"},
                             Option{"min-confidence"},
                             Option{"max-confidence"},
                             Option{"decision"},
                             Option{"limit"},
                             Option{"count", Takes::nothing},
                             Option{"format"},
                             Option{"similar"},
                             Option{"min-score"}};

/// `zh:战争罪`
std::vector<SideQuery> sides_in(std::string_view option,
                                const std::optional<std::string>& value) {
  if (!value) return {};
  const std::size_t colon = value->find(':');
  if (colon == std::string::npos)
    throw UsageError("--" + std::string(option) +
                     " takes a language and a query, as in 'zh:战争罪'");
  return {{language_in(value->substr(0, colon)), parse_query(value->substr(colon + 1))}};
}

double confidence_in(const Arguments& arguments, std::string_view option,
                     double otherwise) {
  const auto value = arguments.value(option);
  if (!value) return otherwise;
  char* end = nullptr;
  const double number = std::strtod(value->c_str(), &end);
  if (value->empty() || *end != '\0' || !(number >= 0 && number <= 1))
    throw UsageError("--" + std::string(option) + " is a number from 0 to 1");
  return number;
}

/// 2020, 2020-11 or 2020-11-03.
std::string date_in(const Arguments& arguments, std::string_view option) {
  const std::string date = arguments.value_or(option, "");
  constexpr std::string_view shape = "dddd-dd-dd";
  const bool fits =
      date.empty() || date.size() == 4 || date.size() == 7 || date.size() == shape.size();
  const auto matches = [](char found, char expected) {
    return expected == 'd' ? found >= '0' && found <= '9' : found == expected;
  };
  if (!fits || !std::equal(date.begin(), date.end(), shape.begin(), matches))
    throw UsageError("--" + std::string(option) +
                     " is a date as 2020, 2020-11 or 2020-11-03");
  const auto number = [&](std::size_t at) {
    return date.size() > at ? unsigned(date[at] - '0') * 10 + unsigned(date[at + 1] - '0')
                            : 1U;
  };
  constexpr std::size_t month_at = 5;
  constexpr std::size_t day_at = 8;
  if (!date.empty() &&
      !std::chrono::year_month_day(std::chrono::year(std::stoi(date.substr(0, 4))),
                                   std::chrono::month(number(month_at)),
                                   std::chrono::day(number(day_at)))
           .ok())
    throw UsageError("--" + std::string(option) + ": there is no day " + date);
  return date;
}

std::optional<Verdict> verdict_in(const Arguments& arguments) {
  const auto value = arguments.value("decision");
  if (!value) return std::nullopt;
  for (const Verdict verdict : {Verdict::none, Verdict::confirmed, Verdict::rejected})
    if (*value == name_of(verdict)) return verdict;
  throw UsageError("--decision is none, confirmed or rejected");
}

FindFormat format_in(const Arguments& arguments) {
  const std::string format = arguments.value_or("format", "text");
  if (format == "text") return FindFormat::text;
  if (format == "jsonl") return FindFormat::jsonl;
  if (format == "tsv") return FindFormat::tsv;
  throw UsageError("--format is text, jsonl or tsv");
}

RowFilter filter_in(const Arguments& arguments) {
  return {arguments.value_or("work", ""),
          arguments.value_or("symbol", ""),
          date_in(arguments, "since"),
          date_in(arguments, "until"),
          confidence_in(arguments, "min-confidence", 0),
          confidence_in(arguments, "max-confidence", 1),
          verdict_in(arguments)};
}

/// The words behind the file are one query.
std::string query_in(const Arguments& arguments) {
  std::string query;
  for (std::size_t i = 1; i < arguments.words.size(); ++i)
    query.append(i > 1 ? " " : "").append(arguments.words[i]);
  return query;
}

}  // namespace

FindOptions find_options_in(std::span<const std::string_view> words) {
  const Arguments arguments = parse_arguments(words, options);
  if (arguments.words.empty()) throw UsageError("name a corpus file and a query");
  FindOptions found;
  found.file = arguments.words.front();
  found.similar = arguments.value("similar");
  if (found.similar && arguments.words.size() > 1)
    throw UsageError("--similar takes the sentence; there is no query beside it");
  if (!found.similar && arguments.words.size() < 2)
    throw UsageError("name a query behind the file, as in 'war crime*'");
  if (found.similar && !arguments.has("in"))
    throw UsageError("--similar needs the sentence's language, as in --in en");
  if (!found.similar) found.search.query = parse_query(query_in(arguments));
  if (const auto tag = arguments.value("in")) found.search.language = language_in(*tag);
  if (const auto tags = arguments.value("show")) found.show = languages_in(*tags);
  found.search.has = sides_in("has", arguments.value("has"));
  found.search.lacks = sides_in("lacks", arguments.value("lacks"));
  found.search.filter = filter_in(arguments);
  found.count = arguments.has("count");
  found.format = format_in(arguments);
  if (const auto limit = arguments.value("limit")) found.limit = number_in("limit", *limit);
  if (const auto score = arguments.value("min-score"))
    found.least_score = number_in("min-score", *score);
  return found;
}

}  // namespace hexapla::cli
