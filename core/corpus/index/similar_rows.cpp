#include "corpus/index/similar_rows.hpp"

#include "corpus/index/row_filter.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/index/search_rows.hpp"
#include "corpus/index/search_texts.hpp"
#include "corpus/tables/units.hpp"
#include "search/similarity.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t all = 100;  // percent

/// What of the sentence the index can count in rows: its words, each as a query's part;
/// pairs of Chinese characters. Numbers are not: they all count as the same.
struct Features {
  Query query;                     ///< Each of them once.
  std::vector<std::size_t> times;  ///< How often, by the part of the query.
  std::size_t sum = 0;             ///< Of times.
  std::size_t words = 0;           ///< Of the sentence.
  std::size_t lost_by_edit = 1;    ///< At most, by a word that is changed.

  /// The best score that a row can have which shares `shared` of them: of the lost ones
  /// each `lost_by_edit` cost an edit e, and a text longer by k words costs k; the best is
  /// k = e, so n / (n + e).
  [[nodiscard]] std::size_t best_score(std::size_t shared) const {
    const std::size_t lost = sum - std::min(shared, sum);
    return all * words / (words + (lost + lost_by_edit - 1) / lost_by_edit);
  }
  /// The least number of shared ones with which a row may have the score `least`.
  [[nodiscard]] std::size_t needed(std::size_t least) const {
    std::size_t shared = 0;
    while (shared < sum && best_score(shared) < least)
      ++shared;
    return shared;
  }
};

Features features_of(const SimilarSentence& sentence) {
  Features features;
  const auto& forms = sentence.forms();
  features.words = forms.size();
  std::map<std::string, std::size_t> parts;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind == WordKind::digits) continue;
    QueryPart part{{{forms[i].form, forms[i].kind, WordMatch::exact}}, {}, 0};
    std::string name = forms[i].form;
    if (forms[i].kind == WordKind::han) {
      features.lost_by_edit = 2;
      if (i + 1 == forms.size() || forms[i + 1].kind != WordKind::han) continue;
      part.words.push_back({forms[i + 1].form, WordKind::han, WordMatch::exact});
      name += forms[i + 1].form;
    }
    ++features.sum;
    const auto [known, is_new] = parts.emplace(name, features.times.size());
    if (is_new) {
      features.query.parts.push_back(std::move(part));
      features.times.push_back(1);
    } else {
      ++features.times[known->second];
    }
  }
  return features;
}

struct Candidate {
  std::int64_t row = 0;
  std::size_t shared = 0;
};

/// The rows of one portion that share enough features with the sentence.
class SharingRows {
 public:
  SharingRows(PostingLists& lists, const Features& features, std::vector<WordSlot> slots)
      : lists_(lists), features_(features), slots_(std::move(slots)) {}

  void add_to(std::vector<Candidate>& candidates, std::size_t needed) {
    // A row without any of the rarest ones can't have enough of the rest.
    std::size_t rarest = 0;
    for (std::size_t rest = sum_from(0); rarest < slots_.size() && rest >= needed; ++rarest)
      rest -= times(slots_[rarest]);
    for (std::int64_t row = nearest(rarest, 1); row != no_row;
         row = nearest(rarest, row + 1)) {
      std::size_t shared = 0;
      std::size_t rest = sum_from(0);
      for (WordSlot& slot : slots_) {
        if (shared + rest < needed) break;
        rest -= times(slot);
        if (slot.seek(lists_, row) == row) shared += times(slot);
      }
      if (shared >= needed) candidates.push_back({row, shared});
    }
  }

 private:
  [[nodiscard]] std::size_t times(const WordSlot& slot) const {
    return features_.times[slot.part()];
  }
  [[nodiscard]] std::size_t sum_from(std::size_t first) const {
    std::size_t sum = 0;
    for (std::size_t i = first; i < slots_.size(); ++i)
      sum += times(slots_[i]);
    return sum;
  }
  std::int64_t nearest(std::size_t rarest, std::int64_t target) {
    std::int64_t row = no_row;
    for (std::size_t i = 0; i < rarest; ++i)
      row = std::min(row, slots_[i].seek(lists_, target));
    return row;
  }

  PostingLists& lists_;
  const Features& features_;
  std::vector<WordSlot> slots_;
};

/// Candidates, those that share most first.
std::vector<Candidate> candidates_for(const sqlite::Connection& connection,
                                      const Features& features,
                                      const SimilarSearch& search) {
  std::vector<Candidate> candidates;
  const std::size_t needed = features.needed(search.least);
  PostingLists lists(connection);
  sqlite::Statement portion(connection, "SELECT id FROM search_portion ORDER BY first, id");
  const auto languages = languages_of_search(connection, search.language);
  while (needed > 0 && portion.step())
    for (const NumberedLanguage& language : languages)
      SharingRows(lists, features,
                  word_slots(features.query, lists, portion.integer(0), language))
          .add_to(candidates, needed);
  // Too short a sentence shares too little: every row is read, as are those not indexed.
  sqlite::Statement rest(connection, "SELECT id FROM row WHERE id > ? ORDER BY id");
  rest.bind(1, needed > 0 ? last_indexed_row(connection) : 0);
  while (rest.step())
    candidates.push_back({rest.integer(0), features.sum});
  std::ranges::sort(candidates, {}, &Candidate::row);
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::shared);
  return candidates;
}

struct Scored {
  std::uint32_t score = 0;
  std::int64_t row = 0;
  std::size_t variant = 0;
};

bool is_better(const Scored& one, const Scored& other) {
  return std::pair(-static_cast<std::int64_t>(one.score), one.row) <
         std::pair(-static_cast<std::int64_t>(other.score), other.row);
}

}  // namespace

std::vector<SimilarHit> similar_rows(const sqlite::Connection& connection,
                                     const SimilarSearch& search) {
  const SimilarSentence sentence(search.sentence);
  const Features features = features_of(sentence);
  RowChecker checker(connection, search.filter);
  SearchTexts texts(connection);
  std::vector<Scored> best;  // a heap, the worst first
  std::int64_t before = 0;
  for (const Candidate& candidate : candidates_for(connection, features, search)) {
    const bool full = best.size() >= search.most;
    if (full && features.best_score(candidate.shared) < best.front().score) break;
    if (candidate.row == std::exchange(before, candidate.row)) continue;
    if (!checker.passes(candidate.row)) continue;
    Scored scored{0, candidate.row, 0};
    const std::vector<SearchText> row = texts.of_row(candidate.row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!is_form_of(row[i].language, search.language)) continue;
      const std::uint32_t score = sentence.score(row[i].text, search.least);
      if (score > scored.score) scored = {score, candidate.row, i};
    }
    if (scored.score < search.least) continue;
    best.push_back(scored);
    std::ranges::push_heap(best, is_better);
    if (best.size() <= search.most) continue;
    std::ranges::pop_heap(best, is_better);
    best.pop_back();
  }
  std::ranges::sort(best, is_better);
  std::vector<SimilarHit> hits;
  for (const Scored& scored : best)
    hits.push_back({read_unit(connection, scored.row), scored.variant, scored.score});
  return hits;
}

}  // namespace hexapla
