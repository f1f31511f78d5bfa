#include "format/recoded_stream.hpp"

#include "text/encoding.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t recoded_step = std::size_t{64} * 1024;    // bytes read at once
constexpr std::size_t largest_recoded = std::size_t{1} << 30U;  // bytes

class ContinuedBuffer final : public std::streambuf {
 public:
  ContinuedBuffer(std::string start, std::istream& rest)
      : bytes_(std::move(start)), rest_(rest) {
    setg(bytes_.data(), bytes_.data(), bytes_.data() + bytes_.size());
  }

 protected:
  int_type underflow() override {
    bytes_.resize(recoded_step);
    rest_.read(bytes_.data(), static_cast<std::streamsize>(recoded_step));
    const auto size = static_cast<std::size_t>(rest_.gcount());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
  }

 private:
  std::string bytes_;
  std::istream& rest_;
};

class ContinuedStream final : public std::istream {
 public:
  ContinuedStream(std::string start, std::istream& rest)
      : std::istream(nullptr), buffer_(std::move(start), rest) {
    rdbuf(&buffer_);
  }

 private:
  ContinuedBuffer buffer_;
};

}  // namespace

std::string first_bytes(std::istream& in, std::size_t size, std::string_view name) {
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (in.bad()) throw Error(Fault::unreadable, {std::string(name), 0}, "can't be read");
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

std::string all_bytes(std::istream& in, std::size_t most, std::string_view name) {
  std::string bytes;
  std::string step(recoded_step, '\0');
  while (in && bytes.size() <= most) {
    in.read(step.data(), static_cast<std::streamsize>(recoded_step));
    bytes.append(step, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) throw Error(Fault::unreadable, {std::string(name), 0}, "can't be read");
  bytes.resize(std::min(bytes.size(), most + 1));
  return bytes;
}

std::unique_ptr<std::istream> continued(std::string start, std::istream& rest) {
  return std::make_unique<ContinuedStream>(std::move(start), rest);
}

std::string recoded(std::string start, std::istream& rest, const std::string& encoding,
                    std::string_view name) {
  if (!encoding_named(encoding))
    throw Error(Fault::malformed, {std::string(name), 0},
                "the file says that it is in “" + encoding +
                    "”, an encoding that nobody knows; correct the name");
  std::string step(recoded_step, '\0');
  while (rest && start.size() <= largest_recoded) {
    rest.read(step.data(), static_cast<std::streamsize>(recoded_step));
    start.append(step, 0, static_cast<std::size_t>(rest.gcount()));
  }
  if (start.size() > largest_recoded)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "a file in " + encoding + " of more than 1 GiB; recode it as UTF-8");
  Transcoded text = transcoded(start, encoding);
  if (!text.ill_formed_at) return std::move(text.text);
  const std::string_view before = std::string_view(start).substr(0, *text.ill_formed_at);
  throw Error(
      Fault::malformed,
      {std::string(name), 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'))},
      "not valid " + encoding + ", as which the file is declared");
}

bool has_utf16_mark(std::string_view start) noexcept {
  return start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
}

std::string out_of_utf16(std::string start, std::istream& rest, std::string_view name) {
  return recoded(std::move(start), rest, "UTF-16", name);
}

}  // namespace hexapla
