#include "align/aligned_unit.hpp"
#include "bindings/corpus.hpp"
#include "corpus/database/replace_file.hpp"
#include "exchange/lines/html_table.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/po/write_po.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "exchange/xliff/write_xliff.hpp"
#include "text/error.hpp"
#include "workbench/unit_from_row.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace hexapla::python {
namespace {

/// A file that takes its place when it is whole, and not before.
class WholeFile {
 public:
  explicit WholeFile(const std::string& name)
      : name_(name), file_(name), out_(file_.path(), std::ios::binary) {
    if (!out_) throw Error(Fault::unwritable, {name_, 0}, "can't be written");
  }

  [[nodiscard]] std::ostream& stream() { return out_; }
  void commit() {
    out_.close();
    if (!out_) throw Error(Fault::unwritable, {name_, 0}, "could not be written whole");
    file_.commit();
  }

 private:
  std::string name_;
  Replacement file_;
  std::ofstream out_;
};

using Files = std::vector<std::unique_ptr<WholeFile>>;
using WriterOfOne = std::unique_ptr<UnitWriter>(std::ostream& out,
                                                UnitWriterSettings settings);

std::unique_ptr<UnitWriter> jsonl_writer_with(std::ostream& out, UnitWriterSettings) {
  return jsonl_writer(out);
}

constexpr std::array<std::pair<std::string_view, WriterOfOne*>, 10> formats{
    {{"tmx", tmx_writer},
     {"xliff", xliff_1_writer},
     {"xliff2", xliff_2_writer},
     {"po", po_writer},
     {"tsv", tsv_writer},
     {"csv", csv_writer},
     {"xlsx", xlsx_writer},
     {"jsonl", jsonl_writer_with},
     {"translation", translation_writer},
     {"html", html_table_writer}}};

std::unique_ptr<UnitWriter> writer_for(const std::string& format, const Files& files,
                                       const UnitWriterSettings& settings) {
  if (format == "moses") {
    if (files.size() != 2 || settings.languages.size() != 2)
      throw std::invalid_argument("moses needs two languages");
    return moses_writer(files[0]->stream(), files[1]->stream(), settings);
  }
  const auto* const found =
      std::ranges::find(formats, format, &std::pair<std::string_view, WriterOfOne*>::first);
  if (found == formats.end())
    throw std::invalid_argument("'" + format +
                                "' is none of tmx, xliff, xliff2, po, tsv, csv, xlsx, "
                                "jsonl, translation, html, moses");
  return found->second(files.at(0)->stream(), settings);
}

/// Only the wanted languages, and nothing unless all of them are there.
bool keeps_wanted(TranslationUnit& unit, const std::vector<Language>& wanted) {
  if (wanted.empty()) return true;
  std::vector<Variant> kept;
  for (const Variant* const variant : variants_in(unit, wanted)) {
    if (variant == nullptr) return false;
    kept.push_back(*variant);
  }
  unit.variants = std::move(kept);
  return true;
}

}  // namespace

std::size_t Corpus::export_units(const ExportRequest& request) {
  const std::vector<WorkInfo> works = works_named(request.work);
  const std::lock_guard lock(mutex_);
  const std::vector<Language> wanted = languages_named(request.languages);
  UnitWriterSettings settings;
  settings.languages = wanted.empty() ? languages_of(works) : wanted;
  if (!settings.languages.empty()) settings.header.source = settings.languages.front();
  settings.program_version = HEXAPLA_VERSION;
  Files files;
  for (const std::string& name : request.files)
    files.push_back(std::make_unique<WholeFile>(name));
  const auto writer = writer_for(request.format, files, settings);
  for (const WorkInfo& work : works) {
    const std::vector<AlignedUnit> rows = work.kind == WorkKind::documents
                                              ? units_of_rows(store_.multitext(work.id))
                                              : std::vector<AlignedUnit>();
    store_.each_unit({work.id}, [&](const StoredUnit& stored) {
      TranslationUnit unit = stored.unit;
      if (stored.number < rows.size())
        unit = unit_from_row(rows[stored.number], {work.languages.front(), work.name});
      if (stored.verdict != Verdict::rejected && keeps_wanted(unit, wanted))
        writer->add(unit);
      return true;
    });
  }
  const Exported exported = writer->finish();
  for (const auto& file : files)
    file->commit();
  return exported.written;
}

}  // namespace hexapla::python
