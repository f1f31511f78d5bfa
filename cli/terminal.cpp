#include "cli/terminal.hpp"

#include "text/utf8.hpp"

#include <array>
#include <cstdint>

namespace hexapla::cli {
namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr unsigned char first_printable = 0x20;
constexpr unsigned char delete_character = 0x7F;

/// Bytes of the character that `lead` begins; 0 when none begins so.
std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

std::uint32_t code_point_in(std::string_view character) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(character[at]);
  };
  if (character.size() == 2) return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
  return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

/// C1, and the embeddings, overrides and isolates of the bidirectional algorithm.
bool is_obeyed(std::uint32_t code_point) {
  return (code_point >= 0x80 && code_point < 0xA0) ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

std::string name_of(std::uint32_t code_point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name = "<U+";
  for (int shift = 12; shift >= 0; shift -= 4)
    name += digits[(code_point >> static_cast<unsigned>(shift)) & 0xFU];
  return name + ">";
}

}  // namespace

void TerminalBuffer::put(std::string_view bytes) {
  const auto size = static_cast<std::streamsize>(bytes.size());
  failed_ = terminal_.sputn(bytes.data(), size) != size || failed_;
}

void TerminalBuffer::raw(std::string_view bytes) {
  hand_on();
  put(bytes);
}

/// Writes what `held_` has, except the beginning of a character.
void TerminalBuffer::hand_on() {
  std::size_t at = 0;
  while (at < held_.size()) {
    const auto lead = static_cast<unsigned char>(held_[at]);
    if (lead == '\n' || lead == '\t') {
      put({&held_[at++], 1});
    } else if (lead < first_printable || lead == delete_character) {
      const std::array<char, 2> shown{'^', static_cast<char>(lead ^ 0x40U)};
      put({shown.data(), shown.size()});
      ++at;
    } else if (lead < delete_character) {
      const std::size_t begin = at;
      while (at < held_.size() &&
             static_cast<unsigned char>(held_[at]) >= first_printable &&
             static_cast<unsigned char>(held_[at]) < delete_character)
        ++at;
      put(std::string_view(held_).substr(begin, at - begin));
    } else {
      const std::size_t length = length_of(lead);
      if (length > held_.size() - at) break;
      const std::string_view character = std::string_view(held_).substr(at, length);
      if (length == 0 || find_ill_formed(character)) {
        put(replacement);
        ++at;
        continue;
      }
      const std::uint32_t code_point = length < 4 ? code_point_in(character) : 0x10000;
      if (is_obeyed(code_point)) {
        put(name_of(code_point));
      } else {
        put(character);
      }
      at += length;
    }
  }
  held_.erase(0, at);
}

TerminalBuffer::int_type TerminalBuffer::overflow(int_type byte) {
  if (traits_type::eq_int_type(byte, traits_type::eof())) return traits_type::not_eof(byte);
  held_.push_back(traits_type::to_char_type(byte));
  hand_on();
  return failed_ ? traits_type::eof() : byte;
}

std::streamsize TerminalBuffer::xsputn(const char* bytes, std::streamsize size) {
  held_.append(bytes, static_cast<std::size_t>(size));
  hand_on();
  return failed_ ? 0 : size;
}

int TerminalBuffer::sync() {
  return terminal_.pubsync() == 0 && !failed_ ? 0 : -1;
}

void write_raw(std::ostream& out, std::string_view sequence) {
  if (auto* const terminal = dynamic_cast<TerminalBuffer*>(out.rdbuf())) {
    terminal->raw(sequence);
  } else {
    out << sequence;
  }
}

}  // namespace hexapla::cli
