#include "text/encoding.hpp"

#include "text/utf8.hpp"

#include "text/code_point.hpp"
#include "text/error.hpp"
#include "text/icu.hpp"

#include <array>
#include <cassert>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

namespace hexapla {
namespace {

constexpr std::size_t chunk_units = 16 * 1024;  // of UTF-16, a time

icu::LocalUConverterPointer converter_for(const std::string& encoding) {
  icu_detail::Status status;
  icu::LocalUConverterPointer converter(ucnv_open(encoding.c_str(), status));
  if (status.isFailure())
    throw Error(Fault::unsupported, {"--encoding", 0},
                "there is no encoding named \"" + encoding +
                    "\"; some that are: UTF-8, UTF-16LE, GB18030, Big5, windows-1251, "
                    "windows-1252, windows-1256, KOI8-R, ISO-8859-1");
  ucnv_setToUCallBack(converter.getAlias(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr,
                      nullptr, status);
  status.require("refuse ill-formed bytes of " + encoding);
  return converter;
}

/// Collects characters with their places into text and stretches.
class Collector {
 public:
  explicit Collector(std::size_t expected) { result_.text.reserve(expected); }

  /// Each character's size is known once the next one has begun.
  void add(char32_t character, std::size_t source) {
    settle(source);
    pending_ = character;
    pending_at_ = source;
  }

  Transcoded finish(std::size_t source_end) {
    settle(source_end);
    return std::move(result_);
  }

 private:
  void settle(std::size_t source_end) {
    if (!pending_) return;
    const std::size_t begin = result_.text.size();
    append_code_point(result_.text, *pending_);
    pending_.reset();
    constexpr std::size_t longest_character = 8;  // bytes; more are shifts before the next
    const auto text_step = static_cast<std::uint8_t>(result_.text.size() - begin);
    const auto source_step =
        static_cast<std::uint8_t>(std::min(source_end - pending_at_, longest_character));
    auto& stretches = result_.stretches;
    if (!stretches.empty()) {
      Stretch& last = stretches.back();
      const std::size_t end = last.source_begin + last.characters * last.source_step;
      if (last.text_step == text_step && last.source_step == source_step &&
          end == pending_at_) {
        ++last.characters;
        return;
      }
    }
    stretches.push_back({begin, pending_at_, 1, text_step, source_step});
  }

  Transcoded result_;
  std::optional<char32_t> pending_;
  std::size_t pending_at_ = 0;
};

/// Hands UTF-16 with its places on to a Collector; a pair may span two chunks.
class Utf16Feed {
 public:
  explicit Utf16Feed(Collector& collector) : collector_(collector) {}

  void feed(char16_t unit, std::size_t source) {
    if (U16_IS_LEAD(unit)) {
      lead_ = unit;
      lead_at_ = source;
    } else if (U16_IS_TRAIL(unit)) {
      collector_.add(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, unit)), lead_at_);
    } else {
      collector_.add(unit, source);
    }
  }

 private:
  Collector& collector_;
  char16_t lead_ = 0;
  std::size_t lead_at_ = 0;
};

}  // namespace

Transcoded transcoded(std::string_view bytes, const std::string& encoding) {
  const icu::LocalUConverterPointer converter = converter_for(encoding);
  Collector collector(bytes.size() + bytes.size() / 2);
  Utf16Feed feed(collector);
  std::array<char16_t, chunk_units> units{};
  std::array<std::int32_t, chunk_units> offsets{};
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  const char* source = begin;
  for (;;) {
    icu_detail::Status status;
    char16_t* target = units.data();
    const auto chunk_begin = static_cast<std::size_t>(source - begin);
    ucnv_toUnicode(converter.getAlias(), &target, units.data() + units.size(), &source, end,
                   offsets.data(), 1, status);
    std::size_t place = chunk_begin;
    for (std::size_t i = 0; i < static_cast<std::size_t>(target - units.data()); ++i) {
      if (offsets[i] >= 0) place = chunk_begin + static_cast<std::size_t>(offsets[i]);
      feed.feed(units[i], place);
    }
    if (status.get() == U_BUFFER_OVERFLOW_ERROR) {
      status.reset();
      continue;
    }
    const auto read = static_cast<std::size_t>(source - begin);
    if (status.isSuccess()) return collector.finish(read);
    std::array<char, 32> bad{};
    auto length = static_cast<std::int8_t>(bad.size());
    icu_detail::Status ignored;
    ucnv_getInvalidChars(converter.getAlias(), bad.data(), &length, ignored);
    const std::size_t at = read - std::min(read, static_cast<std::size_t>(length));
    Transcoded result = collector.finish(at);
    result.ill_formed_at = at;
    return result;
  }
}

std::optional<std::string> encoding_named(const std::string& name) {
  icu_detail::Status status;
  const icu::LocalUConverterPointer converter(ucnv_open(name.c_str(), status));
  if (status.isFailure()) return std::nullopt;
  const char* internal = ucnv_getName(converter.getAlias(), status);
  const char* iana = ucnv_getStandardName(internal, "IANA", status);
  const char* best = status.isSuccess() && iana != nullptr ? iana : internal;
  if (best == nullptr) return name;
  return best == std::string_view("gb18030") ? "GB18030" : std::string(best);
}

std::vector<std::string> encodings_by_statistics(std::string_view sample) {
  icu_detail::Status status;
  const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(status));
  status.require("open the detector of encodings");
  ucsdet_setText(detector.getAlias(), sample.data(),
                 static_cast<std::int32_t>(sample.size()), status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.getAlias(), &count, status);
  std::vector<std::string> names;
  for (std::int32_t i = 0; status.isSuccess() && i < count; ++i) {
    const char* name = ucsdet_getName(matches[i], status);
    if (status.isSuccess() && name != nullptr) names.emplace_back(name);
  }
  return names;
}

std::string as_utf8(std::string_view bytes) {
  std::string text;
  for (;;) {
    const auto bad = find_ill_formed(bytes);
    text += bytes.substr(0, bad.value_or(bytes.size()));
    if (!bad) return text;
    text += "\uFFFD";
    bytes.remove_prefix(*bad + 1);
  }
}

}  // namespace hexapla
