#include "text/stem.hpp"

#include <new>

#include <libstemmer.h>

namespace hexapla {
namespace {

struct Deleter {
  void operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }
};

}  // namespace

struct Stemmer::Rules {
  std::unique_ptr<sb_stemmer, Deleter> snowball;  ///< Null for a language without rules.
};

Stemmer::Stemmer(Language language)
    // Snowball knows its languages by their two-letter codes.
    : rules_(new Rules{std::unique_ptr<sb_stemmer, Deleter>(
          sb_stemmer_new(std::string(language.primary()).c_str(), "UTF_8"))}) {}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view word) const {
  sb_stemmer* snowball = rules_->snowball.get();
  if (snowball == nullptr) return std::string(word);
  std::string bytes(word);
  const auto size = static_cast<int>(bytes.size());
  // Snowball counts in bytes of type unsigned char; the cast changes no value.
  const sb_symbol* stemmed =
      sb_stemmer_stem(snowball, reinterpret_cast<const sb_symbol*>(bytes.data()), size);
  if (stemmed == nullptr) throw std::bad_alloc();
  const auto length = static_cast<std::size_t>(sb_stemmer_length(snowball));
  return {reinterpret_cast<const char*>(stemmed), length};
}

}  // namespace hexapla
