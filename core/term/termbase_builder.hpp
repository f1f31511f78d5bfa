#pragma once

#include "term/termbase.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace hexapla {

/// Collects concepts and terms as a reader meets them and refuses what no termbase may
/// hold. Errors: Fault::malformed with the line that was given.
class TermbaseBuilder {
 public:
  explicit TermbaseBuilder(std::string_view name) : name_(name) {}

  /// An empty `id` is replaced by the concept's number.
  void begin_concept(std::string_view id, std::size_t line);
  void add_term(Term term, std::size_t line);
  void end_concept(std::size_t line);

  [[nodiscard]] Concept& current() { return termbase_.concepts.back(); }
  [[nodiscard]] Termbase finish() { return std::move(termbase_); }

  [[nodiscard]] Language language_from(std::string_view tag, std::size_t line) const;
  /// Reads `preferred`, and TBX's `preferredTerm-admn-sts` and its kin; empty is preferred.
  [[nodiscard]] TermStatus status_from(std::string_view status, std::size_t line) const;

  [[noreturn]] void refuse(std::size_t line, std::string_view what) const;

 private:
  std::string name_;
  Termbase termbase_;
  std::unordered_set<std::string> ids_;
};

/// `text` in NFC, with every run of white space as one space and none at the ends.
[[nodiscard]] std::string tidied(std::string_view text);

}  // namespace hexapla
