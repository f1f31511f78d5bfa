#include "check/rules/unit_words.hpp"

#include "check_data.hpp"
#include "text/code_point.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace hexapla {
namespace {

struct Form {
  std::string_view text;
  std::string_view unit;
};

struct Forms {
  std::vector<Form> behind;  // the longest first
  std::vector<Form> before;
};

const Forms& forms() {
  static const Forms made_once = [] {
    Forms all;
    for (const auto& row : rows_of_table(embedded::units_tsv))
      for (const std::string_view form : parts_of(row.at(2), '|'))
        (row.at(1) == "before" ? all.before : all.behind).push_back({form, row.at(0)});
    for (auto* list : {&all.behind, &all.before})
      std::ranges::stable_sort(*list, std::ranges::greater(),
                               [](const Form& form) { return form.text.size(); });
    return all;
  }();
  return made_once;
}

constexpr std::array<std::string_view, 6> spaces{" ",      "\u00A0", "\u202F",
                                                 "\u2009", "-",      "‑"};

std::size_t behind_space(std::string_view text, std::size_t at) {
  for (const std::string_view space : spaces)
    if (text.substr(at).starts_with(space)) return at + space.size();
  return at;
}

std::size_t before_space(std::string_view text, std::size_t at) {
  for (const std::string_view space : spaces)
    if (text.substr(0, at).ends_with(space)) return at - space.size();
  return at;
}

bool goes_on_as_word(char32_t last, char32_t next) {
  return is_letter(last) && is_letter(next) && !is_han(last) && !is_han(next);
}

}  // namespace

std::optional<MeasureUnit> unit_at(std::string_view text, ByteRange number) {
  const std::size_t begin = behind_space(text, number.end);
  for (const Form& form : forms().behind) {
    if (!text.substr(begin).starts_with(form.text)) continue;
    const std::size_t end = begin + form.text.size();
    if (!goes_on_as_word(code_point_before(text, end), code_point_at(text, end)))
      return MeasureUnit{form.unit, {begin, end}};
  }
  const std::size_t end = before_space(text, number.begin);
  for (const Form& form : forms().before) {
    if (!text.substr(0, end).ends_with(form.text)) continue;
    const std::size_t first = end - form.text.size();
    if (!goes_on_as_word(code_point_before(text, first), code_point_at(text, first)))
      return MeasureUnit{form.unit, {first, end}};
  }
  return std::nullopt;
}

}  // namespace hexapla
