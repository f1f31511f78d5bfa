#include "exchange/filter/filter_rule.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/unit_filter.hpp"
#include "search/regex.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/guess_language.hpp"
#include "text/number/number.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include <unicode/uscript.h>

namespace hexapla {
namespace {

constexpr double any_number = 1e9;

/// A filter that is a question about each unit, and remembers nothing.
class Question final : public FilterRule {
 public:
  using Asked = std::function<bool(const TranslationUnit&)>;
  explicit Question(Asked asked) : asked_(std::move(asked)) {}
  bool keeps(const TranslationUnit& unit) override { return asked_(unit); }

 private:
  Asked asked_;
};

using Rule = std::unique_ptr<FilterRule>;

Rule of_units(Question::Asked asked) {
  return std::make_unique<Question>(std::move(asked));
}

/// All texts have to pass.
Rule of_texts(std::function<bool(const Variant&)> passes) {
  return of_units([passes = std::move(passes)](const TranslationUnit& unit) {
    return std::ranges::all_of(unit.variants, passes);
  });
}

/// All other texts have to pass beside the first.
Rule of_pairs(std::function<bool(const Variant&, const Variant&)> passes) {
  return of_units([passes = std::move(passes)](const TranslationUnit& unit) {
    return unit.variants.empty() ||
           std::all_of(unit.variants.begin() + 1, unit.variants.end(),
                       [&](const Variant& target) {
                         return passes(unit.variants.front(), target);
                       });
  });
}

/// Letters and digits; a Han character is a word.
std::size_t count_words(std::string_view text) {
  const auto words = words_of(text);
  return static_cast<std::size_t>(std::ranges::count_if(
      words, [](const Word& word) { return word.kind != WordKind::punctuation; }));
}

std::size_t count_characters(std::string_view text) {
  return count_code_points(text);
}

using Measure = std::size_t(std::string_view);

Measure* measure_of(const FilterLine& line) {
  constexpr std::array<Measure*, 2> measures{count_characters, count_words};
  return measures.at(choice_of(line, "in", 0, {"characters", "words"}));
}

Rule length_rule(const FilterLine& line) {
  require_known(line, {"min", "max", "in"});
  const double least = argument_of(line, "min", 1, 0, any_number);
  const double most = argument_of(line, "max", any_number, 0, any_number);
  return of_texts([=, measure = measure_of(line)](const Variant& variant) {
    const auto length = static_cast<double>(measure(variant.text));
    return length >= least && length <= most;
  });
}

Rule ratio_rule(const FilterLine& line) {
  require_known(line, {"max", "in"});
  constexpr double usual = 3;
  const double most = argument_of(line, "max", usual, 1, any_number);
  if (choice_of(line, "in", 0, {"characters", "words"}) == 0)
    return of_units(
        [=](const TranslationUnit& unit) { return length_ratio_of(unit) <= most; });
  return of_pairs([=](const Variant& source, const Variant& target) {
    const auto [shorter, longer] =
        std::minmax({count_words(source.text), count_words(target.text)});
    return static_cast<double>(longer) <= most * static_cast<double>(shorter);
  });
}

Rule long_word_rule(const FilterLine& line) {
  require_known(line, {"max"});
  constexpr double usual = 40;  // characters, as in OpusFilter
  const double most = argument_of(line, "max", usual, 1, any_number);
  return of_texts([=](const Variant& variant) {
    return std::ranges::all_of(words_of(variant.text), [&](const Word& word) {
      return static_cast<double>(count_code_points(word.range.of(variant.text))) <= most;
    });
  });
}

/// The scripts that a language is written in; none when nobody knows.
std::vector<UScriptCode> scripts_of(Language language) {
  constexpr std::size_t most = 8;
  std::array<UScriptCode, most> codes{};
  UErrorCode status = U_ZERO_ERROR;
  const std::string tag(language.tag());
  const auto count = uscript_getCode(tag.c_str(), codes.data(), most, &status);
  if (U_FAILURE(status) != 0) return {};
  return {codes.begin(), codes.begin() + count};
}

double share_in_script(const Variant& variant) {
  const auto scripts = scripts_of(variant.language);
  std::size_t letters = 0;
  std::size_t own = 0;
  for (std::size_t at = 0; at < variant.text.size();) {
    const char32_t code_point = next_code_point(variant.text, at);
    if (!is_letter(code_point)) continue;
    ++letters;
    own += static_cast<std::size_t>(std::ranges::any_of(scripts, [&](UScriptCode script) {
      return uscript_hasScript(static_cast<UChar32>(code_point), script) != 0;
    }));
  }
  return letters == 0 || scripts.empty()
             ? 1
             : static_cast<double>(own) / static_cast<double>(letters);
}

Rule script_rule(const FilterLine& line) {
  require_known(line, {"least"});
  constexpr double half = .5;
  const double least = argument_of(line, "least", half, 0, 1);
  return of_texts(
      [=](const Variant& variant) { return share_in_script(variant) >= least; });
}

Rule language_rule(const FilterLine& line) {
  require_known(line, {});
  return of_texts([](const Variant& variant) { return !reads_as_another(variant); });
}

Rule numbers_rule(const FilterLine& line) {
  require_known(line, {"least"});
  const double least = argument_of(line, "least", 1, 0, 1);
  return of_pairs([=](const Variant& source, const Variant& target) {
    return shared_numbers(source, target) >= least;
  });
}

Rule punctuation_rule(const FilterLine& line) {
  require_known(line, {"max"});
  constexpr double half = .5;
  const double most = argument_of(line, "max", half, 0, 1);
  return of_texts([=](const Variant& variant) {
    std::size_t signs = 0;
    std::size_t marks = 0;
    for (std::size_t at = 0; at < variant.text.size();) {
      const char32_t code_point = next_code_point(variant.text, at);
      if (is_white_space(code_point)) continue;
      ++signs;
      marks += static_cast<std::size_t>(!is_letter(code_point) && !is_digit(code_point));
    }
    return static_cast<double>(marks) <= most * static_cast<double>(signs);
  });
}

/// How a text ends, before what closes brackets and quotations.
enum class TextEnd : std::uint8_t { nothing, statement, question, exclamation, colon };

TextEnd end_of(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const char32_t code_point = previous_code_point(text, at);
    if (is_white_space(code_point) || is_closing_mark(code_point)) continue;
    if (code_point == U'?' || code_point == U'？' || code_point == U'؟')
      return TextEnd::question;
    if (code_point == U'!' || code_point == U'！') return TextEnd::exclamation;
    if (code_point == U':' || code_point == U'：' || code_point == U';' ||
        code_point == U'；' || code_point == U'؛')
      return TextEnd::colon;
    return is_terminal(code_point) ? TextEnd::statement : TextEnd::nothing;
  }
  return TextEnd::nothing;
}

Rule end_marks_rule(const FilterLine& line) {
  require_known(line, {});
  return of_pairs([](const Variant& source, const Variant& target) {
    return end_of(source.text) == end_of(target.text);
  });
}

/// How often the same words follow themselves, at most: 3 for "no no no".
std::size_t repeats_in(std::string_view text) {
  constexpr std::size_t longest_pattern = 20;  // words
  const auto words = words_of(text);
  std::vector<std::string> forms;
  for (const Word& word : words)
    if (word.kind != WordKind::punctuation) forms.push_back(folded(word.range.of(text)));
  std::size_t most = 1;
  for (std::size_t period = 1; period <= std::min(longest_pattern, forms.size() / 2);
       ++period) {
    std::size_t run = 0;
    for (std::size_t at = period; at < forms.size(); ++at) {
      run = forms[at] == forms[at - period] ? run + 1 : 0;
      most = std::max(most, 1 + run / period);
    }
  }
  return most;
}

Rule repetition_rule(const FilterLine& line) {
  require_known(line, {"max"});
  constexpr double usual = 3;
  const double most = argument_of(line, "max", usual, 1, any_number);
  return of_texts([=](const Variant& variant) {
    return static_cast<double>(repeats_in(variant.text)) <= most;
  });
}

Rule same_text_rule(const FilterLine& line) {
  require_known(line, {});
  return of_pairs([](const Variant& source, const Variant& target) {
    const std::string letters = letters_for_comparing(source.text);
    return source.language.primary() == target.language.primary() || letters.empty() ||
           letters != letters_for_comparing(target.text);
  });
}

Rule broken_characters_rule(const FilterLine& line) {
  require_known(line, {});
  constexpr char32_t replacement = 0xFFFD;
  return of_texts([](const Variant& variant) {
    for (std::size_t at = 0; at < variant.text.size();) {
      const char32_t code_point = next_code_point(variant.text, at);
      if (code_point == replacement || !is_text_character(code_point)) return false;
    }
    return true;
  });
}

Rule regex_rule(const FilterLine& line) {
  require_known(line, {"pattern", "drop", "keep", "in"});
  const auto pattern = std::ranges::find(line.arguments, "pattern", &NamedValue::name);
  if (pattern == line.arguments.end()) refuse_line(line, "has no pattern=");
  if (has_word(line, "drop") == has_word(line, "keep"))
    refuse_line(line, "say drop or keep: what becomes of units in which it is found");
  std::optional<Language> in;
  if (const auto tag = std::ranges::find(line.arguments, "in", &NamedValue::name);
      tag != line.arguments.end()) {
    in = Language::from(tag->value);
    if (!in) refuse_line(line, "in= needs a language, as in in=en");
  }
  const auto regex = std::make_shared<Regex>(pattern->value);
  const bool keeps_found = has_word(line, "keep");
  return of_units([=](const TranslationUnit& unit) {
    const bool is_found = std::ranges::any_of(unit.variants, [&](const Variant& variant) {
      return (!in || answers(variant.language, *in)) &&
             !regex->find_all(variant.text).empty();
    });
    return is_found == keeps_found;
  });
}

Rule confidence_rule(const FilterLine& line) {
  require_known(line, {"least"});
  constexpr double half = .5;
  const double least = argument_of(line, "least", half, 0, 1);
  return of_units([=](const TranslationUnit& unit) { return unit.confidence >= least; });
}

Rule empty_rule(const FilterLine& line) {
  require_known(line, {});
  return of_units([](const TranslationUnit& unit) {
    return unit.variants.size() > 1 &&
           std::ranges::all_of(unit.variants, [](const Variant& variant) {
             return variant.text.find_first_not_of(" \t\n\r") != std::string::npos;
           });
  });
}

using RuleMaker = Rule(const FilterLine&);
constexpr std::array<std::pair<std::string_view, RuleMaker*>, 15> makers{
    {{"empty", empty_rule},
     {"length", length_rule},
     {"ratio", ratio_rule},
     {"long-word", long_word_rule},
     {"script", script_rule},
     {"language", language_rule},
     {"numbers", numbers_rule},
     {"punctuation", punctuation_rule},
     {"end-marks", end_marks_rule},
     {"repetition", repetition_rule},
     {"same-text", same_text_rule},
     {"broken-characters", broken_characters_rule},
     {"regex", regex_rule},
     {"confidence", confidence_rule},
     {"near-duplicates", near_duplicate_rule}}};

}  // namespace

std::unique_ptr<FilterRule> rule_of(const FilterLine& line) {
  const auto* const found =
      std::ranges::find(makers, line.name, &std::pair<std::string_view, RuleMaker*>::first);
  if (found != makers.end()) return found->second(line);
  std::string names;
  for (const auto& [name, maker] : makers)
    names += std::string(name) + ", ";
  refuse_line(line, "there is no such filter; there are " + names + "sample, sort");
}

std::size_t comparable_length(std::string_view text) {
  // Letters of an alphabet that one Han character stands for: about 3.5 in a corpus of
  // public health in English and Chinese.
  constexpr std::size_t letters_of_han = 3;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();)
    length += is_han(next_code_point(text, at)) ? letters_of_han : 1;
  return length;
}

double length_ratio_of(const TranslationUnit& unit) {
  if (unit.variants.size() < 2) return 1;
  std::size_t shortest = SIZE_MAX;
  std::size_t longest = 0;
  for (const Variant& variant : unit.variants) {
    const std::size_t length = comparable_length(variant.text);
    shortest = std::min(shortest, length);
    longest = std::max(longest, length);
  }
  if (longest == 0) return 1;
  return shortest == 0 ? any_number
                       : static_cast<double>(longest) / static_cast<double>(shortest);
}

double shared_numbers(const Variant& source, const Variant& target) {
  std::map<std::string, int> open;
  std::size_t all = 0;
  std::size_t shared = 0;
  for (const Number& number : numbers_in(source.text, source.language)) {
    if (number.in_words || number.ordinal) continue;  // said without a number elsewhere
    ++open[number.value];
    ++all;
  }
  for (const Number& number : numbers_in(target.text, target.language)) {
    const auto found = open.find(number.value);
    const bool is_shared = found != open.end() && found->second-- > 0;
    if (!is_shared && (number.in_words || number.ordinal)) continue;
    ++all;
    shared += static_cast<std::size_t>(is_shared);
  }
  return all == 0 ? 1 : 2 * static_cast<double>(shared) / static_cast<double>(all);
}

bool reads_as_another(const Variant& variant) {
  const auto is_kin = [&](Language language) {
    return language.primary() == variant.language.primary();
  };
  if (std::ranges::none_of(languages::official, is_kin)) return false;
  const auto guess = guess_language(variant.text);
  return guess && !is_kin(*guess);
}

}  // namespace hexapla
