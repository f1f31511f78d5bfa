#include "align/documents/footnotes.hpp"

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

std::vector<Footnote> footnotes_of(const SegmentedDocument& version,
                                   const Numbers& stream) {
  std::vector<Footnote> footnotes;
  std::uint32_t block = 0;
  for (const auto number : stream) {
    const Segment& segment = version.segments[number];
    if (footnotes.empty() || segment.block != block)
      footnotes.push_back(
          {plain_label(version.block_of(segment).label, version.document.language), {}});
    block = segment.block;
    footnotes.back().numbers.push_back(number);
  }
  return footnotes;
}

}  // namespace

std::vector<FootnotePair> footnote_pairs(const SegmentedDocument& source,
                                         const Numbers& source_stream,
                                         const SegmentedDocument& target,
                                         const Numbers& target_stream) {
  auto unmatched = footnotes_of(target, target_stream);
  const std::size_t all = unmatched.size();
  std::vector<FootnotePair> pairs;
  for (const Footnote& footnote : footnotes_of(source, source_stream)) {
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
