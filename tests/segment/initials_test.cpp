#include "segment/segmenter.hpp"

#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Words = std::vector<std::string>;

struct Names {
  std::string tag;
  Words letters;
  Words surnames;
  std::string before;  ///< What is before a name with its initials, and after it.
  std::string after;
};

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

const std::array names{Names{"en",
                             letters_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                             {"Mwangi", "Romero", "Smith", "O’Brien", "Takahashi", "Núñez",
                              "Okonkwo", "Lee", "de Boer", "Papadopoulos"},
                             "The floor was given to Ms. ",
                             ", who presented the report."},
                       Names{"fr",
                             letters_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                             {"Dupont", "Lefèvre", "Éluard", "Ndiaye", "Traoré", "Bouchard",
                              "Martin", "Roy", "d’Hondt", "Müller"},
                             "La parole est donnée à M. ",
                             ", qui présente le rapport."},
                       Names{"es",
                             letters_of("ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"),
                             {"Núñez", "Díaz", "García Robles", "Ortiz", "Álvarez",
                              "Quispe", "Ibáñez", "Vega", "de la Cruz", "Zapata"},
                             "Tiene la palabra la Sra. ",
                             ", que presenta el informe."},
                       Names{"ru",
                             letters_of("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
                             {"Зайцев", "Орлова", "Ким", "Лапин", "Белова", "Мусаев",
                              "Джонс", "Иванов-Петров", "Яковлев", "Шевченко"},
                             "Затем выступил г-н ",
                             ", который представил доклад."},
                       Names{"ar",
                             letters_of("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
                             {"الشمري", "العتيبي", "حسن", "عبد الله", "المهدي", "خليل",
                              "النجار", "ياسين", "بركات", "سليمان"},
                             "ثم تكلم السيد ",
                             "، الذي عرض التقرير."},
                       Names{"zh",
                             letters_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                             {"Mwangi", "Romero", "Smith", "Takahashi", "Núñez", "Okonkwo",
                              "Lee", "Pogosian", "Harutyunyan", "Annan"},
                             "随后由 ",
                             " 先生介绍报告。"}};

}  // namespace

TEST_CASE("two initials and a surname are never cut apart, whatever the letters",
          "[segment][property]") {
  const Names& given = GENERATE(from_range(names.begin(), names.end()));
  const bool initials_first = GENERATE(true, false);
  CAPTURE(given.tag, initials_first);
  const Segmenter segmenter{Language(given.tag)};
  constexpr std::size_t worst = 100;  // one in so many may be cut
  std::size_t all = 0;
  std::size_t torn = 0;
  for (const std::string& first : given.letters)
    for (const std::string& second : given.letters)
      for (const std::string& surname : given.surnames) {
        const std::string initials = first + ". " + second + ".";
        const std::string name =
            initials_first ? initials + " " + surname : surname + " " + initials;
        ++all;
        const auto cut = segmenter.cut(given.before + name + given.after);
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

TEST_CASE("marks of notes in brackets stay with the sentence that they follow",
          "[segment]") {
  const auto cut = [](Language language, std::string_view text) {
    Words sentences;
    for (const ByteRange range : Segmenter(language).cut(text))
      sentences.emplace_back(range.of(text));
    return sentences;
  };
  CHECK(cut(languages::en,
            "The river is shared.[1] It is long,[2] and deep.(3) A dam exists.") ==
        Words{"The river is shared.[1]", "It is long,[2] and deep.(3)", "A dam exists."});
  CHECK(cut(languages::fr, "Le fleuve est partagé.[1][2] Il est long.") ==
        Words{"Le fleuve est partagé.[1][2]", "Il est long."});
  CHECK(cut(languages::zh, "河流为四国共有。[1]它很长。（2）它很深。") ==
        Words{"河流为四国共有。[1]", "它很长。", "（2）它很深。"});
  CHECK(cut(languages::en, "See sect. 9.(1) and art.(2) The Act applies.").size() == 1);
}

TEST_CASE("four points end a sentence that was cut short, three do not", "[segment]") {
  CHECK(Segmenter(languages::en)
            .cut("\"The Parties . . . shall consult. . . . They may agree.\" It ended.")
            .size() == 3);
}

}  // namespace hexapla
