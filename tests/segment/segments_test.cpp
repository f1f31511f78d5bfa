#include "segment/segments.hpp"

#include "document/read_text.hpp"
#include "files.hpp"
#include "segment/segmenter.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("the letter is cut as a careful reader cuts it", "[segment]") {
  const auto tag = GENERATE(values<std::string>({"ar", "en", "es", "fr", "ru", "zh"}));
  CAPTURE(tag);
  const std::string name = "corpora/letter/letter." + tag + ".txt";
  const SegmentedDocument letter =
      segmented(read_text(project_file(name), name, Language(tag)));
  std::vector<std::string> segments;
  for (const Segment& segment : letter.segments)
    segments.emplace_back(letter.text_of(segment));
  CHECK(segments == lines_in(project_file("corpora/letter/gold/" + tag + ".segments")));
}

TEST_CASE("a signature is cut by its lines, furniture not at all", "[segment]") {
  const SegmentedDocument letter = segmented(
      read_text(" I should be grateful if you would have the present letter circulated as "
                "a document.\n\n"
                "(Signed) Yashar Aliyev\n\nAmbassador\n\nPermanent Representative\n\n1/1\n",
                "t", languages::en));
  std::vector<std::string_view> texts;
  for (const Segment& segment : letter.segments)
    texts.push_back(letter.text_of(segment));
  CHECK(texts ==
        std::vector<std::string_view>{
            "I should be grateful if you would have the present letter circulated as "
            "a document.",
            "(Signed) Yashar Aliyev", "Ambassador", "Permanent Representative"});
}

TEST_CASE("the ends of blocks and lines are explained as well", "[segment]") {
  const Document letter = read_text(
      " I should be grateful if Mr. Annan would have the present letter circulated. It is "
      "short.\n\n"
      "(Signed) Yashar Aliyev\n\nAmbassador\n\n",
      "t", languages::en);
  std::vector<std::string> rules;
  for (const BreakDecision& decision : explained(letter, Segmenter(languages::en)))
    rules.push_back(decision.rule);
  CHECK(rules ==
        std::vector<std::string>{"abbreviation", "sentence-ending mark and white space",
                                 "end of the paragraph", "end of a line of a signature",
                                 "end of a line of a signature"});
}

}  // namespace hexapla
