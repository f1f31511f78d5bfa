#include "check/profile.hpp"

#include "check_data.hpp"
#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hexapla {
namespace {

std::vector<std::string_view> words_in(std::string_view line) {
  std::vector<std::string_view> words;
  for (const std::string_view word : parts_of(line.substr(0, line.find('#')), ' '))
    if (!word.empty() && word != "\r") words.push_back(word);
  return words;
}

double share_in(std::string_view word, const Place& place) {
  double value = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || value < 0 || value > 1)
    throw Error(Fault::malformed, place,
                "'" + std::string(word) + "' is no number from 0 to 1");
  return value;
}

}  // namespace

Profile Profile::usual() {
  Profile profile;
  profile.read(embedded::default_profile_txt, "default_profile.txt");
  return profile;
}

const Profile::Setting& Profile::setting_for(Rule rule, Language language) const {
  for (auto exception = exceptions_.rbegin(); exception != exceptions_.rend(); ++exception)
    if (exception->rule == rule && exception->language.primary() == language.primary())
      return exception->setting;
  return settings_.at(static_cast<std::size_t>(rule));
}

Profile::Setting& Profile::setting_for(Rule rule, std::string_view language) {
  Setting& all = settings_.at(static_cast<std::size_t>(rule));
  if (language.empty()) return all;
  exceptions_.push_back({rule, *Language::from(language), all});
  return exceptions_.back().setting;
}

void Profile::read(std::string_view text, std::string_view name) {
  std::size_t number = 0;
  for (const std::string_view line : parts_of(text, '\n')) {
    const Place place{std::string(name), ++number};
    const std::vector<std::string_view> words = words_in(line);
    if (words.empty()) continue;
    const auto rule = rule_named(words.front());
    if (!rule)
      throw Error(Fault::malformed, place, "no rule '" + std::string(words.front()) + "'");
    std::size_t next = 1;
    constexpr std::size_t letters_of_language = 2;
    std::string_view language;
    if (next < words.size() && words[next].size() == letters_of_language &&
        words[next] != "on" && Language::from(words[next]))
      language = words[next++];
    Setting& setting = setting_for(*rule, language);
    for (; next < words.size(); ++next) {
      const std::string_view word = words[next];
      const std::size_t sign = std::min(word.find('='), word.size());
      const std::string_view key = word.substr(0, sign);
      const std::string_view value = word.substr(std::min(sign + 1, word.size()));
      if (word == "on" || word == "off") {
        setting.on = word == "on";
      } else if (key == "weight") {
        setting.weight = share_in(value, place);
      } else if (key == "least") {
        setting.least = share_in(value, place);
      } else if (key == "severity" &&
                 std::ranges::find(severity_names, value) != severity_names.end()) {
        setting.severity = value;
      } else {
        throw Error(Fault::malformed, place,
                    "'" + std::string(word) +
                        "' is none of on, off, weight=, least= and "
                        "severity=note|warning|error");
      }
    }
  }
}

std::vector<Finding> Profile::applied(std::vector<Finding> findings) const {
  std::erase_if(findings, [&](Finding& finding) {
    const Setting& setting = setting_for(finding.rule, finding.target.front().language);
    finding.confidence *= setting.weight;
    if (setting.weight != 1) finding.severity = severity_for(finding.confidence);
    if (!setting.severity.empty())
      finding.severity = static_cast<Severity>(
          std::ranges::find(severity_names, setting.severity) - severity_names.begin());
    return !setting.on || finding.confidence < setting.least;
  });
  return findings;
}

}  // namespace hexapla
