#include "segment/srx_segmenter.hpp"

#include "segment/srx_rules.hpp"
#include "text/code_point.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <unicode/localpointer.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr std::int32_t time_limit = 2000;  // ICU's steps, about a millisecond each
constexpr std::int32_t stack_limit = 8 * 1024 * 1024;  // bytes
constexpr std::int32_t longest_before = 256;  // code units looked at for an exception

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      {text.data(), static_cast<std::int32_t>(text.size())});
}

/// A paragraph as ICU's regular expressions want it.
struct WideText {
  explicit WideText(std::string_view text) : units(utf16(text)) {
    bytes.reserve(static_cast<std::size_t>(units.length()) + 1);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t next = next_code_point(text, at);
      bytes.push_back(begin);
      if (next > 0xFFFF) bytes.push_back(begin);
    }
    bytes.push_back(text.size());
  }

  icu::UnicodeString units;
  std::vector<std::size_t> bytes;  ///< Where each code unit begins.
};

bool can_repeat(char next) {
  return next == '*' || next == '+' || next == '?' || next == '{';
}

/// The plain ASCII characters that every match of `pattern` ends with: ". " of `Mr\. `.
/// Empty when that isn't plain to see. Spares most exceptions from being tried at all.
std::string plain_end_of(std::string_view pattern) {
  constexpr std::string_view structure = "|()[]{}*+?^$.#";
  std::string end;
  if (pattern.find("(?") != std::string_view::npos ||
      pattern.find('|') != std::string_view::npos)
    return end;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool escaped = pattern[i] == '\\' && i + 1 < pattern.size();
    const char next = pattern[i += escaped ? 1U : 0U];
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                        (next >= '0' && next <= '9');
    const bool plain = static_cast<unsigned char>(next) < 0x80 &&
                       (escaped ? !letter : structure.find(next) == structure.npos);
    const bool repeated = i + 1 < pattern.size() && can_repeat(pattern[i + 1]);
    if (plain && !repeated)
      end += next;
    else
      end.clear();
  }
  return end;
}

/// `^` or `\A` is in the pattern, and not as `[^`.
bool asks_for_start(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size() && pattern[++i] == 'A') return true;
    if (pattern[i] == '^' && (i == 0 || (pattern[i - 1] != '[' && pattern[i - 1] != '\\')))
      return true;
  }
  return false;
}

using Pattern = std::unique_ptr<icu::RegexPattern>;

/// nullptr for an empty pattern.
Pattern compiled(const std::string& pattern, UErrorCode& status) {
  UParseError place{};
  if (pattern.empty()) return nullptr;
  return Pattern(icu::RegexPattern::compile(utf16(pattern), 0, place, status));
}

struct CompiledRule {
  NamedSrxRule source;
  Pattern before;         ///< For finding; of a break.
  Pattern before_at_end;  ///< For what ends at a place; of an exception.
  Pattern after;
  icu::UnicodeString plain_end;  ///< Of `before`.
  bool from_start = false;       ///< `before` asks for the start of the text.
};

}  // namespace

struct SrxSegmenter::Rules {
  std::vector<CompiledRule> rules;
  std::vector<SrxWarning> warnings;
  std::string name;

  void add(NamedSrxRule rule) {
    UErrorCode status = U_ZERO_ERROR;
    CompiledRule made;
    const std::string& before = rule.rule.before;
    if (!before.empty()) {
      made.before = compiled(before, status);
      made.before_at_end = compiled("(?:" + before + ")\\z", status);
    }
    made.after = compiled(rule.rule.after, status);
    if (U_FAILURE(status) != 0) {
      warnings.push_back({rule.rule.line, "left out, as it can't be read (" +
                                              std::string(u_errorName(status)) +
                                              "): " + rule.name});
      return;
    }
    made.plain_end = utf16(plain_end_of(before));
    made.from_start = asks_for_start(before);
    made.source = std::move(rule);
    rules.push_back(std::move(made));
  }
};

namespace {

/// Applies the rules to one paragraph.
class SrxWalk {
 public:
  SrxWalk(const std::vector<CompiledRule>& rules, const std::string& name,
          std::string_view text)
      : rules_(rules), name_(name), text_(text) {}

  /// Place in bytes -> the rule that decides there. Only places where some rule breaks.
  std::map<std::size_t, const CompiledRule*> decide() {
    std::map<std::int32_t, std::size_t> first_break;
    for (std::size_t i = 0; i < rules_.size(); ++i)
      if (rules_[i].source.rule.breaks) find_places(i, first_break);
    std::map<std::size_t, const CompiledRule*> decisions;
    for (const auto& [place, rule] : first_break)
      decisions.emplace(text_.bytes[static_cast<std::size_t>(place)],
                        &first_rule_at(place, rule));
    return decisions;
  }

 private:
  void find_places(std::size_t index, std::map<std::int32_t, std::size_t>& first_break) {
    const CompiledRule& rule = rules_[index];
    UErrorCode status = U_ZERO_ERROR;
    const auto matcher = matcher_of(rule, rule.before ? *rule.before : *rule.after);
    while (matcher->find(status) != 0) {
      const std::int32_t place =
          rule.before ? matcher->end(status) : matcher->start(status);
      if (place > 0 && place < text_.units.length() &&
          (!rule.before || goes_on(rule, place)))
        first_break.emplace(place, index);
    }
    require(status, rule);
  }

  const CompiledRule& first_rule_at(std::int32_t place, std::size_t break_rule) {
    for (std::size_t i = 0; i < break_rule; ++i) {
      const CompiledRule& rule = rules_[i];
      if (!rule.source.rule.breaks && ends(rule, place) && goes_on(rule, place))
        return rule;
    }
    return rules_[break_rule];
  }

  /// Text that ends at `place` matches `before`.
  [[nodiscard]] bool ends(const CompiledRule& rule, std::int32_t place) const {
    if (!rule.before_at_end) return true;
    const std::int32_t plain = rule.plain_end.length();
    if (plain > place || text_.units.compare(place - plain, plain, rule.plain_end) != 0)
      return false;
    UErrorCode status = U_ZERO_ERROR;
    const auto matcher = matcher_of(rule, *rule.before_at_end);
    const std::int32_t begin = rule.from_start ? 0 : std::max(0, place - longest_before);
    matcher->region(begin, place, status);
    matcher->useTransparentBounds(1);
    const bool found = matcher->find(status) != 0;
    require(status, rule);
    return found;
  }

  /// Text from `place` on matches `after`.
  [[nodiscard]] bool goes_on(const CompiledRule& rule, std::int32_t place) const {
    if (!rule.after) return true;
    UErrorCode status = U_ZERO_ERROR;
    const auto matcher = matcher_of(rule, *rule.after);
    matcher->region(place, text_.units.length(), status);
    matcher->useTransparentBounds(1);
    const bool found = matcher->lookingAt(status) != 0;
    require(status, rule);
    return found;
  }

  [[nodiscard]] std::unique_ptr<icu::RegexMatcher> matcher_of(
      const CompiledRule& rule, const icu::RegexPattern& pattern) const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexMatcher> matcher(pattern.matcher(text_.units, status));
    require(status, rule);
    matcher->setTimeLimit(time_limit, status);
    matcher->setStackLimit(stack_limit, status);
    require(status, rule);
    return matcher;
  }

  void require(UErrorCode status, const CompiledRule& rule) const {
    if (U_FAILURE(status) != 0)
      throw Error(Fault::unsupported, {name_, rule.source.rule.line},
                  "takes too long over a text of " + std::to_string(text_.bytes.back()) +
                      " bytes (" + u_errorName(status) + "): " + rule.source.name);
  }

  const std::vector<CompiledRule>& rules_;
  const std::string& name_;
  WideText text_;
};

}  // namespace

SrxSegmenter::SrxSegmenter(const Srx& rules, Language language, std::string_view name)
    : rules_(std::make_unique<Rules>()) {
  SrxRulesOfLanguage of_language = rules_of_language(rules, language, name);
  rules_->name = name;
  rules_->warnings = std::move(of_language.warnings);
  for (NamedSrxRule& rule : of_language.rules)
    rules_->add(std::move(rule));
}

SrxSegmenter::~SrxSegmenter() = default;

const std::vector<SrxWarning>& SrxSegmenter::warnings() const noexcept {
  return rules_->warnings;
}

std::vector<ByteRange> SrxSegmenter::cut(std::string_view paragraph,
                                         std::span<const ByteRange>) const {
  SentenceRanges sentences(paragraph);
  for (const auto& [place, rule] : SrxWalk(rules_->rules, rules_->name, paragraph).decide())
    if (rule->source.rule.breaks) sentences.end_at(place);
  return std::move(sentences).finish();
}

std::vector<BreakDecision> SrxSegmenter::explain(std::string_view paragraph,
                                                 std::span<const ByteRange>) const {
  std::vector<BreakDecision> decisions;
  for (const auto& [place, rule] : SrxWalk(rules_->rules, rules_->name, paragraph).decide())
    decisions.push_back({place, rule->source.rule.breaks, rule->source.name});
  return decisions;
}

}  // namespace hexapla
