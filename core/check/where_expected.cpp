#include "check/parsed_cell.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace hexapla {
namespace {

/// Something that stands once on either side: a place where the two texts touch.
struct Anchor {
  std::size_t source = 0;  ///< Byte offset.
  std::size_t target = 0;
};

/// What stands once in a side, by what it is called there.
std::map<std::string, std::size_t> landmarks_of(const ParsedCell& side) {
  std::map<std::string, std::size_t> places;
  std::map<std::string, int> times;
  const auto add = [&](const std::string& name, std::size_t at) {
    places[name] = at;
    ++times[name];
  };
  for (const Number& number : side.numbers)
    add("number " + number.value, number.range.begin);
  for (const Date& date : side.dates)
    if (date.day)
      add("date " + std::to_string(date.month) + ' ' + std::to_string(*date.day),
          date.range.begin);
  for (const TermHit& hit : side.hits)
    add("concept " + std::to_string(hit.concept_index), hit.range.begin);
  for (const ByteRange mark : side.marks)
    add("mark " + std::string(side.at(mark)), mark.begin);
  std::erase_if(places, [&](const auto& place) { return times[place.first] > 1; });
  return places;
}

std::vector<Anchor> anchors_of(const CellPair& pair) {
  const auto targets = landmarks_of(pair.target);
  std::vector<Anchor> anchors;
  for (const auto& [name, at] : landmarks_of(pair.source))
    if (const auto other = targets.find(name); other != targets.end())
      anchors.push_back({at, other->second});
  return anchors;
}

/// The piece that holds byte `at` of the cell.
std::size_t piece_at(const Cell& cell, std::size_t at) {
  const auto piece = std::ranges::find_if(
      cell.pieces, [&](const Piece& one) { return at < one.range.end; });
  return std::min(static_cast<std::size_t>(piece - cell.pieces.begin()),
                  cell.pieces.size() - 1);
}

}  // namespace

std::vector<Spot> where_expected(const CellPair& pair, ByteRange range) {
  const Cell& cell = *pair.target.cell;
  if (cell.pieces.size() < 2) return whole(cell);
  std::optional<Anchor> before;
  std::optional<Anchor> behind;
  for (const Anchor& anchor : anchors_of(pair)) {
    if (anchor.source < range.begin && (!before || anchor.source > before->source))
      before = anchor;
    if (anchor.source >= range.end && (!behind || anchor.source < behind->source))
      behind = anchor;
  }
  std::size_t first = before ? piece_at(cell, before->target) : 0;
  std::size_t last = behind ? piece_at(cell, behind->target) : cell.pieces.size() - 1;
  if (first > last) std::swap(first, last);
  return spots_of(cell,
                  ByteRange{cell.pieces[first].range.begin, cell.pieces[last].range.end});
}

}  // namespace hexapla
