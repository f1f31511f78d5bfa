#include "document/structure/front_matter.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <numeric>

namespace hexapla {
namespace {

std::size_t count_numbers(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool digit = is_digit(next_code_point(text, at));
    count += digit && !inside ? 1 : 0;
    inside = digit;
  }
  return count;
}

class HeadReader {
 public:
  HeadReader(std::string_view source, std::span<const Line> lines,
             std::span<const LineFacts> facts, std::span<const std::uint32_t> body,
             const Layout& layout, const Patterns& patterns)
      : source_(source),
        lines_(lines),
        facts_(facts),
        body_(body),
        layout_(layout),
        patterns_(patterns) {}

  FrontMatter read() {
    while (read_labelled_line()) {
    }
    read_title();
    return std::move(head_);
  }

 private:
  [[nodiscard]] bool more() const { return head_.size < body_.size(); }
  [[nodiscard]] std::uint32_t line_number() const { return body_[head_.size]; }
  [[nodiscard]] const Line& line() const { return lines_[line_number()]; }
  [[nodiscard]] bool looks_like(LineLook look) const {
    return patterns_.looks_like(look, line().range.of(source_));
  }

  void take_as(BlockKind kind) {
    head_.groups.push_back({kind, {line_number()}, {}});
    ++head_.size;
  }

  /// True when a line that only a head has is at or below the present one.
  [[nodiscard]] bool head_goes_on() const {
    constexpr std::size_t longest_head = 20;  // lines
    const auto ahead = body_.subspan(head_.size)
                           .first(std::min(longest_head, body_.size()) -
                                  std::min(longest_head, head_.size));
    return std::ranges::any_of(ahead, [&](std::uint32_t number) {
      const std::string_view words = lines_[number].range.of(source_);
      return patterns_.looks_like(LineLook::session, words) ||
             patterns_.looks_like(LineLook::agenda_reference, words);
    });
  }

  bool read_labelled_line() {
    if (!more()) return false;
    if (looks_like(LineLook::masthead)) {
      take_as(BlockKind::masthead);
    } else if (looks_like(LineLook::session)) {
      take_as(BlockKind::session);
    } else if (looks_like(LineLook::agenda_reference)) {
      const std::size_t items = count_numbers(line().range.of(source_));
      take_as(BlockKind::agenda_reference);
      read_agenda_items(items);
    } else if (head_goes_on()) {
      take_as(BlockKind::masthead);  // in words that patterns.tsv doesn't know
    } else {
      return false;
    }
    return true;
  }

  void read_agenda_items(std::size_t items) {
    if (more() && line().hint.whole_block) {
      read_whole_items(items);
      return;
    }
    const std::vector<std::uint32_t> found = lines_of_items(items);
    if (found.empty()) return;
    const std::vector<bool> goes_on = wrapped_lines(found, items);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i == 0 || !goes_on[i - 1])
        head_.groups.push_back({BlockKind::agenda_item, {}, {}});
      head_.groups.back().lines.push_back(found[i]);
    }
    head_.size += found.size();
    // Typed in capitals: the item goes on as long as they do.
    while (items == 1 && more() && !line().hint.whole_block &&
           !looks_like(LineLook::title) && !looks_like(LineLook::above_title) &&
           line().blank_lines_before <= layout_.usual_blank_lines &&
           is_in_capitals(head_.groups.back().lines.back()) &&
           is_in_capitals(line_number())) {
      head_.groups.back().lines.push_back(line_number());
      ++head_.size;
    }
  }

  [[nodiscard]] bool is_in_capitals(std::uint32_t number) const {
    constexpr std::size_t fewest_capitals = 8;
    const std::string_view words = lines_[number].range.of(source_);
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < words.size();) {
      const char32_t sign = next_code_point(words, at);
      if (is_lower_case(sign)) return false;
      if (is_upper_case(sign)) ++capitals;
    }
    return capitals >= fewest_capitals && !facts_[number].ended;
  }

  /// The lines of so many agenda items; none when it can't be told where they end.
  [[nodiscard]] std::vector<std::uint32_t> lines_of_items(std::size_t items) const {
    constexpr std::size_t longest_item = 8;  // lines of its title
    std::vector<std::uint32_t> found;
    std::size_t gaps = 0;
    for (const std::uint32_t number : body_.subspan(head_.size)) {
      const Line& line = lines_[number];
      const bool gap =
          !found.empty() && line.blank_lines_before > layout_.usual_blank_lines;
      gaps += gap ? 1 : 0;
      const bool enough = layout_.wrapped ? gaps == items && gap : found.size() == items;
      const bool title = patterns_.looks_like(LineLook::title, line.range.of(source_));
      if (line.indent > layout_.margin || title || enough) return found;
      // A sentence's end: the items ended somewhere above, and nothing says where.
      if (facts_[number].ended || found.size() == items * longest_item)
        return surely_joined(found, items);
      found.push_back(number);
    }
    return found;
  }

  /// Those of `found` that are the first so many items by words that go on.
  [[nodiscard]] std::vector<std::uint32_t> surely_joined(std::vector<std::uint32_t> found,
                                                         std::size_t items) const {
    std::size_t ends = 0;
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
      if (room_left(found[i], found[i + 1], layout_.width) < 0) continue;
      if (++ends < items) continue;
      found.resize(i + 1);
      return found;
    }
    return {};
  }

  /// Items that the format tells apart: as many as the line above them has numbers. Line
  /// breaks divide them where they divide them from that line.
  void read_whole_items(std::size_t items) {
    const bool broken_lines = line().hint.continues;
    for (std::size_t read = 0; more() && !looks_like(LineLook::title); ++head_.size) {
      if (broken_lines && !line().hint.continues) return;
      if (read > 0 && !broken_lines && line().hint.continues) {
        head_.groups.back().lines.push_back(line_number());
        continue;
      }
      if (read++ == items || line().hint.kind == BlockKind::heading) return;
      head_.groups.push_back({BlockKind::agenda_item, {line_number()}, {}});
    }
  }

  /// For each line but the last: does its item go on in the next line?
  [[nodiscard]] std::vector<bool> wrapped_lines(const std::vector<std::uint32_t>& found,
                                                std::size_t items) const {
    std::size_t width = 0;
    for (const std::uint32_t number : found)
      width = std::max(width, lines_[number].width);
    std::vector<std::ptrdiff_t> rest;
    for (std::size_t i = 0; i + 1 < found.size(); ++i)
      rest.push_back(room_left(found[i], found[i + 1], width));

    std::vector<std::size_t> fullest(rest.size());
    std::iota(fullest.begin(), fullest.end(), std::size_t{0});
    std::ranges::stable_sort(fullest, {}, [&](std::size_t i) { return rest[i]; });
    const std::size_t joins = items == 0 || items > found.size()
                                  ? static_cast<std::size_t>(std::ranges::count_if(
                                        rest, [](auto columns) { return columns < 0; }))
                                  : found.size() - items;
    std::vector<bool> goes_on(found.size(), false);
    for (std::size_t i = 0; i < joins; ++i)
      goes_on[fullest[i]] = true;
    return goes_on;
  }

  [[nodiscard]] std::ptrdiff_t room_left(std::uint32_t above, std::uint32_t below,
                                         std::size_t width) const {
    // Columns. A line that begins in lower case, or follows an open end, goes on with the
    // one above whatever its width.
    constexpr std::ptrdiff_t certainly_goes_on = 1000;
    constexpr std::ptrdiff_t probably_goes_on = 40;
    std::ptrdiff_t room = slack(lines_[above], facts_[below], width);
    const std::string_view next_words = lines_[below].range.of(source_);
    if (patterns_.looks_like(LineLook::open_end, lines_[above].range.of(source_)) ||
        facts_[below].lower_start)
      room -= certainly_goes_on;
    if (patterns_.looks_like(LineLook::open_start, next_words)) room -= probably_goes_on;
    return room;
  }

  void read_title() {
    if (!more()) return;
    const bool below_head = !head_.groups.empty() && line().indent > 0;
    const bool named = line().hint.kind == BlockKind::title;
    if (!below_head && !named && !looks_like(LineLook::title)) return;
    const std::size_t indent = line().indent;
    take_as(BlockKind::title);
    while (more() && title_goes_on(indent)) {
      head_.groups.back().lines.push_back(line_number());
      ++head_.size;
    }
  }

  [[nodiscard]] bool title_goes_on(std::size_t indent) const {
    if (line().hint.whole_block) return line().hint.continues || line().hint.wrapped;
    if (line().blank_lines_before > layout_.usual_blank_lines) return false;
    if (line().indent == 0) return indent > 0;
    return line().indent == indent && indent != layout_.paragraph_indent;
  }

  std::string_view source_;
  std::span<const Line> lines_;
  std::span<const LineFacts> facts_;
  std::span<const std::uint32_t> body_;
  const Layout& layout_;
  const Patterns& patterns_;
  FrontMatter head_;
};

}  // namespace

FrontMatter front_matter(std::string_view source, std::span<const Line> lines,
                         std::span<const LineFacts> facts,
                         std::span<const std::uint32_t> body, const Layout& layout,
                         const Patterns& patterns) {
  return HeadReader(source, lines, facts, body, layout, patterns).read();
}

}  // namespace hexapla
