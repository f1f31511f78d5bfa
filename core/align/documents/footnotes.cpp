#include "align/documents/footnotes.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/number/number.hpp"

#include <algorithm>
#include <string>

namespace hexapla {
namespace {

struct Footnote {
  std::string label;
  Numbers numbers;
};

/// The label without brackets and full stops, a number as its value: `(1)`, `١`.
std::string plain_label(std::string_view label, Language language) {
  std::string plain = folded(label);
  std::erase_if(plain, [](char c) { return c == '(' || c == ')' || c == '.' || c == ' '; });
  const auto numbers = numbers_in(plain, language);
  const bool is_number =
      numbers.size() == 1 && numbers.front().range == ByteRange{0, plain.size()};
  return is_number ? numbers.front().value : plain;
}

/// What stands before the text of a note: `1`, `¹`, `(2)`, `3.`; nothing when that is no
/// label.
std::string_view leading_label(std::string_view text) {
  constexpr std::size_t longest = 6;  // code points
  std::size_t at = 0;
  std::size_t digits = 0;
  for (std::size_t read = 0; read < longest && at < text.size(); ++read) {
    std::size_t next = at;
    const char32_t sign = next_code_point(text, next);
    if (is_white_space(sign)) return digits > 0 ? text.substr(0, at) : std::string_view();
    const bool is_bracket = sign == U'(' || sign == U')' || sign == U'.';
    const std::string plain = folded(text.substr(at, next - at));
    if (!is_bracket && !(plain.size() == 1 && is_digit(code_point_at(plain, 0))) &&
        !is_digit(sign))
      return {};
    if (!is_bracket) ++digits;
    at = next;
  }
  return {};
}

std::vector<Footnote> footnotes_of(const SegmentedDocument& version,
                                   const Numbers& stream) {
  std::vector<Footnote> footnotes;
  std::uint32_t block = 0;
  for (const auto number : stream) {
    const Segment& segment = version.segments[number];
    if (footnotes.empty() || segment.block != block)
      footnotes.push_back({note_label(version, segment), {}});
    block = segment.block;
    footnotes.back().numbers.push_back(number);
  }
  return footnotes;
}

std::vector<std::string_view> sorted_labels(const std::vector<Footnote>& footnotes) {
  std::vector<std::string_view> labels;
  for (const Footnote& footnote : footnotes)
    labels.push_back(footnote.label);
  std::ranges::sort(labels);
  return labels;
}

/// Whether one version numbers its footnotes anew on each page, and the other doesn't.
bool one_begins_anew(const std::vector<Footnote>& sources,
                     const std::vector<Footnote>& targets) {
  if (sources.size() != targets.size()) return false;
  const auto ones = sorted_labels(sources);
  const auto others = sorted_labels(targets);
  const auto has_twins = [](const std::vector<std::string_view>& labels) {
    return std::ranges::adjacent_find(labels) != labels.end();
  };
  return ones != others && has_twins(ones) != has_twins(others);
}

}  // namespace

std::string note_label(const SegmentedDocument& version, const Segment& segment) {
  const std::string& label = version.block_of(segment).label;
  return plain_label(
      label.empty() ? leading_label(version.text_of(segment)) : std::string_view(label),
      version.document.language);
}

std::vector<FootnotePair> footnote_pairs(const SegmentedDocument& source,
                                         const Numbers& source_stream,
                                         const SegmentedDocument& target,
                                         const Numbers& target_stream) {
  const auto footnotes = footnotes_of(source, source_stream);
  auto unmatched = footnotes_of(target, target_stream);
  if (one_begins_anew(footnotes, unmatched)) return {{source_stream, target_stream}};
  const std::size_t all = unmatched.size();
  std::vector<FootnotePair> pairs;
  for (const Footnote& footnote : footnotes) {
    const auto partner = std::ranges::find(unmatched, footnote.label, &Footnote::label);
    if (partner == unmatched.end()) {
      pairs.push_back({footnote.numbers, {}});
    } else {
      pairs.push_back({footnote.numbers, partner->numbers});
      unmatched.erase(partner);
    }
  }
  const bool no_label_in_common = unmatched.size() == all;
  if (no_label_in_common && !source_stream.empty()) return {{source_stream, target_stream}};
  for (const Footnote& footnote : unmatched)
    pairs.push_back({{}, footnote.numbers});
  return pairs;
}

}  // namespace hexapla
