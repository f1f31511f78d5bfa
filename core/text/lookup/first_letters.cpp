#include "text/lookup/first_letters.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"

namespace hexapla {

void FirstLetters::add(std::string_view word) {
  if (!word.empty()) letters_.set(code_point_at(word, 0) % bits);
}

bool FirstLetters::may_begin(std::string_view word) const noexcept {
  const char32_t first = first_of_folded(word);
  return first == 0 || letters_.test(first % bits);
}

}  // namespace hexapla
