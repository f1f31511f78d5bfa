#include "align/evidence/npy_header.hpp"

#include "text/error.hpp"

#include <charconv>
#include <string>

namespace hexapla {
namespace {

constexpr std::string_view magic = "\x93NUMPY";
constexpr std::size_t version_1_start = 10;     // magic, version, length in two bytes
constexpr std::size_t version_2_start = 12;     // the same, length in four bytes
constexpr std::size_t longest_header = 65'536;  // bytes; NumPy's own limit is lower
constexpr std::string_view way_out =
    "; numpy.save(file, numpy.ascontiguousarray(vectors, '<f4')) writes what is read here";

/// Reads the literal of Python in a header piece by piece, and knows where it is.
class HeaderReader {
 public:
  HeaderReader(std::string_view text, std::size_t begin, std::string_view name)
      : text_(text), begin_(begin), name_(name) {}

  NpyHeader read() {
    expect('{');
    while (!at('}')) {
      read_entry(quoted());
      if (!taken(',')) break;
    }
    expect('}');
    if (!has_kind_ || !has_order_ || !has_shape_)
      malformed("the header lacks 'descr', 'fortran_order' or 'shape'");
    return header_;
  }

 private:
  [[noreturn]] void malformed(std::string_view what) const {
    throw Error(Fault::malformed, {name_, 0},
                "byte " + std::to_string(begin_ + at_) + ": " + std::string(what));
  }
  [[noreturn]] void unsupported(std::string_view what) const {
    throw Error(Fault::unsupported, {name_, 0},
                "byte " + std::to_string(begin_ + at_) + ": " + std::string(what) +
                    std::string(way_out));
  }

  void read_entry(std::string_view key) {
    expect(':');
    if (key == "descr") {
      has_kind_ = true;
      if (!at('\'') && !at('"')) unsupported("the numbers are a structure of several");
      if (const std::string_view kind = quoted(); kind != "<f4")
        unsupported("the numbers are of the kind '" + std::string(kind) + "', not '<f4'");
    } else if (key == "fortran_order") {
      has_order_ = true;
      if (word() != "False") unsupported("the numbers are stored column by column");
    } else if (key == "shape") {
      has_shape_ = true;
      read_shape();
    } else {
      malformed("the header has an entry that is not of this format");
    }
  }

  void read_shape() {
    expect('(');
    int dimensions = 0;
    while (!at(')')) {
      const std::uint64_t number = whole_number();
      if (dimensions == 0) header_.rows = number;
      if (dimensions == 1) header_.columns = number;
      ++dimensions;
      if (!taken(',')) break;
    }
    expect(')');
    if (dimensions != 2)
      unsupported("the shape has " + std::to_string(dimensions) +
                  " numbers, not two: rows and dimension");
  }

  std::uint64_t whole_number() {
    skip_blanks();
    std::uint64_t number = 0;
    const char* const first = text_.data() + at_;
    const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), number);
    if (error != std::errc()) malformed("no number where the shape has one");
    at_ += static_cast<std::size_t>(end - first);
    return number;
  }

  std::string_view quoted() {
    if (!at('\'') && !at('"')) malformed("no quotation mark where a name begins");
    const std::size_t begin = at_ + 1;
    const std::size_t end = text_.find(text_[at_], begin);
    if (end == std::string_view::npos) malformed("a name without its end");
    at_ = end + 1;
    return text_.substr(begin, end - begin);
  }

  std::string_view word() {
    skip_blanks();
    const std::size_t end = std::min(text_.find_first_of(",} \n", at_), text_.size());
    const std::string_view found = text_.substr(at_, end - at_);
    if (found != "True" && found != "False") malformed("neither True nor False");
    at_ = end;
    return found;
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \n", at_), text_.size()); }

  bool at(char sign) {
    skip_blanks();
    return at_ < text_.size() && text_[at_] == sign;
  }
  bool taken(char sign) {
    if (!at(sign)) return false;
    ++at_;
    return true;
  }
  void expect(char sign) {
    if (!taken(sign)) malformed(std::string("the header lacks '") + sign + "' here");
  }

  std::string_view text_;
  std::size_t begin_;
  std::string name_;
  std::size_t at_ = 0;
  NpyHeader header_;
  bool has_kind_ = false;
  bool has_order_ = false;
  bool has_shape_ = false;
};

std::size_t little_endian(std::string_view bytes) {
  constexpr unsigned bits = 8;
  std::size_t number = 0;
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte)
    number = number << bits | static_cast<unsigned char>(*byte);
  return number;
}

}  // namespace

bool is_npy(std::string_view bytes) {
  return bytes.starts_with(magic);
}

NpyHeader read_npy_header(std::string_view bytes, std::string_view name) {
  const std::string file(name);
  if (bytes.size() < version_2_start)
    throw Error(Fault::malformed, {file, 0}, "ends inside its header");
  const int version = static_cast<unsigned char>(bytes[magic.size()]);
  if (version != 1 && version != 2)
    throw Error(Fault::unsupported, {file, 0},
                "byte 6: version " + std::to_string(version) +
                    " of the format, not 1 or 2" + std::string(way_out));
  const std::size_t start = version == 1 ? version_1_start : version_2_start;
  const std::size_t first = magic.size() + 2;
  const std::size_t length = little_endian(bytes.substr(first, start - first));
  if (length > longest_header || length > bytes.size() - start)
    throw Error(
        Fault::malformed, {file, 0},
        "byte 8: a header of " + std::to_string(length) + " bytes; " +
            (length > longest_header ? "none is so long" : "the file ends before its end"));
  NpyHeader header = HeaderReader(bytes.substr(start, length), start, name).read();
  header.size = start + length;
  return header;
}

}  // namespace hexapla
