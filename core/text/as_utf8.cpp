#include "text/as_utf8.hpp"

#include "text/utf8.hpp"

namespace hexapla {

std::string as_utf8(std::string_view bytes) {
  std::string text;
  for (;;) {
    const auto bad = find_ill_formed(bytes);
    text += bytes.substr(0, bad.value_or(bytes.size()));
    if (!bad) return text;
    text += "\uFFFD";
    bytes.remove_prefix(*bad + 1);
  }
}

}  // namespace hexapla
