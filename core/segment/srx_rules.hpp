#pragma once

#include "segment/srx.hpp"
#include "text/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A rule that is in force for a language, with its name for people.
struct NamedSrxRule {
  SrxRule rule;
  std::string name;  ///< "rule 3 of “English”, line 120: no break, “Dr\.” + “\s”".
};

struct SrxRulesOfLanguage {
  std::vector<NamedSrxRule> rules;  ///< In order of precedence.
  std::vector<SrxWarning> warnings;
};

/// The rules that the maps of `srx` give `language`, with a warning for a map to no rule
/// set and for a language that only maps for every language fit.
///
/// Errors: Fault::unsupported naming the patterns when no map leads to a rule.
[[nodiscard]] SrxRulesOfLanguage rules_of_language(const Srx& srx, Language language,
                                                   std::string_view name);

}  // namespace hexapla
