#include "border_score.hpp"

#include "border_kind.hpp"
#include "segment/border_context.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

namespace hexapla::eval {
namespace {

constexpr std::size_t context = 60;        // code points printed on each side of an error
constexpr std::size_t longest_number = 6;  // code points of "VIII." or "5.10."

/// `IV.`, `A.`, `三.`
bool is_only_number(std::string_view line) {
  return count_code_points(line) <= longest_number && line.find(' ') == line.npos &&
         !line.empty() && !is_closing_mark(code_point_before(line, line.size())) &&
         is_terminal(code_point_before(line, line.size()));
}

double share(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 1
                          : static_cast<double>(part) / static_cast<double>(part + rest);
}

bool is_blind(BorderKind kind) {
  return kind == BorderKind::unmarked || kind == BorderKind::colon ||
         kind == BorderKind::number;
}

std::string_view name_of(BorderKind kind) {
  constexpr std::array<std::string_view, 5> names{"marked", "colon", "number", "unmarked",
                                                  "plain"};
  return names.at(static_cast<std::size_t>(kind));
}

void print_place(std::ostream& out, std::string_view what, BorderKind kind,
                 std::string_view text, std::size_t border) {
  const auto [begin, end] = context_of(text, border, context);
  out << what << '\t' << name_of(kind) << '\t' << text.substr(begin, border - begin)
      << " || " << text.substr(border, end - border) << '\n';
}

/// The kind of a gold border, which depends on its line as well.
BorderKind gold_border_kind(const GoldText& gold, std::size_t place,
                            const WordCounts& words) {
  const std::size_t begin = place == 0 ? 0 : gold.borders[place - 1];
  const ByteRange line = trimmed(gold.text, {begin, gold.borders[place]});
  if (is_only_number(line.of(gold.text))) return BorderKind::number;
  return border_kind(gold.text, gold.borders[place], words);
}

/// Adds up the borders of the texts of one set.
class Scorer {
 public:
  Scorer(const GoldSet& gold, std::ostream* errors) : words_(gold), errors_(errors) {}

  void add(const GoldText& gold, const Borders& found) {
    for (const std::size_t border : found) {
      if (std::ranges::binary_search(gold.borders, border))
        ++score.hits;
      else
        add_wrong(gold.text, border);
    }
    for (std::size_t i = 0; i < gold.borders.size(); ++i)
      if (!std::ranges::binary_search(found, gold.borders[i])) add_missed(gold, i);
  }

  Score score;

 private:
  void add_wrong(std::string_view text, std::size_t border) {
    const BorderKind kind = border_kind(text, border, words_);
    ++score.wrong;
    if (kind == BorderKind::plain_end) ++score.inner_ends;
    if (errors_ != nullptr) print_place(*errors_, "wrong", kind, text, border);
  }

  void add_missed(const GoldText& gold, std::size_t place) {
    const std::string_view text = gold.text;
    const std::size_t border = gold.borders[place];
    const BorderKind kind = gold_border_kind(gold, place, words_);
    ++score.missed;
    if (is_blind(kind)) ++score.missed_blind;
    if (errors_ != nullptr) print_place(*errors_, "missed", kind, text, border);
  }

  WordCounts words_;
  std::ostream* errors_;
};

}  // namespace

double Score::precision() const {
  return share(hits, wrong);
}

double Score::recall() const {
  return share(hits, missed);
}

double Score::f1() const {
  return share(2 * hits, wrong + missed);
}

Score Score::visible() const {
  return {hits, wrong - inner_ends, 0, missed - missed_blind, 0};
}

Score Score::ceiling() const {
  return {hits + missed - missed_blind, inner_ends, inner_ends, missed_blind, missed_blind};
}

GoldCounts count_gold(const GoldSet& gold) {
  GoldCounts counts;
  const WordCounts words(gold);
  for (const GoldText& text : gold.texts) {
    counts.borders += text.borders.size();
    for (std::size_t i = 0; i < text.borders.size(); ++i) {
      const BorderKind kind = gold_border_kind(text, i, words);
      if (kind == BorderKind::number) ++counts.numbers;
      if (kind == BorderKind::unmarked) ++counts.unmarked;
      if (kind == BorderKind::colon) ++counts.colon;
    }
  }
  return counts;
}

Score score(const GoldSet& gold, const FindBorders& find_borders, std::ostream* errors) {
  Scorer scorer(gold, errors);
  for (const GoldText& text : gold.texts)
    scorer.add(text, find_borders(text.text));
  return scorer.score;
}

}  // namespace hexapla::eval
