#pragma once

#include "segment/segments.hpp"

#include <string>
#include <vector>

namespace hexapla {

constexpr auto paragraph = BlockKind::paragraph;
constexpr auto footnote = BlockKind::footnote;
constexpr auto signature = BlockKind::signature;

struct MadeLine {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  std::string label = {};
};

/// A document whose blocks have one segment each.
inline SegmentedDocument made_document(Language language,
                                       const std::vector<MadeLine>& lines) {
  SegmentedDocument version;
  version.document.language = language;
  for (const auto& [kind, text, label] : lines) {
    if (!version.document.text.empty()) version.document.text += '\n';
    const auto begin = version.document.text.size();
    version.document.text += text;
    const ByteRange range{begin, version.document.text.size()};
    version.document.blocks.push_back({kind, range, label});
    version.segments.push_back(
        {range, static_cast<std::uint32_t>(version.segments.size())});
  }
  return version;
}

}  // namespace hexapla
