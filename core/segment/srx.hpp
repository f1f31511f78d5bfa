#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hexapla {

/// Segmentation Rules eXchange: rules for cutting text, as data.
/// Source: SRX 2.0 Specification, LISA OSCAR, 7 April 2008.

/// A break, or an exception, where text ends as `before` and goes on as `after`, both
/// regular expressions; an empty one matches everywhere.
struct SrxRule {
  bool breaks = true;
  std::string before;
  std::string after;
  std::size_t line = 0;  ///< Of the file that it was read from; 0 for none.

  friend bool operator==(const SrxRule&, const SrxRule&) = default;
};

struct SrxRuleSet {
  std::string name;
  std::vector<SrxRule> rules;

  friend bool operator==(const SrxRuleSet&, const SrxRuleSet&) = default;
};

/// The languages of a rule set, as a regular expression over their tags.
struct SrxMap {
  std::string language_pattern;
  std::string rule_set;
  std::size_t line = 0;

  friend bool operator==(const SrxMap&, const SrxMap&) = default;
};

struct Srx {
  bool cascade = true;  ///< All maps that fit a language count, not only the first.
  bool segments_subflows = true;
  std::vector<SrxRuleSet> rule_sets;
  std::vector<SrxMap> maps;  ///< In order of precedence.

  friend bool operator==(const Srx&, const Srx&) = default;
};

/// Something about rules that a person should know, and work goes on.
struct SrxWarning {
  std::size_t line = 0;
  std::string words;

  friend bool operator==(const SrxWarning&, const SrxWarning&) = default;
};

}  // namespace hexapla
