#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "term/termbase.hpp"

#include <string>
#include <utility>
#include <vector>

namespace hexapla {

/// A document of one title, two sentences and a footnote; its words are given.
inline SegmentedDocument made_up_document(Language language, const std::string& name,
                                          const std::string& title,
                                          const std::string& sentence) {
  SegmentedDocument version;
  Document& document = version.document;
  document.name = name;
  document.language = language;
  document.text = title + '\n' + sentence + "1\n1 A/75/574.";
  const std::size_t mark = title.size() + 1 + sentence.size();
  document.blocks = {{BlockKind::title, {0, title.size()}, ""},
                     {BlockKind::paragraph, {title.size() + 1, mark + 1}, ""},
                     {BlockKind::footnote, {mark + 2, document.text.size()}, "1"}};
  document.marks = {{{mark, mark + 1}, "1"}};
  document.origin = SourceMap({{0, 5, 1, 5, true}, {5, 1, 6, 3, false, 3, 2}});
  document.mended = {{40, 41}, {60, 61}};
  document.source_size = 4096;
  document.format = "html";
  document.encoding = "GB18030";
  document.encoding_certain = false;
  document.parts = {{"page 1", 0}, {"page 2", 31}};
  document.left_out = {{"a script", {60, 70}}};
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block)
    version.segments.push_back({document.blocks[block].range, block});
  return version;
}

/// Three versions: the second merges two segments, the third lacks the footnote.
inline Multitext made_up_multitext() {
  Multitext multitext;
  multitext.documents = {
      made_up_document(languages::zh, "letter.zh.txt", "秘书长的信", "导弹造成14人死亡。"),
      made_up_document(languages::ar, "letter.ar.txt", "رسالة إلى الأمين العام",
                       "وأسفر القصف عن مقتل 14 مدنيا."),
      made_up_document(languages::ru, "letter.ru.txt",
                       "Письмо на имя Генерального секретаря",
                       "В результате погибли 14 человек.")};
  multitext.documents[2].document.blocks.pop_back();
  multitext.documents[2].segments.pop_back();
  multitext.bitexts = {
      {0, 1, {{{0, 2}, {0, 2}, .75}, {{2, 3}, {2, 3}, 1. / 3}}},
      {0, 2, {{{0, 1}, {0, 1}, .5}, {{1, 2}, {1, 2}, 1}, {{2, 3}, {2, 2}, .1}}}};
  multitext.rows = {{{{0, 2}, {0, 2}, {0, 2}}, .5, 2. / 3}, {{{2, 3}, {2, 3}, {2, 2}}, .1}};
  return multitext;
}

inline Termbase made_up_termbase() {
  return {
      {{"un-1",
        "organs",
        {{languages::zh, "秘书长", TermStatus::preferred, "noun", "A/75/1", ""},
         {languages::ar, "الأمين العام", TermStatus::preferred, "", "", "رئيس الأمانة"}}},
       {"un-2",
        "",
        {{languages::ru, "генсек", TermStatus::forbidden, "", "", ""},
         {languages::ru, "ГС", TermStatus::admitted, "noun", "", "", true, true,
          "Генеральный секретарь"},
         {languages::ru, "генеральный секретарь Лиги", TermStatus::obsolete, "", "", ""}},
        "Главное административное должностное лицо",
        "Устав, статья 97"}}};
}

inline std::vector<Finding> made_up_findings() {
  return {
      {Rule::number,
       Severity::error,
       .75,
       {{languages::zh, 1, {12, 14}}},
       {{languages::ar, 1, {0, 8}}, {languages::ar, 0, {0, 10}}},
       "14 is missing",
       "14"},
      {Rule::term_missing, Severity::note, 1, {}, {{languages::ru, 0, {0, 12}}}, "м", ""}};
}

}  // namespace hexapla
