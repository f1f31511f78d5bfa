#include "text/guess_language.hpp"

#include "document/read_text.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("guess_language names the six languages from one sentence", "[document]") {
  const auto [tag, text] = GENERATE(table<std::string, std::string>({
      {"en",
       "The Council decides to remain actively seized of the matter and requests a "
       "report on its implementation."},
      {"fr",
       "Le Conseil décide de rester activement saisi de la question et prie le "
       "Secrétaire général de lui présenter un rapport."},
      {"es",
       "El Consejo decide seguir ocupándose activamente de la cuestión y solicita al "
       "Secretario General que presente un informe."},
      {"ru",
       "Совет постановляет продолжать активно заниматься этим вопросом и просит "
       "Генерального секретаря представить доклад о его рассмотрении."},
      {"ar",
       "يقرر المجلس أن يبقي المسألة قيد نظره الفعلي ويطلب إلى الأمين العام تقديم "
       "تقرير عن تنفيذ هذا القرار."},
      {"zh", "安理会决定继续积极处理此案，并请秘书长提交报告。"},
  }));
  CAPTURE(text);
  const auto guess = guess_language(text);
  REQUIRE(guess);
  CHECK(guess->tag() == tag);
}

TEST_CASE("guess_language leaves other languages open", "[document]") {
  const auto* const text = GENERATE(
      // German, Portuguese, Italian, Ukrainian, Bulgarian, Persian, Urdu, Japanese, Korean,
      // Galician, Turkish
      "Der Rat beschließt, mit der Angelegenheit befasst zu bleiben, und ersucht um einen "
      "Bericht über die Umsetzung.",
      "O Conselho decide continuar a ocupar-se da questão e solicita ao Secretário-Geral "
      "que apresente um relatório.",
      "Il Consiglio decide di continuare a occuparsi della questione e chiede al "
      "Segretario generale di presentare una relazione.",
      "Рада вирішує продовжувати займатися цим питанням і просить Генерального секретаря "
      "подати доповідь про його розгляд.",
      "Съветът решава да продължи да се занимава с въпроса и отправя искане към генералния "
      "секретар да представи доклад за това.",
      "شورا تصمیم می‌گیرد که این موضوع را همچنان پیگیری کند و "
      "از "
      "دبیرکل "
      "می‌خواهد "
      "گزارشی "
      "درباره اجرای آن ارائه دهد.",
      "کونسل فیصلہ کرتی ہے کہ وہ اس معاملے پر غور جاری رکھے گی اور سیکرٹری جنرل سے رپورٹ "
      "پیش کرنے کی درخواست کرتی ہے۔",
      "理事会は、この問題に引き続き取り組むことを決定し、事務総長に報告書の提出を要請する"
      "。",
      "이사회는 이 문제를 계속 다루기로 결정하고 사무총장에게 보고서를 요청한다.",
      "O Consello decide seguir ocupándose da cuestión e solicita ao Secretario Xeral que "
      "presente un informe sobre a súa aplicación.",
      "Konsey konuyla ilgilenmeye devam etmeye karar verir ve Genel Sekreterden bir rapor "
      "sunmasını ister.");
  CAPTURE(text);
  CHECK(!guess_language(text));
}

TEST_CASE("guess_language is not misled by what all languages share", "[document]") {
  CHECK(!guess_language(""));
  CHECK(!guess_language("A/75/574-S/2020/1083  20-12655 (E)  011020"));
  // A Russian text that cites addresses and symbols in Latin letters.
  CHECK(guess_language(
            "Совет Безопасности, ссылаясь на свою резолюцию S/RES/2532 (2020), "
            "см. https://www.un.org/securitycouncil/content/resolutions-0 и "
            "документ A/75/574, постановляет, что этот вопрос будет рассмотрен.") ==
        languages::ru);
}

}  // namespace hexapla
