#include "document/structure/patterns.hpp"

#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/icu.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr std::size_t look_count = static_cast<std::size_t>(LineLook::addressee) + 1;

struct LookKind {
  std::string_view name;  ///< In patterns.tsv.
  /// Bytes. Longer lines look like none: most lines of a document are too long to be
  /// furniture, and no expression shall backtrack over megabytes.
  std::size_t longest_line;
  /// The label stands at the line's start, so that the rest needn't be looked at.
  bool only_start = false;
};
constexpr std::array<LookKind, look_count> look_kinds{{{"masthead", 300},
                                                       {"session", 300},
                                                       {"agenda_reference", 600},
                                                       {"open_end", 600},
                                                       {"open_start", 600},
                                                       {"title", 600},
                                                       {"signed", 200},
                                                       {"rule", 200},
                                                       {"furniture", 80},
                                                       {"footnote", 600, true},
                                                       {"annex", 80},
                                                       {"heading", 300},
                                                       {"numbered", 40, true},
                                                       {"item", 40, true},
                                                       {"distr_general", 300},
                                                       {"distr_limited", 300},
                                                       {"distr_restricted", 300},
                                                       {"original_ar", 300},
                                                       {"original_en", 300},
                                                       {"original_es", 300},
                                                       {"original_fr", 300},
                                                       {"original_ru", 300},
                                                       {"original_zh", 300},
                                                       {"job_number", 300},
                                                       {"addressee", 1000}}};

constexpr std::int32_t match_time_limit = 1000;  // ICU's steps, about a millisecond each
constexpr std::size_t columns = 3;

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      {text.data(), static_cast<std::int32_t>(text.size())});
}

/// `text` cut behind `size` bytes at most, between characters.
std::string_view start_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
    --size;
  return text.substr(0, size);
}

using Matcher = std::unique_ptr<icu::RegexMatcher>;

[[noreturn]] void refuse_expression(const std::string& expression, const Place& place) {
  icu_detail::Status status;
  UParseError where{};
  // Compiled once more, since a matcher doesn't tell where it failed.
  const std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(
      utf16(expression), UREGEX_CASE_INSENSITIVE, where, status));
  throw Error(Fault::malformed, place,
              "the expression can't be read at its character " +
                  std::to_string(where.offset) + " (" + status.errorName() +
                  "): " + expression);
}

Matcher compiled_row(const std::string& expression, const Place& place) {
  icu_detail::Status status;
  auto matcher = std::make_unique<icu::RegexMatcher>(utf16(expression),
                                                     UREGEX_CASE_INSENSITIVE, status);
  if (status.isFailure()) refuse_expression(expression, place);
  matcher->setTimeLimit(match_time_limit, status);
  status.require("limit the time of a pattern");
  return matcher;
}

}  // namespace

/// The patterns of one kind.
struct Patterns::Compiled {
  struct Kind {
    std::vector<Matcher> matchers;
    /// Whether a line may start with a character, as far as it has been asked.
    mutable std::unordered_map<char32_t, bool> starts;

    /// A pattern that fails on the first character alone without asking for more fails on
    /// every line that starts with it. Most lines are done with by that.
    [[nodiscard]] bool may_start_with(char32_t first) const {
      const auto [entry, is_new] = starts.try_emplace(first, false);
      if (!is_new) return entry->second;
      const icu::UnicodeString subject(static_cast<UChar32>(first));
      entry->second = std::ranges::any_of(matchers, [&](const Matcher& matcher) {
        icu_detail::Status status;
        matcher->reset(subject);
        const bool matched = matcher->matches(status) != 0;
        return matched || matcher->hitEnd() != 0;
      });
      return entry->second;
    }
  };

  std::array<Kind, look_count> kinds;

  [[nodiscard]] const Kind& of(LineLook look) const {
    return kinds.at(static_cast<std::size_t>(look));
  }

  void add(std::string_view line, const Place& place) {
    const auto row = parts_of(line, '\t');
    if (row.size() != columns)
      throw Error(Fault::malformed, place,
                  "a row has three columns with a tab between them (kind, language, "
                  "expression); this one has " +
                      std::to_string(row.size()));
    const auto* const found = std::ranges::find(look_kinds, row[0], &LookKind::name);
    if (found == look_kinds.end())
      throw Error(Fault::malformed, place,
                  "there is no kind of line named \"" + std::string(row[0]) + "\"");
    kinds.at(static_cast<std::size_t>(found - look_kinds.begin()))
        .matchers.push_back(compiled_row(std::string(row[2]), place));
  }
};

Patterns::Patterns() : Patterns(embedded::patterns_tsv, "patterns.tsv") {}

Patterns::Patterns(std::string_view tsv, std::string_view name)
    : compiled_(std::make_unique<Compiled>()) {
  std::size_t number = 0;
  for (const std::string_view line : parts_of(tsv, '\n')) {
    ++number;
    if (!line.empty() && line.front() != '#')
      compiled_->add(line, {std::string(name), number});
  }
}

Patterns::~Patterns() = default;
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;

bool Patterns::looks_like(LineLook look, std::string_view line) const {
  const Compiled::Kind& kind = compiled_->of(look);
  if (line.empty() ||
      line.size() > look_kinds.at(static_cast<std::size_t>(look)).longest_line ||
      !kind.may_start_with(code_point_at(line, 0)))
    return false;
  const icu::UnicodeString subject = utf16(line);
  return std::ranges::any_of(kind.matchers, [&](const auto& matcher) {
    icu_detail::Status status;
    matcher->reset(subject);
    const bool matched = matcher->matches(status) != 0;
    return matched && status.isSuccess();
  });
}

std::string Patterns::label(LineLook look, std::string_view line) const {
  const Compiled::Kind& kind = compiled_->of(look);
  const LookKind& facts = look_kinds.at(static_cast<std::size_t>(look));
  if (line.empty() || (!facts.only_start && line.size() > facts.longest_line) ||
      !kind.may_start_with(code_point_at(line, 0)))
    return {};
  std::string label;
  const icu::UnicodeString subject = utf16(start_of(line, facts.longest_line));
  for (const auto& matcher : kind.matchers) {
    icu_detail::Status status;
    matcher->reset(subject);
    if (matcher->matches(status) == 0 || status.isFailure()) continue;
    matcher->group(1, status).toUTF8String(label);
    return label;
  }
  return label;
}

std::optional<std::string> Patterns::found_in(LineLook look, std::string_view line) const {
  const LookKind& facts = look_kinds.at(static_cast<std::size_t>(look));
  if (line.size() > facts.longest_line) return std::nullopt;
  const icu::UnicodeString subject = utf16(line);
  for (const auto& matcher : compiled_->of(look).matchers) {
    icu_detail::Status status;
    matcher->reset(subject);
    if (matcher->find(status) == 0 || status.isFailure()) continue;
    const bool grouped = matcher->groupCount() > 0 && matcher->start(1, status) >= 0;
    std::string words;
    matcher->group(grouped ? 1 : 0, status).toUTF8String(words);
    return words;
  }
  return std::nullopt;
}

std::string Patterns::lone_footnote_label(std::string_view line) const {
  // A label and a word behind it looks like the start of a footnote.
  constexpr std::size_t longest_label = 8;  // bytes
  if (line.size() > longest_label) return {};
  return footnote_label(std::string(line) + " x");
}

}  // namespace hexapla
