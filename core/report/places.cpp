#include "report/places.hpp"

#include <algorithm>
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

Places places_of(std::span<const AlignedUnit> units, std::span<const Finding> findings) {
  return Placer(units).place({findings.begin(), findings.end()});
}

}  // namespace hexapla
