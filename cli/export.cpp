#include "align/links.hpp"
#include "align/unit.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "export/jsonl.hpp"
#include "export/moses.hpp"
#include "export/tmx.hpp"
#include "export/tsv.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>
#include <system_error>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array options{Option{"format"}, Option{"out"}, Option{"languages"}};

struct Source {
  Multitext multitext;
  std::vector<Language> languages;  ///< Those wanted, or all, in the corpus's order.
};

Source read_source(const Arguments& arguments) {
  Source source{Store::open(arguments.only_file("corpus file")).multitext(), {}};
  for (const SegmentedDocument& version : source.multitext.documents)
    source.languages.push_back(version.document.language);
  const auto tags = arguments.value("languages");
  if (!tags) return source;
  const std::vector<Language> wanted = languages_in(*tags);
  for (const Language language : wanted)
    if (std::ranges::find(source.languages, language) == source.languages.end())
      throw Misuse("the corpus has nothing in " + std::string(language.tag()));
  source.languages = wanted;
  return source;
}

/// The bitext that joins the two languages directly, the pivot and another.
const Bitext* direct_bitext(const Source& source) {
  if (source.languages.size() != 2) return nullptr;
  const auto& documents = source.multitext.documents;
  for (const Bitext& bitext : source.multitext.bitexts) {
    const std::array pair{documents[bitext.source].document.language,
                          documents[bitext.target].document.language};
    if (std::ranges::is_permutation(pair, source.languages)) return &bitext;
  }
  return nullptr;
}

/// The beads of a pair, which are finer than rows; else the rows, with the cells of the
/// wanted languages only.
std::vector<Unit> units_in(const Source& source) {
  if (const Bitext* bitext = direct_bitext(source))
    return units_of_beads(source.multitext, *bitext);
  std::vector<Unit> units = units_of_rows(source.multitext);
  for (Unit& unit : units)
    std::erase_if(unit.cells, [&](const Cell& cell) {
      return std::ranges::find(source.languages, cell.language) == source.languages.end();
    });
  return units;
}

void report(const Exported& exported, std::ostream& err) {
  err << exported.written << " units written";
  if (exported.skipped > 0)
    err << ", " << exported.skipped << " without a translation left out";
  if (exported.marked_characters > 0)
    err << ", " << exported.marked_characters << " forbidden characters written as words";
  err << '\n';
}

Exported write_units(const std::string& format, const Source& source, std::ostream& out) {
  const std::vector<Unit> units = units_in(source);
  if (format == "tsv") return write_tsv(out, units, source.languages);
  if (format == "jsonl") return write_jsonl(out, units);
  const Document& pivot = source.multitext.documents.front().document;
  return write_tmx(out, units, {pivot.language, pivot.name, std::string(version)});
}

Exit export_units(const std::string& format, const Arguments& arguments, Streams streams) {
  const Source source = read_source(arguments);
  Exported exported;
  if (const auto out = arguments.value("out")) {
    write_file(*out,
               [&](std::ostream& file) { exported = write_units(format, source, file); });
  } else {
    exported = write_units(format, source, streams.out);
  }
  report(exported, streams.err);
  return Exit::done;
}

/// Two files, OUT.zh and OUT.en.
Exit export_moses(const Arguments& arguments, Streams streams) {
  const std::string out = arguments.required("out");
  const Source source = read_source(arguments);
  if (source.languages.size() != 2)
    throw Misuse("--format moses writes two languages; name them as in --languages zh,en");
  const MosesPair pair{source.languages[0], source.languages[1]};
  std::ostringstream target_text;
  Exported exported;
  write_file(out + "." + std::string(pair.source.tag()), [&](std::ostream& source_text) {
    exported = write_moses(source_text, target_text, units_in(source), pair);
  });
  write_file(out + "." + std::string(pair.target.tag()),
             [&](std::ostream& file) { file << target_text.view(); });
  report(exported, streams.err);
  return Exit::done;
}

/// A folder with zh-en.align for each pair.
Exit export_links(const Arguments& arguments, Streams streams) {
  const fs::path folder = arguments.required("out");
  const Source source = read_source(arguments);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(Fault::unwritable, {folder.string(), 0}, error.message());
  const auto tag_of = [&](std::uint32_t document) {
    return std::string(source.multitext.documents[document].document.language.tag());
  };
  for (const Bitext& bitext : source.multitext.bitexts) {
    const fs::path file =
        folder / (tag_of(bitext.source) + "-" + tag_of(bitext.target) + ".align");
    write_file(file, [&](std::ostream& out) { write_links(out, bitext.beads); });
    streams.err << file.string() << ": " << bitext.beads.size() << " links\n";
  }
  return Exit::done;
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::string format = arguments.required("format");
  if (format == "moses") return export_moses(arguments, streams);
  if (format == "links") return export_links(arguments, streams);
  if (format == "tmx" || format == "tsv" || format == "jsonl")
    return export_units(format, arguments, streams);
  throw Misuse("--format is tmx, tsv, jsonl, moses or links");
}

}  // namespace

const Command export_command{"export", "Write the corpus in a format that other tools read",
                             embedded::export_txt, run};

}  // namespace hexapla::cli
