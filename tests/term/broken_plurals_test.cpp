#include "term/matcher.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

bool finds_singular(const char* singular, const char* text) {
  Termbase termbase;
  termbase.concepts.resize(1);
  Term term;
  term.language = languages::ar;
  term.text = singular;
  termbase.concepts[0].terms.push_back(term);
  return !TermMatcher(termbase, languages::ar).find(text).empty();
}

}  // namespace

TEST_CASE("an Arabic term is found in its broken plural", "[term][ar]") {
  using Pair = std::pair<const char*, const char*>;
  const auto [singular, text] = GENERATE(values<Pair>({{"مرض", "الأمراض المعدية"},
                                                       {"عضو", "للدول الأعضاء"},
                                                       {"قناع", "الأقنعة الواقية"},
                                                       {"جائحة", "الأوبئة والجوائح"},
                                                       {"قانون", "القوانين الوطنية"},
                                                       {"مركز", "المراكز الصحية"},
                                                       {"مشروع", "مشاريع القرارات"},
                                                       {"تقرير", "تقارير الأمين العام"},
                                                       {"نتيجة", "النتائج المتوقعة"},
                                                       {"رسالة", "الرسائل المتطابقة"},
                                                       {"خبير", "فريق الخبراء الحكوميين"},
                                                       {"حق", "حقوق الإنسان"},
                                                       {"مريض", "المرضى والجرحى"}}));
  CAPTURE(singular, text);
  CHECK(finds_singular(singular, text));
}

TEST_CASE("a verbal noun is no broken plural", "[term][ar]") {
  CHECK_FALSE(finds_singular("علم", "إعلام الجمهور"));
  CHECK_FALSE(finds_singular("دخل", "دخول البلد"));
}

}  // namespace hexapla
