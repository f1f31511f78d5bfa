#include "cases.hpp"
#include "segment/segmenter.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Words = std::vector<std::string>;

Words letters_of(const std::string& text) {
  Words letters;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) == 0x80U)
      letters.back() += byte;
    else
      letters.emplace_back(1, byte);
  }
  return letters;
}

}  // namespace

TEST_CASE("two initials and a surname are never cut apart, whatever the letters",
          "[segment][property]") {
  const auto [tag, letters, surnames, sentence] =
      GENERATE(from_range(cases_in<4>("segment/initials_test.tsv")));
  const bool initials_first = GENERATE(true, false);
  CAPTURE(tag, initials_first);
  const Segmenter segmenter{Language(tag)};
  const std::string place_of_name = "…";
  const auto place = sentence.find(place_of_name);
  constexpr std::size_t worst = 100;  // one in so many may be cut
  std::size_t all = 0;
  std::size_t torn = 0;
  for (const std::string& first : letters_of(letters))
    for (const std::string& second : letters_of(letters))
      for (const std::string& surname : parts_in(surnames)) {
        const std::string initials = first + ". " + second + ".";
        const std::string name =
            initials_first ? initials + " " + surname : surname + " " + initials;
        ++all;
        const auto cut =
            segmenter.cut(std::string(sentence).replace(place, place_of_name.size(), name));
        if (cut.size() != 1) ++torn;
        if (torn == 1 && cut.size() != 1) UNSCOPED_INFO("the first torn: " << name);
      }
  CAPTURE(all, torn);
  CHECK(torn * worst <= all);
}

TEST_CASE("a sentence ends after initials where the next word starts one", "[segment]") {
  const auto cuts = [](Language language, std::string_view text) {
    return Segmenter(language).cut(text).size();
  };
  CHECK(cuts(languages::ru, "Слово берёт Зайцев В. А. Затем выступает Орлова Е. В.") == 2);
  CHECK(cuts(languages::en, "The chair was held by Mwangi, J. N. The meeting rose.") == 2);
  CHECK(cuts(languages::ru, "Институт им. А. С. Пушкина открыт. В нём учатся.") == 2);
}

TEST_CASE("dotted acronyms of Arabic and addresses in Russian end no sentence",
          "[segment]") {
  const auto [tag, text] = GENERATE(table<std::string, std::string>({
      {"ar", "وأعلنت م.ت.ف. موقفها من القرار."},
      {"ar", "ترسل الردود إلى ص.ب. 1234 في جنيف."},
      {"ar", "ترسل الردود إلى ص. ب. 1234 في جنيف."},
      {"ru", "Адрес: ул. Ленина, д. 5, кв. 12, Москва."},
      {"en", "This was shown by Okonkwo et al. (Geneva, 2019) and others."},
      {"en", "The Parties . . . shall consult."},
      {"en", "Introduction . . . . . . . . 5"},
      {"zh", "代表们要求讨论《救救孩子！》一书。"},
      {"zh", "“同意！”代表们说。"},
      {"zh", "\"同意。\"主席说。"},
      {"zh", "人们高喊“停火！停火！”并离开会场。"},
      {"en", "The slogan \"Stop! Now!\" was heard."},
      {"ru", "Лозунг «Стоп! Хватит!» был услышан."},
      {"fr", "Le slogan « Stop ! Assez ! » a été entendu."},
  }));
  CAPTURE(text);
  CHECK(Segmenter(Language(tag)).cut(text).size() == 1);
}

TEST_CASE("four points end a sentence that was cut short, three do not", "[segment]") {
  CHECK(Segmenter(languages::en)
            .cut("\"The Parties . . . shall consult. . . . They may agree.\" It ended.")
            .size() == 3);
}

}  // namespace hexapla
