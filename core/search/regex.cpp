#include "search/regex.hpp"

#include "text/error.hpp"
#include "text/icu.hpp"

#include <cstdint>
#include <utility>

#include <unicode/regex.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

namespace hexapla {
namespace {

// ICU counts in ticks of ten thousand steps, about a millisecond; shorter matches are free.
constexpr std::int32_t longest_match = 500;      // ticks: about half a second
constexpr std::int32_t deepest_match = 8 << 20;  // bytes of ICU's stack

}  // namespace

struct Regex::Compiled {
  std::string text;
  std::unique_ptr<icu::RegexPattern> pattern;
  std::unique_ptr<icu::RegexMatcher> matcher;
  std::int64_t most_ticks;
  std::int64_t ticks = 0;  ///< Of all texts so far.

  /// ICU asks at each tick of a match whether to go on.
  static UBool goes_on(const void* compiled, std::int32_t ticks_of_match) {
    // ICU hands back what it was given, without knowing that it was no constant.
    auto& self = *static_cast<Compiled*>(const_cast<void*>(compiled));
    return ++self.ticks <= self.most_ticks && ticks_of_match <= longest_match ? 1 : 0;
  }

  [[nodiscard]] Place place() const { return {"regular expression /" + text + "/", 0}; }
};

Regex::Regex(std::string pattern, std::int64_t most_ticks)
    : compiled_(new Compiled{std::move(pattern), nullptr, nullptr, most_ticks}) {
  Compiled& compiled = *compiled_;
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  compiled.pattern.reset(icu::RegexPattern::compile(
      icu::UnicodeString::fromUTF8(compiled.text), where, status));
  if (U_FAILURE(status) != 0)
    throw Error(Fault::malformed, compiled.place(),
                "character " + std::to_string(where.offset) + ": " + u_errorName(status));
  compiled.matcher.reset(compiled.pattern->matcher(status));
  if (compiled.matcher)
    compiled.matcher->setMatchCallback(Compiled::goes_on, compiled_.get(), status);
  if (compiled.matcher) compiled.matcher->setStackLimit(deepest_match, status);
  if (U_FAILURE(status) != 0)
    throw Error(Fault::malformed, compiled.place(), u_errorName(status));
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

std::vector<ByteRange> Regex::find_all(std::string_view text) const {
  icu_detail::Status status;
  // A UText over UTF-8 makes ICU answer in byte offsets.
  const icu::LocalUTextPointer utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), status));
  status.require("read a text");
  icu::RegexMatcher& matcher = *compiled_->matcher;
  matcher.reset(utext.getAlias());
  UErrorCode result = U_ZERO_ERROR;
  std::vector<ByteRange> found;
  while (matcher.find(result) != 0) {
    const ByteRange range{static_cast<std::size_t>(matcher.start64(result)),
                          static_cast<std::size_t>(matcher.end64(result))};
    if (!range.empty()) found.push_back(range);
  }
  if (U_FAILURE(result) != 0)
    throw Error(Fault::unsupported, compiled_->place(),
                std::string(compiled_->ticks > compiled_->most_ticks
                                ? "takes too long for all texts"
                                : "takes too long for one text") +
                    "; name what it repeats more exactly");
  return found;
}

}  // namespace hexapla
