#include "document/structure/document_facts.hpp"

#include "cases.hpp"
#include "document/read_text.hpp"

#include <catch2/catch.hpp>

namespace hexapla::document_facts_test {
namespace {

struct Head {
  const char* tag;
  std::string text;
  Language original;
  std::string addressee;
};

DocumentFacts facts(const std::string& text, const std::string& tag) {
  return document_facts(read_text(text, "head.txt", Language(tag)));
}

}  // namespace

TEST_CASE("an agenda item typed in capitals goes on with them, and is an old draft's title",
          "[document]") {
  const DocumentFacts found = facts(
      "A/L.632\n\nLIMITED\n\nTwenty-sixth session\nAgenda item 93\n"
      "RESTORATION OF THE LAWFUL RIGHTS OF THE PEOPLE'S REPUBLIC\n"
      "OF CHINA IN THE UNITED NATIONS\n\n"
      "Australia, Colombia, Costa Rica, Dominican Republic: draft resolution\n\n"
      "The General Assembly,\n\nDecides that any proposal is an important question.\n",
      "en");
  CHECK(found.title ==
        "RESTORATION OF THE LAWFUL RIGHTS OF THE PEOPLE'S REPUBLIC OF CHINA "
        "IN THE UNITED NATIONS");
}

TEST_CASE("mastheads of Arabic, Chinese and Russian documents are dated in English",
          "[document]") {
  const std::string tag = GENERATE("ar", "ru", "zh");
  CAPTURE(tag);
  const DocumentFacts found =
      facts("A/75/574\n\nDistr.: General\n3 November 2020\n\nOriginal: English\n\n", tag);
  CHECK(found.date == "2020-11-03");
}

TEST_CASE("document_facts reads the head of a letter in each of the six languages",
          "[document]") {
  const auto head = GENERATE(values<Head>({
      {"en",
       "United Nations   A/75/574-S/2020/1083\n\nGeneral Assembly\nSecurity Council\n\n"
       "Distr.: General\n3 November 2020\n\nOriginal: English\n\n"
       "Seventy-fifth session  Seventy-fifth year\nAgenda item 86\n"
       "The rule of law at the national and international levels\n\n"
       "    Letter dated 2 November 2020 from the Permanent Representative of Azerbaijan "
       "addressed to the Secretary-General\n\nI have the honour to write to you.\n\n"
       "20-14688 (E)  041120\n",
       languages::en, "the Secretary-General"},
      {"fr",
       "Nations Unies   A/75/574-S/2020/1083\n\nAssemblée générale\nConseil de sécurité\n\n"
       "Distr. générale\n3 novembre 2020\nFrançais\nOriginal : anglais\n\n"
       "Soixante-quinzième session  Soixante-quinzième année\nPoint 86 de l’ordre du jour\n"
       "L’état de droit aux niveaux national et international\n\n"
       "    Lettre datée du 2 novembre 2020, adressée au Secrétaire général par le "
       "Représentant permanent de l’Azerbaïdjan\n\nJ’ai l’honneur de vous écrire.\n\n"
       "20-14688 (F)  041120\n",
       languages::en, "au Secrétaire général"},
      {"es",
       "Naciones Unidas   A/75/574-S/2020/1083\n\nAsamblea General\nConsejo de "
       "Seguridad\n\n"
       "Distr. general\n3 de noviembre de 2020\nEspañol\nOriginal: inglés\n\n"
       "Septuagésimo quinto período de sesiones  Septuagésimo quinto año\n"
       "Tema 86 del programa\nEl estado de derecho en los planos nacional e "
       "internacional\n\n"
       "    Carta de fecha 2 de noviembre de 2020 dirigida al Secretario General por el "
       "Representante Permanente de Azerbaiyán\n\nTengo el honor de escribirle.\n\n"
       "20-14688 (S)  041120\n",
       languages::en, "al Secretario General"},
      {"ru",
       "Организация Объединенных Наций   A/75/574-S/2020/1083\n\nГенеральная Ассамблея\n"
       "Совет Безопасности\n\nОбщее распространение\n3 ноября 2020 года\nRussian\n"
       "Оригинал: на английском языке\n\nСемьдесят пятая сессия  Семьдесят пятый год\n"
       "Пункт 86 повестки дня\nВерховенство права на национальном и международном "
       "уровнях\n\n"
       "    Письмо Постоянного представителя Азербайджана от 2 ноября 2020 года на имя "
       "Генерального секретаря\n\nИмею честь обратиться к Вам.\n\n20-14688 (R)  041120\n",
       languages::en, "Генерального секретаря"},
      {"ar",
       "الأمم المتحدة   A/75/574-S/2020/1083\n\nالجمعية العامة\nمجلس الأمن\n\n"
       "توزيع: عام\n3 تشرين الثاني/نوفمبر 2020\nالعربية\nالأصل: بالإنكليزية\n\n"
       "الدورة الخامسة والسبعون  السنة الخامسة والسبعون\nالبند 86 من جدول الأعمال\n"
       "سيادة القانون على الصعيدين الوطني والدولي\n\n"
       "    رسالة مؤرخة 2 تشرين الثاني/نوفمبر 2020 موجهة إلى الأمين العام من الممثل الدائم "
       "لأذربيجان\n\nأتشرف بأن أكتب إليكم.\n\n20-14688 (A)  041120\n",
       languages::en, "الأمين العام"},
      {"zh",
       "联合国   A/75/574-S/2020/1083\n\n大会\n安全理事会\n\n普遍\n2020年11月3日\n中文\n"
       "原文：英文\n\n第七十五届会议  第七十五年\n议程项目86\n国内和国际的法治\n\n"
       "    2020年11月2日阿塞拜疆常驻联合国代表给秘书长的信\n\n谨此致函。\n\n"
       "20-14688 (C)  041120\n",
       languages::en, "秘书长"},
  }));
  CAPTURE(head.tag);
  const DocumentFacts found = facts(head.text, head.tag);
  CHECK(found.symbol == "A/75/574-S/2020/1083");
  CHECK(found.date == "2020-11-03");
  CHECK(found.distribution == Distribution::general);
  CHECK(found.original == head.original);
  CHECK(found.job_number == "20-14688");
  CHECK(found.session.has_value());
  CHECK(found.addressee == head.addressee);
}

TEST_CASE("document_facts tells limited and restricted distribution", "[document]") {
  CHECK(
      facts("Distr.: Limited\n1 May 2021\n\nAgenda item 3\nHealth\n", "en").distribution ==
      Distribution::limited);
  CHECK(facts("Distr. limitée\n1er mai 2021\n\nOriginal : français\n", "fr").date ==
        "2021-05-01");
  CHECK(facts("Distr. limitada\n1 de mayo de 2021\nOriginal: ruso\n", "es").original ==
        languages::ru);
  CHECK(facts("Distr.: Restricted\n1 May 2021\n\nText.\n", "en").distribution ==
        Distribution::restricted);
}

TEST_CASE("document_facts says nothing that the document doesn't say", "[document]") {
  const DocumentFacts none = facts(
      "On 3 November 2020 the Council considered document S/2020/1083.\n\n"
      "It decided, as in A/75/574, to wait. The original is in English.\n",
      "en");
  CHECK(!none.symbol);
  CHECK(!none.date);
  CHECK(!none.distribution);
  CHECK(!none.original);
  CHECK(!none.job_number);
  CHECK(!none.session);
  CHECK(!none.addressee);
}

TEST_CASE("symbols joined with an ampersand, addenda and corrigenda are symbols",
          "[document]") {
  const auto symbol_of = [](const std::string& symbol) {
    return facts("United Nations\n\n" + symbol +
                     "\n\nDistr.: General\n3 November 2020\n\n"
                     "Original: English\n\nThe Committee met. It adopted its report.\n",
                 "en")
        .symbol;
  };
  CHECK(symbol_of("A/75/574 & S/2020/1083") == "A/75/574 & S/2020/1083");
  CHECK(symbol_of("A/75/574&S/2020/1083") == "A/75/574&S/2020/1083");
  CHECK(symbol_of("A/75/574/Corr.1") == "A/75/574/Corr.1");
  CHECK(symbol_of("E/CN.4/1999/1/Add.2/Rev.1") == "E/CN.4/1999/1/Add.2/Rev.1");
  CHECK_FALSE(symbol_of("A/75/574 replaces S/2020/1083"));
}

namespace {

/// A document of these blocks.
Document document_of(const std::vector<std::pair<BlockKind, std::string>>& blocks,
                     Language language) {
  Document document;
  document.language = language;
  for (const auto& [kind, words] : blocks) {
    if (!document.text.empty()) document.text += '\n';
    const std::size_t begin = document.text.size();
    document.text += words;
    document.blocks.push_back({kind, {begin, document.text.size()}, ""});
  }
  return document;
}

}  // namespace

TEST_CASE("the title of a resolution, a draft or a report is the heading that names it",
          "[document]") {
  const auto [tag, headings, title] =
      GENERATE(from_range(cases_in<3>("document/structure/document_facts_test.tsv")));
  std::vector<std::pair<BlockKind, std::string>> blocks{
      {BlockKind::masthead, "A/81/6 (Sect. 13)/Part A*"}};
  for (const std::string& line : parts_in(headings)) {
    const std::size_t colon = line.find(": ");
    blocks.emplace_back(block_kind_from(line.substr(0, colon)).value(),
                        line.substr(colon + 2));
  }
  const DocumentFacts facts = document_facts(document_of(blocks, Language(tag)));
  CAPTURE(title);
  CHECK(facts.title == title);
  CHECK(facts.symbol == "A/81/6 (Sect. 13)/Part A");
}

TEST_CASE("a year behind a symbol is no part of it; two joined are one", "[document]") {
  const auto symbol_in = [](const std::string& line) {
    return document_facts(document_of({{BlockKind::masthead, line}}, languages::en)).symbol;
  };
  CHECK(symbol_in("A/75/574 & S/2020/1083") == "A/75/574 & S/2020/1083");
  CHECK(symbol_in("A/C.1/79/L.1 & Add.1") == "A/C.1/79/L.1 & Add.1");
  CHECK(symbol_in("S/2023/1&2") == "S/2023/1&2");
  CHECK(symbol_in("A/79/100 and Corr.1 and Add.2") == "A/79/100 and Corr.1 and Add.2");
  CHECK(symbol_in("A/79/100/Rev.1 et Add.1*") == "A/79/100/Rev.1 et Add.1");
  CHECK(symbol_in("A/79/100 和 Corr.1") == "A/79/100 和 Corr.1");
  CHECK(symbol_in("A/75/574/Add.2/Rev.1") == "A/75/574/Add.2/Rev.1");
  CHECK(symbol_in("A/75/574/Corr.1*") == "A/75/574/Corr.1");
  CHECK_FALSE(symbol_in("S/RES/1325 (2000)"));
}

}  // namespace hexapla::document_facts_test
