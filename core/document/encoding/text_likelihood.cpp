#include "document/encoding/text_likelihood.hpp"

#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/encoding.hpp"
#include "text/table.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <unordered_map>

namespace hexapla {
namespace {

enum class Writing : std::uint8_t { other, ascii_letter, latin, cyrillic, arabic, han };
constexpr std::size_t writing_count = static_cast<std::size_t>(Writing::han) + 1;

constexpr double unknown = -14;

struct Weight {
  double nats = unknown;
  Writing writing = Writing::other;
};

// All in nats (ln p). ASCII is in every candidate alike, so rough figures do.
constexpr double ascii_letter = -3;
constexpr double ascii_space = -2;
constexpr double ascii_other = -4.5;
// The commonest letter of an alphabet, and what each rank below it loses: Russian о is 11 %
// of all letters, ъ .04 %.
constexpr double first_letter = -2.2;
constexpr double each_rank = -.11;
// Letters with accents are some 4 % of French and Spanish letters, shared among a dozen.
constexpr double latin_letter = -5;
constexpr double rare_letter = -13;
constexpr double common_han = -6;
// Of the 3755 of GB 2312's first level and the 5401 of Big5's.
constexpr double usual_han = -9;
constexpr double other_han = -12;
constexpr double common_mark = -5;

double rank_weight(std::string_view name, std::size_t rank) {
  if (name.ends_with("_rare")) return rare_letter;
  if (name == "latin") return latin_letter;
  return first_letter + each_rank * static_cast<double>(rank);
}

Writing writing_of(std::string_view name) {
  if (name.starts_with("cyrillic")) return Writing::cyrillic;
  if (name.starts_with("arabic")) return Writing::arabic;
  return name.starts_with("latin") ? Writing::latin : Writing::other;
}

/// The Han characters that the double-byte encodings name first, which are those that
/// people use.
std::string usual_han_characters() {
  struct Level {
    const char* encoding;
    unsigned first_lead, last_lead;
  };
  constexpr std::array levels{Level{"GB18030", 0xB0, 0xD7}, Level{"Big5", 0xA4, 0xC5}};
  constexpr unsigned first_trail = 0xA1;
  constexpr unsigned last_trail = 0xFE;
  std::string characters;
  for (const Level& level : levels) {
    std::string bytes;
    for (unsigned lead = level.first_lead; lead <= level.last_lead; ++lead)
      for (unsigned trail = first_trail; trail <= last_trail; ++trail) {
        const bool gap = lead == 0xD7 && trail > 0xF9 && level.first_lead == 0xB0;
        if (!gap) bytes.append({static_cast<char>(lead), static_cast<char>(trail)});
      }
    characters += transcoded(bytes, level.encoding).text;
  }
  return characters;
}

bool is_alphabetic(Writing writing) {
  return writing != Writing::other && writing != Writing::han;
}

bool is_latin(Writing writing) {
  return writing == Writing::ascii_letter || writing == Writing::latin;
}

}  // namespace

struct LikelihoodModel::Tables {
  std::unordered_map<char32_t, Weight> weights;

  void add_letters(std::string_view name, std::string_view letters) {
    std::size_t rank = 0;
    for (std::size_t at = 0; at < letters.size(); ++rank) {
      const char32_t letter = next_code_point(letters, at);
      weights.try_emplace(letter, Weight{rank_weight(name, rank), writing_of(name)});
    }
  }

  void add_all(std::string_view characters, Weight weight) {
    for (std::size_t at = 0; at < characters.size();)
      weights.try_emplace(next_code_point(characters, at), weight);
  }

  [[nodiscard]] Weight weight_of(char32_t character) const {
    if (character < 0x80) {
      if (is_letter(character)) return {ascii_letter, Writing::ascii_letter};
      return {is_white_space(character) ? ascii_space : ascii_other, Writing::other};
    }
    const auto found = weights.find(lower_case(character));
    if (found != weights.end()) return found->second;
    if (is_han(character)) return {other_han, Writing::han};
    return {unknown, Writing::other};
  }
};

LikelihoodModel::LikelihoodModel() : tables_(std::make_unique<Tables>()) {
  for (const auto& row : rows_of_table(embedded::encodings_tsv)) {
    if (row[0] == "letters") tables_->add_letters(row[1], row[2]);
    if (row[0] == "marks") tables_->add_all(row[2], {common_mark, Writing::other});
    if (row[0] == "han") tables_->add_all(row[2], {common_han, Writing::han});
  }
  tables_->add_all(usual_han_characters(), {usual_han, Writing::han});
}

LikelihoodModel::~LikelihoodModel() = default;
LikelihoodModel::LikelihoodModel(LikelihoodModel&&) noexcept = default;
LikelihoodModel& LikelihoodModel::operator=(LikelihoodModel&&) noexcept = default;

namespace {

/// What the border between two characters costs, where no writing puts them side by side.
double border_nats(Writing before, Writing now, bool before_lower, bool now_upper) {
  constexpr double scripts_mixed = -12;
  constexpr double capital_inside_word = -5;
  constexpr double accents_in_a_row = -4;
  constexpr double han_beside_ascii_letter = -3;
  double nats = 0;
  const bool both_letters = is_alphabetic(before) && is_alphabetic(now);
  if (both_letters && before != now && !(is_latin(before) && is_latin(now)))
    nats += scripts_mixed;
  if (both_letters && before_lower && now_upper) nats += capital_inside_word;
  if (before == Writing::latin && now == Writing::latin) nats += accents_in_a_row;
  const bool han_and_ascii = (before == Writing::han && now == Writing::ascii_letter) ||
                             (before == Writing::ascii_letter && now == Writing::han);
  if (han_and_ascii) nats += han_beside_ascii_letter;
  return nats;
}

/// Letters beyond ASCII that have no neighbour of their own script.
class Alone {
 public:
  /// What the character before costs, once its neighbour on the other side is known.
  double nats(Writing now, bool now_space) {
    constexpr double accent_alone = -4;
    // Glued to no letter of its script, and to something else than spaces.
    constexpr double stray_letter = -6;
    double cost = 0;
    if (alone_ && !same_script(before_, now)) {
      if (before_ == Writing::latin) cost = accent_alone;
      if (before_ != Writing::latin && (glued_ || !now_space)) cost = stray_letter;
    }
    const bool own_letter = is_alphabetic(now) && now != Writing::ascii_letter;
    alone_ = own_letter && !same_script(before_, now);
    glued_ = !before_space_;
    before_ = now;
    before_space_ = now_space;
    return cost;
  }

 private:
  static bool same_script(Writing one, Writing other) {
    return one == other || (is_latin(one) && is_latin(other));
  }

  Writing before_ = Writing::other;
  bool before_space_ = true;
  bool alone_ = false;
  bool glued_ = false;  ///< No white space is before it.
};

/// How many letters each writing has.
class Shares {
 public:
  void add(Writing writing) {
    if (writing == Writing::latin) writing = Writing::ascii_letter;
    ++counts_.at(static_cast<std::size_t>(writing));
  }

  /// What it takes to say of every letter in which writing it is: little where a text keeps
  /// to one, much for a stray letter of another.
  [[nodiscard]] double nats() const {
    const double total = all();
    double sum = 0;
    for (std::size_t i = 1; i < writing_count; ++i) {
      const auto count = static_cast<double>(counts_.at(i));
      if (count > 0) sum += count * std::log(count / total);
    }
    return sum;
  }

  [[nodiscard]] double other_alphabets() const {
    const auto count = counts_.at(static_cast<std::size_t>(Writing::cyrillic)) +
                       counts_.at(static_cast<std::size_t>(Writing::arabic));
    return count == 0 ? 0 : static_cast<double>(count) / all();
  }

 private:
  [[nodiscard]] double all() const {
    return static_cast<double>(
        std::accumulate(counts_.begin() + 1, counts_.end(), std::size_t{0}));
  }

  std::array<std::size_t, writing_count> counts_{};
};

}  // namespace

TextLikelihood LikelihoodModel::of(std::string_view text) const {
  TextLikelihood sum;
  Shares shares;
  Writing before = Writing::other;
  bool before_lower = false;
  Alone alone;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (!is_text_character(character)) {
      sum.impossible = true;
      return sum;
    }
    const Weight weight = tables_->weight_of(character);
    double nats = weight.nats + border_nats(before, weight.writing, before_lower,
                                            is_upper_case(character));
    nats += alone.nats(weight.writing, is_white_space(character));
    sum.nats += nats;
    ++sum.characters;
    shares.add(weight.writing);
    before = weight.writing;
    before_lower = is_lower_case(character);
  }
  sum.nats += shares.nats();
  sum.other_alphabets = shares.other_alphabets();
  return sum;
}

}  // namespace hexapla
