#include "segment/srx_segmenter.hpp"

#include "files.hpp"
#include "omegat.hpp"
#include "segment/own_srx.hpp"
#include "segment/read_srx.hpp"
#include "segment/segmenter.hpp"
#include "srx_samples.hpp"
#include "text/error.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla::srx_segmenter_test {
namespace {

using Sentences = std::vector<std::string>;

Sentences cut(const SentenceCutter& cutter, std::string_view text) {
  Sentences sentences;
  for (const ByteRange range : cutter.cut(text))
    sentences.emplace_back(range.of(text));
  return sentences;
}

SrxSegmenter english(const std::string& rules) {
  return {read_srx(srx_with(rules), "rules.srx").rules, languages::en, "rules.srx"};
}

const std::string full_stop =
    "<rule><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule>";

}  // namespace

TEST_CASE("the first rule that matches at a place decides", "[segment][srx]") {
  const std::string exception =
      "<rule break=\"no\"><beforebreak>\\bMr\\.</beforebreak>"
      "<afterbreak>\\s</afterbreak></rule>";
  const std::string text = "Mr. Annan spoke. Mr. Ban left.";
  CHECK(cut(english(exception + full_stop), text) ==
        Sentences{"Mr. Annan spoke.", "Mr. Ban left."});
  CHECK(cut(english(full_stop + exception), text) ==
        Sentences{"Mr.", "Annan spoke.", "Mr.", "Ban left."});
}

TEST_CASE("a rule may look behind its match", "[segment][srx]") {
  const std::string exception =
      "<rule break=\"no\"><beforebreak>(?&lt;=\\s)p\\.</beforebreak></rule>";
  CHECK(cut(english(exception + full_stop), "See p. 5. Stop. Then go.") ==
        Sentences{"See p. 5.", "Stop.", "Then go."});
}

TEST_CASE("a rule without beforebreak cuts before what follows", "[segment][srx]") {
  CHECK(cut(english("<rule><afterbreak>\\([a-z]\\)</afterbreak></rule>"),
            "Decides (a) to meet, (b) to act") ==
        Sentences{"Decides", "(a) to meet,", "(b) to act"});
}

TEST_CASE("offsets are bytes whatever the script", "[segment][srx]") {
  const Srx rules =
      read_srx(srx_with("<rule><beforebreak>[。.]</beforebreak></rule>", "zh"), "t").rules;
  CHECK(cut(SrxSegmenter(rules, languages::zh, "t"), "𠀀字。会议。 结束") ==
        Sentences{"𠀀字。", "会议。", "结束"});
}

TEST_CASE("maps cascade or not as the header says", "[segment][srx]") {
  Srx rules;
  rules.rule_sets = {{"English", {{false, "Mr\\.", "\\s", 0}}},
                     {"Any", {{true, "\\.", "\\s", 0}}}};
  rules.maps = {{"en", "English", 0}, {".*", "Any", 0}};
  CHECK(cut(SrxSegmenter(rules, languages::en, "t"), "Mr. B. Go.") ==
        Sentences{"Mr. B.", "Go."});
  rules.cascade = false;
  CHECK(cut(SrxSegmenter(rules, languages::en, "t"), "Mr. B. Go.") ==
        Sentences{"Mr. B. Go."});
}

TEST_CASE("a language without rules is never passed over in silence", "[segment][srx]") {
  const Srx english_only = read_srx(srx_with(full_stop), "t").rules;
  CHECK_THROWS_WITH(SrxSegmenter(english_only, languages::ar, "rules.srx"),
                    "rules.srx: has no rules for ar; its maps are for “EN.*”; add a "
                    "languagemap");
  const Srx any = read_srx(srx_with(full_stop, ".*"), "t").rules;
  CHECK(SrxSegmenter(any, languages::ar, "t").warnings() ==
        std::vector<SrxWarning>{
            {0, "no rules for ar; only those for every language: “English”"}});
  CHECK(SrxSegmenter(english_only, languages::en, "t").warnings().empty());
}

TEST_CASE("a rule that can't be read is named and left out", "[segment][srx][error]") {
  const SrxSegmenter segmenter =
      english("<rule><beforebreak>(</beforebreak></rule>" + full_stop);
  REQUIRE(segmenter.warnings().size() == 1);
  CHECK(segmenter.warnings().front().line == 4);
  CHECK(segmenter.warnings().front().words ==
        "left out, as it can't be read (U_REGEX_MISMATCHED_PAREN): rule 1 of “English”, "
        "line 4: break, “(” + “”");
  CHECK(cut(segmenter, "One. Two.") == Sentences{"One.", "Two."});
}

TEST_CASE("a rule that takes too long is stopped and named", "[segment][srx][error]") {
  const SrxSegmenter segmenter = english("<rule><beforebreak>(a+)+b</beforebreak></rule>");
  CHECK_THROWS_AS(segmenter.cut(std::string(60, 'a')), Error);
}

TEST_CASE("decisions name the rule and its line", "[segment][srx]") {
  const std::vector<BreakDecision> decisions =
      english("<rule break=\"no\"><beforebreak>Mr\\.</beforebreak></rule>\n" + full_stop)
          .explain("Mr. B spoke. He left.");
  CHECK(decisions == std::vector<BreakDecision>{
                         {3, false, "rule 1 of “English”, line 4: no break, “Mr\\.” + “”"},
                         {12, true, "rule 2 of “English”, line 5: break, “\\.” + “\\s”"}});
}

TEST_CASE("OmegaT's own rules cut as OmegaT does", "[segment][srx]") {
  const std::string bytes = omegat_rules();
  if (bytes.empty()) {
    WARN("OmegaT isn't installed");
    return;
  }
  const Srx rules = read_srx(bytes, "defaultRules.srx").rules;
  CHECK(cut(SrxSegmenter(rules, languages::zh, "t"), "他说：“同意。”会议结束。完。") ==
        Sentences{"他说：“同意。”会议结束。", "完。"});
  CHECK(cut(SrxSegmenter(rules, languages::en, "t"), "Mr. Annan spoke. Then he left.") ==
        Sentences{"Mr. Annan spoke.", "Then he left."});
  CHECK(SrxSegmenter(rules, languages::ar, "t").warnings().size() == 1);
}

TEST_CASE("our rules as SRX cut the letter as we do", "[segment][srx]") {
  const auto tag = GENERATE(values<std::string>({"ar", "en", "es", "fr", "ru", "zh"}));
  CAPTURE(tag);
  const Language language{tag};
  const SrxSegmenter srx(own_srx(), language, "own rules");
  CHECK(srx.warnings().empty());
  const Segmenter own(language);
  std::string text;
  for (const std::string& line :
       lines_in(project_file("corpora/letter/gold/" + tag + ".segments"))) {
    CAPTURE(line);
    CHECK(cut(srx, line) == cut(own, line));
    if (!text.empty() && !language.spaceless()) text += ' ';
    text += line;
  }
  CHECK(cut(srx, text) == cut(own, text));
}

}  // namespace hexapla::srx_segmenter_test
