#include "segment/own_srx.hpp"

#include "segment_data.hpp"
#include "text/language.hpp"
#include "text/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {
namespace {

/// Pieces of the regular expressions; no look-behind is longer than a fixed length, so that
/// ICU and Java both take them. Made when rules are written, since nothing catches what is
/// thrown before main().
struct RulePieces {
  std::string closing = R"((?:["'”’»\)\]）】」』》〉]|[\u00A0\u202F ]»))";
  std::string opening = R"(["'“‘«„¿¡\(\[（【「『《〈–—\u200B-\u200F])";
  std::string starts_word = R"((?<![^\s"'“‘’«„\(\[（【「『《〈–—,;:]))";
  std::string space_and_opening = R"(\s+)" + opening + "*";
  std::string item = R"(\(?(?:\p{L}|\p{Nd}{1,3}|[ivx]+)\)\s)";
  std::string capital_letter = R"((?:\p{Lu}|\p{Lo}|\p{Lt}|\p{Ll}{1,2}\p{Lu}))";

  // Of a name: upper-case, or Arabic, which has no case.
  std::string initial = R"([\p{Lu}\u0621-\u063A\u0641-\u064A]\u0640?)";
};

/// `p.ej` -> `p\.\s?ej`
std::string escaped(std::string_view word) {
  std::string pattern;
  for (const char c : word)
    if (c == '.')
      pattern += R"(\.\s?)";
    else
      pattern += c;
  return pattern;
}

/// The words of both tables for one language, as alternatives of a regular expression.
class Words {
 public:
  explicit Words(std::string_view language) : language_(language) {}

  [[nodiscard]] std::string abbreviations(std::string_view kind) const {
    return alternatives(embedded::abbreviations_tsv, kind);
  }
  [[nodiscard]] std::string sentence_words(std::string_view kind) const {
    return alternatives(embedded::sentence_words_tsv, kind);
  }

 private:
  [[nodiscard]] std::string alternatives(std::string_view table,
                                         std::string_view kind) const {
    std::string words;
    for (const auto& row : rows_of_table(table)) {
      if ((row[0] != language_ && row[0] != "*") || row[1] != kind) continue;
      for (const std::string_view word : parts_of(row[2], ' '))
        words += (words.empty() ? "" : "|") + escaped(word);
    }
    return words;
  }

  std::string_view language_;
};

/// Rules in the order of sentence_rules.cpp.
class RuleWriter : private RulePieces {
 public:
  explicit RuleWriter(std::string_view language) : words_(language) {}

  SrxRuleSet write(std::string name) {
    add_what_goes_on();
    add_designations();
    add_abbreviations();
    breaks(R"([?!؟…])" + closing + "*", R"(\s)");
    breaks(R"([.。！？]\.*)" + closing + "*", R"(\s)");
    // The digits of a footnote's mark, glued to a full stop or a closing mark.
    breaks(R"((?:\p{L}\.|[.!?…]+)" + closing + R"()\p{Nd}{1,2})",
           R"(\s(?!\s*[年月日时个名次届项点岁%]))");
    // Or in brackets.
    breaks(R"(\p{L}[.!?…])" + closing + R"(*(?:\[\p{Nd}{1,3}\]|\(\p{Nd}{1,3}\)))", R"(\s)");
    return {std::move(name), std::move(rules_)};
  }

  /// For languages written without spaces.
  SrxRuleSet write_wide(std::string name) {
    const std::string wide_closing = R"([”’」』》〉）】\)\]])";
    const std::string end = R"([。！？｡][。！？｡…”’」』》〉）】\)\]]*)";
    // A footnote's mark is glued to a closing one, and counts nothing.
    const std::string mark = R"(\p{Nd}{1,2}(?=\s|$)(?!\s*[年月日时个名次届项点岁%]))";
    const std::string after_closing = "(?<=" + wide_closing + ")" + mark;
    keeps(end + "(?:" + after_closing + ")?", R"([，、；：,;:])");
    keeps(R"([。！？][”’」』》〉])", "[的等之和与及或并]");
    keeps("[。！？][》〉]", R"([^\s。！？])");
    keeps("[。！？…]" + wide_closing + "*", "[。！？…”’」』》〉）】]");
    keeps(wide_closing, mark);
    breaks(end + "(?:" + after_closing + ")?", "");
    breaks(R"(\p{IsHan}[?!])", R"(\p{IsHan})");
    return {std::move(name), std::move(rules_)};
  }

 private:
  void keeps(std::string before, std::string after) {
    rules_.push_back({false, std::move(before), std::move(after), 0});
  }
  void breaks(std::string before, std::string after) {
    rules_.push_back({true, std::move(before), std::move(after), 0});
  }

  void add_what_goes_on() {
    const std::string marks = "[.!?…؟]" + closing + "*";
    const std::string lower =
        space_and_opening + "(?!" + item + R"()\p{Ll}(?!\p{Ll}?\p{Lu}))";
    keeps(marks, R"(\s*[,;:،؛]|\s»)");
    // ". . .", an omission; with a full stop there are four points.
    keeps(R"(\.)", R"(\s\.(?:\s|$))");
    keeps(R"((?<!\.)\s\.\s\.\s\.)", R"(\s)");
    keeps("[.!…]" + closing + "*", lower);
    keeps(R"(\?)" + closing + "+", lower);
    keeps(R"(\?)", R"(\s+["'“‘«„\(\[–—]+\p{Ll})");
    keeps(R"(^\s*(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|[ivx]+|[IVX]+|\p{L})\.)", R"(\s)");
    keeps(R"([;:]\s+\p{Nd}{1,3}\.)", R"(\s)");
  }

  void add_designations() {
    const std::string designators = words_.sentence_words("designator");
    if (designators.empty()) return;
    breaks(starts_word + "(?i:" + designators + R"()\.?\s\p{Lu}\.)", R"(\s)");
  }

  void add_abbreviations() {
    const std::string starters = words_.sentence_words("starter");
    const std::string no_starter =
        starters.empty() ? "" : R"((?!(?i:)" + starters + R"()(?!\p{L})))";
    const std::string number = R"((?:\S*?[\p{Nd}/]|[IVX]+(?!\p{L})|\p{Lu}(?!\p{L})|)" +
                               item + "|(?i:" + words_.abbreviations("number") + R"()\.))";
    add("never", R"(\s)");
    add("number", space_and_opening + no_starter + number);
    add("seldom", space_and_opening + no_starter);
    const std::string initials =
        starts_word + "(?:" + initial + R"([.\-]){0,4})" + initial + R"(\.)";
    keeps(initials, R"(\s+)" + initial + R"(\.)");
    keeps(initials, space_and_opening + no_starter);
    add("may", space_and_opening + "(?!" + capital_letter + ")");
    add("may", R"(\s[\(\[](?!\p{L}\)))");
    add_first_parts();
  }

  void add(std::string_view kind, const std::string& after) {
    const std::string words = words_.abbreviations(kind);
    if (!words.empty()) keeps(starts_word + "(?i:" + words + R"()\.)", after);
  }

  /// The `EE.` of `EE. UU.`
  void add_first_parts() {
    for (const std::string_view kind : {"never", "number", "seldom", "may"}) {
      const std::string words = words_.abbreviations(kind);
      for (const std::string_view word : parts_of(words, '|')) {
        constexpr std::string_view joint = R"(\.\s?)";
        const std::size_t at = word.find(joint);
        if (at == std::string_view::npos) continue;
        keeps(starts_word + "(?i:" + std::string(word.substr(0, at)) + R"()\.)",
              R"(\s(?i:)" + std::string(word.substr(at + joint.size())) + R"()(?!\p{L}))");
      }
    }
  }

  Words words_;
  std::vector<SrxRule> rules_;
};

struct NamedLanguage {
  std::string_view tag;
  std::string_view pattern;
  std::string_view name;
};

constexpr NamedLanguage own_languages[] = {
    {"ar", "ar([-_].*)?", "Arabic"},
    {"en", "en([-_].*)?", "English"},
    {"es", "es([-_].*)?", "Spanish"},
    {"fr", "fr([-_].*)?", "French"},
    {"ru", "ru([-_].*)?", "Russian"},
    {"zh", "(zh|ja|th|lo|km|my)([-_].*)?", "Chinese"},
    {"und", ".*", "Any"}};

}  // namespace

Srx own_srx() {
  Srx srx;
  srx.cascade = true;
  srx.rule_sets.push_back(RuleWriter("zh").write_wide("Wide marks"));
  srx.maps.push_back({".*", "Wide marks", 0});
  for (const NamedLanguage& language : own_languages) {
    srx.rule_sets.push_back(RuleWriter(language.tag).write(std::string(language.name)));
    srx.maps.push_back({std::string(language.pattern), std::string(language.name), 0});
  }
  return srx;
}

}  // namespace hexapla
