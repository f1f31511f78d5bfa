#include "document/encoding/guess_encoding.hpp"

#include "document/encoding/text_likelihood.hpp"
#include "document_data.hpp"
#include "text/encoding.hpp"
#include "text/guess_language.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

namespace hexapla {
namespace {

// Bytes from the first line that is not ASCII; far more than is needed to tell.
constexpr std::size_t sample_size = std::size_t{64} * 1024;
// Bytes at a sample's end that may be half a character, or half a pair of them.
constexpr std::size_t longest_character = 8;
// Nats by which the best has to lead the second: e^8, one in 3,000.
constexpr double clear_lead = 8;
// Nats a character that text in one of the six languages doesn't fall below.
constexpr double readable = -8;
// Nats, as in encodings.tsv, for encodings that only ICU's detector thinks of.
constexpr double unlisted_handicap = 4;
// The share of its letters that a text in an encoding for another alphabet has of it, and
// the nats that less of them costs.
constexpr double least_of_alphabet = .2;
constexpr double alphabet_missing = 10;
// Nats that a word is worth which holds a letter beyond ASCII and is among the commonest of
// one of the six languages, and those that a reading may be worse than the best to be asked
// for its words.
constexpr double common_word = 4;
// By how many nats another reading has to fit better than the one that a page declares for
// us to doubt it: those of a short text, and for each byte beyond ASCII.
constexpr double doubtful_lead = 20;
constexpr double doubtful_lead_a_byte = 1.5;
constexpr double words_asked = 150;
// Candidates that are named in a message.
constexpr std::size_t most_named = 4;

std::string_view sample_of(std::string_view bytes) {
  const auto* const foreign = std::ranges::find_if(
      bytes, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
  // NUL bytes: two or four bytes a character, so count from the file's start.
  const bool wide = bytes.substr(0, sample_size).find('\0') != std::string_view::npos;
  const std::size_t line_end =
      wide || foreign == bytes.end()
          ? std::string_view::npos
          : bytes.substr(0, static_cast<std::size_t>(foreign - bytes.begin())).rfind('\n');
  const std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
  // A first line of more than a sample is cut where it stops being ASCII.
  const auto first = static_cast<std::size_t>(foreign - bytes.begin());
  const bool far = foreign != bytes.end() && !wide && first - begin > sample_size / 2;
  return bytes.substr(far ? first - 1 : begin, sample_size);
}

struct Reading {
  std::string encoding;
  std::string text;
  TextLikelihood likelihood;
};

struct Candidate {
  std::string encoding;
  double handicap = 0;    ///< Nats by which it has to fit better.
  bool alphabet = false;  ///< Made for another alphabet than the Latin one.
};

std::vector<Candidate> encodings_to_try(std::string_view sample) {
  std::vector<Candidate> candidates;
  for (const auto& row : rows_of_table(embedded::encodings_tsv)) {
    if (row[0] != "candidate") continue;
    unsigned handicap = 0;
    if (row.size() > 2)
      (void)std::from_chars(row[2].data(), row[2].data() + row[2].size(), handicap);
    candidates.push_back(
        {std::string(row[1]), static_cast<double>(handicap), row.size() > 3});
  }
  for (std::string& name : encodings_by_statistics(sample))
    if (name != "UTF-8" && !name.starts_with("IBM42") &&
        std::ranges::find(candidates, name, &Candidate::encoding) == candidates.end())
      candidates.push_back({std::move(name), unlisted_handicap, false});
  return candidates;
}

/// The sample in `encoding`; nullopt where its bytes are ill-formed before the very end.
std::optional<std::string> read_as(std::string_view sample, const std::string& encoding,
                                   bool cut_off) {
  Transcoded result = transcoded(sample, encoding);
  if (!result.ill_formed_at) return std::move(result.text);
  if (!cut_off || *result.ill_formed_at + longest_character < sample.size())
    return std::nullopt;
  return std::move(result.text);
}

void sort_by_likelihood(std::vector<Reading>& readings) {
  std::ranges::stable_sort(readings, std::greater{},
                           [](const Reading& reading) { return reading.likelihood.nats; });
}

/// Its letters alone tell it; words of Chinese are not parted by spaces.
bool is_double_byte(std::string_view encoding) {
  return encoding.starts_with("UTF") || encoding == "GB18030" ||
         encoding.starts_with("Big5") || encoding == "EUC-TW";
}

/// Readings that give the same text are one.
std::vector<Reading> readings_of(std::string_view sample, bool cut_off) {
  static const LikelihoodModel model;
  std::vector<Reading> readings;
  for (Candidate& candidate : encodings_to_try(sample)) {
    auto text = read_as(sample, candidate.encoding, cut_off);
    if (!text || std::ranges::find(readings, *text, &Reading::text) != readings.end())
      continue;
    TextLikelihood likelihood = model.of(*text);
    if (likelihood.impossible) continue;
    likelihood.nats -= candidate.handicap;
    if (candidate.alphabet && likelihood.other_alphabets < least_of_alphabet)
      likelihood.nats -= alphabet_missing;
    readings.push_back({std::move(candidate.encoding), std::move(*text), likelihood});
  }
  sort_by_likelihood(readings);
  if (readings.size() < 2) return readings;
  const double best = readings.front().likelihood.nats;
  for (Reading& reading : readings)
    if (best - reading.likelihood.nats < words_asked && !is_double_byte(reading.encoding))
      reading.likelihood.nats +=
          common_word * static_cast<double>(common_words_beyond_ascii(reading.text));
  sort_by_likelihood(readings);
  return readings;
}

}  // namespace

EncodingGuess guess_encoding(std::string_view bytes) {
  const std::string_view sample = sample_of(bytes);
  const bool cut_off = sample.data() + sample.size() != bytes.data() + bytes.size();
  const std::vector<Reading> readings = readings_of(sample, cut_off);
  EncodingGuess guess;
  for (const Reading& reading : readings)
    if (guess.candidates.size() < most_named) guess.candidates.push_back(reading.encoding);
  if (readings.empty()) return guess;
  const TextLikelihood& best = readings.front().likelihood;
  guess.encoding = readings.front().encoding;
  const bool leads =
      readings.size() == 1 || best.nats - readings[1].likelihood.nats >= clear_lead;
  guess.clear = leads && best.nats >= readable * static_cast<double>(best.characters);
  return guess;
}

bool is_doubtful(std::string_view bytes, const std::string& declared) {
  const std::string_view sample = sample_of(bytes);
  const bool cut_off = sample.data() + sample.size() != bytes.data() + bytes.size();
  const std::vector<Reading> readings = readings_of(sample, cut_off);
  const auto text = read_as(sample, declared, cut_off);
  if (readings.empty()) return false;
  if (!text) return true;
  const auto own = std::ranges::find(readings, *text, &Reading::text);
  const double best = readings.front().likelihood.nats;
  const double nats =
      own == readings.end() ? LikelihoodModel().of(*text).nats : own->likelihood.nats;
  const auto beyond = static_cast<double>(std::ranges::count_if(
      sample, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }));
  return best - nats > doubtful_lead + doubtful_lead_a_byte * beyond;
}

}  // namespace hexapla
