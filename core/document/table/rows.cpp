#include "document/table/rows.hpp"

#include "document/table/heads.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hexapla {
namespace {

// Of the font size: lines of one paragraph stand no farther apart.
constexpr double single_spaced = 1.3;
// Of the least pitch: rows that stand apart are farther from each other.
constexpr double loose_pitch = 1.2;
// Of the lines below another: how many begin a row, where space tells rows.
constexpr double spaced_share = .15;
constexpr double fewest_spaced = .05;  // where lines in lower case show that cells are long
// Of the close lines: how many have figures below others, at most, where space tells rows:
// numbers don't go on in the next line.
constexpr double stacked_share = .3;
// Of the close lines: how many look like whole rows at most, where space tells rows.
constexpr double whole_share = .4;

double pitch_between(const TableLine& above, const TableLine& line) {
  return line.top - above.top;
}

/// The columns that have a figure.
std::set<std::uint32_t> figures_of(const TableLine& line,
                                   const std::vector<std::uint32_t>& columns) {
  std::set<std::uint32_t> figures;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i] > 1 && line.pieces[i].figure) figures.insert(columns[i]);
  return figures;
}

/// It has a label, and something else, both of which may begin a row.
bool is_whole(const TableLine& line, const std::vector<std::uint32_t>& columns) {
  return columns.size() > 1 && columns.front() == 1 && !line.pieces[0].lower_start &&
         std::ranges::any_of(std::span(line.pieces).subspan(1),
                             [](const TablePiece& piece) { return !piece.lower_start; });
}

/// Tells for lines that stand no farther apart than others whether they go on with the row.
class RowReader {
 public:
  /// Whether `line` belongs to the row that is being read.
  [[nodiscard]] bool goes_on(const TableLine& line,
                             const std::vector<std::uint32_t>& columns) const {
    const bool has_label = columns.front() == 1;
    bool repeats = false;
    bool all_figures = true;
    for (std::size_t i = has_label ? 1 : 0; i < columns.size(); ++i) {
      repeats = repeats || (filled_.contains(columns[i]) && !line.pieces[i].lower_start);
      all_figures = all_figures && line.pieces[i].figure;
    }
    if (!has_label) return !(all_figures && repeats);
    return line.pieces.front().lower_start && !repeats;
  }

  /// Whether a piece of `line` is right below another of its column.
  [[nodiscard]] bool is_close(const TableLine& line,
                              const std::vector<std::uint32_t>& columns) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto above = tops_.find(columns[i]);
      if (above != tops_.end() &&
          line.pieces[i].top - above->second <= single_spaced * line.size)
        return true;
    }
    return false;
  }

  void start() {
    filled_.clear();
    tops_.clear();
  }
  void add(const TableLine& line, const std::vector<std::uint32_t>& columns) {
    filled_.insert(columns.begin(), columns.end());
    for (std::size_t i = 0; i < columns.size(); ++i)
      tops_[columns[i]] = line.pieces[i].top;
  }

 private:
  std::set<std::uint32_t> filled_;        ///< The columns that the row has something in.
  std::map<std::uint32_t, double> tops_;  ///< Of the last piece in each.
};

}  // namespace

bool TablePitch::is_loose(const TableLine& above, const TableLine& line) const {
  const double pitch = pitch_between(above, line);
  return pitch > loose_pitch * least && pitch > single_spaced * line.size;
}

TablePitch pitch_of(std::span<const TableLine> lines,
                    std::span<const std::vector<std::uint32_t>> columns) {
  TablePitch pitch;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double here = pitch_between(lines[i - 1], lines[i]);
    if (here > 0) pitch.least = pitch.least > 0 ? std::min(pitch.least, here) : here;
  }
  if (lines.size() < 2) return pitch;
  std::size_t loose = 0;
  std::size_t close = 0;
  std::size_t stacked = 0;
  std::size_t whole = 0;
  std::set<std::uint32_t> above = figures_of(lines.front(), columns.front());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::set<std::uint32_t> figures = figures_of(lines[i], columns[i]);
    if (pitch.is_loose(lines[i - 1], lines[i])) {
      ++loose;
      above = figures;
      continue;
    }
    ++close;
    if (std::ranges::any_of(figures, [&](auto column) { return above.contains(column); }))
      ++stacked;
    above.insert(figures.begin(), figures.end());
    if (is_whole(lines[i - 1], columns[i - 1]) && is_whole(lines[i], columns[i])) ++whole;
  }
  const bool cased = std::ranges::any_of(lines, [](const TableLine& line) {
    return std::ranges::any_of(line.pieces, &TablePiece::lower_start);
  });
  const double share = static_cast<double>(loose) / static_cast<double>(loose + close);
  const bool long_cells =
      cased && static_cast<double>(whole) <= whole_share * static_cast<double>(close);
  pitch.spaced =
      loose > 0 &&
      static_cast<double>(stacked) <= stacked_share * static_cast<double>(close) &&
      share >= (long_cells ? fewest_spaced : spaced_share);
  return pitch;
}

namespace {

/// The row of each line, from 1.
std::vector<std::uint32_t> rows_of_lines(
    std::span<const TableLine> lines, std::span<const std::vector<std::uint32_t>> columns) {
  const std::vector<bool> ends = ends_of_head_levels(lines, columns);
  const auto last = std::find(ends.rbegin(), ends.rend(), true);
  const auto head = static_cast<std::size_t>(ends.rend() - last);
  const TablePitch pitch = pitch_of(lines.subspan(head), columns.subspan(head));
  std::vector<std::uint32_t> rows;
  RowReader reader;
  for (std::size_t i = 0; i < head; ++i)
    rows.push_back(i == 0 ? 1 : rows.back() + (ends[i - 1] ? 1 : 0));
  for (std::size_t i = head; i < lines.size(); ++i) {
    const bool apart = i > head && pitch.is_loose(lines[i - 1], lines[i]) &&
                       !(pitch.spaced && reader.is_close(lines[i], columns[i]));
    const bool goes_on =
        i > head && !apart && (pitch.spaced || reader.goes_on(lines[i], columns[i]));
    if (!goes_on) reader.start();
    reader.add(lines[i], columns[i]);
    rows.push_back(rows.empty() ? 1 : rows.back() + (goes_on ? 0 : 1));
  }
  return rows;
}

/// Finds where a row goes on with a figure of its own beside a remark of its own, though
/// its label stands beside all of them.
class PartReader {
 public:
  /// Of the row so far.
  [[nodiscard]] std::uint32_t parts() const { return parts_; }

  [[nodiscard]] bool starts_part(const TableLine& line,
                                 const std::vector<std::uint32_t>& columns) const {
    if (!labelled_) return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto above = tops_.find(columns[i]);
      if (columns[i] == 1 || !line.pieces[i].figure || above == tops_.end() ||
          line.pieces[i].top - above->second <= single_spaced * line.size)
        continue;
      for (std::size_t other = i + 1; other < columns.size(); ++other)
        if (columns[other] > columns[i] && !line.pieces[other].lower_start) return true;
    }
    return false;
  }

  /// A head has its label, if any, in its last line.
  void start_row(bool labelled) {
    tops_.clear();
    parts_ = 0;
    labelled_ = labelled;
  }
  void add(const TableLine& line, const std::vector<std::uint32_t>& columns, bool part) {
    if (part) ++parts_;
    for (std::size_t i = 0; i < columns.size(); ++i)
      tops_[columns[i]] = line.pieces[i].top;
  }

 private:
  std::map<std::uint32_t, double> tops_;  ///< Of the last piece in each column.
  std::uint32_t parts_ = 0;
  bool labelled_ = false;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> rows_of(
    std::span<const TableLine> lines, std::span<const std::vector<std::uint32_t>> columns) {
  const std::vector<std::uint32_t> of_lines = rows_of_lines(lines, columns);
  std::vector<std::vector<std::uint32_t>> rows;
  PartReader reader;
  std::uint32_t parts = 0;  // of the rows above
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool new_row = i == 0 || of_lines[i] != of_lines[i - 1];
    if (new_row) {
      parts += reader.parts();
      reader.start_row(columns[i].front() == 1);
    }
    reader.add(lines[i], columns[i], !new_row && reader.starts_part(lines[i], columns[i]));
    rows.emplace_back();
    for (const std::uint32_t column : columns[i])
      rows.back().push_back(of_lines[i] + parts + (column > 1 ? reader.parts() : 0));
  }
  return rows;
}

}  // namespace hexapla
