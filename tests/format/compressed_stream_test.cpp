#include "format/compressed_stream.hpp"

#include "text/error.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::string packed(const std::string& text, Packing packing) {
  std::ostringstream bytes;
  PackedStream out(bytes, packing, "t.gz");
  out << text;
  out.finish();
  return bytes.str();
}

std::string unpacked(const std::string& bytes) {
  std::istringstream in(bytes);
  UnpackedStream stream(in, "t.gz");
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// 300 KB that pack badly: no two lines alike.
std::string long_text() {
  std::string text;
  for (unsigned number = 1; text.size() < 300'000; ++number)
    text += std::to_string(number * 2654435761U) + " 安理会\n";
  return text;
}

}  // namespace

TEST_CASE("what is packed comes back, the same bytes each time", "[format]") {
  const Packing packing = GENERATE(Packing::none, Packing::gzip, Packing::zstd);
  const std::string text = GENERATE(std::string(), std::string("a"), long_text());
  const std::string bytes = packed(text, packing);
  CHECK(unpacked(bytes) == text);
  CHECK(packed(text, packing) == bytes);
  if (packing != Packing::none && text.size() > 100) CHECK(bytes.size() < text.size() / 2);
}

TEST_CASE("several packed texts one after the other are one", "[format]") {
  const Packing packing = GENERATE(Packing::gzip, Packing::zstd);
  CHECK(unpacked(packed("one\n", packing) + packed("two\n", packing)) == "one\ntwo\n");
}

TEST_CASE("a packed text that is cut short or damaged is an error, not an end",
          "[format][error]") {
  const Packing packing = GENERATE(Packing::gzip, Packing::zstd);
  const std::string bytes = packed(long_text(), packing);
  for (const std::size_t cut : {std::size_t{1}, std::size_t{9}, bytes.size() / 2}) {
    CAPTURE(cut);
    CHECK_THROWS_AS(unpacked(bytes.substr(0, bytes.size() - cut)), Error);
  }
  std::string damaged = bytes;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  CHECK_THROWS_AS(unpacked(damaged), Error);
}

TEST_CASE("a bomb is stopped", "[format][error][slow]") {
  std::ostringstream bytes;
  PackedStream out(bytes, Packing::zstd, "bomb.zst");
  const std::string zeros(1024 * 1024, '0');
  for (std::size_t size = 0; size <= harmless_stream + zeros.size(); size += zeros.size())
    out << zeros;
  out.finish();
  std::istringstream in(bytes.str());
  UnpackedStream stream(in, "bomb.zst");
  std::string chunk(zeros.size(), ' ');
  const auto read_all = [&] {
    while (stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()))) {
    }
  };
  CHECK_THROWS_WITH(read_all(), Catch::Contains("500 times its size"));
}

TEST_CASE("packing is told by the name", "[format]") {
  CHECK(packing_of("a.tmx.gz") == Packing::gzip);
  CHECK(packing_of("a.TMX.GZ") == Packing::gzip);
  CHECK(packing_of("a.zst") == Packing::zstd);
  CHECK(packing_of("a.tmx") == Packing::none);
  CHECK(packing_of(".gz") == Packing::none);
  CHECK(without_packing("a.tmx.gz") == "a.tmx");
  CHECK(without_packing("a.tmx") == "a.tmx");
}

}  // namespace hexapla
