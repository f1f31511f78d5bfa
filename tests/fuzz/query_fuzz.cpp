#include "require_sound.hpp"
#include "search/similarity.hpp"
#include "search/text_matcher.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <string>

/// The first line is a query, what follows the text that it is asked of, in the languages
/// whose words are cut most differently.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  if (find_ill_formed(bytes)) return 0;  // the command line and the store see to that
  const std::string words = bytes.substr(0, bytes.find('\n'));
  const std::string text = bytes.substr(std::min(words.size() + 1, bytes.size()));
  for (const Language language : {languages::zh, languages::ar, languages::ru}) {
    try {
      const TextMatcher matcher(parse_query(words), language);
      const auto hit = matcher.find(text);
      if (!hit) continue;
      std::size_t end = 0;
      for (const ByteRange& range : *hit) {
        require(range.begin >= end && range.end <= text.size() && !range.empty());
        end = range.end;
      }
      require(!find_ill_formed(hit->front().of(text)));
    } catch (const Error&) {
      continue;
    }
  }
  return 0;
}
