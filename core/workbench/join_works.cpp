#include "workbench/join_works.hpp"

#include "exchange/shared_names.hpp"
#include "format/stable_hash.hpp"
#include "term/termbase_builder.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace hexapla {
namespace {

/// Ids of rows by the hash of their text in the shared language.
using RowsOfText = std::unordered_map<std::uint64_t, std::vector<std::int64_t>>;

std::string shared_text(const TranslationUnit& unit, Language through) {
  const Variant* const variant = variant_in(unit, through);
  return variant == nullptr ? std::string() : tidied(variant->text);
}

/// True for a row that has something to join: the shared text, and another language.
bool has_renderings(const StoredUnit& stored, Language through) {
  return stored.verdict != Verdict::rejected && stored.unit.variants.size() > 1 &&
         !is_obsolete(stored.unit) && !shared_text(stored.unit, through).empty();
}

/// True when both say the same in each language but for white space.
bool say_the_same(const TranslationUnit& one, const TranslationUnit& other) {
  return std::ranges::is_permutation(
      one.variants, other.variants, [](const Variant& mine, const Variant& theirs) {
        return mine.language == theirs.language && tidied(mine.text) == tidied(theirs.text);
      });
}

class Joiner {
 public:
  Joiner(const Store& store, const WorkJoin& join) : store_(store), join_(join) {
    read(join.first, first_);
    read(join.second, second_);
  }

  JoinCounts hand_on(const std::function<void(const TranslationUnit&)>& take,
                     const std::function<void(const AmbiguousText&)>& tell) {
    store_.each_unit({join_.first}, [&](const StoredUnit& stored) {
      if (has_renderings(stored, join_.through)) join_row(stored, take, tell);
      return true;
    });
    for (const auto& [hash, rows] : second_)
      if (!first_.contains(hash)) counts_.second_alone += rows.size();
    return counts_;
  }

 private:
  void read(std::int64_t work, RowsOfText& rows) const {
    store_.each_unit({work}, [&](const StoredUnit& stored) {
      if (has_renderings(stored, join_.through))
        rows[stable_hash(shared_text(stored.unit, join_.through))].push_back(stored.row);
      return true;
    });
  }

  /// The rows of one text that differ from each other.
  [[nodiscard]] std::vector<TranslationUnit> renderings(
      const std::vector<std::int64_t>& rows, const std::string& text) const {
    constexpr std::size_t most = 100;  // a heading may be there a million times
    std::vector<TranslationUnit> different;
    for (const std::int64_t row : rows) {
      if (different.size() == most) break;
      TranslationUnit unit = store_.unit(row).unit;
      const bool is_new = std::ranges::none_of(
          different,
          [&](const TranslationUnit& known) { return say_the_same(known, unit); });
      if (shared_text(unit, join_.through) == text && is_new)
        different.push_back(std::move(unit));
    }
    return different;
  }

  void join_row(const StoredUnit& stored,
                const std::function<void(const TranslationUnit&)>& take,
                const std::function<void(const AmbiguousText&)>& tell) {
    const std::string text = shared_text(stored.unit, join_.through);
    const std::uint64_t hash = stable_hash(text);
    const auto partners = second_.find(hash);
    if (partners == second_.end()) {
      ++counts_.first_alone;
      return;
    }
    const std::vector<std::int64_t>& rows = first_.at(hash);
    if (rows.front() != stored.row) return;  // its first row stood for all
    AmbiguousText found{text, renderings(rows, text), renderings(partners->second, text)};
    if (found.second.empty()) {
      ++counts_.first_alone;
    } else if (found.first.size() > 1 || found.second.size() > 1 ||
               contradict(found.first.front(), found.second.front())) {
      ++counts_.ambiguous;
      tell(found);
    } else {
      ++counts_.joined;
      take(joined(std::move(found.first.front()), found.second.front()));
    }
  }

  /// True when both render the text into one language, and not in the same way.
  [[nodiscard]] bool contradict(const TranslationUnit& one,
                                const TranslationUnit& other) const {
    return std::ranges::any_of(other.variants, [&](const Variant& theirs) {
      const auto mine =
          std::ranges::find(one.variants, theirs.language, &Variant::language);
      return mine != one.variants.end() && theirs.language != join_.through &&
             tidied(mine->text) != tidied(theirs.text);
    });
  }

  [[nodiscard]] TranslationUnit joined(TranslationUnit unit,
                                       const TranslationUnit& other) const {
    const Variant* const shared = variant_in(other, join_.through);
    for (const Variant& variant : other.variants)
      if (&variant != shared &&
          std::ranges::find(unit.variants, variant.language, &Variant::language) ==
              unit.variants.end())
        unit.variants.push_back(variant);
    unit.confidence = std::min(unit.confidence, other.confidence);
    if (other.state != UnitState::unknown)
      unit.state = unit.state == UnitState::unknown ? other.state
                                                    : std::min(unit.state, other.state);
    std::erase_if(unit.properties, is_raw);
    return unit;
  }

  const Store& store_;
  const WorkJoin& join_;
  RowsOfText first_;
  RowsOfText second_;
  JoinCounts counts_;
};

}  // namespace

JoinCounts join_works(const Store& store, const WorkJoin& join,
                      const std::function<void(const TranslationUnit&)>& take,
                      const std::function<void(const AmbiguousText&)>& tell) {
  return Joiner(store, join).hand_on(take, tell);
}

}  // namespace hexapla
