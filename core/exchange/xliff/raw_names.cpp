#include "exchange/xliff/raw_names.hpp"

#include <charconv>

namespace hexapla {

std::string as_text(const Numbered& numbered) {
  return std::to_string(numbered.number) + ' ' + numbered.words;
}

Numbered numbered_in(std::string_view text) {
  Numbered numbered;
  const auto [end, fault] =
      std::from_chars(text.data(), text.data() + text.size(), numbered.number);
  if (fault != std::errc() || end == text.data() + text.size() || *end != ' ') return {};
  numbered.words = text.substr(static_cast<std::size_t>(end - text.data()) + 1);
  return numbered;
}

}  // namespace hexapla
