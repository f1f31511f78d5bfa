#include "cli/units/output.hpp"

#include "cli/command.hpp"
#include "cli/version.hpp"
#include "exchange/dataset_card.hpp"
#include "exchange/lines/html_table.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/po/write_po.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/termbase/termbase_units.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "exchange/xces/write_xces.hpp"
#include "exchange/xliff/write_xliff.hpp"
#include "format/compressed_stream.hpp"
#include "term/multiterm/write_multiterm.hpp"
#include "term/tbx/write_tbx.hpp"
#include "term/utx/write_utx.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <ostream>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// `.gz`, `.zst`, or nothing.
std::string packing_ending(const std::string& file) {
  return file.substr(without_packing(file).size());
}

using WriterOfOne = std::unique_ptr<UnitWriter>(std::ostream& out,
                                                UnitWriterSettings settings);

std::unique_ptr<UnitWriter> jsonl_writer_of(std::ostream& out, UnitWriterSettings) {
  return jsonl_writer(out);
}

std::unique_ptr<UnitWriter> tbx_writer(std::ostream& out, UnitWriterSettings) {
  return termbase_writer(
      [&out](const Termbase& termbase) {
        return write_tbx(out, termbase, TbxStyle::v3_dca,
                         {"", "en", std::string(program_name)});
      },
      {});
}

std::unique_ptr<UnitWriter> multiterm_writer(std::ostream& out, UnitWriterSettings) {
  return termbase_writer(
      [&out](const Termbase& termbase) { return write_multiterm(out, termbase); }, {});
}

std::unique_ptr<UnitWriter> utx_writer(std::ostream& out, UnitWriterSettings settings) {
  if (settings.languages.size() != 2)
    throw UsageError("UTX has two languages; name them as in --languages en,fr");
  const UtxHead head{settings.languages[0], settings.languages[1],
                     std::string(program_name)};
  return termbase_writer(
      [&out, head](const Termbase& termbase) {
        (void)write_utx(out, termbase, head);  // the writer hands on whole concepts only
        return std::size_t{0};
      },
      settings.languages);
}

/// Formats that are one file.
constexpr std::array<std::pair<UnitFormat, WriterOfOne*>, 16> writers_of_one{
    {{UnitFormat::tmx, tmx_writer},
     {UnitFormat::xliff, xliff_1_writer},
     {UnitFormat::xliff2, xliff_2_writer},
     {UnitFormat::po, po_writer},
     {UnitFormat::tsv, tsv_writer},
     {UnitFormat::csv, csv_writer},
     {UnitFormat::xlsx, xlsx_writer},
     {UnitFormat::jsonl, jsonl_writer_of},
     {UnitFormat::translation, translation_writer},
     {UnitFormat::hunalign, hunalign_writer},
     {UnitFormat::trados, trados_text_writer},
     {UnitFormat::wordfast, wordfast_writer},
     {UnitFormat::tbx, tbx_writer},
     {UnitFormat::utx, utx_writer},
     {UnitFormat::multiterm, multiterm_writer},
     {UnitFormat::html, html_table_writer}}};

/// One format in its files.
class FormatOutput final : public UnitOutput {
 public:
  explicit FormatOutput(UnitOutputSettings settings) : settings_(std::move(settings)) {
    writer_ = writer_of();
  }

  void add(const TranslationUnit& unit, const std::string&) override {
    if (has_one_text_a_language(settings_.format)) {
      further_texts_ += further_texts_of(unit);
      note_stand_ins(unit);
    }
    writer_->add(unit);
  }

  Exported commit(const std::string&) override {
    Exported exported = writer_->finish();
    exported.further_texts = further_texts_;
    exported.stand_ins = std::move(stand_ins_);
    for (const auto& file : files_)
      file->commit();
    return exported;
  }

 private:
  std::ostream& stream(const std::string& file) {
    files_.push_back(std::make_unique<OutputFile>(file));
    return files_.back()->stream();
  }

  std::ostream& only_stream() {
    return settings_.file.empty() ? *settings_.standard_output : stream(settings_.file);
  }

  [[nodiscard]] std::string tag(std::size_t side) const {
    return std::string(settings_.writer.languages.at(side).tag());
  }

  /// OUT.en, or OUT.en.gz for OUT.gz.
  [[nodiscard]] std::string side_name(std::size_t side, std::string_view ending) const {
    return std::string(without_packing(settings_.file)) + '.' + tag(side) +
           std::string(ending) + packing_ending(settings_.file);
  }

  void require_pair(std::string_view format) const {
    if (settings_.file.empty())
      throw UsageError("--format " + std::string(format) +
                       " writes several files; name them with --out");
    if (settings_.writer.languages.size() != 2)
      throw UsageError("--format " + std::string(format) +
                       " writes two languages; name them as in --languages zh,en");
  }

  std::unique_ptr<UnitWriter> writer_of() {
    const auto* const found = std::ranges::find(
        writers_of_one, settings_.format, &std::pair<UnitFormat, WriterOfOne*>::first);
    return found == writers_of_one.end() ? writer_of_several()
                                         : found->second(only_stream(), settings_.writer);
  }

  std::unique_ptr<UnitWriter> writer_of_several() {
    if (settings_.format == UnitFormat::moses) {
      require_pair("moses");
      std::ostream& source = stream(side_name(0, ""));
      return moses_writer(source, stream(side_name(1, "")), settings_.writer);
    }
    if (settings_.format == UnitFormat::links) {
      require_pair("links");
      std::ostream& links = only_stream();
      std::ostream& source = stream(side_name(0, ""));
      return links_writer(links, source, stream(side_name(1, "")), settings_.writer);
    }
    if (settings_.format != UnitFormat::xces)
      throw UsageError("units in this format can only be read");
    require_pair("xces");
    const std::array names{side_name(0, ".xml"), side_name(1, ".xml")};
    std::ostream& alignment = only_stream();
    std::ostream& source = stream(names[0]);
    return xces_writer(
        {alignment,
         source,
         stream(names[1]),
         {fs::path(names[0]).filename().string(), fs::path(names[1]).filename().string()}},
        settings_.writer);
  }

  /// Texts in the very language of one that is written, which has no place any more.
  static std::size_t further_texts_of(const TranslationUnit& unit) {
    std::size_t count = 0;
    for (auto one = unit.variants.begin(); one != unit.variants.end(); ++one)
      if (std::find_if(unit.variants.begin(), one, [&](const Variant& before) {
            return before.language == one->language;
          }) != one)
        ++count;
    return count;
  }

  void note_stand_ins(const TranslationUnit& unit) {
    const std::vector<Language>& asked = settings_.writer.languages;
    const auto chosen = variants_in(unit, asked);
    for (std::size_t at = 0; at < asked.size(); ++at)
      if (chosen[at] != nullptr && chosen[at]->language != asked[at])
        ++stand_ins_[{std::string(asked[at].tag()),
                      std::string(chosen[at]->language.tag())}];
  }

  UnitOutputSettings settings_;
  std::map<std::pair<std::string, std::string>, std::size_t> stand_ins_;
  std::size_t further_texts_ = 0;
  std::vector<std::unique_ptr<OutputFile>> files_;
  std::unique_ptr<UnitWriter> writer_;  ///< Goes before the files.
};

constexpr std::array splits{Split::train, Split::dev, Split::test};

/// OUT.train.tmx.gz for OUT.tmx.gz.
std::string name_of_part(const std::string& file, Split split) {
  const fs::path plain(without_packing(file));
  const std::string name = plain.stem().string() + '.' + std::string(name_of(split)) +
                           plain.extension().string() + packing_ending(file);
  return (plain.parent_path() / name).string();
}

/// A file for each part, or a folder with a card.
class SplitOutput final : public UnitOutput {
 public:
  explicit SplitOutput(UnitOutputSettings settings) : settings_(std::move(settings)) {
    if (settings_.file.empty())
      throw UsageError("a split, or a data set, has several files; name them with --out");
    if (is_dataset()) {
      std::error_code error;
      fs::create_directories(settings_.file, error);
      if (error) throw Error(Fault::unwritable, {settings_.file, 0}, error.message());
    }
    for (const Split split : splits)
      parts_.at(static_cast<std::size_t>(split)) =
          std::make_unique<FormatOutput>(settings_of(split));
  }

  void add(const TranslationUnit& unit, const std::string& work) override {
    const SplitSettings& split = *settings_.split;
    const std::string* key = &work;
    if (split.by == SplitBy::text) {
      key = &unit.variants.front().text;
    } else if (const auto* document = value_of(unit.properties, document_property)) {
      key = document;
    }
    const auto part = static_cast<std::size_t>(split_of(*key, split.seed, split.shares));
    parts_.at(part)->add(unit, work);
  }

  Exported commit(const std::string& left_out) override {
    Exported all;
    DatasetFacts facts;
    for (const Split split : splits) {
      const auto part = static_cast<std::size_t>(split);
      const Exported exported = parts_.at(part)->commit(left_out);
      facts.units.at(part) = exported.written;
      facts.files.at(part) = fs::path(settings_of(split).file).filename().string();
      all.written += exported.written;
      all.skipped += exported.skipped;
      all.further_texts += exported.further_texts;
      for (const auto& [tags, units] : exported.stand_ins)
        all.stand_ins[tags] += units;
      all.marked_characters += exported.marked_characters;
    }
    if (is_dataset()) write_card(std::move(facts), left_out);
    return all;
  }

 private:
  [[nodiscard]] bool is_dataset() const { return settings_.format == UnitFormat::dataset; }

  [[nodiscard]] UnitOutputSettings settings_of(Split split) const {
    UnitOutputSettings part = settings_;
    if (is_dataset()) {
      part.format = UnitFormat::translation;
      part.file = (fs::path(settings_.file) / name_of(split)).string() + ".jsonl";
    } else {
      part.file = name_of_part(settings_.file, split);
    }
    return part;
  }

  void write_card(DatasetFacts facts, const std::string& left_out) const {
    const fs::path folder = fs::absolute(settings_.file).lexically_normal();
    facts.name =
        (folder.has_filename() ? folder : folder.parent_path()).filename().string();
    facts.languages = settings_.writer.languages;
    facts.seed = settings_.split->seed;
    facts.dealt_by = settings_.split->by == SplitBy::text ? "source text" : "document";
    facts.filters = left_out;
    facts.program_version = settings_.writer.program_version;
    OutputFile card(fs::path(settings_.file) / "README.md");
    write_dataset_card(card.stream(), facts);
    card.commit();
  }

  UnitOutputSettings settings_;
  std::array<std::unique_ptr<UnitOutput>, splits.size()> parts_;
};

}  // namespace

std::unique_ptr<UnitOutput> open_output(UnitOutputSettings settings) {
  if (settings.format == UnitFormat::dataset && !settings.split)
    settings.split = SplitSettings{};
  if (settings.split) return std::make_unique<SplitOutput>(std::move(settings));
  return std::make_unique<FormatOutput>(std::move(settings));
}

}  // namespace hexapla::cli
