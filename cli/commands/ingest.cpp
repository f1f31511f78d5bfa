#include "cli/command.hpp"
#include "cli/documents/read_document.hpp"
#include "cli/print/table_cell.hpp"
#include "cli/progress.hpp"
#include "cli_data.hpp"
#include "document/audit.hpp"
#include "document/name_hints.hpp"
#include "document/structure/document_facts.hpp"
#include "text/code_point.hpp"

#include <cmath>
#include <iomanip>
#include <optional>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

struct IngestOptions {
  std::vector<std::string> files;
  ReadOptions reading;
  bool audit = false;
  bool jsonl = false;
};

void bind_options(OptionTable& table, IngestOptions& given) {
  table.words("a FILE is missing", given.files, 1);
  table.file_words({});
  add_reading_options(table, given.reading);
  table.flag("audit", given.audit);
  table.jsonl(given.jsonl);
}

void write_outline(const ReadDocument& read, std::ostream& out) {
  constexpr int kind_width = 18;  // columns; the longest name of a kind and a gap
  const Document& document = read.document;
  out << document.name << "  " << document.language.tag() << "  " << document.format;
  if (!document.encoding.empty()) out << ' ' << document.encoding;
  out << "  " << document.source_size << " bytes\n";
  for (const Block& block : document.blocks) {
    out << "  " << std::left << std::setw(kind_width) << name_of(block.kind);
    std::string text(block.range.of(document.text));
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;)
      text.replace(at, 1, " | ");
    out << text << '\n';
  }
}

nlohmann::ordered_json byte_ranges(const std::vector<ByteRange>& ranges) {
  auto list = nlohmann::ordered_json::array();
  for (const ByteRange range : ranges)
    list.push_back({range.begin, range.end});
  return list;
}

/// What the first page says of the document, by name; what it doesn't say is absent.
nlohmann::ordered_json facts_object(const Document& document) {
  const DocumentFacts facts = document_facts(document);
  auto object = nlohmann::ordered_json::object();
  const auto add = [&](const char* name, const std::optional<std::string>& fact) {
    if (fact) object[name] = *fact;
  };
  add("symbol", facts.symbol);
  add("date", facts.date);
  if (facts.distribution) object["distribution"] = name_of(*facts.distribution);
  if (facts.original) object["original"] = facts.original->tag();
  add("job_number", facts.job_number);
  add("session", facts.session);
  add("title", facts.title);
  add("addressee", facts.addressee);
  return object;
}

nlohmann::ordered_json document_object(const Document& document) {
  nlohmann::ordered_json object;
  object["document"] = document.name;
  object["language"] = document.language.tag();
  object["format"] = document.format;
  if (!document.encoding.empty()) {
    object["encoding"] = document.encoding;
    object["encoding_certain"] = document.encoding_certain;
  }
  object["size"] = document.source_size;
  object["facts"] = facts_object(document);
  const NameHints hints = name_hints(document.name);
  if (hints.symbol) object["name_hints"]["symbol"] = *hints.symbol;
  if (hints.job_number) object["name_hints"]["job_number"] = *hints.job_number;
  auto& parts = object["parts"] = nlohmann::ordered_json::array();
  for (const Part& part : document.parts)
    parts.push_back({{"name", part.name}, {"begin", part.begin}});
  auto& left_out = object["left_out"] = nlohmann::ordered_json::array();
  for (const Omission& left : document.left_out)
    left_out.push_back(
        {{"what", left.what}, {"bytes", {left.source.begin, left.source.end}}});
  return object;
}

void write_jsonl(const ReadDocument& read, std::ostream& out) {
  const Document& document = read.document;
  out << document_object(document).dump() << '\n';
  for (const Block& block : document.blocks) {
    nlohmann::ordered_json object;
    object["document"] = document.name;
    object["language"] = document.language.tag();
    object["kind"] = name_of(block.kind);
    object["text"] = block.range.of(document.text);
    object["bytes"] = byte_ranges(document.origin.source_of(block.range));
    if (const Part* part = part_of(document, block.range)) object["part"] = part->name;
    if (!block.label.empty()) object["label"] = block.label;
    add_cell(object, block);
    auto marks = nlohmann::ordered_json::array();
    for (const FootnoteMark& mark : document.marks) {
      if (mark.range.begin < block.range.begin || mark.range.end > block.range.end)
        continue;
      nlohmann::ordered_json entry;
      entry["label"] = mark.label;
      entry["bytes"] = byte_ranges(document.origin.source_of(mark.range));
      marks.push_back(entry);
    }
    if (!marks.empty()) object["footnote_marks"] = marks;
    out << object.dump() << '\n';
  }
}

/// True when every byte is accounted for.
bool write_audit(const ReadDocument& read, std::ostream& out) {
  constexpr int name_width = 20;   // columns
  constexpr int count_width = 12;  // columns
  constexpr int share_width = 8;   // columns
  const Audit audit = hexapla::audit(read.document, read.source);
  std::uint64_t lost = 0;
  for (const ByteRange range : audit.unaccounted)
    lost += range.size();
  const auto line = [&](std::string_view name, std::uint64_t bytes) {
    out << "  " << std::left << std::setw(name_width) << name << std::right
        << std::setw(count_width) << bytes << '\n';
  };
  out << read.document.name << ": where its bytes went\n";
  line("body", audit.body);
  line("footnotes", audit.footnotes);
  line("furniture", audit.furniture);
  line("layout", audit.layout);
  line("mended hyphens", audit.mended);
  line("left out", audit.reported);
  line("unaccounted for", lost);
  line("all", read.source.size());
  out << "what its text is made of, in characters\n" << std::fixed << std::setprecision(1);
  for (const KindShare& share : kind_shares(read.document)) {
    out << "  " << std::left << std::setw(name_width) << name_of(share.kind) << std::right
        << std::setw(count_width) << share.characters << std::setw(share_width)
        << 100 * share.share << " %\n";
  }
  for (const ByteRange range : audit.unaccounted)
    out << "  lost: bytes " << range.begin << " to " << range.end << '\n';
  return lost == 0;
}

nlohmann::ordered_json audit_object(const ReadDocument& read) {
  const Audit audit = hexapla::audit(read.document, read.source);
  nlohmann::ordered_json object;
  object["document"] = read.document.name;
  object["body"] = audit.body;
  object["footnotes"] = audit.footnotes;
  object["furniture"] = audit.furniture;
  object["layout"] = audit.layout;
  object["mended"] = audit.mended;
  object["left_out"] = audit.reported;
  object["unaccounted"] = byte_ranges(audit.unaccounted);
  object["all"] = read.source.size();
  auto& kinds = object["kinds"] = nlohmann::ordered_json::object();
  for (const KindShare& share : kind_shares(read.document))
    kinds[std::string(name_of(share.kind))] = {{"characters", share.characters},
                                               {"share", share.share}};
  return object;
}

void warn_of_notes(const Document& document, std::ostream& err) {
  const std::optional<double> share = unusual_note_share(document);
  if (!share) return;
  err << "hexapla: " << document.name << ": footnotes hold " << std::lround(100 * *share)
      << " % of the text, more than is usual: see whether they hold paragraphs or tables\n";
}

Exit run_ingest(std::span<const std::string_view> words, Streams streams) {
  auto given = options_in<IngestOptions>(words);
  given.reading.language_required = false;  // it only shows the document
  Progress progress(streams);
  given.reading.say = [&](std::string_view doing) { progress.say(doing); };
  bool whole = true;
  for (const std::string& file : given.files) {
    const ReadDocument read = read_document(std::filesystem::path(file), given.reading);
    report_reading(read.document, streams.err);
    warn_of_notes(read.document, streams.err);
    if (given.audit && !given.jsonl) {
      whole = write_audit(read, streams.out) && whole;
    } else if (given.audit) {
      const nlohmann::ordered_json object = audit_object(read);
      whole = object["unaccounted"].empty() && whole;
      streams.out << object.dump() << '\n';
    } else if (given.jsonl) {
      write_jsonl(read, streams.out);
    } else {
      write_outline(read, streams.out);
    }
  }
  return whole ? Exit::done : Exit::findings;
}

}  // namespace

const Command ingest_command{"ingest",
                             "Show the blocks of a document, or account for its bytes",
                             embedded::ingest_txt, run_ingest};

}  // namespace hexapla::cli
