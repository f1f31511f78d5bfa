#pragma once

#include "align/rows.hpp"
#include "corpus/bead_edits.hpp"
#include "corpus/store.hpp"
#include "folder.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hexapla {

inline const Stamp noon{"2020-11-03T12:00:00Z", "reviser"};

/// A work of two versions of four sentences, each linked to its own.
inline Multitext four_sentences() {
  Multitext multitext;
  const std::vector<std::vector<std::string>> texts{
      {"导弹造成14人死亡。", "袭击仍在继续。", "我们谴责这一行为。", "谨此奉告。"},
      {"Missiles killed 14 people.", "The attacks continue.", "We condemn this act.",
       "Please accept this."}};
  const std::vector<Language> languages{languages::zh, languages::en};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    SegmentedDocument version;
    version.document.language = languages[i];
    version.document.name = "letter." + std::string(languages[i].tag()) + ".txt";
    for (const std::string& text : texts[i]) {
      const std::size_t begin = version.document.text.size();
      version.document.text += text;
      version.segments.push_back({{begin, version.document.text.size()}, 0});
      version.document.text += ' ';
    }
    version.document.text.pop_back();
    version.document.blocks = {
        {BlockKind::paragraph, {0, version.document.text.size()}, ""}};
    const auto size = static_cast<std::uint32_t>(version.document.text.size());
    version.document.origin = SourceMap({{0, size, 0, size, true}});
    multitext.documents.push_back(std::move(version));
  }
  Bitext bitext{0, 1, {}};
  for (std::uint32_t i = 0; i < 4; ++i)
    bitext.beads.push_back({{i, i + 1}, {i, i + 1}, .75});
  multitext.bitexts = {bitext};
  multitext.rows = rows_from(multitext.bitexts, std::vector<std::uint32_t>{4, 4});
  return multitext;
}

/// A store with that work, the id 1, and a finding in its first sentence.
inline std::string made(const Folder& folder) {
  const std::string file = folder.path("letter.hexapla");
  const std::vector<Finding> findings{{Rule::number,
                                       Severity::error,
                                       1,
                                       {{languages::zh, 0, {12, 14}}},
                                       {{languages::en, 0, {16, 18}}},
                                       "14",
                                       ""}};
  Store::write_corpus(file, four_sentences(), {}, findings);
  return file;
}

inline BeadEdits edits_of(const Multitext& multitext) {
  return {multitext, languages::zh, languages::en};
}

inline std::vector<std::string> texts_in(const Store& store, Language language) {
  std::vector<std::string> texts;
  store.each_unit({}, [&](const StoredUnit& unit) {
    const Variant* const variant = variant_in(unit.unit, language);
    texts.push_back(variant == nullptr ? "" : variant->text);
    return true;
  });
  return texts;
}

inline std::vector<Verdict> verdicts_in(const Store& store) {
  std::vector<Verdict> verdicts;
  store.each_unit({}, [&](const StoredUnit& unit) {
    verdicts.push_back(unit.verdict);
    return true;
  });
  return verdicts;
}

inline std::vector<std::int64_t> ids_in(const Store& store) {
  std::vector<std::int64_t> ids;
  store.each_unit({}, [&](const StoredUnit& unit) {
    ids.push_back(unit.row);
    return true;
  });
  return ids;
}

inline Decision judgement(DecisionKind kind, std::uint32_t source,
                          const Multitext& multitext) {
  Decision decision;
  decision.kind = kind;
  decision.beads = {edits_of(multitext).bead_with(source, std::nullopt)};
  return decision;
}

inline Decision edit_of(Language language, std::uint32_t segment, const std::string& text) {
  Decision edit;
  edit.kind = DecisionKind::edit;
  edit.language = language;
  edit.segment = segment;
  edit.text = text;
  return edit;
}

}  // namespace hexapla
