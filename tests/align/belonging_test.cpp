#include "align/belonging.hpp"

#include "align/alignment_constraints.hpp"
#include "align/made_texts.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla::belonging_test {
namespace {

BelongingScore judged(const std::vector<std::string>& source,
                      const std::vector<std::string>& target) {
  AlignSettings settings;
  settings.judge = true;
  const auto aligned = align_guided({languages::en, views_of(source), {}},
                                    {languages::fr, views_of(target), {}}, {}, settings);
  return aligned.belonging.value();
}

std::vector<std::string> first(const std::vector<std::string>& texts, std::size_t count) {
  return {texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(count)};
}

TEST_CASE("versions of one text belong together, long and not so long ones", "[align]") {
  const auto made = made_sentences(60, 1);
  const auto count = GENERATE(20U, 40U, 60U);
  CAPTURE(count);
  const auto score = judged(first(made.source, count), first(made.target, count));
  CHECK(score.verdict == Belonging::together);
  CHECK(score.gain > 0.5);
}

TEST_CASE("texts that have nothing in common are told apart", "[align]") {
  const auto count = GENERATE(15U, 40U, 120U);
  CAPTURE(count);
  const auto score =
      judged(made_sentences(count, 2).source, made_sentences(count + 3, 3).target);
  CHECK(score.verdict == Belonging::apart);
  CHECK(score.gain < 3);
}

TEST_CASE("of texts in another order it is not said that they belong together", "[align]") {
  auto made = made_sentences(40, 4);
  std::ranges::rotate(made.target, made.target.begin() + 17);
  std::ranges::reverse(made.target);
  CHECK(judged(made.source, made.target).verdict == Belonging::apart);
}

TEST_CASE("very short texts are too short to tell", "[align][edge]") {
  const auto score =
      judged(first(made_sentences(9, 5).source, 3), made_sentences(3, 6).target);
  CHECK(score.verdict == Belonging::untold);
}

TEST_CASE("what a person has confirmed belongs together", "[align][edge]") {
  const auto source = made_sentences(20, 7).source;
  const auto target = made_sentences(20, 8).target;
  AlignSettings settings;
  settings.judge = true;
  const auto aligned = align_guided({languages::en, views_of(source), {}},
                                    {languages::fr, views_of(target), {}},
                                    {{}, {{{3, 4}, {3, 4}}}}, settings);
  CHECK(aligned.belonging.value().verdict == Belonging::together);
}

TEST_CASE("nobody is judged who wasn't to be", "[align]") {
  const auto made = made_sentences(20, 9);
  CHECK(!align_guided({languages::en, views_of(made.source), {}},
                      {languages::fr, views_of(made.target), {}}, {}, {})
             .belonging);
}

}  // namespace
}  // namespace hexapla::belonging_test
