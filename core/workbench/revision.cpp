#include "workbench/revision.hpp"

#include "align/aligned_unit.hpp"
#include "corpus/unique_texts.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

namespace hexapla {
namespace {

using Texts = std::span<const std::string_view>;
using Places = std::vector<std::uint32_t>;

/// What a text says, whatever its case, marks and blanks.
std::vector<std::string> said_words(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : words_of(text))
    if (word.kind != WordKind::punctuation) words.push_back(folded(word.range.of(text)));
  return words;
}

/// Those in the order of their letters.
std::vector<std::string> sorted_words(std::string_view text) {
  std::vector<std::string> words = said_words(text);
  std::ranges::sort(words);
  return words;
}

/// Twice the words in common over all, of sorted words.
double likeness_of(const std::vector<std::string>& one,
                   const std::vector<std::string>& other) {
  if (one.empty() && other.empty()) return 1;
  std::vector<std::string> common;
  std::ranges::set_intersection(one, other, std::back_inserter(common));
  return 2 * static_cast<double>(common.size()) /
         static_cast<double>(one.size() + other.size());
}

struct Stretch {
  std::uint32_t old_first = 0;
  std::uint32_t old_last = 0;
  std::uint32_t new_first = 0;
  std::uint32_t new_last = 0;
};

class Revision {
 public:
  Revision(Texts before, Texts after)
      : before_(before), after_(after), places_(before.size(), no_segment) {}

  Places run() {
    keep({0, static_cast<std::uint32_t>(before_.size()), 0,
          static_cast<std::uint32_t>(after_.size())});
    return std::move(places_);
  }

 private:
  /// What stands once in both and in the same order stays; so do equal neighbours. Between
  /// these the same again, and what is then left is compared.
  void keep(Stretch stretch) {
    while (stretch.old_first < stretch.old_last && stretch.new_first < stretch.new_last &&
           before_[stretch.old_first] == after_[stretch.new_first])
      places_[stretch.old_first++] = stretch.new_first++;
    while (stretch.old_first < stretch.old_last && stretch.new_first < stretch.new_last &&
           before_[stretch.old_last - 1] == after_[stretch.new_last - 1])
      places_[--stretch.old_last] = --stretch.new_last;
    if (stretch.old_first == stretch.old_last || stretch.new_first == stretch.new_last)
      return;
    const auto fixed = unique_in_order(
        before_.subspan(stretch.old_first, stretch.old_last - stretch.old_first),
        after_.subspan(stretch.new_first, stretch.new_last - stretch.new_first));
    if (fixed.empty()) return compare(stretch);
    Stretch gap = stretch;
    for (const UniqueText& text : fixed) {
      const std::uint32_t old_place = stretch.old_first + text.before;
      const std::uint32_t new_place = stretch.new_first + text.after;
      gap.old_last = old_place;
      gap.new_last = new_place;
      keep(gap);
      places_[old_place] = new_place;
      gap.old_first = old_place + 1;
      gap.new_first = new_place + 1;
    }
    gap.old_last = stretch.old_last;
    gap.new_last = stretch.new_last;
    keep(gap);
  }

  /// The alignment with the most likeness; segments that share less than a third of their
  /// words are not the same.
  void compare(const Stretch& stretch) {
    constexpr double least_alike = .34;
    constexpr std::size_t most_cells = 4'000'000;  // of a table: 64 MB
    const std::size_t rows = stretch.old_last - stretch.old_first;
    const std::size_t columns = stretch.new_last - stretch.new_first;
    if (rows * columns > most_cells) return;
    std::vector<std::vector<std::string>> news;
    for (std::size_t column = 0; column < columns; ++column)
      news.push_back(sorted_words(after_[stretch.new_first + column]));
    std::vector<double> best((rows + 1) * (columns + 1), 0);
    std::vector<double> alike(rows * columns, 0);
    const auto cell = [&](std::size_t row, std::size_t column) -> double& {
      return best[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;) {
      const auto words = sorted_words(before_[stretch.old_first + row]);
      for (std::size_t column = columns; column-- > 0;) {
        const double likeness = likeness_of(words, news[column]);
        alike[row * columns + column] = likeness;
        cell(row, column) = std::max(cell(row + 1, column), cell(row, column + 1));
        if (likeness >= least_alike)
          cell(row, column) =
              std::max(cell(row, column), cell(row + 1, column + 1) + likeness);
      }
    }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
      const double likeness = alike[row * columns + column];
      if (likeness >= least_alike &&
          cell(row, column) == cell(row + 1, column + 1) + likeness) {
        places_[stretch.old_first + row++] =
            stretch.new_first + static_cast<std::uint32_t>(column++);
      } else if (cell(row, column) == cell(row + 1, column)) {
        ++row;
      } else {
        ++column;
      }
    }
  }

  Texts before_;
  Texts after_;
  Places places_;
};

std::vector<std::string_view> texts_of(const SegmentedDocument& document) {
  std::vector<std::string_view> texts;
  for (const Segment& segment : document.segments)
    texts.push_back(document.text_of(segment));
  return texts;
}

const SegmentedDocument* version_of(const Multitext& multitext, Language language) {
  const auto found = std::ranges::find_if(multitext.documents, [&](const auto& version) {
    return version.document.language == language;
  });
  return found == multitext.documents.end() ? nullptr : &*found;
}

/// The row of each segment of a document.
Places rows_of_segments(const Multitext& multitext, std::size_t document) {
  Places rows(multitext.documents[document].segments.size());
  for (std::uint32_t row = 0; row < multitext.rows.size(); ++row) {
    const SegmentRun& run = multitext.rows[row].runs[document];
    for (auto segment = run.first; segment < run.last; ++segment)
      rows[segment] = row;
  }
  return rows;
}

/// Rows of both revisions, joined where a segment of one has become one of the other.
class RowGroups {
 public:
  RowGroups(const Multitext& before, const Multitext& after)
      : olds_(before.rows.size()), group_(before.rows.size() + after.rows.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (std::size_t old_place = 0; old_place < before.documents.size(); ++old_place)
      for (std::size_t new_place = 0; new_place < after.documents.size(); ++new_place)
        if (before.documents[old_place].document.language ==
            after.documents[new_place].document.language)
          join(before, old_place, after, new_place);
  }

  /// Rows by group, old ones first, in the order of the new revision; groups without a new
  /// row come after the group of the old row before them.
  [[nodiscard]] std::vector<RevisedRow> in_order() {
    std::map<std::size_t, RevisedRow> groups;
    for (std::size_t row = 0; row < group_.size(); ++row) {
      RevisedRow& group = groups[root_of(row)];
      auto& side = row < olds_ ? group.before : group.after;
      side.push_back(static_cast<std::uint32_t>(row < olds_ ? row : row - olds_));
    }
    std::vector<std::pair<double, RevisedRow>> placed;
    std::vector<double> place_of_old(olds_, -1);
    for (auto& [root, group] : groups) {
      if (group.after.empty()) continue;
      for (const std::uint32_t old_row : group.before)
        place_of_old[old_row] = group.after.front();
    }
    double last = -1;
    for (double& place : place_of_old)
      last = place = place < 0 ? last + 1e-6 : place;
    for (auto& [root, group] : groups) {
      const double place =
          group.after.empty() ? place_of_old[group.before.front()] : group.after.front();
      placed.emplace_back(place, std::move(group));
    }
    std::ranges::stable_sort(placed, {}, &std::pair<double, RevisedRow>::first);
    std::vector<RevisedRow> rows;
    for (auto& [place, group] : placed)
      rows.push_back(std::move(group));
    return rows;
  }

 private:
  void join(const Multitext& before, std::size_t old_document, const Multitext& after,
            std::size_t new_document) {
    const auto old_texts = texts_of(before.documents[old_document]);
    const auto new_texts = texts_of(after.documents[new_document]);
    const Places places = revised_places(old_texts, new_texts);
    const Places old_rows = rows_of_segments(before, old_document);
    const Places new_rows = rows_of_segments(after, new_document);
    for (std::size_t segment = 0; segment < places.size(); ++segment)
      if (places[segment] != no_segment)
        group_[root_of(old_rows[segment])] = root_of(olds_ + new_rows[places[segment]]);
  }

  std::size_t root_of(std::size_t row) {
    while (group_[row] != row)
      row = group_[row] = group_[group_[row]];
    return row;
  }

  std::size_t olds_;
  std::vector<std::size_t> group_;  ///< Old rows, then new ones; a forest.
};

std::string text_in(const std::vector<AlignedUnit>& units,
                    const std::vector<std::uint32_t>& rows, Language language) {
  std::string text;
  for (const std::uint32_t row : rows)
    for (const Cell& cell : units[row].cells)
      if (cell.language == language)
        text += (text.empty() || language.spaceless() ? "" : " ") + cell.text;
  return text;
}

CellChange change_of(const std::string& before, const std::string& after) {
  if (before == after) return CellChange::same;
  if (before.empty()) return CellChange::added;
  if (after.empty()) return CellChange::removed;
  return said_words(before) == said_words(after) ? CellChange::marks : CellChange::words;
}

bool says_else(CellChange change) {
  return change == CellChange::words || change == CellChange::added ||
         change == CellChange::removed;
}

/// Languages of the new revision in their order, then those of the old one that are gone.
std::vector<Language> languages_of_both(const Multitext& before, const Multitext& after) {
  std::vector<Language> languages;
  for (const Multitext* const side : {&after, &before})
    for (const SegmentedDocument& version : side->documents)
      if (std::ranges::find(languages, version.document.language) == languages.end())
        languages.push_back(version.document.language);
  return languages;
}

}  // namespace

std::string_view name_of(CellChange change) noexcept {
  constexpr std::array<std::string_view, 6> names{"same",  "marks",   "words",
                                                  "added", "removed", "missing"};
  return names.at(static_cast<std::size_t>(change));
}

std::vector<Language> RevisedRow::not_followed(Language source) const {
  const auto of_source = std::ranges::find(cells, source, &RevisedCell::language);
  std::vector<Language> languages;
  if (of_source == cells.end() || !says_else(of_source->change)) return languages;
  for (const RevisedCell& cell : cells)
    if (cell.change == CellChange::same || cell.change == CellChange::marks)
      languages.push_back(cell.language);
  return languages;
}

std::vector<Language> RevisedRow::alone(Language source) const {
  const auto of_source = std::ranges::find(cells, source, &RevisedCell::language);
  std::vector<Language> languages;
  if (of_source == cells.end() || says_else(of_source->change) ||
      of_source->change == CellChange::missing)
    return languages;
  for (const RevisedCell& cell : cells)
    if (says_else(cell.change)) languages.push_back(cell.language);
  return languages;
}

std::vector<std::uint32_t> revised_places(std::span<const std::string_view> before,
                                          std::span<const std::string_view> after) {
  return Revision(before, after).run();
}

std::vector<RevisedRow> revised_rows(const Multitext& before, const Multitext& after) {
  const auto old_units = units_of_rows(before);
  const auto new_units = units_of_rows(after);
  const auto languages = languages_of_both(before, after);
  std::vector<RevisedRow> changed;
  for (RevisedRow& row : RowGroups(before, after).in_order()) {
    for (const Language language : languages) {
      RevisedCell cell{language, CellChange::missing, {}, {}};
      cell.before = text_in(old_units, row.before, language);
      cell.after = text_in(new_units, row.after, language);
      if (version_of(before, language) != nullptr && version_of(after, language) != nullptr)
        cell.change = change_of(cell.before, cell.after);
      row.cells.push_back(std::move(cell));
    }
    const bool is_same = std::ranges::all_of(row.cells, [](const RevisedCell& cell) {
      return cell.change == CellChange::same || cell.change == CellChange::missing;
    });
    if (!is_same) changed.push_back(std::move(row));
  }
  return changed;
}

}  // namespace hexapla
