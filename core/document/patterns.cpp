#include "document/patterns.hpp"

#include "document_data.hpp"
#include "text/icu.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr std::size_t look_count = static_cast<std::size_t>(LineLook::footnote) + 1;

struct LookKind {
  std::string_view name;  ///< In patterns.tsv.
  /// Bytes. Longer lines look like none: most lines of a document are too long to be
  /// furniture, and no expression shall backtrack over megabytes.
  std::size_t longest_line;
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
                                                       {"footnote", 600}}};

constexpr std::int32_t match_time_limit = 1000;  // ICU's steps, about a millisecond each

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      {text.data(), static_cast<std::int32_t>(text.size())});
}

}  // namespace

struct Patterns::Compiled {
  std::array<std::vector<std::unique_ptr<icu::RegexMatcher>>, look_count> of_look;
};

Patterns::Patterns() : compiled_(std::make_unique<Compiled>()) {
  for (const auto& row : rows_of_table(embedded::patterns_tsv)) {
    assert(row.size() == 3);
    const std::string_view expression = row[2];
    const auto* const found = std::ranges::find(look_kinds, row[0], &LookKind::name);
    assert(found != look_kinds.end());
    icu_detail::Status status;
    auto matcher = std::make_unique<icu::RegexMatcher>(utf16(expression),
                                                       UREGEX_CASE_INSENSITIVE, status);
    status.require("compile the pattern " + std::string(expression));
    matcher->setTimeLimit(match_time_limit, status);
    status.require("limit the time of a pattern");
    compiled_->of_look.at(static_cast<std::size_t>(found - look_kinds.begin()))
        .push_back(std::move(matcher));
  }
}

Patterns::~Patterns() = default;
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;

bool Patterns::looks_like(LineLook look, std::string_view line) const {
  const auto kind = static_cast<std::size_t>(look);
  if (line.size() > look_kinds.at(kind).longest_line) return false;
  const icu::UnicodeString subject = utf16(line);
  return std::ranges::any_of(compiled_->of_look.at(kind), [&](const auto& matcher) {
    icu_detail::Status status;
    matcher->reset(subject);
    const bool matched = matcher->matches(status) != 0;
    return matched && status.isSuccess();
  });
}

std::string Patterns::footnote_label(std::string_view line) const {
  std::string label;
  constexpr auto kind = static_cast<std::size_t>(LineLook::footnote);
  const icu::UnicodeString subject =
      utf16(line.substr(0, look_kinds.at(kind).longest_line));
  for (const auto& matcher : compiled_->of_look.at(kind)) {
    icu_detail::Status status;
    matcher->reset(subject);
    if (matcher->matches(status) == 0 || status.isFailure()) continue;
    matcher->group(1, status).toUTF8String(label);
    return label;
  }
  return label;
}

std::string Patterns::lone_footnote_label(std::string_view line) const {
  // A label and a word behind it looks like the start of a footnote.
  constexpr std::size_t longest_label = 8;  // bytes
  if (line.size() > longest_label) return {};
  return footnote_label(std::string(line) + " x");
}

}  // namespace hexapla
