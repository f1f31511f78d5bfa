#pragma once

#include "align/aligned_unit.hpp"
#include "corpus/work.hpp"
#include "term/termbase.hpp"
#include "text/language.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// The organ that a document is of, by its symbol: "A", "S/RES", "E/CN.4", "CCPR/C"; empty
/// without a symbol. Of a double symbol the first.
[[nodiscard]] std::string body_of(std::string_view symbol);

/// How often a concept was said by a term; the term is empty where none of them stood.
using TermCounts = std::map<std::string, std::size_t>;

/// One language's use of a concept in the documents of one body, or of all.
struct Drift {
  std::string concept_id;
  std::string label;  ///< Its first term in the language of the source.
  Language language;
  std::string body;                         ///< Empty: of all bodies.
  std::map<std::string, TermCounts> years;  ///< "2016"; "" for documents without a date.
};

/// From one year on another term is the usual one.
struct DriftChange {
  std::string year;  ///< The first in which the new term is the usual one.
  std::string from;
  std::string to;
  std::size_t before = 0;  ///< How often `from` was said until then,
  std::size_t after = 0;   ///< and `to` from then on.
  double certainty = 0;    ///< 1 - p of Fisher's exact test on both terms before and after.
};

/// Counts how works say the concepts of a termbase.
class DriftCounter {
 public:
  /// By body, or all together.
  enum class Bodies : bool { together, apart };
  explicit DriftCounter(Bodies bodies) : bodies_(bodies) {}

  /// `rows` are those of `work`, the language of the source first.
  void add(const WorkInfo& work, std::span<const AlignedUnit> rows,
           const Termbase& termbase);

  /// By concept in their order, then language, then body. Only what was said.
  [[nodiscard]] std::vector<Drift> result() const;

 private:
  struct Key {
    std::string concept_id;
    Language language;
    std::string body;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  Bodies bodies_;
  std::map<std::string, std::string> labels_;
  std::map<Key, std::map<std::string, TermCounts>> counts_;
};

/// Where the usual term changed, if it did: the year at which the two terms that are said
/// most part best. Nothing below `least_certainty`, nor where fewer than two documents'
/// years are known. Source: Fisher's exact test, one-sided.
[[nodiscard]] std::vector<DriftChange> changes_in(const Drift& drift);
inline constexpr double least_certainty = 0.95;

}  // namespace hexapla
