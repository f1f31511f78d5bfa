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
constexpr std::array<std::string_view, look_count> look_names{
    "masthead", "session", "agenda_reference", "open_end", "open_start", "title",
    "signed",   "rule",    "furniture",        "footnote"};

// Bytes. The longest line of head matter that occurs is far shorter; without a bound an
// expression could backtrack over a line of gigabytes.
constexpr std::size_t longest_line = 600;
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
    const auto* const found = std::ranges::find(look_names, row[0]);
    assert(found != look_names.end());
    icu_detail::Status status;
    auto matcher = std::make_unique<icu::RegexMatcher>(utf16(expression),
                                                       UREGEX_CASE_INSENSITIVE, status);
    status.require("compile the pattern " + std::string(expression));
    matcher->setTimeLimit(match_time_limit, status);
    status.require("limit the time of a pattern");
    compiled_->of_look.at(static_cast<std::size_t>(found - look_names.begin()))
        .push_back(std::move(matcher));
  }
}

Patterns::~Patterns() = default;
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;

bool Patterns::looks_like(LineLook look, std::string_view line) const {
  if (line.size() > longest_line) return false;
  const icu::UnicodeString subject = utf16(line);
  return std::ranges::any_of(compiled_->of_look.at(static_cast<std::size_t>(look)),
                             [&](const auto& matcher) {
                               icu_detail::Status status;
                               matcher->reset(subject);
                               const bool matched = matcher->matches(status) != 0;
                               return matched && status.isSuccess();
                             });
}

std::string Patterns::footnote_label(std::string_view line) const {
  std::string label;
  const icu::UnicodeString subject = utf16(line.substr(0, longest_line));
  for (const auto& matcher :
       compiled_->of_look.at(static_cast<std::size_t>(LineLook::footnote))) {
    icu_detail::Status status;
    matcher->reset(subject);
    if (matcher->matches(status) == 0 || status.isFailure()) continue;
    matcher->group(1, status).toUTF8String(label);
    return label;
  }
  return label;
}

}  // namespace hexapla
