#pragma once

#include "align/multitext.hpp"
#include "align/rows.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// A version whose segments are these texts, a paragraph each.
inline SegmentedDocument version_of(Language language,
                                    const std::vector<std::string>& texts) {
  SegmentedDocument version;
  version.document.language = language;
  version.document.name = "udhr." + std::string(language.tag()) + ".txt";
  for (const std::string& text : texts) {
    const std::size_t begin = version.document.text.size();
    version.document.text += text;
    const auto block = static_cast<std::uint32_t>(version.document.blocks.size());
    const ByteRange range{begin, version.document.text.size()};
    version.document.blocks.push_back({BlockKind::paragraph, range, ""});
    version.segments.push_back({range, block});
    version.document.text += '\n';
  }
  const auto size = static_cast<std::uint32_t>(version.document.text.size());
  version.document.origin = SourceMap({{0, size, 0, size, true}});
  return version;
}

inline std::vector<std::uint32_t> sizes_of(const Multitext& multitext) {
  std::vector<std::uint32_t> sizes;
  for (const SegmentedDocument& version : multitext.documents)
    sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
  return sizes;
}

inline void make_rows(Multitext& multitext) {
  multitext.rows = rows_from(multitext.bitexts, sizes_of(multitext), multitext.confirmed);
}

/// The preamble's last words: "Now, therefore," is alone in English and Spanish.
inline Multitext preamble() {
  Multitext multitext;
  multitext.documents = {
      version_of(languages::zh,
                 {"鉴于各会员国已誓愿。", "因此现在，大会发布这一宣言。", "第50条"}),
      version_of(languages::ar,
                 {"ولما كانت الدول قد تعهدت،", "فإن الجمعية العامة تنادي.", "المادة 50"}),
      version_of(languages::en, {"Whereas Member States have pledged,", "Now, therefore,",
                                 "The General Assembly proclaims.", "Article 15"})};
  multitext.bitexts = {
      {0, 1, {{{0, 1}, {0, 1}, .9}, {{1, 2}, {1, 2}, .9}, {{2, 3}, {2, 3}, .9}}},
      {0, 2, {{{0, 1}, {0, 2}, .6}, {{1, 2}, {2, 3}, .6}, {{2, 3}, {3, 4}, .9}}},
      {1, 2, {{{0, 1}, {0, 2}, .6}, {{1, 2}, {2, 3}, .6}, {{2, 3}, {3, 4}, .9}}}};
  make_rows(multitext);
  return multitext;
}

}  // namespace hexapla
