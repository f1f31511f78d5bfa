#include "format/compressed_stream.hpp"

#include "text/error.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::string compressed(const std::string& text, Compression compression) {
  std::ostringstream bytes;
  CompressingStream out(bytes, compression, "t.gz");
  out << text;
  out.finish();
  return bytes.str();
}

std::string decompressed(const std::string& bytes) {
  std::istringstream in(bytes);
  DecompressingStream stream(in, "t.gz");
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

TEST_CASE("what is compressed comes back, the same bytes each time", "[format]") {
  const Compression compression =
      GENERATE(Compression::none, Compression::gzip, Compression::zstd);
  const std::string text = GENERATE(std::string(), std::string("a"), long_text());
  const std::string bytes = compressed(text, compression);
  CHECK(decompressed(bytes) == text);
  CHECK(compressed(text, compression) == bytes);
  if (compression != Compression::none && text.size() > 100)
    CHECK(bytes.size() < text.size() / 2);
}

TEST_CASE("several compressed texts one after the other are one", "[format]") {
  const Compression compression = GENERATE(Compression::gzip, Compression::zstd);
  CHECK(decompressed(compressed("one\n", compression) + compressed("two\n", compression)) ==
        "one\ntwo\n");
}

TEST_CASE("a compressed text that is cut short or damaged is an error, not an end",
          "[format][error]") {
  const Compression compression = GENERATE(Compression::gzip, Compression::zstd);
  const std::string bytes = compressed(long_text(), compression);
  for (const std::size_t cut : {std::size_t{1}, std::size_t{9}, bytes.size() / 2}) {
    CAPTURE(cut);
    CHECK_THROWS_AS(decompressed(bytes.substr(0, bytes.size() - cut)), Error);
  }
  std::string damaged = bytes;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  CHECK_THROWS_AS(decompressed(damaged), Error);
}

TEST_CASE("a bomb is stopped", "[format][error][slow]") {
  std::ostringstream bytes;
  CompressingStream out(bytes, Compression::zstd, "bomb.zst");
  const std::string zeros(1024 * 1024, '0');
  for (std::size_t size = 0; size <= harmless_stream + zeros.size(); size += zeros.size())
    out << zeros;
  out.finish();
  std::istringstream in(bytes.str());
  DecompressingStream stream(in, "bomb.zst");
  std::string chunk(zeros.size(), ' ');
  const auto read_all = [&] {
    while (stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()))) {
    }
  };
  CHECK_THROWS_WITH(read_all(), Catch::Contains("500 times its size"));
}

TEST_CASE("compression is told by the name", "[format]") {
  CHECK(compression_of("a.tmx.gz") == Compression::gzip);
  CHECK(compression_of("a.TMX.GZ") == Compression::gzip);
  CHECK(compression_of("a.zst") == Compression::zstd);
  CHECK(compression_of("a.tmx") == Compression::none);
  CHECK(compression_of(".gz") == Compression::none);
  CHECK(without_packing("a.tmx.gz") == "a.tmx");
  CHECK(without_packing("a.tmx") == "a.tmx");
}

}  // namespace hexapla
