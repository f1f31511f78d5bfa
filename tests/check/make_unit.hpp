#pragma once

#include "align/aligned_unit.hpp"
#include "check/check.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// A cell of paragraph segments, numbered from `first`.
inline Cell make_cell(Language language, const std::vector<std::string>& segments,
                      std::uint32_t first = 0) {
  Cell cell;
  cell.language = language;
  for (const std::string& segment : segments) {
    if (!cell.text.empty() && !language.spaceless()) cell.text += ' ';
    const std::size_t begin = cell.text.size();
    cell.text += segment;
    cell.pieces.push_back({first++, {begin, cell.text.size()}, BlockKind::paragraph});
  }
  return cell;
}

inline AlignedUnit make_unit(Language source, const std::string& source_text,
                             Language target, const std::string& target_text) {
  AlignedUnit unit;
  unit.cells = {make_cell(source, {source_text}), make_cell(target, {target_text})};
  return unit;
}

/// "term_missing", "date", ... in the order of the findings.
inline std::vector<std::string> rules_in(const std::vector<Finding>& findings) {
  std::vector<std::string> rules;
  for (const Finding& finding : findings)
    rules.emplace_back(name_of(finding.rule));
  return rules;
}

inline std::vector<Finding> findings_for(Language source, const std::string& source_text,
                                         Language target, const std::string& target_text,
                                         const Termbase& termbase = {}) {
  const std::vector<AlignedUnit> units{make_unit(source, source_text, target, target_text)};
  return check(units, termbase);
}

using Rules = std::vector<std::string>;

/// The rules that find something in a segment and its translation.
inline Rules rules_for(Language source, const std::string& source_text, Language target,
                       const std::string& target_text, const Termbase& termbase = {}) {
  return rules_in(findings_for(source, source_text, target, target_text, termbase));
}

}  // namespace hexapla
