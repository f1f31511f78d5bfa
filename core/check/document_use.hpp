#pragma once

#include "check/side.hpp"
#include "term/termbase.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace hexapla {

/// What the whole document does, against which one place may depart.
class DocumentUse {
 public:
  explicit DocumentUse(std::span<const Pair> pairs);

  /// In how many pairs whose source has the concept the target says this term.
  [[nodiscard]] std::size_t times(std::uint32_t concept_index,
                                  std::uint32_t term_index) const;

  /// True when some source says the concept with this term.
  [[nodiscard]] bool source_says(std::uint32_t concept_index,
                                 std::uint32_t term_index) const {
    return said_.contains({concept_index, term_index});
  }

  /// True when the capitalised word, folded(), stands alike on both sides of some pair.
  [[nodiscard]] bool kept_as_it_is(const std::string& name) const {
    return kept_.contains(name);
  }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> uses_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> said_;
  std::set<std::string> kept_;
};

/// The terms by which the target says a concept of the source: their indexes, the longest
/// hits only.
[[nodiscard]] std::set<std::uint32_t> renderings_of(const Side& target,
                                                    std::uint32_t concept_index);

}  // namespace hexapla
