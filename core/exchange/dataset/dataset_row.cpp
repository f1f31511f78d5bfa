#include "exchange/dataset/dataset_row.hpp"

#include "format/json.hpp"

#include <utility>

namespace hexapla {
namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

}  // namespace

std::string dataset_line(const DatasetRow& row, std::span<const Language> languages) {
  Json translation = Json::object();
  for (const Language language : languages) {
    const Variant* const variant = variant_in(row.unit, language);
    translation[std::string(language.tag())] =
        variant == nullptr ? Json() : Json(variant->text);
  }
  return Json{{"id", row.id},
              {"document", row.document},
              {"symbol", text_or_null(row.symbol)},
              {"date", text_or_null(row.date)},
              {"position", row.position},
              {"confidence", rounded(row.unit.confidence)},
              {"agreement", rounded(row.agreement)},
              {"licence", text_or_null(row.licence)},
              {"translation", std::move(translation)}}
      .dump();
}

}  // namespace hexapla
