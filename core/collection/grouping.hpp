#pragma once

// Private to core/collection/.

#include "collection/pair_files.hpp"

#include <map>
#include <string>
#include <vector>

namespace hexapla {

/// A file while it is being paired.
struct Candidate {
  CollectedFile file;
  std::string group;  ///< A key of the work; empty while none is known.
  PairedBy how = PairedBy::nothing;
  std::optional<Language> language;
  double score = 0;
  std::string problem;

  [[nodiscard]] bool sound() const noexcept { return problem.empty(); }
  /// Adds a problem to those that are known.
  void complain(const std::string& words) {
    problem += (problem.empty() ? "" : "; ") + words;
  }
};

using Groups = std::map<std::string, std::vector<std::size_t>>;

/// The candidates of each group, in their order.
[[nodiscard]] Groups groups_of(const std::vector<Candidate>& candidates);

/// The language of each, from its text and its name, and what is wrong with that.
void find_languages(std::vector<Candidate>& candidates);

/// Copies of a file, or of its text, are told from the one that is to be taken.
void find_duplicates(std::vector<Candidate>& candidates);

/// The groups that symbols and names make.
void group_by_symbol_and_name(std::vector<Candidate>& candidates);

}  // namespace hexapla
