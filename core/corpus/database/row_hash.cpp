#include "corpus/database/row_hash.hpp"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>

#include <sqlite3.h>

namespace hexapla {
namespace {

// Odd numbers whose bits are half ones, without a pattern.
// Source: Vigna, "Further scramblings of Marsaglia's xorshift generators", and the
// splitmix64 generator.
constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;
constexpr std::uint64_t scramble = 0xBF58476D1CE4E5B9;

constexpr int half = 32;  // bits of a word
constexpr std::size_t word_size = sizeof(std::uint64_t);

/// Kinds of values, so that the text 1 is another than the number 1.
enum class ValueKind : std::uint64_t { integer = 1, real = 2, text = 3, blob = 4 };

/// Bytes as a number, the first the lowest, on every machine.
std::uint64_t word_of(std::string_view bytes) {
  std::uint64_t word = 0;
  if (std::endian::native == std::endian::little && bytes.size() == word_size) {
    std::memcpy(&word, bytes.data(), word_size);
    return word;
  }
  for (std::size_t i = 0; i < bytes.size(); ++i)
    word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return word;
}

inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ (word * spread)) * scramble;
  return hash ^ (hash >> half);
}

/// Whole numbers that a real column holds are stored as integers.
bool is_whole(double number) {
  constexpr double beyond = 9007199254740992;  // 2^53
  return std::trunc(number) == number && std::abs(number) < beyond;
}

}  // namespace

void RowHash::add_bytes(std::string_view bytes) noexcept {
  std::uint64_t hash = mixed(hash_, bytes.size());
  for (; bytes.size() >= word_size; bytes.remove_prefix(word_size))
    hash = mixed(hash, word_of(bytes.substr(0, word_size)));
  if (!bytes.empty()) hash = mixed(hash, word_of(bytes));
  hash_ = hash;
}

void RowHash::add(std::uint64_t word) noexcept {
  hash_ = mixed(hash_, word);
}

void RowHash::add_number(std::int64_t number) noexcept {
  add(static_cast<std::uint64_t>(ValueKind::integer));
  add(static_cast<std::uint64_t>(number));
}

void RowHash::add_real(double number) noexcept {
  if (is_whole(number)) return add_number(static_cast<std::int64_t>(number));
  add(static_cast<std::uint64_t>(ValueKind::real));
  add(std::bit_cast<std::uint64_t>(number));
}

bool RowHash::add(sqlite3_value* value) {
  const int type = sqlite3_value_type(value);
  if (type == SQLITE_INTEGER) {
    add_number(sqlite3_value_int64(value));
  } else if (type == SQLITE_FLOAT) {
    add_real(sqlite3_value_double(value));
  } else if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
    // A text asked for as one would be copied, to have a zero after it.
    const void* const begin = sqlite3_value_blob(value);
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    if (begin == nullptr && size > 0) return false;
    const auto kind = type == SQLITE_TEXT ? ValueKind::text : ValueKind::blob;
    add(static_cast<std::uint64_t>(kind));
    add_bytes({static_cast<const char*>(begin), size});
  }
  return true;
}

std::uint64_t RowHash::finish() const noexcept {
  // Sums of numbers that a last byte moved a little would cancel out.
  std::uint64_t hash = hash_ * spread;
  hash ^= hash >> half;
  return hash * scramble;
}

}  // namespace hexapla
