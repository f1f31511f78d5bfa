#include "check/word_root.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"

#include <array>

namespace hexapla {

std::string word_root(std::string_view word) {
  constexpr std::size_t letters = 5;
  constexpr std::size_t arabic_letters = 4;
  constexpr std::array<std::string_view, 6> articles{"وال", "بال", "كال",
                                                     "فال", "ال",  "لل"};
  std::string form = folded(word);
  bool is_arabic = form.size() >= 2 && static_cast<unsigned char>(form[0]) >= 0xD8 &&
                   static_cast<unsigned char>(form[0]) <= 0xDB;
  for (const std::string_view article : articles)
    if (form.starts_with(article)) {
      form.erase(0, article.size());
      break;
    }
  const std::size_t wanted = is_arabic ? arabic_letters : letters;
  std::size_t end = 0;
  std::size_t read = 0;
  for (; read < wanted && end < form.size(); ++read)
    (void)next_code_point(form, end);
  if (read + 1 < wanted) return {};
  form.resize(end);
  return form;
}

}  // namespace hexapla
