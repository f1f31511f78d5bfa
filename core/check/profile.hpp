#pragma once

#include "check/finding.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What somebody wants to be told: which rules, in which languages, how sure, how severe.
class Profile {
 public:
  /// Every rule as it is, but for the doubtful findings of default_profile.txt.
  [[nodiscard]] static Profile usual();
  /// Every finding of every rule.
  [[nodiscard]] static Profile everything() { return {}; }

  /// Reads lines such as
  ///     negation off
  ///     length least=0.8 severity=note     # from this confidence on
  ///     number weight=0.5                  # its confidence counts half
  ///     name ar off                        # in one target language
  /// on top of this profile; what follows # is for people.
  /// Errors: Fault::malformed with the line: an unknown rule, language or setting, a number
  ///         that is none or not between 0 and 1.
  void read(std::string_view text, std::string_view name);

  /// False for a rule that is switched off in this target language.
  [[nodiscard]] bool wants(Rule rule, Language language) const {
    return setting_for(rule, language).on;
  }

  /// Findings without those that are not wanted, the others weighed.
  [[nodiscard]] std::vector<Finding> applied(std::vector<Finding> findings) const;

 private:
  struct Setting {
    bool on = true;
    double weight = 1;
    double least = 0;
    std::string severity;  ///< Empty: the finding's own.
  };
  struct Exception {
    Rule rule = Rule::number;
    Language language;
    Setting setting;
  };
  [[nodiscard]] const Setting& setting_for(Rule rule, Language language) const;
  [[nodiscard]] Setting& setting_for(Rule rule, std::string_view language);

  std::array<Setting, rule_names.size()> settings_{};
  std::vector<Exception> exceptions_;  ///< The last one for a rule and a language counts.
};

}  // namespace hexapla
