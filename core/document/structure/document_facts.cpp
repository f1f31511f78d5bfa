#include "document/structure/document_facts.hpp"

#include "document/structure/patterns.hpp"
#include "text/code_point.hpp"
#include "text/date/date.hpp"
#include "text/symbol.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace hexapla {
namespace {

// Blocks among which the first page's head is looked for, and bytes of a line of it.
constexpr std::size_t most_head_blocks = 25;
constexpr std::size_t longest_head_line = 300;
// Lines between the distribution and the date below it.
constexpr std::size_t date_reach = 3;

constexpr std::array distributions{
    std::pair(LineLook::distr_general, Distribution::general),
    std::pair(LineLook::distr_limited, Distribution::limited),
    std::pair(LineLook::distr_restricted, Distribution::restricted)};
constexpr std::array originals{std::pair(LineLook::original_ar, languages::ar),
                               std::pair(LineLook::original_en, languages::en),
                               std::pair(LineLook::original_es, languages::es),
                               std::pair(LineLook::original_fr, languages::fr),
                               std::pair(LineLook::original_ru, languages::ru),
                               std::pair(LineLook::original_zh, languages::zh)};

std::string day_of(const Date& date) {
  std::array<char, 16> day{};
  (void)std::snprintf(day.data(), day.size(), "%04d-%02d-%02d",
                      static_cast<int>(*date.year), static_cast<int>(date.month),
                      static_cast<int>(*date.day));
  return day.data();
}

class FactReader {
 public:
  explicit FactReader(const Document& document) : document_(document) {}

  DocumentFacts read() {
    collect_lines();
    read_distribution_and_date();
    for (const std::string_view line : head_) {
      read_original(line);
      read_symbol(line);
    }
    for (const std::string_view line : furniture_) {
      read_symbol(line);
      read_job_number(line);
    }
    for (const std::string_view line : head_)
      read_job_number(line);
    read_blocks();
    return std::move(facts_);
  }

 private:
  [[nodiscard]] std::string_view words_of_block(const Block& block) const {
    return block.range.of(document_.text);
  }

  static void add_lines(std::vector<std::string_view>& lines, std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = trimmed(text, {begin, end}).of(text);
      if (!line.empty() && line.size() <= longest_head_line) lines.push_back(line);
      begin = end + 1;
    }
  }

  void collect_lines() {
    std::size_t count = 0;
    for (const Block& block : document_.blocks) {
      if (block.kind == BlockKind::furniture) add_lines(furniture_, words_of_block(block));
      const bool body =
          block.kind != BlockKind::furniture && block.kind != BlockKind::footnote;
      if (body && count++ < most_head_blocks) add_lines(head_, words_of_block(block));
    }
  }

  void read_distribution_and_date() {
    for (std::size_t i = 0; i < head_.size(); ++i)
      for (const auto& [look, distribution] : distributions) {
        if (facts_.distribution || !patterns_.found_in(look, head_[i])) continue;
        facts_.distribution = distribution;
        for (std::size_t j = i; j < std::min(head_.size(), i + date_reach + 1); ++j)
          read_date(head_[j]);
      }
  }

  void read_date(std::string_view line) {
    // Mastheads of Arabic, Chinese and Russian documents are dated in English.
    for (const Language language : {document_.language, languages::en})
      for (const Date& date : dates_in(line, language))
        if (!facts_.date && date.year && date.day) facts_.date = day_of(date);
  }

  void read_original(std::string_view line) {
    for (const auto& [look, language] : originals)
      if (!facts_.original && patterns_.found_in(look, line)) facts_.original = language;
  }

  void read_symbol(std::string_view line) {
    if (facts_.symbol) return;
    const auto symbols = symbols_in(line);
    if (symbols.empty()) return;
    // "A/75/574 & S/2020/1083": one document under two symbols.
    for (std::size_t i = 1; i < symbols.size(); ++i) {
      const ByteRange between = trimmed(line, {symbols[i - 1].end, symbols[i].begin});
      if (between.of(line) != "&") return;
    }
    const std::size_t end = variants_end(line, part_end(line, symbols.back().end));
    std::string_view rest = line.substr(end);
    if (rest.starts_with('*')) rest.remove_prefix(1);
    const ByteRange before = trimmed(line, {0, symbols[0].begin});
    const bool alone =
        before.empty() || patterns_.looks_like(LineLook::masthead, before.of(line));
    if (rest.empty() && alone)
      facts_.symbol = ByteRange{symbols.front().begin, end}.of(line);
  }

  /// Where the variants end that share a symbol which ends at `begin`: "A/C.1/79/L.1 &
  /// Add.1 and Corr.2", "S/2023/1&2"; `begin` where there are none.
  [[nodiscard]] static std::size_t variants_end(std::string_view line, std::size_t begin) {
    constexpr std::array<std::string_view, 7> joints{"&", "and", "et", "y", "и", "و", "和"};
    constexpr std::array<std::string_view, 5> kinds{"Add.", "Corr.", "Rev.", "Amend.", ""};
    std::size_t end = begin;
    while (true) {
      std::string_view rest = line.substr(end);
      const auto skip_spaces = [&] {
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
      };
      skip_spaces();
      const auto* const joint = std::ranges::find_if(
          joints, [&](std::string_view one) { return rest.starts_with(one); });
      if (joint == joints.end()) return end;
      rest.remove_prefix(joint->size());
      skip_spaces();
      const auto* const kind = std::ranges::find_if(
          kinds, [&](std::string_view one) { return rest.starts_with(one); });
      rest.remove_prefix(kind->size());
      const std::size_t figures =
          std::min(rest.find_first_not_of("0123456789"), rest.size());
      const bool bare = kind->empty() && *joint != "&";  // "A/79/1 and 2 others"
      if (figures == 0 || bare) return end;
      end = line.size() - rest.size() + figures;
    }
  }

  /// Where a symbol that ends at `begin` ends with its part: "A/81/6 (Sect. 13)/Part A".
  [[nodiscard]] static std::size_t part_end(std::string_view line, std::size_t begin) {
    constexpr std::string_view opening = " (";
    const std::size_t first = begin + opening.size();
    if (!line.substr(begin).starts_with(opening) || first >= line.size() ||
        line[first] < 'A' || line[first] > 'Z')  // a year is no part
      return begin;
    const std::size_t close = line.find(')', begin);
    if (close == std::string_view::npos) return begin;
    const std::string_view part = line.substr(begin, close - begin);
    if (part.find_first_of("0123456789IVX") == std::string_view::npos) return begin;
    std::size_t end = close + 1;
    if (line.substr(end).starts_with('/')) end = std::min(line.find('*', end), line.size());
    return end;
  }

  void read_job_number(std::string_view line) {
    if (!facts_.job_number)
      facts_.job_number = patterns_.found_in(LineLook::job_number, line);
  }

  void read_blocks() {
    for (const Block& block : document_.blocks) {
      const std::string words(words_of_block(block));
      if (block.kind == BlockKind::session && !facts_.session) facts_.session = words;
      if (block.kind == BlockKind::title && !facts_.title) facts_.title = words;
    }
    if (!facts_.title) facts_.title = heading_below_agenda();
    // Old drafts have nothing but their agenda item.
    if (!facts_.title) facts_.title = only_agenda_item();
    if (facts_.title)
      facts_.addressee = patterns_.found_in(LineLook::addressee, *facts_.title);
  }

  [[nodiscard]] std::optional<std::string> only_agenda_item() const {
    const auto is_item = [](const Block& block) {
      return block.kind == BlockKind::agenda_item;
    };
    const auto item = std::ranges::find_if(document_.blocks, is_item);
    if (std::ranges::count_if(document_.blocks, is_item) != 1) return std::nullopt;
    return std::string(words_of_block(*item));
  }

  static bool is_head(BlockKind kind) {
    return kind == BlockKind::masthead || kind == BlockKind::session ||
           kind == BlockKind::agenda_reference || kind == BlockKind::agenda_item;
  }

  /// The title of a report, draft or resolution whose agenda item and title are headings:
  /// the first below those of the agenda items that no line above a title looks like.
  [[nodiscard]] std::optional<std::string> heading_below_agenda() const {
    std::vector<std::string_view> headings;
    std::size_t items = 0;
    bool below_head = false;
    for (const Block& block : document_.blocks) {
      const std::string_view words = words_of_block(block);
      if (is_head(block.kind)) {
        if (block.kind == BlockKind::agenda_reference) items = count_numbers(words);
        if (block.kind == BlockKind::agenda_item) items = 0;
        headings.clear();
        below_head = true;
      } else if (block.kind == BlockKind::heading && below_head) {
        headings.push_back(words);
      } else if (!headings.empty() && !patterns_.looks_like(LineLook::above_title, words)) {
        break;
      }
    }
    for (const std::string_view heading : headings)
      if (const std::size_t end = resolution_number_end(heading); end > 0)
        return std::string(trimmed(heading, {end, heading.size()}).of(heading));
    if (headings.size() > items)
      headings.erase(headings.begin(),
                     headings.begin() + static_cast<std::ptrdiff_t>(items));
    for (const std::string_view heading : headings)
      if (!patterns_.looks_like(LineLook::above_title, heading))
        return std::string(heading);
    return std::nullopt;
  }

  /// After the "78/54." that a resolution's title begins with; 0 for others.
  [[nodiscard]] static std::size_t resolution_number_end(std::string_view heading) {
    const std::size_t end = heading.find_first_not_of("0123456789/");
    if (end == std::string_view::npos || end == 0 ||
        heading.substr(0, end).find('/') == std::string_view::npos || heading[end] != '.')
      return 0;
    return end + 1;
  }

  [[nodiscard]] static std::size_t count_numbers(std::string_view words) {
    std::size_t count = 0;
    bool inside = false;
    for (std::size_t at = 0; at < words.size();) {
      const bool digit = is_digit(next_code_point(words, at));
      if (digit && !inside) ++count;
      inside = digit;
    }
    return count;
  }

  const Document& document_;
  Patterns patterns_;
  std::vector<std::string_view> head_;
  std::vector<std::string_view> furniture_;
  DocumentFacts facts_;
};

}  // namespace

std::string_view name_of(Distribution distribution) noexcept {
  constexpr std::array<std::string_view, 3> names{"general", "limited", "restricted"};
  return names.at(static_cast<std::size_t>(distribution));
}

DocumentFacts document_facts(const Document& document) {
  return FactReader(document).read();
}

}  // namespace hexapla
