#include "report/places.hpp"

#include "format/html_text.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace hexapla {
namespace {

/// A segment in the table.
struct Seat {
  std::uint32_t row = 0;
  std::uint32_t column = 0;  ///< Among the unit's cells.
  ByteRange range;           ///< In Cell::text.
};

using Seats = std::map<std::pair<Language, std::uint32_t>, Seat>;

Seats seats_in(std::span<const AlignedUnit> units) {
  Seats seats;
  for (std::uint32_t row = 0; row < units.size(); ++row)
    for (std::uint32_t column = 0; column < units[row].cells.size(); ++column) {
      const Cell& cell = units[row].cells[column];
      for (const Piece& piece : cell.pieces)
        seats.emplace(std::pair(cell.language, piece.segment),
                      Seat{row, column, piece.range});
    }
  return seats;
}

const Seat* seat_of(const Seats& seats, const Spot& spot) {
  const auto found = seats.find({spot.language, spot.segment});
  return found == seats.end() ? nullptr : &found->second;
}

/// Where a finding is met when reading row by row; those without a place come last.
auto reading_order(const Seats& seats, const Finding& finding) {
  const Seat* seat =
      finding.target.empty() ? nullptr : seat_of(seats, finding.target.front());
  if (seat == nullptr) return std::tuple(UINT32_MAX, UINT32_MAX, std::size_t{0});
  return std::tuple(seat->row, seat->column,
                    seat->range.begin + finding.target.front().range.begin);
}

/// `range` of a segment moved to where the segment stands, cut to its end; an empty one
/// becomes the whole segment.
ByteRange moved(ByteRange range, ByteRange segment) {
  const ByteRange there{std::min(segment.begin + range.begin, segment.end),
                        std::min(segment.begin + range.end, segment.end)};
  return there.empty() ? segment : there;
}

class Placer {
 public:
  explicit Placer(std::span<const AlignedUnit> units) : seats_(seats_in(units)) {}

  Places place(std::vector<Finding> findings) {
    std::ranges::stable_sort(findings, {}, [&](const Finding& finding) {
      return reading_order(seats_, finding);
    });
    for (Finding& finding : findings)
      place_one(std::move(finding));
    return std::move(places_);
  }

 private:
  void place_one(Finding finding) {
    const auto number = static_cast<std::uint32_t>(places_.findings.size());
    std::optional<CellKey> first;
    for (const Spot& spot : finding.target)
      if (const Seat* seat = seat_of(seats_, spot)) {
        add(*seat, spot, {{}, number, true, !first, false});
        if (!first) first = CellKey(seat->row, spot.language);
      }
    for (const Spot& spot : finding.source)
      if (const Seat* seat = seat_of(seats_, spot))
        add(*seat, spot, {{}, number, false, false, false});
    places_.findings.push_back({std::move(finding), first});
  }

  void add(const Seat& seat, const Spot& spot, Mark mark) {
    mark.range = moved(spot.range, seat.range);
    mark.is_whole = mark.range == seat.range;
    places_.marks[{seat.row, spot.language}].push_back(mark);
  }

  Seats seats_;
  Places places_;
};

}  // namespace

std::string Places::to_row(std::uint32_t row, std::uint32_t number) const {
  const auto on = std::ranges::find_if(pages, [&](const ReportPage& candidate) {
    return candidate.first_row <= row && row < candidate.last_row;
  });
  const bool is_here = on == pages.end() || &*on == &here();
  return (is_here ? std::string() : escaped(on->file)) + "#row-" + std::to_string(number);
}

std::string Places::to_place(std::size_t finding) const {
  const auto on = std::ranges::find_if(pages, [&](const ReportPage& candidate) {
    return candidate.first <= finding && finding < candidate.last;
  });
  const bool is_here = on == pages.end() || &*on == &here();
  return (is_here ? std::string() : escaped(on->file)) + "#place-" +
         std::to_string(finding + 1);
}

void cut_into_pages(Places& places, std::uint32_t rows, std::size_t most,
                    const std::function<std::string(std::size_t)>& file_of) {
  const auto row_of = [&](std::size_t finding) {
    const auto& cell = places.findings[finding].cell;
    return cell ? cell->first : rows;
  };
  places.pages.clear();
  const auto count = static_cast<std::uint32_t>(places.findings.size());
  ReportPage page{file_of(0), 0, rows, 0, count};
  std::uint32_t of_row = 0;  // the first finding of the row that is looked at
  for (std::uint32_t finding = 0; finding < count; ++finding) {
    if (finding == 0 || row_of(finding) != row_of(finding - 1)) of_row = finding;
    if (finding - page.first < most || of_row == page.first || row_of(finding) >= rows)
      continue;
    ReportPage next{file_of(places.pages.size() + 1), row_of(of_row), rows, of_row, count};
    page.last_row = next.first_row;
    page.last = of_row;
    places.pages.push_back(std::exchange(page, std::move(next)));
  }
  places.pages.push_back(std::move(page));
}

FindingKind kind_of(const Finding& finding) {
  return {finding.severity, finding.rule,
          finding.target.empty() ? Language() : finding.target.front().language};
}

std::vector<FindingKind> kinds_in(const Places& places) {
  std::set<FindingKind> kinds;
  for (const PlacedFinding& placed : places.findings)
    kinds.insert(kind_of(placed.finding));
  return {kinds.begin(), kinds.end()};
}

std::string classes_of(const Finding& finding) {
  const auto [severity, rule, language] = kind_of(finding);
  return std::string(name_of(severity)) + " r-" + std::string(name_of(rule)) + " l-" +
         std::string(language.tag());
}

Places places_of(std::span<const AlignedUnit> units, std::span<const Finding> findings) {
  return Placer(units).place({findings.begin(), findings.end()});
}

}  // namespace hexapla
