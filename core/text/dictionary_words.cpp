#include "text/dictionary_words.hpp"

#include "text/icu.hpp"
#include "text/words.hpp"

#include <cstdint>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace hexapla {
namespace {

/// Ends of words inside a run of Han characters, in bytes of the run.
std::vector<std::size_t> word_ends_in(std::string_view run) {
  icu_detail::Status status;
  thread_local const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  const icu::LocalUTextPointer text(utext_openUTF8(
      nullptr, run.data(), static_cast<std::int64_t>(run.size()), status));
  breaks->setText(text.getAlias(), status);
  status.require("cut Chinese text into words");
  std::vector<std::size_t> ends;
  (void)breaks->first();
  for (auto end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
    ends.push_back(static_cast<std::size_t>(end));
  return ends;
}

}  // namespace

std::vector<ByteRange> dictionary_words_of(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  std::vector<ByteRange> result;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at].kind != WordKind::han) {
      result.push_back(words[at++].range);
      continue;
    }
    ByteRange run = words[at].range;
    while (++at < words.size() && words[at].kind == WordKind::han &&
           words[at].range.begin == run.end)
      run.end = words[at].range.end;
    std::size_t begin = run.begin;
    for (const std::size_t end : word_ends_in(run.of(text))) {
      result.push_back({begin, run.begin + end});
      begin = run.begin + end;
    }
  }
  return result;
}

}  // namespace hexapla
