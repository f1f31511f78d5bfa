#include "exchange/translation_unit.hpp"
#include "text/utf8.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace hexapla {
namespace {

/// One line of text in NFC, as a segment of a document is; empty for a blank one.
std::string as_segment(std::string_view text) {
  std::string line = nfc(text);
  std::ranges::replace_if(
      line, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
  const ByteRange kept = trimmed(line, {0, line.size()});
  return std::string(kept.of(line));
}

/// Documents that grow by a unit at a time.
class MemoryTexts {
 public:
  MemoryTexts(std::string name, Language source) : name_(std::move(name)) {
    if (source != Language()) (void)number_of(source);
  }

  void add(const TranslationUnit& unit) {
    std::map<std::size_t, std::string> texts;  // by document
    for (const Variant& variant : unit.variants)
      if (std::string text = as_segment(variant.text); !text.empty())
        texts.emplace(number_of(variant.language), std::move(text));
    Row row;
    for (std::size_t at = 0; at < multitext_.documents.size(); ++at) {
      const auto first =
          static_cast<std::uint32_t>(multitext_.documents[at].segments.size());
      const auto text = texts.find(at);
      if (text != texts.end()) append(multitext_.documents[at], text->second);
      row.runs.push_back({first, first + (text == texts.end() ? 0U : 1U)});
    }
    row.confidence = unit.confidence;
    multitext_.rows.push_back(std::move(row));
  }

  Multitext finish() && {
    drop_unused();
    for (Row& row : multitext_.rows)
      while (row.runs.size() < multitext_.documents.size())
        row.runs.emplace_back();  // languages that came up later
    for (std::uint32_t target = 1; target < multitext_.documents.size(); ++target)
      multitext_.bitexts.push_back(bitext_with(target));
    return std::move(multitext_);
  }

 private:
  std::size_t number_of(Language language) {
    const auto [place, is_new] = numbers_.emplace(language, multitext_.documents.size());
    if (is_new) {
      multitext_.documents.emplace_back();
      Document& document = multitext_.documents.back().document;
      document.name = name_;
      document.language = language;
      document.format = "memory";
    }
    return place->second;
  }

  static void append(SegmentedDocument& version, const std::string& text) {
    Document& document = version.document;
    if (!document.text.empty()) document.text += '\n';
    const ByteRange range{document.text.size(), document.text.size() + text.size()};
    document.text += text;
    document.blocks.push_back({BlockKind::paragraph, range, {}});
    version.segments.push_back(
        {range, static_cast<std::uint32_t>(document.blocks.size() - 1)});
  }

  /// The language that the header calls the source may have no texts.
  void drop_unused() {
    if (multitext_.documents.empty() || !multitext_.documents.front().segments.empty() ||
        multitext_.documents.size() == 1)
      return;
    multitext_.documents.erase(multitext_.documents.begin());
    for (Row& row : multitext_.rows)
      row.runs.erase(row.runs.begin());
  }

  [[nodiscard]] Bitext bitext_with(std::uint32_t target) const {
    Bitext bitext;
    bitext.target = target;
    for (const Row& row : multitext_.rows)
      if (!row.runs[0].empty() || !row.runs[target].empty())
        bitext.beads.push_back({row.runs[0], row.runs[target], row.confidence});
    return bitext;
  }

  std::string name_;
  std::map<Language, std::size_t> numbers_;
  Multitext multitext_;
};

}  // namespace

Multitext texts_of_work(const Store& store, std::int64_t work) {
  for (const WorkInfo& info : store.works()) {
    if (info.id != work || info.kind != WorkKind::memory) continue;
    MemoryTexts texts(info.name, store.memory_header(work).source);
    store.each_unit({work}, [&](const StoredUnit& stored) {
      texts.add(stored.unit);
      return true;
    });
    return std::move(texts).finish();
  }
  return store.multitext(work);
}

}  // namespace hexapla
