#include "document/structure/patterns.hpp"

#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/icu.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr std::size_t look_count = static_cast<std::size_t>(LineLook::above_title) + 1;

struct LookKind {
  std::string_view name;  ///< In patterns.tsv.
  /// Bytes. Longer lines look like none: most lines of a document are too long to be
  /// furniture, and no expression shall backtrack over megabytes.
  std::size_t longest_line;
  /// The label is at the line's start, so that the rest needn't be looked at.
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
                                                       {"addressee", 1000},
                                                       {"above_title", 600}}};

constexpr std::int32_t match_time_limit = 1000;  // ICU's steps, about a millisecond each
constexpr std::size_t columns = 3;

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      {text.data(), static_cast<std::int32_t>(text.size())});
}

/// `text` cut after `size` bytes at most, between characters.
std::string_view start_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
    --size;
  return text.substr(0, size);
}

using Matcher = std::unique_ptr<icu::RegexMatcher>;

using Expression = std::unique_ptr<icu::RegexPattern>;

Expression compiled_row(const std::string& expression, const Place& place) {
  icu_detail::Status status;
  UParseError where{};
  Expression compiled(icu::RegexPattern::compile(utf16(expression), UREGEX_CASE_INSENSITIVE,
                                                 where, status));
  if (status.isFailure())
    throw Error(Fault::malformed, place,
                "the expression can't be read at its character " +
                    std::to_string(where.offset) + " (" + status.errorName() +
                    "): " + expression);
  return compiled;
}

Matcher matcher_of(const icu::RegexPattern& expression) {
  icu_detail::Status status;
  Matcher matcher(expression.matcher(status));
  status.require("match a pattern");
  matcher->setTimeLimit(match_time_limit, status);
  status.require("limit the time of a pattern");
  return matcher;
}

/// The expressions of a table. Those of a kind are compiled when it is first asked for, and
/// never change then: any number of threads may share them.
class Expressions {
 public:
  Expressions(std::string_view tsv, std::string_view name) {
    std::size_t number = 0;
    for (const std::string_view line : parts_of(tsv, '\n')) {
      ++number;
      if (!line.empty() && line.front() != '#') add(line, {std::string(name), number});
    }
  }

  [[nodiscard]] const std::vector<Expression>& of(std::size_t look) const {
    const Kind& kind = kinds_.at(look);
    std::call_once(kind.once, [&] {
      for (const auto& [expression, place] : kind.rows)
        kind.compiled.push_back(compiled_row(expression, place));
    });
    return kind.compiled;
  }

  /// Errors: as Patterns.
  void compile_all() const {
    for (std::size_t look = 0; look < look_count; ++look)
      (void)of(look);
  }

 private:
  struct Kind {
    std::vector<std::pair<std::string, Place>> rows;
    mutable std::once_flag once;
    mutable std::vector<Expression> compiled;
  };

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
    kinds_.at(static_cast<std::size_t>(found - look_kinds.begin()))
        .rows.emplace_back(row[2], place);
  }

  std::array<Kind, look_count> kinds_;
};

/// Of patterns.tsv, shared by all documents of a process.
std::shared_ptr<const Expressions> own_expressions() {
  static const auto own =
      std::make_shared<const Expressions>(embedded::patterns_tsv, "patterns.tsv");
  return own;
}

}  // namespace

/// The expressions, and what matches them in one document.
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

  explicit Compiled(std::shared_ptr<const Expressions> table)
      : expressions(std::move(table)) {}

  [[nodiscard]] const Kind& of(LineLook look) const {
    auto& kind = kinds.at(static_cast<std::size_t>(look));
    if (!kind) {
      kind.emplace();
      for (const Expression& expression : expressions->of(static_cast<std::size_t>(look)))
        kind->matchers.push_back(matcher_of(*expression));
    }
    return *kind;
  }

  std::shared_ptr<const Expressions> expressions;
  mutable std::array<std::optional<Kind>, look_count> kinds;
};

Patterns::Patterns() : compiled_(std::make_unique<Compiled>(own_expressions())) {}

Patterns::Patterns(std::string_view tsv, std::string_view name) {
  const auto expressions = std::make_shared<const Expressions>(tsv, name);
  expressions->compile_all();
  compiled_ = std::make_unique<Compiled>(expressions);
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
  // A label and a word after it looks like the start of a footnote.
  constexpr std::size_t longest_label = 8;  // bytes
  if (line.size() > longest_label) return {};
  return footnote_label(std::string(line) + " x");
}

}  // namespace hexapla
