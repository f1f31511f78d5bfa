#include "border_score.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

#include <string>

#include <unicode/brkiter.h>
#include <unicode/localpointer.h>
#include <unicode/utext.h>

namespace hexapla::eval {

Borders plain_icu_borders(std::string_view text, Language language) {
  icu_detail::Status status;
  const icu::LocalPointer<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(
          icu::Locale(std::string(language.tag()).c_str()), status));
  status.require("make sentence rules");
  const icu::LocalUTextPointer utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), status));
  status.require("open a text");
  breaks->setText(utext.getAlias(), status);
  status.require("read a text");
  Borders borders;
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE;
       at = breaks->next()) {
    const auto end = static_cast<std::size_t>(at);
    if (end < text.size()) borders.push_back(trimmed(text, {0, end}).end);
  }
  return borders;
}

}  // namespace hexapla::eval
