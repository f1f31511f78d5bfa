#include "format/tab_field.hpp"

namespace hexapla {

std::string tab_field(std::string_view text) {
  constexpr std::string_view special = "\\\t\n\r";
  constexpr std::string_view letters = "\\tnr";
  std::string escaped;
  escaped.reserve(text.size());
  for (const char character : text) {
    const std::size_t place = special.find(character);
    if (place == std::string_view::npos) {
      escaped += character;
    } else {
      escaped += {'\\', letters[place]};
    }
  }
  return escaped;
}

}  // namespace hexapla
