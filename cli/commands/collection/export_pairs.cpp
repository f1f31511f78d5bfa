#include "cli/commands/collection/export_pairs.hpp"

#include "align/aligned_unit.hpp"
#include "cli/output_file.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "exchange/xces/write_linked_documents.hpp"
#include "format/one_line.hpp"
#include "format/tab_field.hpp"
#include "text/error.hpp"
#include "workbench/unit_from_row.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// A unit of a pair with the segments that it is made of.
struct PairUnit {
  const Cell* source = nullptr;  ///< Neither is there without the other's being nothing.
  const Cell* target = nullptr;
  TranslationUnit unit;
};

std::vector<std::uint32_t> numbers_in_cell(const Cell* cell) {
  std::vector<std::uint32_t> segments;
  if (cell != nullptr)
    for (const Piece& piece : cell->pieces)
      segments.push_back(piece.segment);
  return segments;
}

std::string listed(const std::vector<std::uint32_t>& segments) {
  std::string words;
  for (const std::uint32_t segment : segments)
    words += (words.empty() ? "" : " ") + std::to_string(segment);
  return words;
}

/// The files of one pair.
class PairFiles {
 public:
  PairFiles(const PairsRequest& request, Language source, Language target)
      : request_(request), source_(source), target_(target), filter_(settings()) {
    if (request.form == PairsForm::xces) {
      links_.emplace(stream(".xml"));
      return;
    }
    source_text_ = &stream("." + std::string(source.tag()));
    target_text_ = &stream("." + std::string(target.tag()));
    ids_ = &stream(".ids");
  }

  [[nodiscard]] std::string name() const {
    return std::string(source_.tag()) + '-' + std::string(target_.tag());
  }
  [[nodiscard]] Language source() const noexcept { return source_; }
  [[nodiscard]] Language target() const noexcept { return target_; }

  void begin(const WorkInfo& work, const std::string& file_name) {
    work_ = tab_field(work.name);
    before_ = written_;
    if (links_)
      links_->begin(std::string(source_.tag()) + '/' + file_name,
                    std::string(target_.tag()) + '/' + file_name);
  }

  void add(PairUnit unit) {
    const bool has_both = unit.source != nullptr && unit.target != nullptr;
    if (has_both ? !filter_.keeps(unit.unit) : !links_) return;
    const auto sources = numbers_in_cell(unit.source);
    const auto targets = numbers_in_cell(unit.target);
    written_ += static_cast<std::size_t>(has_both);
    if (links_) return links_->link(sources, targets, unit.unit.confidence);
    *source_text_ << on_one_line(unit.source->text) << '\n';
    *target_text_ << on_one_line(unit.target->text) << '\n';
    *ids_ << work_ << '\t' << listed(sources) << '\t' << listed(targets) << '\n';
  }

  void count(DropReason reason) { filter_.count(reason); }

  void end() {
    if (links_) return links_->end();
    if (!request_.has_borders || written_ == before_) return;
    *source_text_ << '\n';
    *target_text_ << '\n';
    *ids_ << '\n';
  }

  void commit(std::ostream& err) {
    if (links_) links_->finish();
    for (const auto& file : files_)
      file->commit();
    err << name() << ": " << counted(written_, "unit");
    if (const std::string left_out = left_out_by(filter_); !left_out.empty())
      err << "; left out by filters: " << left_out;
    err << '\n';
  }

 private:
  [[nodiscard]] UnitFilterSettings settings() const {
    UnitFilterSettings wanted = request_.filter;
    wanted.languages = {source_, target_};
    return wanted;
  }

  std::ostream& stream(const std::string& ending) {
    files_.push_back(std::make_unique<OutputFile>(request_.out / (name() + ending)));
    return files_.back()->stream();
  }

  const PairsRequest& request_;
  Language source_;
  Language target_;
  UnitFilter filter_;
  std::vector<std::unique_ptr<OutputFile>> files_;
  std::optional<LinkedDocuments> links_;
  std::ostream* source_text_ = nullptr;
  std::ostream* target_text_ = nullptr;
  std::ostream* ids_ = nullptr;
  std::string work_;
  std::size_t written_ = 0;
  std::size_t before_ = 0;
};

void make_folder_for(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(Fault::unwritable, {folder.string(), 0}, error.message());
}

/// A name that no other work's file has.
class FileNames {
 public:
  std::string of(const std::string& work) {
    std::string plain = work;
    std::ranges::replace_if(
        plain, [](char byte) { return byte == '/' || byte == '\\' || byte == ':'; }, '_');
    if (plain.starts_with('.')) plain.front() = '_';
    std::string name = plain;
    for (std::size_t number = 2; !taken_.insert(name).second; ++number)
      name = plain + '_' + std::to_string(number);
    return name + ".xml";
  }

 private:
  std::set<std::string> taken_;
};

const SegmentedDocument* version_among(const Multitext& multitext, Language language) {
  const auto found = std::ranges::find_if(multitext.documents, [&](const auto& version) {
    return version.document.language == language;
  });
  return found == multitext.documents.end() ? nullptr : &*found;
}

void write_document(const fs::path& file, const SegmentedDocument& version) {
  std::vector<LinkedSentence> sentences;
  for (const Segment& segment : version.segments)
    sentences.push_back({version.text_of(segment), segment.block});
  OutputFile out(file);
  write_linked_document(out.stream(), sentences);
  out.commit();
}

/// The beads of a pair, which are finer than rows; else its part of the rows.
std::vector<AlignedUnit> units_of_pair(const Multitext& multitext, const PairFiles& pair,
                                       bool by_rows) {
  for (const Bitext& bitext : multitext.bitexts) {
    const std::array languages{multitext.documents[bitext.source].document.language,
                               multitext.documents[bitext.target].document.language};
    if (!by_rows &&
        std::ranges::is_permutation(languages, std::array{pair.source(), pair.target()}))
      return units_of_beads(multitext, bitext);
  }
  return units_of_rows(multitext);
}

class PairsExport {
 public:
  PairsExport(const Store& store, const PairsRequest& request)
      : store_(store), request_(request) {
    const std::vector<Language> languages =
        request_.languages.empty() ? languages_of(request_.works) : request_.languages;
    if (languages.size() < 2) throw UsageError("the works are in one language only");
    make_folder_for(request.out);
    for (const Language language : languages)
      if (request.form == PairsForm::xces)
        make_folder_for(request.out / std::string(language.tag()));
    for (std::size_t source = 0; source < languages.size(); ++source)
      for (std::size_t target = source + 1; target < languages.size(); ++target)
        pairs_.push_back(
            std::make_unique<PairFiles>(request, languages[source], languages[target]));
  }

  void write(const WorkInfo& work) {
    const Multitext multitext = texts_of_work(store_, work.id);
    const std::set<std::uint32_t> unwanted = unwanted_rows(work);
    const std::string file_name = names_.of(work.name);
    if (request_.form == PairsForm::xces)
      for (const SegmentedDocument& version : multitext.documents)
        write_document(
            request_.out / std::string(version.document.language.tag()) / file_name,
            version);
    for (const auto& pair : pairs_) {
      if (version_among(multitext, pair->source()) == nullptr ||
          version_among(multitext, pair->target()) == nullptr)
        continue;
      pair->begin(work, file_name);
      for (const AlignedUnit& unit : units_of_pair(multitext, *pair, !unwanted.empty()))
        add(unit, work, unwanted, *pair);
      pair->end();
    }
  }

  void commit(std::ostream& err) {
    for (const auto& pair : pairs_)
      pair->commit(err);
  }

 private:
  [[nodiscard]] std::set<std::uint32_t> unwanted_rows(const WorkInfo& work) const {
    std::set<std::uint32_t> rows;
    store_.each_unit({work.id}, [&](const StoredUnit& stored) {
      if (!request_.wants_verdict(stored.verdict)) rows.insert(stored.number);
      return true;
    });
    return rows;
  }

  void add(const AlignedUnit& unit, const WorkInfo& work,
           const std::set<std::uint32_t>& unwanted, PairFiles& pair) const {
    if (!unwanted.empty() && unwanted.contains(unit.number))
      return pair.count(DropReason::verdict);
    const Cell* const source = cell_in(unit, pair.source());
    const Cell* const target = cell_in(unit, pair.target());
    if (source == nullptr && target == nullptr) return;
    pair.add({source, target, unit_from_row(unit, {pair.source(), work.name})});
  }

  const Store& store_;
  const PairsRequest& request_;
  std::vector<std::unique_ptr<PairFiles>> pairs_;
  FileNames names_;
};

}  // namespace

std::optional<PairsForm> pairs_form_of(std::string_view format) {
  if (format == "xces") return PairsForm::xces;
  if (format == "moses") return PairsForm::moses;
  return std::nullopt;
}

Exit export_pairs(const Store& store, const PairsRequest& request, Streams streams) {
  Progress progress(streams);
  PairsExport pairs(store, request);
  for (const WorkInfo& work : request.works) {
    progress.say("writing " + work.name);
    pairs.write(work);
  }
  pairs.commit(streams.err);
  return Exit::done;
}

}  // namespace hexapla::cli
