#include "segment/srx_rules.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr std::string_view no_language = "qaa";  // BCP 47, private use: no rules are for it
constexpr std::int32_t tag_time_limit = 1000;    // ICU's steps, about a millisecond each
constexpr std::size_t longest_list = 200;        // bytes of patterns named in a message

icu::UnicodeString utf16_tag(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      {text.data(), static_cast<std::int32_t>(text.size())});
}

/// Whether `pattern` matches the whole of `tag` in any case; nullopt for a bad pattern.
std::optional<bool> fits(const std::string& pattern, std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = utf16_tag(tag);
  icu::RegexMatcher matcher(utf16_tag(pattern), UREGEX_CASE_INSENSITIVE, status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  matcher.reset(text);
  matcher.setTimeLimit(tag_time_limit, status);
  const bool matches = matcher.matches(status) != 0;
  if (U_FAILURE(status) != 0) return std::nullopt;
  return matches;
}

std::string name_of(const SrxRule& rule, std::size_t number, const std::string& set) {
  std::string name = "rule " + std::to_string(number) + " of “" + set + "”";
  if (rule.line != 0) name += ", line " + std::to_string(rule.line);
  return name + (rule.breaks ? ": break, “" : ": no break, “") + rule.before + "” + “" +
         rule.after + "”";
}

/// Picks the maps that fit a language, and gathers their rules.
class Picker {
 public:
  Picker(const Srx& srx, Language language) : srx_(srx), tag_(language.tag()) {}

  SrxRulesOfLanguage pick() {
    for (const SrxMap& map : srx_.maps) {
      const std::optional<bool> fit = fits(map.language_pattern, tag_);
      if (!fit) warn(map, "can't be read as a regular expression; the map is left out");
      if (!fit.value_or(false)) continue;
      add(map);
      if (!srx_.cascade) break;
    }
    if (!general_.empty() && !of_its_own_)
      result_.warnings.push_back(
          {0, "no rules for " + tag_ + "; only those for every language: " + general_});
    return std::move(result_);
  }

 private:
  void warn(const SrxMap& map, std::string_view words) {
    result_.warnings.push_back(
        {map.line, "“" + map.language_pattern + "” " + words.data()});
  }

  void add(const SrxMap& map) {
    const auto set = std::ranges::find(srx_.rule_sets, map.rule_set, &SrxRuleSet::name);
    if (set == srx_.rule_sets.end()) return warn(map, "leads to no rule set");
    if (fits(map.language_pattern, no_language).value_or(false))
      general_ += (general_.empty() ? "“" : ", “") + map.rule_set + "”";
    else
      of_its_own_ = of_its_own_ || !set->rules.empty();
    for (std::size_t i = 0; i < set->rules.size(); ++i)
      result_.rules.push_back({set->rules[i], name_of(set->rules[i], i + 1, set->name)});
  }

  const Srx& srx_;
  std::string tag_;
  SrxRulesOfLanguage result_;
  std::string general_;  ///< Names of the rule sets for every language.
  bool of_its_own_ = false;
};

std::string patterns_of(const Srx& srx) {
  std::string patterns;
  for (const SrxMap& map : srx.maps) {
    if (patterns.size() > longest_list) return patterns + ", ...";
    patterns += (patterns.empty() ? "“" : ", “") + map.language_pattern + "”";
  }
  return patterns.empty() ? "none" : patterns;
}

}  // namespace

SrxRulesOfLanguage rules_of_language(const Srx& srx, Language language,
                                     std::string_view name) {
  SrxRulesOfLanguage rules = Picker(srx, language).pick();
  if (rules.rules.empty())
    throw Error(Fault::unsupported, {std::string(name), 0},
                "has no rules for " + std::string(language.tag()) + "; its maps are for " +
                    patterns_of(srx) + "; add a languagemap");
  return rules;
}

}  // namespace hexapla
