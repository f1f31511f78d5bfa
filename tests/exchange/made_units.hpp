#pragma once

#include "exchange/translation_unit.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What tags a format has, for units made up at random.
struct MadeTags {
  std::vector<std::string> coded;     ///< Each a begin, an end or alone, with content.
  std::vector<std::string> around;    ///< Pairs around text.
  std::vector<std::string> contents;  ///< As XML has them when read back.
};

/// Units made up at random, the same for the same seed.
class UnitMaker {
 public:
  UnitMaker(unsigned seed, MadeTags tags) : random_(seed), tags_(std::move(tags)) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::string text() {
    static const std::array<std::string, 12> pieces{"Security Council",
                                                    "安全理事会",
                                                    "مجلس الأمن",
                                                    "Совет Безопасности",
                                                    "<&>\"'",
                                                    " ",
                                                    "]]>",
                                                    "&amp;",
                                                    "\n",
                                                    "\t",
                                                    "𠀀",
                                                    "é"};
    std::string text;
    for (std::size_t count = below(5); count > 0; --count)
      text += pieces.at(below(pieces.size()));
    return text;
  }

  std::vector<NamedValue> values(std::vector<std::string> names) {
    std::vector<NamedValue> values;
    for (std::string& name : names)
      if (below(3) == 0) values.push_back({std::move(name), text()});
    return values;
  }

  /// Text with tags that nest as XML demands.
  void fill(Variant& variant) {
    std::vector<std::string> open;
    for (std::size_t count = below(6); count > 0; --count) {
      variant.text += text();
      const auto at = static_cast<std::uint32_t>(variant.text.size());
      switch (below(4)) {
        case 0:
          open.push_back(tags_.around.at(below(tags_.around.size())));
          variant.tags.push_back(
              {at, InlineTag::Role::begin, open.back(), values({"id", "type"}), ""});
          break;
        case 1:
          if (open.empty()) break;
          variant.tags.push_back({at, InlineTag::Role::end, open.back(), {}, ""});
          open.pop_back();
          break;
        case 2:
          add_coded(variant, at);
          break;
        default:
          break;
      }
    }
    const auto at = static_cast<std::uint32_t>(variant.text.size());
    for (; !open.empty(); open.pop_back())
      variant.tags.push_back({at, InlineTag::Role::end, open.back(), {}, ""});
  }

 private:
  void add_coded(Variant& variant, std::uint32_t at) {
    const std::string& element = tags_.coded.at(below(tags_.coded.size()));
    const bool is_begin = element == "bpt" || element == "sc" || element == "sm";
    const bool is_end = element == "ept" || element == "ec" || element == "em";
    const auto role = is_begin ? InlineTag::Role::begin
                      : is_end ? InlineTag::Role::end
                               : InlineTag::Role::alone;
    const bool is_empty = element == "x" || element == "cp";
    variant.tags.push_back(
        {at, role, element, values({"i", "x"}),
         is_empty ? "" : tags_.contents.at(below(tags_.contents.size()))});
  }

  std::mt19937 random_;
  MadeTags tags_;
};

}  // namespace hexapla
