#pragma once

#include "term/termbase.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::plant {

/// Two lines that say the same.
struct LinePair {
  std::string source;
  std::string target;
};

/// An error that was put into a line, or nothing but the ground for one.
struct Planted {
  std::string rule;     ///< Name of the rule that should find it.
  ByteRange range;      ///< In the target line as it is now.
  std::string correct;  ///< What stood there.
  std::string planted;  ///< What is there now.
};

/// The same numbers for the same seed on every machine, which the distributions of the
/// standard library don't promise.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// From 0 to `count` - 1; `count` is not 0. The bias is below 2^-40 for our counts.
  [[nodiscard]] std::size_t below(std::size_t count) { return engine_() % count; }

 private:
  std::mt19937_64 engine_;
};

struct Setting {
  Language source;
  Language target;
  Termbase termbase;
};

/// Puts one error of a kind into the target, and with it what it needs into both lines.
/// Returns: nothing, and leaves the lines alone, when they give no ground for it.
using Planter = std::optional<Planted> (*)(LinePair& lines, const Setting& setting,
                                           Dice& dice);

/// Adds to both lines what an error of the kind could be planted in, rightly: a check that
/// cries at every symbol would cry here.
using Carrier = void (*)(LinePair& lines, const Setting& setting, Dice& dice);

struct Kind {
  std::string_view name;
  Planter plant;
  Carrier carry = nullptr;  ///< For what clean text seldom has.
};

// plant_numbers.cpp
std::optional<Planted> plant_number(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_date(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_unit(LinePair& lines, const Setting& setting, Dice& dice);

// plant_values.cpp: sayings put into both lines, one of them wrong.
extern const std::array<Kind, 7> saying_kinds;
std::optional<Planted> plant_conversion(LinePair& lines, const Setting& setting,
                                        Dice& dice);
void carry_conversion(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_lost_percent(LinePair& lines, const Setting& setting,
                                          Dice& dice);
std::optional<Planted> plant_swap(LinePair& lines, const Setting& setting, Dice& dice);

// plant_marks.cpp
std::optional<Planted> plant_quotation(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_bracket(LinePair& lines, const Setting& setting, Dice& dice);

// plant_carried.cpp
std::optional<Planted> plant_symbol(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_url(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_footnote(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_list_number(LinePair& lines, const Setting& setting,
                                         Dice& dice);
void carry_symbol(LinePair& lines, const Setting& setting, Dice& dice);
void carry_url(LinePair& lines, const Setting& setting, Dice& dice);
void carry_footnote(LinePair& lines, const Setting& setting, Dice& dice);
void carry_list_number(LinePair& lines, const Setting& setting, Dice& dice);

// plant_text.cpp
std::optional<Planted> plant_untranslated(LinePair& lines, const Setting& setting,
                                          Dice& dice);
std::optional<Planted> plant_repeated_word(LinePair& lines, const Setting& setting,
                                           Dice& dice);
std::optional<Planted> plant_length(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_empty_side(LinePair& lines, const Setting& setting,
                                        Dice& dice);
std::optional<Planted> plant_negation(LinePair& lines, const Setting& setting, Dice& dice);
std::optional<Planted> plant_added_negation(LinePair& lines, const Setting& setting,
                                            Dice& dice);

// plant_names.cpp
std::optional<Planted> plant_name(LinePair& lines, const Setting& setting, Dice& dice);

// plant_terms.cpp
std::optional<Planted> plant_missing_term(LinePair& lines, const Setting& setting,
                                          Dice& dice);
std::optional<Planted> plant_deprecated_term(LinePair& lines, const Setting& setting,
                                             Dice& dice);
std::optional<Planted> plant_inconsistent_term(LinePair& lines, const Setting& setting,
                                               Dice& dice);

// places.cpp: where things are in a line, told by characters alone, so that what plants
// errors shares nothing with what has to find them.

/// Runs of ASCII digits, with marks and spaces between two digits taken for grouping.
[[nodiscard]] std::vector<ByteRange> digit_runs(std::string_view text);

/// Runs of letters of scripts with spaces.
[[nodiscard]] std::vector<ByteRange> letter_runs(std::string_view text);

/// All places of `needle`, letter case of ASCII aside, that cut no word of a script with
/// spaces in two.
[[nodiscard]] std::vector<ByteRange> places_of(std::string_view needle,
                                               std::string_view text);

/// Puts `replacement` in the place of `range` and says so.
[[nodiscard]] Planted replaced(std::string& text, ByteRange range,
                               std::string_view replacement, std::string_view rule);

/// Where the last sentence of `text` ends, before its full stop.
[[nodiscard]] std::size_t before_end(std::string_view text);

}  // namespace hexapla::plant
