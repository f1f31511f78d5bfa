#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/read_document.hpp"
#include "cli_data.hpp"
#include "document/read_text.hpp"
#include "text/error.hpp"

#include <istream>
#include <iterator>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"language"}, Option{"format"}};

Document read_input(const Arguments& arguments, std::istream& in) {
  std::optional<Language> language;
  if (const auto tag = arguments.value("language")) language = language_in(*tag);
  if (!arguments.words.empty() && arguments.words.front() != "-")
    return read_document(arguments.only_file("FILE"), language).document;
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  require_utf8(bytes, "<stdin>");
  if (!language) language = guess_language(bytes);
  if (!language)
    throw Error(Fault::unsupported, {"<stdin>", 0},
                "can't tell which language this is; name it: --language zh");
  return read_text(bytes, "<stdin>", *language);
}

void write_jsonl(const SegmentedDocument& segmented, std::ostream& out) {
  std::size_t number = 0;
  for (const Segment& segment : segmented.segments) {
    nlohmann::ordered_json object;
    object["segment"] = number++;
    object["kind"] = name_of(segmented.block_of(segment).kind);
    object["block"] = segment.block;
    object["text"] = segmented.text_of(segment);
    auto bytes = nlohmann::ordered_json::array();
    for (const ByteRange range : segmented.document.origin.source_of(segment.range))
      bytes.push_back({range.begin, range.end});
    object["bytes"] = bytes;
    out << object.dump() << '\n';
  }
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::string format = arguments.value_or("format", "text");
  if (format != "text" && format != "jsonl") throw Misuse("--format is text or jsonl");
  const SegmentedDocument segmented = hexapla::segmented(read_input(arguments, streams.in));
  if (format == "jsonl") {
    write_jsonl(segmented, streams.out);
    return Exit::done;
  }
  for (const Segment& segment : segmented.segments)
    streams.out << segmented.text_of(segment) << '\n';
  return Exit::done;
}

}  // namespace

const Command segment_command{"segment", "Cut a document into sentences, one a line",
                              embedded::segment_txt, run};

}  // namespace hexapla::cli
