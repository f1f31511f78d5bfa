#include "cli/options/find_options.hpp"

#include "cli/command.hpp"
#include "cli/option_table.hpp"

#include <algorithm>
#include <chrono>

namespace hexapla::cli {
namespace {

/// `zh:战争罪`
std::vector<SideQuery> sides_in(std::string_view option, const std::string& words) {
  if (words.empty()) return {};
  const std::size_t colon = words.find(':');
  if (colon == std::string::npos)
    throw UsageError("--" + std::string(option) +
                     " takes a language and a query, as in 'zh:战争罪'");
  return {{language_in(words.substr(0, colon)), parse_query(words.substr(colon + 1))}};
}

/// 2020, 2020-11 or 2020-11-03.
void require_date(std::string_view option, const std::string& date) {
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
}

/// The words after the file are one query.
std::string query_in(std::span<const std::string> words) {
  std::string query;
  for (std::size_t i = 1; i < words.size(); ++i)
    query.append(i > 1 ? " " : "").append(words[i]);
  return query;
}

/// The words of options that need more than one look.
struct Given {
  std::vector<std::string> words;
  std::string has;
  std::string lacks;
};

void read_given(std::span<const std::string_view> words, FindOptions& found, Given& given) {
  OptionTable table;
  RowFilter& filter = found.search.filter;
  table.words("name a corpus file and a query", given.words, 1);
  table.file_words({FileUse::read, FileUse::none, FileUse::none});
  table.value("in", found.search.language);
  table.value("show", found.show);
  table.value("has", given.has);
  table.value("lacks", given.lacks);
  table.value("work", filter.work);
  table.value("symbol", filter.symbol);
  table.value("since", filter.since);
  table.value("until", filter.until);
  table.value("min-confidence", filter.least_confidence);
  table.value("max-confidence", filter.most_confidence);
  table.choice<std::optional<Verdict>>("decision", filter.verdict,
                                       {{"none", Verdict::none},
                                        {"confirmed", Verdict::confirmed},
                                        {"rejected", Verdict::rejected}});
  table.positive("limit", found.limit);
  table.flag("count", found.count);
  table.choice(
      "format", found.format,
      {{"text", FindFormat::text}, {"jsonl", FindFormat::jsonl}, {"tsv", FindFormat::tsv}});
  table.value("similar", found.similar);
  table.positive("min-score", found.least_score);
  table.read(words);
}

}  // namespace

FindOptions find_options_in(std::span<const std::string_view> words) {
  FindOptions found;
  Given given;
  read_given(words, found, given);
  found.file = given.words.front();
  if (found.similar && given.words.size() > 1)
    throw UsageError("--similar takes the sentence; there is no query beside it");
  if (!found.similar && given.words.size() < 2)
    throw UsageError("name a query after the file, as in 'war crime*'");
  if (found.similar && !found.search.language)
    throw UsageError("--similar needs the sentence's language, as in --in en");
  if (!found.similar) found.search.query = parse_query(query_in(given.words));
  found.search.has = sides_in("has", given.has);
  found.search.lacks = sides_in("lacks", given.lacks);
  require_date("since", found.search.filter.since);
  require_date("until", found.search.filter.until);
  return found;
}

}  // namespace hexapla::cli
