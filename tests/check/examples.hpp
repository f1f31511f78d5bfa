#pragma once

#include "cases.hpp"
#include "check/make_unit.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

/// Shows the findings of each example of a table: two languages, each before its text.
template <class See>
void see_findings(const std::string& table, See see) {
  for (const auto& [source, text, target, translation] : cases_in<4>(table)) {
    CAPTURE(text, translation);
    see(findings_for(Language(source), text, Language(target), translation));
  }
}

/// In each example of a table the rules that its last cell lists find something.
inline void check_rules(const std::string& table) {
  for (const auto& [source, text, target, translation, rules] : cases_in<5>(table)) {
    CAPTURE(text, translation);
    CHECK(rules_for(Language(source), text, Language(target), translation) ==
          parts_in(rules));
  }
}

/// In each example of a table, a language, a right translation of `text` and a wrong one,
/// only the wrong one is found, by `rule`; `see` is shown the finding and the text.
template <class See>
void check_wrong(const std::string& table, Language source, const std::string& text,
                 const std::string& rule, See see) {
  for (const auto& [tag, right, wrong] : cases_in<3>(table)) {
    CAPTURE(right, wrong);
    const Language target(tag);
    CHECK(rules_for(source, text, target, right) == Rules{});
    const auto findings = findings_for(source, text, target, wrong);
    REQUIRE(rules_in(findings) == Rules{rule});
    see(findings.front(), wrong);
  }
}

}  // namespace hexapla
