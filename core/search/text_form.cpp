#include "search/text_form.hpp"

#include "text/fold.hpp"
#include "text/simplified.hpp"

#include <utility>

namespace hexapla {

std::string form_of(std::string_view word, WordKind kind) {
  return kind == WordKind::han ? simplified_form(word) : folded(word);
}

std::vector<TextForm> text_forms(std::string_view text) {
  std::vector<TextForm> forms;
  for (const Word& word : words_of(text)) {
    if (word.kind == WordKind::punctuation) continue;
    std::string form = form_of(word.range.of(text), word.kind);
    if (!form.empty()) forms.push_back({word.range, word.kind, std::move(form)});
  }
  return forms;
}

}  // namespace hexapla
