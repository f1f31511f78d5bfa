#include "planting.hpp"

namespace hexapla::plant {
namespace {

std::string numeral(std::size_t least, std::size_t count, Dice& dice) {
  return std::to_string(least + dice.below(count));
}

std::string made_up_symbol(Dice& dice) {
  switch (dice.below(5)) {
    case 0:
      return "A/" + numeral(50, 30, dice) + '/' + numeral(100, 800, dice);
    case 1:
      return "S/" + numeral(1999, 24, dice) + '/' + numeral(100, 900, dice);
    case 2:
      return "A/RES/" + numeral(50, 30, dice) + '/' + numeral(100, 200, dice);
    case 3:
      return "A/HRC/" + numeral(20, 30, dice) + '/' + numeral(10, 80, dice) + "/Add.2";
    default:
      return "E/CN.4/" + numeral(1990, 16, dice) + '/' + numeral(10, 80, dice);
  }
}

std::string made_up_url(Dice& dice) {
  return "https://www.un.org/press/en/" + numeral(2001, 20, dice) + "/ga" +
         numeral(10100, 900, dice) + ".doc.htm";
}

/// The same after one slip of the pen: a digit that another one stands for.
std::string with_slip(std::string text, Dice& dice) {
  std::vector<std::size_t> digits;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] >= '0' && text[at] <= '9') digits.push_back(at);
  char& digit = text[digits[dice.below(digits.size())]];
  digit = static_cast<char>(digit == '9' ? '2' : digit + 1);
  return text;
}

/// Puts ` (what)` before the full stop. Returns: where `what` stands.
ByteRange put_in(std::string& text, const std::string& what, Language language) {
  const std::size_t at = before_end(text);
  const std::string opening = language.spaceless() ? "（" : " (";
  const std::string closing = language.spaceless() ? "）" : ")";
  text.insert(at, opening + what + closing);
  return {at + opening.size(), at + opening.size() + what.size()};
}

using Maker = std::string (*)(Dice& dice);

Planted plant_in_brackets(LinePair& lines, const Setting& setting, Dice& dice, Maker make,
                          std::string_view rule) {
  const std::string made = make(dice);
  (void)put_in(lines.source, made, setting.source);
  const ByteRange place = put_in(lines.target, made, setting.target);
  constexpr std::size_t one_in = 4;  // is lost, the others are altered
  const bool lost = dice.below(one_in) == 0;
  return replaced(lines.target, place, lost ? "" : with_slip(made, dice), rule);
}

void carry_in_brackets(LinePair& lines, const Setting& setting, const std::string& made) {
  (void)put_in(lines.source, made, setting.source);
  (void)put_in(lines.target, made, setting.target);
}

constexpr std::array<std::string_view, 9> superscripts{"¹", "²", "³", "⁴", "⁵",
                                                       "⁶", "⁷", "⁸", "⁹"};

std::string made_up_label(std::size_t number, std::size_t style) {
  const std::string digits = std::to_string(number);
  switch (style) {
    case 0:
      return digits + ". ";
    case 1:
      return '(' + digits + ") ";
    default:
      return std::string("(") + static_cast<char>('a' + number % 20) + ") ";
  }
}

}  // namespace

std::optional<Planted> plant_symbol(LinePair& lines, const Setting& setting, Dice& dice) {
  return plant_in_brackets(lines, setting, dice, made_up_symbol, "symbol");
}

std::optional<Planted> plant_url(LinePair& lines, const Setting& setting, Dice& dice) {
  return plant_in_brackets(lines, setting, dice, made_up_url, "url");
}

std::optional<Planted> plant_footnote(LinePair& lines, const Setting& /*setting*/,
                                      Dice& dice) {
  const std::size_t mark = dice.below(superscripts.size());
  lines.source += superscripts[mark];
  const std::size_t begin = lines.target.size();
  lines.target += superscripts[mark];
  const ByteRange place{begin, lines.target.size()};
  const bool lost = dice.below(2) == 0;
  return replaced(lines.target, place,
                  lost ? "" : superscripts[(mark + 1) % superscripts.size()],
                  "footnote_mark");
}

std::optional<Planted> plant_list_number(LinePair& lines, const Setting& /*setting*/,
                                         Dice& dice) {
  constexpr std::size_t longest_list = 18;
  const std::size_t number = 1 + dice.below(longest_list);
  const std::size_t style = dice.below(3);
  const std::string label = made_up_label(number, style);
  lines.source.insert(0, label);
  lines.target.insert(0, label);
  const bool lost = dice.below(4) == 0;
  return replaced(lines.target, {0, label.size()},
                  lost ? "" : made_up_label(number + 1, style), "list_number");
}

void carry_symbol(LinePair& lines, const Setting& setting, Dice& dice) {
  carry_in_brackets(lines, setting, made_up_symbol(dice));
}

void carry_url(LinePair& lines, const Setting& setting, Dice& dice) {
  carry_in_brackets(lines, setting, made_up_url(dice));
}

void carry_footnote(LinePair& lines, const Setting& /*setting*/, Dice& dice) {
  const std::size_t mark = dice.below(superscripts.size());
  lines.source += superscripts[mark];
  lines.target += superscripts[mark];
}

void carry_list_number(LinePair& lines, const Setting& /*setting*/, Dice& dice) {
  constexpr std::size_t longest_list = 18;
  const std::string label = made_up_label(1 + dice.below(longest_list), dice.below(3));
  lines.source.insert(0, label);
  lines.target.insert(0, label);
}

}  // namespace hexapla::plant
