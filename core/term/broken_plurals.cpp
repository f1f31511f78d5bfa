#include "term/broken_plurals.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

/// A shape of plurals: digits are the letters of the root, in their order; other letters
/// stand for themselves.
struct BrokenPlural {
  std::u32string_view plural;
  std::u32string_view singular;
  bool has_hamza = false;     ///< The first letter was أ.
  bool ends_in_alef = false;  ///< The last letter was ى.
};

constexpr std::array shapes{BrokenPlural{U"ا12ا3", U"123", true},          // أمراض
                            BrokenPlural{U"ا1وا3", U"1ا3", true},          // أبواب
                            BrokenPlural{U"ا12اء", U"12و", true},          // أعضاء
                            BrokenPlural{U"ا123ه", U"12ا3", true},         // أقنعة
                            BrokenPlural{U"ا123ه", U"12ي3", true},         // أرغفة
                            BrokenPlural{U"ا123اء", U"12ي3", true},        // أصدقاء
                            BrokenPlural{U"1وا23", U"1ا23"},               // جوائح
                            BrokenPlural{U"1وا2ي3", U"1ا2و3"},             // قوانين
                            BrokenPlural{U"م1ا23", U"م123"},               // مراكز
                            BrokenPlural{U"م1ا2ي3", U"م12و3"},             // مشاريع
                            BrokenPlural{U"م1ا2ي3", U"م12ا3"},             // معايير
                            BrokenPlural{U"ت1ا2ي3", U"ت12ي3"},             // تقارير
                            BrokenPlural{U"ت1ا23", U"ت123"},               // تجارب
                            BrokenPlural{U"12ائ3", U"12ي3"},               // نتائج
                            BrokenPlural{U"12ائ3", U"12ا3"},               // رسائل
                            BrokenPlural{U"123اء", U"12ي3"},               // خبراء
                            BrokenPlural{U"12و2", U"12"},                  // حقوق
                            BrokenPlural{U"123ي", U"12ي3", false, true}};  // مرضى

bool is_root_letter(char32_t letter) {
  return letter != U'ا' && letter != U'ه';
}

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();)
    letters.push_back(next_code_point(word, at));
  return letters;
}

/// The letters of the root where `letters` have the shape; they come one after the other.
bool has_shape(const std::u32string& letters, std::u32string_view shape,
               std::array<char32_t, 3>& root) {
  if (letters.size() != shape.size()) return false;
  root = {};
  for (std::size_t at = 0; at < shape.size(); ++at) {
    const char32_t wanted = shape[at];
    if (wanted < U'1' || wanted > U'3') {
      if (letters[at] != wanted) return false;
      continue;
    }
    char32_t& radical = root.at(wanted - U'1');
    if (!is_root_letter(letters[at]) || (radical != 0 && radical != letters[at]))
      return false;
    radical = letters[at];
  }
  return true;
}

}  // namespace

std::vector<std::string> singulars_of_broken_plural(std::string_view form,
                                                    std::string_view word) {
  const std::u32string letters = letters_of(form);
  std::vector<std::string> singulars;
  constexpr std::size_t shortest = 4;
  constexpr std::size_t longest = 6;
  if (letters.size() < shortest || letters.size() > longest) return singulars;
  const bool has_hamza = word.find("أ") != std::string_view::npos;
  const bool ends_in_alef = word.ends_with("ى");
  std::array<char32_t, 3> root{};
  for (const BrokenPlural& shape : shapes) {
    if ((shape.has_hamza && !has_hamza) || (shape.ends_in_alef && !ends_in_alef) ||
        !has_shape(letters, shape.plural, root))
      continue;
    std::string singular;
    for (const char32_t letter : shape.singular)
      append_code_point(singular,
                        letter >= U'1' && letter <= U'3' ? root.at(letter - U'1') : letter);
    singulars.push_back(std::move(singular));
  }
  return singulars;
}

}  // namespace hexapla
