#include "check/latin_names.hpp"
#include "check/rules/rules.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace hexapla {
namespace {

struct PairOfMarks {
  char32_t opening;
  char32_t closing;
};

constexpr std::array brackets{PairOfMarks{U'(', U')'}, PairOfMarks{U'（', U'）'},
                              PairOfMarks{U'[', U']'}, PairOfMarks{U'［', U'］'},
                              PairOfMarks{U'【', U'】'}};
constexpr std::array quotations{PairOfMarks{U'“', U'”'}, PairOfMarks{U'«', U'»'},
                                PairOfMarks{U'《', U'》'}, PairOfMarks{U'「', U'」'}};

/// The first byte of the 1, b or iii that a bracket at `at` may end the label of; `at`
/// where there is none. Of letters a label has one, or they are Roman numerals.
std::size_t start_of_label(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_label = 3;  // characters: 12), iii)
  std::size_t begin = at;
  std::size_t characters = 0;
  while (begin > 0) {
    std::size_t before = begin;
    const char32_t letter = previous_code_point(text, before);
    if (!is_letter(letter) && !is_digit(letter)) break;
    begin = before;
    ++characters;
  }
  const std::string_view label = text.substr(begin, at - begin);
  const bool is_roman = label.find_first_not_of("ivx") == std::string_view::npos;
  if (!is_roman && characters > 1 && !is_digit(code_point_at(label, 0))) return at;
  return characters <= longest_label ? begin : at;
}

/// A lone 1) or (continued a) numbers a point: a bracket that nothing opens. So does, where
/// labels have no opening bracket (`are_half_open`), the b) of l’alinéa b) du paragraphe 4.
bool closes_a_label(std::string_view text, std::size_t at, bool are_half_open) {
  std::size_t begin = start_of_label(text, at);
  if (begin == at) return false;
  const bool is_small = is_lower_case(code_point_at(text, begin));
  // Blanks, and what turns the direction of writing or keeps letters apart.
  const auto is_passed_over = [](char32_t mark) {
    return mark == U' ' || mark == U'\u00A0' || (mark >= 0x200B && mark <= 0x200F);
  };
  const std::size_t label = begin;
  while (begin > 0 && is_passed_over(code_point_before(text, begin)))
    (void)previous_code_point(text, begin);
  if (are_half_open && is_small && begin < label) return true;
  const char32_t before = code_point_before(text, begin);
  constexpr std::u32string_view separators = U",;:،؛；：，、";
  return before == 0 || is_terminal(before) ||
         separators.find(before) != std::u32string_view::npos;
}

/// A letter or figure that is alone before the mark: 3 b), párrafo 3b), párrafo 4).
bool is_behind_a_letter(std::string_view text, std::size_t at) {
  std::size_t before = at;
  if (before == 0) return false;
  const char32_t letter = previous_code_point(text, before);
  while (is_letter(letter) && is_digit(code_point_before(text, before)))
    (void)previous_code_point(text, before);
  return (is_letter(letter) || is_digit(letter)) &&
         (code_point_before(text, before) == U' ' ||
          code_point_before(text, before) == U'\u00A0');
}

/// The h) of paragraphe 9 h): one small letter behind a number.
bool is_point_of_a_number(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t before = at;
  if (!is_lower_case(previous_code_point(text, before)) || before == 0) return false;
  const char32_t blank = previous_code_point(text, before);
  return (blank == U' ' || blank == U'\u00A0') && is_digit(code_point_before(text, before));
}

constexpr std::size_t title_marks = 2;  // of quotations

constexpr char32_t first_beyond_latin = 0x0250;

enum class Straight { all, but_inches };

/// After a digit a straight mark may stand for inches.
bool is_straight_mark(std::string_view text, std::size_t at, Straight kind) {
  return text[at] == '"' &&
         (kind == Straight::all || !is_digit(code_point_before(text, at)));
}

/// The bracket or quotation marks of `text` that have no partner.
class Balance {
 public:
  Balance(const ParsedCell& side, std::span<const PairOfMarks> kinds)
      : text_(side.text),
        is_latin_(is_latin(side.language())),
        is_arabic_(side.language().primary() == "ar"),
        labels_are_half_open_(side.language() == languages::fr ||
                              side.language() == languages::es ||
                              side.language() == languages::ru),
        reads_quotations_(kinds.front().opening == quotations.front().opening) {
    const std::string_view text = text_;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t mark = next_code_point(text, at);
      take(mark, begin, at, kinds);
    }
    for (const auto& one : open_)
      alone_.push_back(one.range);
    std::ranges::sort(alone_, {}, &ByteRange::begin);
  }

  [[nodiscard]] const std::vector<ByteRange>& alone() const { return alone_; }
  [[nodiscard]] std::size_t pairs() const { return pairs_; }
  /// Pairs around more than a label, a year or a name in Latin letters, which another
  /// script says again.
  [[nodiscard]] std::size_t remarks() const { return remarks_; }
  /// Without 《》, for which others have italics.
  [[nodiscard]] std::size_t quoted_pairs() const { return pairs_ - titles_; }

 private:
  struct Open {
    std::size_t kind;
    ByteRange range;
    bool low = false;  ///< „
  };

  /// Arabic has “…” and, as it was typed from right to left, ”…“; German and Russian have
  /// „…“: the mark that closes in one opens in another.
  bool takes_either(char32_t mark, std::size_t begin, std::size_t end) {
    if (!reads_quotations_ || (mark != U'“' && mark != U'”' && mark != U'„')) return false;
    const bool low_one_is_open = !open_.empty() && open_.back().low;
    if (!is_arabic_ && mark != U'„' && !low_one_is_open) return false;
    constexpr std::size_t curly = 0;  // of quotations
    if (mark == U'„' || !close(curly, begin))
      open_.push_back({curly, {begin, end}, mark == U'„'});
    return true;
  }

  void take(char32_t mark, std::size_t begin, std::size_t end,
            std::span<const PairOfMarks> kinds) {
    if (takes_either(mark, begin, end)) return;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
      if (mark == kinds[kind].opening) {
        open_.push_back({kind, {begin, end}});
        return;
      }
      if (mark != kinds[kind].closing) continue;
      // The b) of (article 20, 3 b)) closes a label, though a bracket was open.
      const bool ends_label = mark == U')' && is_behind_a_letter(text_, begin);
      if (close(kind, begin)) {
        if (ends_label) ++labels_;
      } else if (mark == U')' && labels_ > 0) {
        --labels_;
      } else if (mark != U')' || !(closes_a_label(text_, begin, labels_are_half_open_) ||
                                   is_point_of_a_number(text_, begin))) {
        alone_.push_back({begin, end});
      }
      return;
    }
  }

  /// Chinese mixes （ with ): brackets of one shape are one kind.
  bool close(std::size_t kind, std::size_t end) {
    const auto same = [&](const Open& open) {
      return open.kind == kind || (open.kind < 2 && kind < 2);
    };
    const auto last = std::find_if(open_.rbegin(), open_.rend(), same);
    if (last == open_.rend()) return false;
    const std::size_t begin = last->range.end;
    if (is_remark(text_.substr(begin, end - begin))) ++remarks_;
    open_.erase(std::next(last).base());
    ++pairs_;
    if (reads_quotations_ && kind == title_marks) ++titles_;
    return true;
  }

  /// A clause of its own; names, years and abbreviations may be said without brackets.
  [[nodiscard]] bool is_remark(std::string_view inside) const {
    constexpr std::size_t shortest = 20;  // bytes
    if (inside.size() < shortest) return false;
    for (std::size_t at = 0; at < inside.size();) {
      const bool starts_word = at == 0 || inside[at - 1] == ' ';
      const char32_t letter = next_code_point(inside, at);
      if (is_latin_ ? starts_word && is_lower_case(letter) : letter >= first_beyond_latin)
        return true;
    }
    return false;
  }

  std::string_view text_;
  bool is_latin_;
  bool is_arabic_;
  bool labels_are_half_open_;
  bool reads_quotations_;
  std::vector<Open> open_;
  std::vector<ByteRange> alone_;
  std::size_t labels_ = 0;  ///< Brackets that closed an open one, and may belong to labels.
  std::size_t pairs_ = 0;
  std::size_t remarks_ = 0;
  std::size_t titles_ = 0;  ///< Pairs of 《》.
};

/// An odd number of straight marks, of which nobody can say which one is alone.
std::vector<ByteRange> straight_marks(std::string_view text, Straight kind) {
  std::vector<ByteRange> marks;
  for (std::size_t at = text.find('"'); at != std::string_view::npos;
       at = text.find('"', at + 1))
    if (is_straight_mark(text, at, kind)) marks.push_back({at, at + 1});
  return marks;
}

Finding unpaired(const CellPair& pair, Rule rule, ByteRange mark) {
  constexpr double lone_bracket = 0.9;
  constexpr double lone_quotation = 0.7;  // it may go on in the next segment
  Finding finding =
      make_finding(rule, pair, rule == Rule::bracket ? lone_bracket : lone_quotation);
  finding.target = spots_of(*pair.target.cell, mark);
  finding.message = in_quotes(pair.target.at(mark)) + " has no partner";
  return finding;
}

/// So many pairs here and so many there: a remark that lost its brackets, or its quotation
/// marks. Often a matter of style.
Finding other_count(const CellPair& pair, Rule rule, std::size_t source,
                    std::size_t target) {
  constexpr double style = 0.25;
  const std::string_view name =
      rule == Rule::bracket ? "pairs of brackets" : "pairs of quotation marks";
  Finding finding = make_finding(rule, pair, style);
  finding.source = whole(*pair.source.cell);
  finding.target = whole(*pair.target.cell);
  finding.message = std::to_string(target) + ' ' + std::string(name) + ", " +
                    std::to_string(source) + " in the " +
                    std::string(english_name(pair.source.language()));
  return finding;
}

}  // namespace

void check_brackets(const CellPair& pair, const CheckContext& /*around*/,
                    Findings& findings) {
  const Balance target(pair.target, brackets);
  const Balance source(pair.source, brackets);
  // What runs over the border of a segment is open on both sides.
  if (!source.alone().empty()) return;
  if (target.alone().empty() && source.remarks() != target.remarks())
    findings.push_back(
        other_count(pair, Rule::bracket, source.remarks(), target.remarks()));
  for (const ByteRange mark : target.alone())
    findings.push_back(unpaired(pair, Rule::bracket, mark));
}

void check_quotations(const CellPair& pair, const CheckContext& /*around*/,
                      Findings& findings) {
  const Balance target(pair.target, quotations);
  const Balance source(pair.source, quotations);
  const auto straight = straight_marks(pair.target.text, Straight::all);
  const bool source_is_open =
      !source.alone().empty() ||
      straight_marks(pair.source.text, Straight::all).size() % 2 != 0;
  if (source_is_open) return;
  if (!target.alone().empty()) {
    for (const ByteRange mark : target.alone())
      findings.push_back(unpaired(pair, Rule::quotation, mark));
  } else if (straight.size() % 2 != 0 &&
             (source.pairs() > 0 ||
              straight_marks(pair.target.text, Straight::but_inches).size() % 2 != 0)) {
    findings.push_back(unpaired(pair, Rule::quotation, straight.back()));
    findings.back().target = spots_of(*pair.target.cell, straight);
  } else {
    const std::size_t here =
        source.quoted_pairs() + straight_marks(pair.source.text, Straight::all).size() / 2;
    const std::size_t there = target.quoted_pairs() + straight.size() / 2;
    if (here != there) findings.push_back(other_count(pair, Rule::quotation, here, there));
  }
}

}  // namespace hexapla
