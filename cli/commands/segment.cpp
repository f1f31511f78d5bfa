#include "cli/command.hpp"
#include "cli/documents/read_document.hpp"
#include "cli/files.hpp"
#include "cli/print/table_cell.hpp"
#include "cli/progress.hpp"
#include "cli_data.hpp"
#include "segment/border_context.hpp"
#include "segment/own_srx.hpp"
#include "segment/read_srx.hpp"
#include "segment/segmenter.hpp"
#include "segment/segments.hpp"
#include "segment/srx_segmenter.hpp"
#include "segment/write_srx.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <istream>
#include <memory>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

struct SegmentOptions {
  std::vector<std::string> files;  ///< One, or none: standard input.
  ReadOptions reading;
  std::optional<std::filesystem::path> srx;
  bool explain = false;
  bool print_srx = false;
  bool jsonl = false;
};

void bind_options(OptionTable& table, SegmentOptions& given) {
  table.words("only one FILE can be given", given.files, 0, 1);
  add_reading_options(table, given.reading);
  table.value("srx", given.srx);
  table.file_words({});
  table.files(FileUse::read, {"srx"});
  table.flag("explain", given.explain);
  table.flag("print-srx", given.print_srx);
  table.jsonl(given.jsonl);
}

constexpr std::size_t context = 40;  // code points shown on each side of a decision

Document read_input(const SegmentOptions& given, Streams streams) {
  ReadOptions reading = given.reading;
  Progress progress(streams);
  reading.say = [&](std::string_view doing) { progress.say(doing); };
  const bool from_stdin = given.files.empty() || given.files.front() == "-";
  ReadDocument read =
      from_stdin
          ? read_document(read_stream(streams.in, "standard input"), "<stdin>", reading)
          : read_document(std::filesystem::path(given.files.front()), reading);
  report_reading(read.document, streams.err);
  return std::move(read.document);
}

void warn(std::ostream& err, const std::string& file,
          const std::vector<SrxWarning>& warnings) {
  for (const SrxWarning& warning : warnings) {
    err << "hexapla: " << file;
    if (warning.line != 0) err << ':' << warning.line;
    err << ": " << warning.words << '\n';
  }
}

/// Our own rules, or those of the file that --srx names.
std::unique_ptr<SentenceCutter> cutter_for(const std::optional<std::filesystem::path>& srx,
                                           Language language, std::ostream& err) {
  if (!srx) return std::make_unique<Segmenter>(language);
  const std::string name = srx->string();
  const ReadSrx read = read_srx(read_file(*srx), name);
  auto cutter = std::make_unique<SrxSegmenter>(read.rules, language, name);
  warn(err, name, read.warnings);
  warn(err, name, cutter->warnings());
  return cutter;
}

nlohmann::ordered_json source_bytes(const Document& document, ByteRange range) {
  auto bytes = nlohmann::ordered_json::array();
  for (const ByteRange source : document.origin.source_of(range))
    bytes.push_back({source.begin, source.end});
  return bytes;
}

void write_segments(const SegmentedDocument& segmented, bool jsonl, std::ostream& out) {
  std::size_t number = 0;
  for (const Segment& segment : segmented.segments) {
    if (!jsonl) {
      out << segmented.text_of(segment) << '\n';
      continue;
    }
    nlohmann::ordered_json object;
    object["segment"] = number++;
    object["kind"] = name_of(segmented.block_of(segment).kind);
    object["block"] = segment.block;
    object["text"] = segmented.text_of(segment);
    object["bytes"] = source_bytes(segmented.document, segment.range);
    if (const Part* part = part_of(segmented.document, segment.range))
      object["part"] = part->name;
    add_cell(object, segmented.block_of(segment));
    out << object.dump() << '\n';
  }
}

/// The characters around a place in a text, on one line.
struct Surroundings {
  std::string before;
  std::string after;
  ByteRange last_character;  ///< Before the place.
};

Surroundings around(std::string_view text, std::size_t at) {
  std::size_t last = at;
  if (at > 0) (void)previous_code_point(text, last);
  const auto [begin, end] = context_of(text, at, context);
  Surroundings found{std::string(text.substr(begin, at - begin)),
                     std::string(text.substr(at, end - at)),
                     {last, at}};
  for (std::string* side : {&found.before, &found.after})
    std::ranges::replace_if(
        *side, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return found;
}

void write_explanation(const Document& document, const SentenceCutter& cutter, bool jsonl,
                       std::ostream& out) {
  for (const BreakDecision& decision : explained(document, cutter)) {
    const Surroundings place = around(document.text, decision.at);
    const auto source = document.origin.source_of(place.last_character);
    const std::size_t byte = source.empty() ? 0 : source.back().end;
    if (jsonl) {
      nlohmann::ordered_json object;
      object["cut"] = decision.cuts;
      object["rule"] = decision.rule;
      object["byte"] = byte;
      object["before"] = place.before;
      object["after"] = place.after;
      out << object.dump() << '\n';
    } else {
      out << (decision.cuts ? "cut" : "kept") << '\t' << byte << '\t' << decision.rule
          << '\t' << place.before << " | " << place.after << '\n';
    }
  }
}

Exit run_segment(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<SegmentOptions>(words);
  if (given.print_srx) {
    streams.out << write_srx(own_srx());
    return Exit::done;
  }
  Document document = read_input(given, streams);
  const auto cutter = cutter_for(given.srx, document.language, streams.err);
  if (given.explain)
    write_explanation(document, *cutter, given.jsonl, streams.out);
  else
    write_segments(segmented(std::move(document), *cutter), given.jsonl, streams.out);
  return Exit::done;
}

}  // namespace

const Command segment_command{"segment", "Cut a document into sentences, one a line",
                              embedded::segment_txt, run_segment};

}  // namespace hexapla::cli
