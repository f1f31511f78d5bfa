#include "exchange/dataset/yaml_text.hpp"

namespace hexapla {

std::string yaml_text(std::string_view text) {
  constexpr unsigned char first_printable = ' ';
  std::string result = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') result += '\\';
    result += static_cast<unsigned char>(byte) < first_printable ? ' ' : byte;
  }
  return result + '"';
}

}  // namespace hexapla
