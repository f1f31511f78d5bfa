// Measures how fast text is decoded, read and segmented, on one core:
//
//   bench_read_segment [--megabytes N] FILE...
//
// repeats each file until it has N megabytes (16 when not said; 0 for the file as it is)
// and prints, for each step, the million bytes of the file that it takes a second. The
// language is told from the text. core/document/README.md has the figures.
#include "document/read_text.hpp"
#include "segment/segments.hpp"
#include "text/error.hpp"
#include "text/guess_language.hpp"
#include "tools/shared/program.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>

namespace hexapla::bench {
namespace {

constexpr std::size_t megabyte = 1'000'000;  // bytes
constexpr std::size_t usual_megabytes = 16;

/// Counts the processor's time, so that a busy machine measures the same.
class Watch {
 public:
  /// Seconds since it was made or asked last.
  double seconds() {
    const std::clock_t now = std::clock();
    const auto ticks = static_cast<double>(now - start_);
    start_ = now;
    return std::max(ticks, 1.0) / CLOCKS_PER_SEC;
  }

 private:
  std::clock_t start_ = std::clock();
};

std::string repeated(const std::string& file, std::size_t size) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(Fault::unreadable, {file, 0}, "can't be read");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::string text = bytes;
  while (!bytes.empty() && text.size() < size)
    text += bytes;
  return text;
}

void measure(const std::string& file, std::size_t size) {
  const std::string bytes = repeated(file, size);
  Watch watch;
  const Manuscript manuscript = manuscript_from_text(bytes, file);
  const double decoding = watch.seconds();
  const Language language = guess_language(manuscript.text).value_or(languages::en);
  const double guessing = watch.seconds();
  Document document = document_from(manuscript, file, language);
  const double reading = watch.seconds();
  const std::size_t blocks = document.blocks.size();
  const SegmentedDocument result = segmented(std::move(document));
  const double segmenting = watch.seconds();

  const double megabytes =
      static_cast<double>(bytes.size()) / static_cast<double>(megabyte);
  std::printf("%-4s %7.1f %8.1f %8.1f %8.1f %8.1f %9.1f %9zu %9zu  %s\n",
              std::string(language.tag()).c_str(), megabytes, megabytes / decoding,
              megabytes / guessing, megabytes / reading, megabytes / segmenting,
              megabytes / (decoding + guessing + reading + segmenting), blocks,
              result.segments.size(), file.c_str());
  std::fflush(stdout);
}

int run(std::span<char*> words) {
  std::size_t megabytes = usual_megabytes;
  std::printf("%-4s %7s %8s %8s %8s %8s %9s %9s %9s\n", "lang", "MB", "decode", "guess",
              "read", "segment", "all, MB/s", "blocks", "segments");
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string word = words[i];
    if (word == "--megabytes" && i + 1 < words.size()) {
      megabytes = std::stoul(words[++i]);
    } else {
      measure(word, megabytes * megabyte);
    }
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace hexapla::bench

int main(int count, char** words) {
  return hexapla::run_program("bench_read_segment", count, words, hexapla::bench::run);
}
