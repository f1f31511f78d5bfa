#include "align/judgement/doubted_language.hpp"

#include "align/lexicon/remembered.hpp"
#include "text/guess_language.hpp"
#include "text/icu.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uscript.h>

namespace hexapla {
namespace {

/// Bytes: shorter texts are names and numbers.
constexpr std::size_t least_sample = 200;
/// Bytes: more tells nothing new.
constexpr std::size_t most_sample = std::size_t{32} * 1024;

/// Segments from all over the text, so that a foreign beginning doesn't decide.
std::string sample_of(std::span<const std::string_view> segments) {
  std::size_t size = 0;
  for (const std::string_view segment : segments)
    size += segment.size();
  const std::size_t step = 1 + size / most_sample;
  std::string sample;
  for (std::size_t at = 0; at < segments.size(); at += step) {
    sample += segments[at];
    sample += '\n';
  }
  return sample;
}

/// Chinese characters of either kind are one script here.
UScriptCode plain(UScriptCode script) {
  return script == USCRIPT_SIMPLIFIED_HAN || script == USCRIPT_TRADITIONAL_HAN ? USCRIPT_HAN
                                                                               : script;
}

bool share_script(Language one, Language other) {
  constexpr std::int32_t most = 8;
  const auto scripts_of = [](Language language) {
    std::array<UScriptCode, most> codes{};
    UErrorCode error = U_ZERO_ERROR;
    const std::string tag(language.tag());
    const auto count = uscript_getCode(tag.c_str(), codes.data(), most, &error);
    std::ranges::transform(codes, codes.begin(), plain);
    return std::pair(codes, U_SUCCESS(error) != 0 ? count : 0);
  };
  const auto [of_one, count] = scripts_of(one);
  const auto [of_other, other_count] = scripts_of(other);
  if (count == 0 || other_count == 0) return true;  // nobody knows
  return std::find_first_of(of_one.begin(), of_one.begin() + count, of_other.begin(),
                            of_other.begin() + other_count) != of_one.begin() + count;
}

}  // namespace

std::optional<Language> doubted_language(std::span<const std::string_view> segments,
                                         Language said) {
  const std::string sample = sample_of(segments);
  if (sample.size() < least_sample) return std::nullopt;
  // Each pair of a document's versions asks of the same texts.
  static thread_local Remembered<std::optional<Language>> guesses;
  const auto seems =
      guesses.of(sample, [](std::string_view text) { return guess_language(text); });
  if (!seems || seems->primary() == said.primary() || said == Language())
    return std::nullopt;
  const bool official = std::ranges::find(languages::official, said.primary(),
                                          &Language::tag) != languages::official.end();
  // Of languages that share letters with the six, not all can be told from them.
  if (!official && share_script(*seems, said)) return std::nullopt;
  return seems;
}

}  // namespace hexapla
