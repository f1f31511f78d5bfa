#pragma once

#include "term/read_termbase.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hexapla {

/// What a reader does at a fault that it could pass over.
enum class OnFault {
  refuse,
  collect,  ///< All of them, as issues.
  mend,     ///< Collects what costs a term or a status at most; refuses the rest.
};

/// Collects concepts and terms as a reader meets them and refuses, or collects as issues,
/// what no termbase may hold.
/// Errors: Fault::malformed with the line that was given.
class TermbaseBuilder {
 public:
  TermbaseBuilder(std::string_view name, OnFault on_fault)
      : name_(name), on_fault_(on_fault) {}

  /// An empty `id` is replaced by the concept's number.
  void begin_concept(std::string_view id, std::size_t line);
  /// `term.text` is as it is in the file.
  void add_term(Term term, std::size_t line);
  void end_concept(std::size_t line);

  [[nodiscard]] Concept& current() { return result_.termbase.concepts.back(); }
  [[nodiscard]] bool has_concepts() const { return !result_.termbase.concepts.empty(); }
  [[nodiscard]] SurveyedTermbase finish() { return std::move(result_); }

  /// `tag` with its primary language in small letters; "und" for what is collected.
  [[nodiscard]] Language language_from(std::string_view tag, std::size_t line);
  [[nodiscard]] TermStatus status_from(std::string_view status, std::size_t line);
  /// True for yes, true, 1 and x; false for no, false, 0 and nothing.
  [[nodiscard]] bool flag_from(std::string_view flag, std::size_t line);

  /// The file can't be read on.
  [[noreturn]] void refuse(std::size_t line, std::string_view what) const;
  /// Refuses, or collects an issue.
  void complain(std::size_t line, LintRule rule, std::string_view what);
  /// A remark on the present concept that stops nobody; kept where issues are collected.
  void remark(std::size_t line, LintRule rule, const Term& term, std::string_view what);
  /// The same for what costs a term or a status at most.
  void pass_over(std::size_t line, LintRule rule, std::string_view what);

 private:
  void collect(std::size_t line, LintRule rule, std::string_view what);
  void look_at_spaces(const Term& term, const std::string& tidy, std::size_t line);

  std::string name_;
  OnFault on_fault_;
  SurveyedTermbase result_;
  std::unordered_set<std::string> ids_;
};

/// Of synonyms of which nothing is said the first is preferred, if no other is, and the
/// rest are admitted: two that are preferred would say what nobody said. `has_status` tells
/// of each of `terms`, which are all of a concept in one language, whether anything is.
void settle_statuses(std::span<Term> terms, const std::vector<bool>& has_status);

/// `text` in NFC, with every run of white space as one space and none at the ends.
[[nodiscard]] std::string tidied(std::string_view text);

}  // namespace hexapla
