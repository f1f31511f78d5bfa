#include "text/date/chinese.hpp"

#include "text/code_point.hpp"
#include "text/date/date_words.hpp"
#include "text/number/number.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace hexapla {
namespace {

std::size_t behind_space(std::string_view text, std::size_t at) {
  for (std::size_t next = at; next < text.size(); at = next)
    if (!is_white_space(next_code_point(text, next))) break;
  return at;
}

struct Counted {
  std::uint32_t value = 0;
  std::size_t end = 0;  ///< After the unit.
};

class Reader {
 public:
  explicit Reader(std::string_view text)
      : text_(text),
        words_(words_of(text)),
        numbers_(numbers_in(text, words_, languages::zh)) {}

  std::vector<Date> read() {
    for (next_ = 0; next_ < numbers_.size();) {
      const std::size_t before = next_;
      read_date();
      if (next_ == before) ++next_;
    }
    return std::move(dates_);
  }

 private:
  /// The next number when one of `units` follows it and it lies within the limits.
  [[nodiscard]] std::optional<Counted> counted(
      std::initializer_list<std::string_view> units, std::uint32_t least,
      std::uint32_t most) const {
    if (next_ >= numbers_.size()) return std::nullopt;
    const Number& number = numbers_[next_];
    Counted result;
    const char* const end = number.value.data() + number.value.size();
    const auto parsed = std::from_chars(number.value.data(), end, result.value);
    if (parsed.ptr != end || number.ordinal) return std::nullopt;
    if (result.value < least || result.value > most) return std::nullopt;
    const std::size_t at = behind_space(text_, number.range.end);
    for (const std::string_view unit : units) {
      if (!text_.substr(at).starts_with(unit)) continue;
      result.end = at + unit.size();
      return result;
    }
    return std::nullopt;
  }
  /// The same for a number that follows what was read so far.
  [[nodiscard]] std::optional<Counted> following(
      std::size_t end, std::initializer_list<std::string_view> units,
      std::uint32_t most) const {
    if (next_ >= numbers_.size()) return std::nullopt;
    if (numbers_[next_].range.begin != behind_space(text_, end)) return std::nullopt;
    return counted(units, 1, most);
  }

  void read_date() {
    Date date;
    date.range.begin = numbers_[next_].range.begin;
    auto read = counted({"年"}, 1000, 2999);
    if (read) {
      date.year = static_cast<std::uint16_t>(read->value);
      ++next_;
      read = following(read->end, {"月"}, 12);
    } else {
      read = counted({"月"}, 1, 12);
    }
    if (!read) return;
    date.month = static_cast<std::uint8_t>(read->value);
    date.range.end = read->end;
    ++next_;
    read = following(read->end, {"日", "号"}, 31);
    if (!read) {
      dates_.push_back(date);
      return;
    }
    while (read) {
      date.day = static_cast<std::uint8_t>(read->value);
      date.range.end = read->end;
      dates_.push_back(date);
      ++next_;
      read = listed(date.range.end);
      if (read) date.range.begin = numbers_[next_].range.begin;
    }
  }

  /// The 6 日 of 10 月 4 日至 6 日.
  [[nodiscard]] std::optional<Counted> listed(std::size_t end) const {
    const std::size_t at = behind_space(text_, end);
    const DateText source{text_, words_};
    const auto word = std::ranges::lower_bound(
        words_, at, {}, [](const Word& one) { return one.range.begin; });
    const auto joined =
        DateWords::of(languages::zh)
            .match(source, static_cast<std::size_t>(word - words_.begin()), DatePart::list);
    if (!joined) return std::nullopt;
    return following(words_[joined->next - 1].range.end, {"日", "号"}, 31);
  }

  std::string_view text_;
  std::vector<Word> words_;
  std::vector<Number> numbers_;
  std::vector<Date> dates_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Date> chinese_dates_in(std::string_view text) {
  if (text.find("月") == std::string_view::npos) return {};  // every date has its month
  return Reader(text).read();
}

}  // namespace hexapla
