#include "document/structure/layout.hpp"

#include "document/structure/fullness.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace hexapla {
namespace {

// The share of right edges below the rim, and how many reach it at the least; what lies a
// little beyond is still text, what lies far beyond overhangs (URLs, tables).
constexpr double rim_quantile = .95;
constexpr std::size_t fewest_at_rim = 3;
constexpr double farthest_beyond_rim = 1.15;
// Of the rim: edges beyond it lie no farther apart, where the lines have places on a page;
// what does is set beside the text, as a document's symbol is.
constexpr double next_edge = .03;
// Lines that go on in lower case, and one in so many of all, that are enough to tell the
// width by them.
constexpr std::size_t enough_full_lines = 12;
constexpr std::size_t few_full_lines = 8;
// Columns. No text is set narrower; shorter lines of one length are a list.
constexpr std::size_t narrowest_text = 24;
// Lines with a blank line before them for each without, in double-spaced text.
constexpr std::size_t double_spaced_ratio = 4;
// The share of lines with more blank lines before them than usual, if these part
// paragraphs.
constexpr double separated_share = .05;
// A line with more room than this share of the width was not wrapped there.
constexpr std::size_t clearly_short_of_text = 4;  // a quarter
// The share of open lines without room, from which on any room tells.
constexpr double exact_share = .9;
// The share of open lines that have no more room than the tolerance.
constexpr double tolerated_share = .97;
// The share of indents that start paragraphs, if indents do.
constexpr double meaningful_indents = .7;
// The share of paragraphs' ends after which the next line is indented, if all first lines
// are; an end is sure where this share of the width is free.
constexpr double always_share = .8;
constexpr std::ptrdiff_t short_line_of_text = 4;  // a quarter
// Lines leave little room below the first share of the width, and much up to the second,
// which is three times as wide; so many more may leave little by chance, or of full ones.
constexpr std::ptrdiff_t little_room = 8;    // an eighth
constexpr std::ptrdiff_t much_room_end = 2;  // a half
constexpr double little_to_much = .6;
constexpr double stray_share = .01;
// Lines, evenly taken, that are enough to compare numbers of paragraphs and sentences.
constexpr std::size_t sentence_sample = 4000;

std::vector<LinePair> pairs_of(std::span<const Line> lines,
                               std::span<const LineFacts> facts,
                               std::span<const std::uint32_t> body) {
  std::vector<LinePair> pairs;
  for (std::size_t i = 1; i < body.size(); ++i) {
    const std::uint32_t line = body[i - 1];
    const std::uint32_t next = body[i];
    if (line + 1 != next || lines[next].starts_page || lines[next].hint.whole_block ||
        facts[line].leader)
      continue;
    pairs.push_back({&lines[line], &lines[next], &facts[line], &facts[next]});
  }
  return pairs;
}

std::size_t edge_of(const Line& line) {
  return line.indent + line.width;
}

struct RightEdges {
  std::vector<std::size_t> places;
  bool sure = false;  ///< They are those of full lines alone.
};

/// Right edges of lines that certainly go on, and so are full, or of all when they are few.
RightEdges edges_of(std::span<const Line> lines, std::span<const std::uint32_t> body,
                    std::span<const LinePair> pairs) {
  RightEdges edges{{}, true};
  for (const LinePair& pair : pairs)
    if (pair.surely_goes_on()) edges.places.push_back(edge_of(*pair.line));
  if (edges.places.size() < enough_full_lines ||
      edges.places.size() * few_full_lines < pairs.size()) {
    edges = {};
    for (const std::uint32_t line : body)
      edges.places.push_back(edge_of(lines[line]));
  }
  return edges;
}

/// `on_pages`: the lines have places, and others than full ones among them.
std::size_t width_of(std::vector<std::size_t> edges, bool on_pages) {
  std::ranges::sort(edges);
  const std::size_t last = edges.size() - 1;
  auto rim = static_cast<std::size_t>(rim_quantile * static_cast<double>(last));
  if (on_pages) rim = std::min(rim, last - std::min(last, fewest_at_rim - 1));
  const auto farthest =
      static_cast<std::size_t>(farthest_beyond_rim * static_cast<double>(edges[rim]));
  const auto step =
      static_cast<std::size_t>(std::ceil(next_edge * static_cast<double>(edges[rim])));
  std::size_t widest = rim;
  while (widest < last && edges[widest + 1] <= farthest &&
         (!on_pages || edges[widest + 1] <= edges[widest] + step))
    ++widest;
  return edges[widest];
}

class LayoutFinder {
 public:
  LayoutFinder(std::string_view source, std::span<const Line> lines,
               std::span<const LineFacts> facts, std::span<const std::uint32_t> body)
      : source_(source), lines_(lines), body_(body), pairs_(pairs_of(lines, facts, body)) {
    RightEdges edges = edges_of(lines, body, pairs_);
    const bool on_pages = lines[body.front()].page > 0 && !edges.sure;
    layout_.width = width_of(std::move(edges.places), on_pages);
  }

  Layout find() {
    find_spacing();
    std::erase_if(pairs_, [&](const LinePair& pair) {
      return pair.next->blank_lines_before != layout_.usual_blank_lines;
    });
    find_margin();
    find_indent();
    find_tolerance();
    layout_.exact = is_exact();
    layout_.short_paragraphs = has_short_paragraphs();
    return layout_;
  }

 private:
  void find_spacing() {
    Fullness tight;
    Fullness spaced;
    for (const LinePair& pair : pairs_)
      (pair.next->blank_lines_before == 0 ? tight : spaced).add(pair, layout_.width);
    const bool wide = layout_.width >= narrowest_text;
    const bool double_spaced = wide && spaced.pairs >= double_spaced_ratio * tight.pairs &&
                               spaced.pairs > 0 && spaced.wrapped();
    layout_.usual_blank_lines = double_spaced ? 1 : 0;
    layout_.wrapped = double_spaced || (wide && tight.wrapped()) || known_to_be_wrapped();
    gaps_ =
        static_cast<std::size_t>(std::ranges::count_if(pairs_, [&](const LinePair& pair) {
          return pair.next->blank_lines_before > layout_.usual_blank_lines;
        }));
    layout_.separated =
        gaps_ > 0 &&
        static_cast<double>(gaps_) >= separated_share * static_cast<double>(pairs_.size());
  }

  /// The format says so, from places on a page.
  [[nodiscard]] bool known_to_be_wrapped() const {
    return std::ranges::any_of(
        body_, [&](std::uint32_t line) { return lines_[line].hint.wrapped; });
  }

  [[nodiscard]] bool goes_on_full(const LinePair& pair) const {
    return pair.open() && slack(*pair.line, *pair.next_facts, layout_.width) < 0;
  }

  /// The margin is where lines stand that certainly go on with the one above.
  void find_margin() {
    std::map<std::size_t, std::size_t> below_indent;
    std::map<std::size_t, std::size_t> level;
    for (const LinePair& pair : pairs_) {
      if (!goes_on_full(pair)) continue;
      if (pair.falls()) ++below_indent[pair.next->indent];
      if (!pair.falls() && !pair.rises()) ++level[pair.next->indent];
    }
    const auto& places = below_indent.empty() ? level : below_indent;
    if (!places.empty()) {
      layout_.margin = most_common(places);
      return;
    }
    layout_.margin = lines_[body_.front()].indent;
    for (const std::uint32_t line : body_)
      layout_.margin = std::min(layout_.margin, lines_[line].indent);
  }

  static std::size_t most_common(const std::map<std::size_t, std::size_t>& counts) {
    return std::ranges::max_element(counts, {},
                                    [](const auto& entry) { return entry.second; })
        ->first;
  }

  void find_indent() {
    std::map<std::size_t, std::size_t> indents;
    for (const std::uint32_t line : body_)
      if (lines_[line].indent > layout_.margin)
        ++indents[lines_[line].indent - layout_.margin];
    if (indents.empty()) return;
    layout_.paragraph_indent = most_common(indents);
    std::size_t rising = 0;
    std::size_t starting = 0;
    for (const LinePair& pair : pairs_) {
      if (!pair.rises() || pair.next->indent <= layout_.margin) continue;
      ++rising;
      if (!goes_on_full(pair)) ++starting;
    }
    find_surely_indented();
    layout_.indented = rising == 0 ? falling_pairs() > 0
                                   : static_cast<double>(starting) >=
                                         meaningful_indents * static_cast<double>(rising);
  }

  /// After what is clearly a paragraph's last line, is there always an indent?
  void find_surely_indented() {
    std::size_t ends = 0;
    std::size_t indents = 0;
    for (const LinePair& pair : pairs_) {
      const std::ptrdiff_t room = slack(*pair.line, *pair.next_facts, layout_.width);
      if (pair.open() ||
          room * short_line_of_text < static_cast<std::ptrdiff_t>(layout_.width))
        continue;
      ++ends;
      if (pair.next->indent > layout_.margin) ++indents;
    }
    layout_.always_indented = indents > 0 && static_cast<double>(indents) >=
                                                 always_share * static_cast<double>(ends);
  }

  [[nodiscard]] std::size_t falling_pairs() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        pairs_, [&](const LinePair& p) { return goes_on_full(p) && p.falls(); }));
  }

  void find_tolerance() {
    std::vector<std::ptrdiff_t> rooms;
    const auto lower = static_cast<std::size_t>(std::ranges::count_if(
        pairs_, [](const LinePair& pair) { return pair.surely_goes_on(); }));
    const bool cased =
        lower >= enough_full_lines && lower * few_full_lines >= pairs_.size();
    for (const LinePair& pair : pairs_) {
      const bool sure = (cased ? pair.surely_goes_on() : pair.open()) && !pair.rises();
      const std::ptrdiff_t room = slack(*pair.line, *pair.next_facts, layout_.width);
      if (sure && room < static_cast<std::ptrdiff_t>(layout_.width / clearly_short_of_text))
        rooms.push_back(room);
    }
    if (rooms.empty()) return;
    std::ranges::sort(rooms);
    const auto at = [&](double share) {
      return rooms[static_cast<std::size_t>(share * static_cast<double>(rooms.size() - 1))];
    };
    if (at(exact_share) >= 0)
      layout_.tolerance = std::max<std::ptrdiff_t>(at(tolerated_share) + 1, 0);
  }

  /// Where a line goes on whenever the next word finds room, lines that leave a little room
  /// are last lines, and no more frequent than those that leave much.
  [[nodiscard]] bool is_exact() const {
    // Set in proportional letters, whatever their columns.
    if (known_to_be_wrapped()) return false;
    const auto width = static_cast<std::ptrdiff_t>(layout_.width);
    std::size_t full = 0;
    std::size_t little = 0;
    std::size_t much = 0;
    for (const LinePair& pair : pairs_) {
      const std::ptrdiff_t room = slack(*pair.line, *pair.next_facts, layout_.width);
      if (!pair.open() || pair.rises() || room * much_room_end >= width) continue;
      ++(room < 0 ? full : room * little_room < width ? little : much);
    }
    return full >= enough_full_lines &&
           static_cast<double>(little) <= static_cast<double>(much) * little_to_much +
                                              static_cast<double>(full) * stray_share;
  }

  [[nodiscard]] bool has_short_paragraphs() const {
    std::size_t ends = gaps_;
    std::size_t inner = 0;
    const std::size_t step = 1 + pairs_.size() / sentence_sample;
    for (std::size_t i = 0; i < pairs_.size(); i += step) {
      const LinePair& pair = pairs_[i];
      inner += step * inner_sentence_ends(source_, *pair.line);
      const bool by_indent = layout_.indented && pair.next->indent > layout_.margin;
      const bool by_room =
          slack(*pair.line, *pair.next_facts, layout_.width) >= layout_.tolerance;
      if (by_indent || (!pair.open() && by_room)) ends += step;
    }
    return ends > inner;
  }

  std::string_view source_;
  std::span<const Line> lines_;
  std::span<const std::uint32_t> body_;
  std::vector<LinePair> pairs_;
  std::size_t gaps_ = 0;  ///< Pairs with more blank lines between them than usual.
  Layout layout_;
};

}  // namespace

Layout layout_of(std::string_view source, std::span<const Line> lines,
                 std::span<const LineFacts> facts, std::span<const std::uint32_t> body) {
  if (body.empty()) return {};
  return LayoutFinder(source, lines, facts, body).find();
}

}  // namespace hexapla
