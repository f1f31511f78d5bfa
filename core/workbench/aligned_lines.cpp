#include "workbench/aligned_lines.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

Cell cell_of(Language language, std::string_view line, std::size_t number) {
  return {language,
          std::string(line),
          {{static_cast<std::uint32_t>(number), {0, line.size()}, BlockKind::paragraph}},
          {}};
}

}  // namespace

AlignedLines::Side AlignedLines::side_of(const LinesText& given) {
  Side side{given.language, admit_utf8(given.bytes, given.name), {}};
  for (std::size_t begin = 0; begin < side.text.size();) {
    const std::size_t end = std::min(side.text.find('\n', begin), side.text.size());
    // Blanks around a text are somebody's slip and stay; a line of blanks alone is empty.
    const ByteRange inside = trimmed(side.text, {begin, end});
    const bool returns = end > begin && side.text[end - 1] == '\r';
    side.lines.push_back(inside.empty() ? inside
                                        : ByteRange{begin, returns ? end - 1 : end});
    begin = end + 1;
  }
  return side;
}

AlignedLines::AlignedLines(const LinesText& source, const LinesText& target)
    : sides_{side_of(source), side_of(target)} {
  const std::size_t in_source = sides_[0].lines.size();
  const std::size_t in_target = sides_[1].lines.size();
  if (in_source != in_target)
    throw Error(Fault::malformed, {target.name, std::min(in_source, in_target) + 1},
                "has " + std::to_string(in_target) + " lines, " + source.name + " has " +
                    std::to_string(in_source) + "; each line needs its counterpart");
}

std::vector<AlignedUnit> AlignedLines::units(std::size_t first, std::size_t last) const {
  std::vector<AlignedUnit> units;
  units.reserve(last - first);
  for (std::size_t number = first; number < last; ++number) {
    AlignedUnit unit{static_cast<std::uint32_t>(number), {}, 1};
    for (const Side& side : sides_)
      if (const std::string_view line = side.lines[number].of(side.text); !line.empty())
        unit.cells.push_back(cell_of(side.language, line, number));
    units.push_back(std::move(unit));
  }
  return units;
}

std::string_view AlignedLines::line(Language language, std::size_t number) const {
  const Side& side = sides_[0].language == language ? sides_[0] : sides_[1];
  return side.lines[number].of(side.text);
}

}  // namespace hexapla
