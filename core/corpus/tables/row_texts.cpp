#include "corpus/tables/row_texts.hpp"

#include "corpus/database/fields.hpp"

#include <string>

namespace hexapla {

using sqlite::Connection;
using sqlite::Statement;

RowTexts::RowTexts(const Connection& connection, std::int64_t work)
    : run_(connection,
           "SELECT document, first, last FROM row_run JOIN document ON id = document "
           "WHERE row = ? AND first < last ORDER BY number"),
      segment_(connection,
               "SELECT segment.\"begin\", segment.\"end\", edited.text FROM segment "
               "LEFT JOIN edited ON edited.document = segment.document "
               "AND edited.segment = segment.number "
               "WHERE segment.document = ? AND number >= ? AND number < ? "
               "ORDER BY number") {
  Statement document(connection, "SELECT id, language FROM document WHERE work = ?");
  document.bind(1, work);
  while (document.step())
    sources_.emplace(
        document.integer(0),
        Source{language_at(document, 1),
               sqlite::Blob(connection, "document", "text", document.integer(0))});
}

std::string RowTexts::text_of(std::int64_t document, const Source& source,
                              std::int64_t first, std::int64_t last) {
  segment_.reset();
  segment_.bind(1, document).bind(2, first).bind(3, last);
  std::string text;
  std::int64_t found = 0;
  for (; segment_.step(); ++found) {
    if (!text.empty() && !source.language.spaceless()) text += ' ';
    if (segment_.null(2)) {
      const ByteRange range = range_at(segment_, 0, UINT32_MAX);
      text += source.text.read(range.begin, range.end - range.begin);
    } else {
      text += segment_.text(2);
    }
  }
  if (found != last - first) refuse_corpus(segment_, "a row lacks a segment");
  return text;
}

void RowTexts::read(std::int64_t row, std::vector<Variant>& variants) {
  run_.reset();
  run_.bind(1, row);
  while (run_.step()) {
    const std::int64_t document = run_.integer(0);
    const auto source = sources_.find(document);
    if (source == sources_.end()) refuse_corpus(run_, "a row's document is not its work's");
    Variant variant;
    variant.language = source->second.language;
    variant.text = text_of(document, source->second, run_.integer(1), run_.integer(2));
    variants.push_back(std::move(variant));
  }
}

}  // namespace hexapla
