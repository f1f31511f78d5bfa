#include "exchange/lines/read_links.hpp"

#include "exchange/linked_sides.hpp"
#include "exchange/shared_names.hpp"
#include "format/line_reader.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace hexapla {
namespace {

using Numbers = std::vector<std::size_t>;

std::optional<std::size_t> number_from(std::string_view digits) {
  std::size_t number = 0;
  const auto [end, fault] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

/// Reads `[0, 1]`.
std::optional<Numbers> numbers_from(std::string_view list) {
  if (!list.starts_with('[') || !list.ends_with(']')) return std::nullopt;
  Numbers numbers;
  list = list.substr(1, list.size() - 2);
  constexpr std::string_view between = ", ";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(between), list.size());
    if (const auto number = number_from(list.substr(0, end))) {
      numbers.push_back(*number);
    } else if (end > 0) {
      return std::nullopt;
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return numbers;
}

struct LinkedSide {
  Language language;
  std::vector<std::string> sentences;
};

LinkedSide side_of(const LineText& text) {
  LinkedSide side{text.language, {}};
  LineReader lines(text.lines, text.name);
  for (std::string_view line; lines.next(line);)
    side.sentences.emplace_back(line);
  return side;
}

class LinkReader final : public UnitReader {
 public:
  LinkReader(std::istream& links, std::string_view name, LinkKind kind,
             const LineText& source, const LineText& target)
      : lines_(links, name), kind_(kind), sides_{side_of(source), side_of(target)} {
    header_.format = kind == LinkKind::ladder     ? "hunalign ladder"
                     : kind == LinkKind::vecalign ? "vecalign"
                                                  : "links";
    header_.source = source.language;
  }

  bool next(TranslationUnit& unit) override {
    unit = {};
    while (unit.variants.empty()) {
      const bool found = kind_ == LinkKind::ladder ? next_rung(unit) : next_link(unit);
      if (!found) return false;
    }
    return true;
  }

 private:
  bool next_link(TranslationUnit& unit) {
    std::string_view line;
    do {
      if (!lines_.next(line)) return false;
    } while (line.empty());
    const auto parts = parts_of(line, ':');
    const auto source = numbers_from(parts.front());
    const auto target = parts.size() > 1 ? numbers_from(parts[1]) : std::nullopt;
    if (!source || !target) lines_.refuse("no link as in “[0, 1]:[0]:0.98”");
    if (parts.size() > 2 && kind_ == LinkKind::links) {
      unit.confidence = confidence_from(parts[2]);
      if (const std::string doubt = doubt_about_confidence(parts[2]); !doubt.empty())
        warn(lines_.name(), lines_.line(), doubt);
    }
    if (parts.size() > 2 && kind_ == LinkKind::vecalign)
      unit.properties.push_back({"x-cost", std::string(parts[2])});
    add(unit, 0, *source);
    add(unit, 1, *target);
    return true;
  }

  /// The sentences between two rungs; the score is on the first.
  bool next_rung(TranslationUnit& unit) {
    std::string_view line;
    if (!lines_.next(line)) return false;
    constexpr std::size_t fields = 3;
    const auto parts = parts_of(line, '\t');
    const auto source = number_from(parts.front());
    const auto target = parts.size() > 1 ? number_from(parts[1]) : std::nullopt;
    if (parts.size() > fields || !source || !target)
      lines_.refuse("no rung of two numbers and a score with tabs between them");
    const std::array rung{*source, *target};
    if (rung[0] < rung_[0] || rung[1] < rung_[1])
      lines_.refuse("a rung goes back; hunalign's ladders only rise");
    for (const std::size_t side : {0U, 1U}) {
      Numbers numbers;
      // A number far beyond the text must not be counted up to.
      if (rung.at(side) > sides_.at(side).sentences.size())
        refuse_number(rung.at(side), side);
      for (std::size_t at = rung_.at(side); at < rung.at(side); ++at)
        numbers.push_back(at);
      add(unit, side, numbers);
    }
    if (!score_.empty()) unit.properties.push_back({"x-score", score_});
    score_ = parts.size() == fields ? std::string(parts[2]) : std::string();
    rung_ = rung;
    return true;
  }

  [[noreturn]] void refuse_number(std::size_t number, std::size_t side) const {
    lines_.refuse("sentence " + std::to_string(number) + " of the " +
                  (side == 0 ? "source" : "target") + ", which has only " +
                  std::to_string(sides_.at(side).sentences.size()));
  }

  void add(TranslationUnit& unit, std::size_t side, const Numbers& numbers) {
    const LinkedSide& text = sides_.at(side);
    std::vector<std::string> sentences;
    std::string ids;
    for (const std::size_t number : numbers) {
      if (number >= text.sentences.size()) refuse_number(number, side);
      sentences.push_back(text.sentences[number]);
      ids += (ids.empty() ? "" : " ") + std::to_string(number);
    }
    add_side(unit, text.language, sentences, ids);
  }

  LineReader lines_;
  LinkKind kind_;
  std::array<LinkedSide, 2> sides_;
  std::array<std::size_t, 2> rung_{};  ///< Sentences done.
  std::string score_;                  ///< Of the last rung.
};

}  // namespace

std::unique_ptr<UnitReader> read_linked_lines(std::istream& links, std::string_view name,
                                              LinkKind kind, LineText source,
                                              LineText target) {
  return std::make_unique<LinkReader>(links, name, kind, source, target);
}

}  // namespace hexapla
