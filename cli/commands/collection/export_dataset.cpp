#include "cli/commands/collection/export_dataset.hpp"

#include "align/aligned_unit.hpp"
#include "cli/files.hpp"
#include "cli/output_file.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli/version.hpp"
#include "exchange/dataset/corpus_card.hpp"
#include "exchange/dataset/dataset_row.hpp"
#include "exchange/dataset/split_guard.hpp"
#include "exchange/shared_names.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"
#include "workbench/unit_from_row.hpp"

#include <algorithm>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// One configuration while it is being made.
class Configuration {
 public:
  Configuration(const DatasetRequest& request, std::vector<Language> languages,
                std::string name)
      : request_(request),
        languages_(std::move(languages)),
        name_(std::move(name)),
        looked_(settings()),
        filter_(settings()) {}

  [[nodiscard]] const std::vector<Language>& languages() const noexcept {
    return languages_;
  }
  [[nodiscard]] bool is_pair() const noexcept { return languages_.size() == 2; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  void forbid(std::string_view text) { guard_.forbid(text); }

  /// The first time: what dev and test hold, as write() will find it.
  void look(DatasetRow row, Split split) {
    if (looked_.keeps(row.unit) && row.unit.variants.size() > 1 &&
        !guard_.is_forbidden(row.unit))
      guard_.note(row.unit, split);
  }

  void write(DatasetRow row, Split split) {
    if (!filter_.keeps(row.unit)) return;
    if (row.unit.variants.size() < 2) {
      ++alone_;
    } else if (guard_.is_forbidden(row.unit)) {
      ++forbidden_;
    } else if (guard_.leaks(row.unit, split)) {
      ++leaked_;
    } else {
      const auto part = static_cast<std::size_t>(split);
      file_of(split).stream() << dataset_line(row, languages_) << '\n';
      ++facts_.rows.at(part);
      documents_.at(part).insert(row.document);
    }
  }

  /// Puts the files into their places. Returns: what the card says.
  DatasetConfiguration commit() {
    for (const auto& file : files_)
      if (file) file->commit();
    facts_.name = name_;
    for (std::size_t part = 0; part < documents_.size(); ++part)
      facts_.documents.at(part) = documents_.at(part).size();
    for (std::size_t reason = 0; reason < drop_reasons; ++reason) {
      const auto drop = static_cast<DropReason>(reason);
      facts_.left_out.emplace_back(words_for(drop), filter_.dropped(drop));
    }
    for (const auto& [line, dropped] : filter_.dropped_by_plan())
      facts_.left_out.emplace_back("by " + line, dropped);
    facts_.left_out.emplace_back("in one language only", alone_);
    facts_.left_out.emplace_back("whose text is in another part", leaked_);
    facts_.left_out.emplace_back("whose text is in the test set to be kept out",
                                 forbidden_);
    return facts_;
  }

  /// Of a unit that was left out before it came here; when writing.
  void count(DropReason reason) {
    if (is_writing_) filter_.count(reason);
  }
  void begin_writing() { is_writing_ = true; }

 private:
  /// Duplicates are dropped before the parts are looked at, whatever was asked.
  [[nodiscard]] UnitFilterSettings settings() const {
    UnitFilterSettings wanted = request_.filter;
    wanted.languages = is_pair() ? languages_ : std::vector<Language>();
    wanted.drops_near_duplicates = true;
    return wanted;
  }

  OutputFile& file_of(Split split) {
    auto& file = files_.at(static_cast<std::size_t>(split));
    if (!file) {
      const fs::path folder = request_.out / name_;
      std::error_code error;
      fs::create_directories(folder, error);
      if (error) throw Error(Fault::unwritable, {folder.string(), 0}, error.message());
      file = std::make_unique<OutputFile>(folder / dataset_file(split));
    }
    return *file;
  }

  const DatasetRequest& request_;
  std::vector<Language> languages_;
  std::string name_;
  UnitFilter looked_;
  UnitFilter filter_;
  SplitGuard guard_;
  std::array<std::unique_ptr<OutputFile>, splits.size()> files_;
  std::array<std::set<std::string>, splits.size()> documents_;
  DatasetConfiguration facts_;
  bool is_writing_ = false;
  std::size_t alone_ = 0;
  std::size_t leaked_ = 0;
  std::size_t forbidden_ = 0;
};

using Configurations = std::vector<std::unique_ptr<Configuration>>;

Configurations configurations_of(const DatasetRequest& request) {
  Configurations all;
  const auto& languages = request.languages;
  for (std::size_t source = 0; source < languages.size(); ++source)
    for (std::size_t target = source + 1; target < languages.size(); ++target)
      all.push_back(std::make_unique<Configuration>(
          request, std::vector{languages[source], languages[target]},
          std::string(languages[source].tag()) + '-' +
              std::string(languages[target].tag())));
  if (languages.size() > 2)
    all.push_back(std::make_unique<Configuration>(request, languages, "all"));
  return all;
}

/// Hands each row of the works to `take` with its configuration and part.
class DatasetRows {
 public:
  DatasetRows(const Store& store, const DatasetRequest& request)
      : store_(store), request_(request) {}

  template <class Take>
  void each(Configurations& configurations, Take take) const {
    for (const WorkInfo& work : request_.works) {
      if (work.kind == WorkKind::documents) {
        each_of_documents(work, configurations, take);
      } else {
        each_of_memory(work, configurations, take);
      }
    }
  }

 private:
  template <class Take>
  void each_of_documents(const WorkInfo& work, Configurations& configurations,
                         Take take) const {
    const Multitext multitext = store_.multitext(work.id);
    std::set<std::uint32_t> unwanted;  // rows
    store_.each_unit({work.id}, [&](const StoredUnit& stored) {
      if (!request_.wants_verdict(stored.verdict)) unwanted.insert(stored.number);
      return true;
    });
    const std::vector<AlignedUnit> rows = units_of_rows(multitext);
    for (const auto& configuration : configurations) {
      const Bitext* const bitext =
          configuration->is_pair() && unwanted.empty()
              ? bitext_between(multitext, configuration->languages())
              : nullptr;
      const std::vector<AlignedUnit> beads = bitext == nullptr
                                                 ? std::vector<AlignedUnit>()
                                                 : units_of_beads(multitext, *bitext);
      for (const AlignedUnit& unit : bitext == nullptr ? rows : beads) {
        if (bitext == nullptr && unwanted.contains(unit.number)) {
          configuration->count(DropReason::verdict);
          continue;
        }
        DatasetRow row = row_of(unit, work, *configuration);
        const Split split = split_for(row);
        take(*configuration, std::move(row), split);
      }
    }
  }

  template <class Take>
  void each_of_memory(const WorkInfo& work, Configurations& configurations,
                      Take take) const {
    store_.each_unit({work.id}, [&](const StoredUnit& stored) {
      for (const auto& configuration : configurations) {
        if (!request_.wants_verdict(stored.verdict)) {
          configuration->count(DropReason::verdict);
          continue;
        }
        const auto* document = value_of(stored.unit.properties, document_property);
        DatasetRow row = row_in(document == nullptr ? work.name : *document, work);
        row.position = stored.number;
        row.unit = stored.unit;
        row.id = work.name + '#' + std::to_string(stored.number);
        const Split split = split_for(row);
        take(*configuration, std::move(row), split);
      }
      return true;
    });
  }

  [[nodiscard]] Split split_for(const DatasetRow& row) const {
    const bool by_text = request_.split.by == SplitBy::text && !row.unit.variants.empty();
    return split_of(by_text ? row.unit.variants.front().text : row.document,
                    request_.split.seed, request_.split.shares);
  }

  [[nodiscard]] DatasetRow row_in(std::string document, const WorkInfo& work) const {
    return {{}, std::move(document), work.symbol, work.date, 0, 1, request_.licence, {}};
  }

  [[nodiscard]] DatasetRow row_of(const AlignedUnit& unit, const WorkInfo& work,
                                  const Configuration& configuration) const {
    DatasetRow row = row_in(work.name, work);
    row.position = unit.number;
    row.agreement = unit.agreement;
    row.unit = unit_from_row(unit, {work.languages.front(), work.name, false});
    std::erase_if(row.unit.variants, [&](const Variant& variant) {
      return std::ranges::find(configuration.languages(), variant.language) ==
             configuration.languages().end();
    });
    row.id = work.name + '#' + configuration.name() + '-' + std::to_string(unit.number);
    return row;
  }

  static const Bitext* bitext_between(const Multitext& multitext,
                                      const std::vector<Language>& languages) {
    const auto found = std::ranges::find_if(multitext.bitexts, [&](const Bitext& bitext) {
      const std::array pair{multitext.documents[bitext.source].document.language,
                            multitext.documents[bitext.target].document.language};
      return std::ranges::is_permutation(pair, languages);
    });
    return found == multitext.bitexts.end() ? nullptr : &*found;
  }

  const Store& store_;
  const DatasetRequest& request_;
};

CorpusCardFacts card_facts(const Store& store, const DatasetRequest& request) {
  CorpusCardFacts facts;
  const fs::path folder = fs::absolute(request.out).lexically_normal();
  facts.name = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  facts.languages = request.languages;
  facts.corpus = request.corpus.filename().string();
  facts.works = request.works.size();
  facts.licence = request.licence;
  facts.seed = request.split.seed;
  facts.shares = request.split.shares;
  facts.settings = request.settings;
  if (request.overlap) facts.overlap = request.overlap->filename().string();
  facts.programs = {store.program()};
  if (facts.programs.front() != program_name) facts.programs.emplace_back(program_name);
  return facts;
}

void forbid_lines(const fs::path& file, Configurations& configurations) {
  const std::string text = admit_utf8(read_file(file), file.string());
  for (const std::string_view line : parts_of(text, '\n'))
    if (!line.empty())
      for (const auto& configuration : configurations)
        configuration->forbid(line);
}

}  // namespace

Exit export_dataset(const Store& store, const DatasetRequest& request, Streams streams) {
  if (request.languages.size() < 2)
    throw UsageError(
        "a data set needs two languages; the corpus, or --languages, has fewer");
  Progress progress(streams);
  Configurations configurations = configurations_of(request);
  if (request.overlap) forbid_lines(*request.overlap, configurations);
  const DatasetRows rows(store, request);
  progress.say("looking for what the parts have in common");
  rows.each(configurations, [](Configuration& configuration, DatasetRow row, Split split) {
    configuration.look(std::move(row), split);
  });
  progress.say("writing " + request.out.string());
  for (const auto& configuration : configurations)
    configuration->begin_writing();
  rows.each(configurations, [](Configuration& configuration, DatasetRow row, Split split) {
    configuration.write(std::move(row), split);
  });
  CorpusCardFacts facts = card_facts(store, request);
  for (const auto& configuration : configurations)
    facts.configurations.push_back(configuration->commit());
  OutputFile card(request.out / "README.md");
  write_corpus_card(card.stream(), facts);
  card.commit();
  for (const DatasetConfiguration& made : facts.configurations) {
    streams.err << made.name << ": ";
    for (const Split split : splits)
      streams.err << made.rows.at(static_cast<std::size_t>(split)) << ' ' << name_of(split)
                  << (split == Split::test ? "\n" : ", ");
  }
  return Exit::done;
}

}  // namespace hexapla::cli
