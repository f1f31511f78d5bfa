#include "exchange/xliff/replay.hpp"

#include "exchange/shared_names.hpp"
#include "exchange/xliff/patched_unit.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

std::vector<Numbered> around_in(std::span<const NamedValue> properties) {
  std::vector<Numbered> around;
  for (const NamedValue& property : properties)
    if (property.name == raw_around) around.push_back(numbered_in(property.value));
  return around;
}

/// The name of `<group id="g">`.
std::string name_of_tag(std::string_view tag) {
  tag.remove_prefix(std::min<std::size_t>(tag.size(), 1));
  return std::string(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
}

std::string text_or_nothing(std::span<const NamedValue> values, std::string_view name) {
  const std::string* const value = value_of(values, name);
  return value == nullptr ? std::string() : *value;
}

std::size_t number_in(const std::string& words) {
  std::size_t number = 0;
  std::from_chars(words.data(), words.data() + words.size(), number);
  return number;
}

}  // namespace

bool can_be_replayed(const MemoryHeader& header) {
  return value_of(header.properties, raw_head) != nullptr &&
         value_of(header.properties, raw_root) != nullptr;
}

XliffReplay::XliffReplay(std::ostream& out, const MemoryHeader& header,
                         XliffVersion version, const InlineForm& form,
                         WriteStranger stranger)
    : out_(out),
      version_(version),
      form_(form),
      stranger_(std::move(stranger)),
      head_(text_or_nothing(header.properties, raw_head)),
      root_(text_or_nothing(header.properties, raw_root)),
      around_(around_in(header.properties)) {}

bool XliffReplay::write_unit(const TranslationUnit& unit) {
  const Numbered part = numbered_in(text_or_nothing(unit.properties, raw_part));
  if (const std::string* const bytes = value_of(unit.properties, raw_unit)) {
    write_open_unit();
    Numbered whole = numbered_in(*bytes);
    unit_ = OpenUnit{whole.number,
                     std::move(whole.words),
                     around_in(unit.properties),
                     text_or_nothing(unit.properties, raw_gap),
                     {},
                     {}};
  }
  if (!unit_ || part.number != unit_->number) {
    write_open_unit();
    begin();
    stranger_(out_, unit);
    return true;
  }
  unit_->end = text_or_nothing(unit.properties, raw_end);
  unit_->rows.emplace_back(number_in(part.words), unit);
  return true;
}

void XliffReplay::begin() {
  if (!std::exchange(is_begun_, true)) out_ << head_;
}

void XliffReplay::close_until(std::size_t depth) {
  for (; around_.size() > depth; around_.pop_back())
    out_ << "</" << name_of_tag(around_.back().words) << '>';
}

/// Over the bytes that stood before the unit; where others are missing, by closing and
/// opening what stands around it.
void XliffReplay::move_to(const OpenUnit& unit) {
  const bool is_first = !is_begun_ && unit.number == 1;
  begin();
  if (is_first || (last_ != 0 && unit.number == last_ + 1)) {
    out_ << unit.gap;
    around_ = unit.around;
    return;
  }
  const auto differs = std::ranges::mismatch(around_, unit.around).in1;
  close_until(static_cast<std::size_t>(differs - around_.begin()));
  for (std::size_t at = around_.size(); at < unit.around.size(); ++at) {
    out_ << unit.around[at].words;
    around_.push_back(unit.around[at]);
  }
}

void XliffReplay::write_open_unit() {
  if (!unit_) return;
  const OpenUnit unit = *std::exchange(unit_, std::nullopt);
  move_to(unit);
  XliffOpening opening{root_, unit.around.size() + 1};
  for (const Numbered& element : unit.around)
    opening.tags += element.words;
  std::map<std::size_t, const TranslationUnit*> rows;
  for (const auto& [number, row] : unit.rows)
    rows.emplace(number, &row);
  out_ << patched_unit(version_, opening, unit.bytes, rows, form_) << unit.end;
  last_ = unit.number;
  if (!unit.end.empty()) is_ended_ = true;
}

std::size_t XliffReplay::write_end() {
  write_open_unit();
  begin();
  const bool is_whole = is_ended_ || (around_.empty() && last_ == 0);
  if (!is_whole) {
    close_until(0);
    out_ << "</" << name_of_tag(root_) << ">\n";
  }
  return 0;
}

}  // namespace hexapla
