#include "cli/commands/align_batch.hpp"

#include "align/input/segmented_text.hpp"
#include "align/links.hpp"
#include "align/parallel_for.hpp"
#include "cli/embeddings/options.hpp"
#include "cli/files.hpp"
#include "cli/options/lexicons.hpp"
#include "cli/options/segmented_pair.hpp"
#include "cli/options/versions_settings.hpp"
#include "cli/print/counted.hpp"
#include "cli/print/remarks.hpp"
#include "cli/spared_inputs.hpp"
#include "corpus/database/replace_file.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <filesystem>
#include <map>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

/// A row: source, target, output, perhaps a translation of the source, perhaps vectors of
/// both.
std::vector<PairNames> rows_of(const std::string& list) {
  constexpr std::size_t most_fields = 6;
  std::vector<PairNames> rows;
  std::set<std::string> outputs;
  const std::string text = admit_segments(read_file(list), list);
  std::size_t number = 0;
  for (const std::string_view line : segments_of(text)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const auto parts = parts_of(line, '\t');
    std::vector<std::string> fields(parts.begin(), parts.end());
    if (fields.size() < 3 || fields.size() == 5 || fields.size() > most_fields)
      throw Error(Fault::malformed, {list, number},
                  "not a row of three, four or six file names with tabs between them");
    if (!outputs.insert(fields[2]).second)
      throw Error(Fault::inconsistent, {list, number}, "names the output of another row");
    fields.resize(most_fields);
    rows.push_back({fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]});
  }
  return rows;
}

/// Before any of them is read: no row's output is what another reads.
void note_rows(std::span<const PairNames> rows) {
  std::vector<NamedFile> files;
  for (const PairNames& row : rows) {
    for (const std::string* input : {&row.source, &row.target, &row.translation,
                                     &row.source_vectors, &row.target_vectors})
      if (!input->empty()) files.push_back({*input, FileUse::read});
    files.push_back({row.out, FileUse::written});
  }
  note_files(files);
}

/// A document of the batch and what became of it.
struct BatchRow {
  PairNames names;
  PairTexts texts;
  PairEmbeddings embeddings;
  JudgedPair judged;
  std::vector<Bead> beads;  ///< Kept when they are to teach.
  std::string problem;      ///< Empty when there is none.
};

/// Does `work` for a row; what can't go on there goes on elsewhere.
template <class Work>
bool done(BatchRow& row, const Work& work) {
  try {
    work();
    return true;
  } catch (const Error& error) {  // of one row, not of the batch
    row.problem = error.what();
    return false;
  }
}

class Batch {
 public:
  Batch(const AlignOptions& given, const AlignSettings& settings)
      : given_(given), settings_(settings), threads_(versions_settings(given).threads) {
    std::vector<PairNames> rows = rows_of(given.batch.value());
    note_rows(rows);
    for (PairNames& names : rows) {
      const std::string folder = folder_of(names);
      folders_.try_emplace(folder, folder);
      rows_.push_back({std::move(names), {}, {}, {}, {}, {}});
    }
  }

  void read(Streams& streams, Progress& progress) {
    std::vector<BatchPair> pairs(rows_.size());
    parallel_for(rows_.size(), threads_, [&](std::size_t number) {
      BatchRow& row = rows_[number];
      done(row, [&] {
        row.texts = read_pair(row.names);
        pairs[number] = pair_of(row.texts, row.names, given_.languages);
      });
    });
    for (std::size_t number = 0; number < rows_.size(); ++number) {
      BatchRow& row = rows_[number];
      BatchPair& pair = pairs[number];
      if (!row.problem.empty() || !done(row, [&] {
            row.embeddings =
                embeddings_of(given_.embeddings, pair, row.names, streams.err, progress);
          }))
        continue;
      pair.source.embeddings = row.embeddings.source.rows();
      pair.target.embeddings = row.embeddings.target.rows();
      readable_.push_back(number);
      pairs_.push_back(std::move(pair));
    }
  }

  /// Each output is written as soon as it is there.
  void align() {
    align_batch(pairs_, settings_, threads_,
                [&](std::size_t number, const AlignedPair& aligned) {
                  finish(rows_[readable_[number]], pairs_[number], aligned);
                });
    for (const auto& [name, folder] : folders_)
      folder.sync();
  }

  void save() const {
    std::vector<std::vector<Bead>> beads;
    for (const std::size_t number : readable_)
      beads.push_back(rows_[number].beads);
    save_lexicon(given_.words, pairs_, beads);
  }

  /// Returns: how many documents were not done.
  std::size_t report(Streams& streams) const {
    std::vector<JudgedPair> judged;
    std::size_t problems = 0;
    for (const BatchRow& row : rows_) {
      if (row.problem.empty()) {
        judged.push_back(row.judged);
        continue;
      }
      ++problems;
      streams.err << "hexapla: " << row.problem << '\n';
    }
    write_remarks(streams.err, judged);
    if (given_.jsonl)
      for (const JudgedPair& pair : judged)
        write_remarks_jsonl(streams.out, pair);
    if (problems > 0)
      streams.err << "hexapla: " << counted(problems, "problem") << ": "
                  << rows_.size() - problems << " of " << counted(rows_.size(), "document")
                  << " done\n";
    return problems;
  }

 private:
  static std::string folder_of(const PairNames& names) {
    const auto folder = std::filesystem::path(names.out).parent_path();
    return folder.empty() ? "." : folder.string();
  }

  void finish(BatchRow& row, const BatchPair& pair, const AlignedPair& aligned) {
    done(row, [&] {
      write_file(
          row.names.out, [&](std::ostream& file) { write_links(file, aligned.beads); },
          &folders_.at(folder_of(row.names)));
    });
    row.judged = {
        row.names.source, row.names.target, aligned.beads.size(), aligned.belonging,
        remarks_on(pair.source, pair.target, aligned.beads, aligned.belonging, settings_)};
    if (given_.words.save_lexicon) row.beads = aligned.beads;
  }

  const AlignOptions& given_;
  const AlignSettings& settings_;
  unsigned threads_;
  std::map<std::string, FilesBeingWritten> folders_;  ///< Of the outputs, by name.
  std::vector<BatchRow> rows_;
  std::vector<BatchPair> pairs_;  ///< Of the rows that could be read.
  std::vector<std::size_t> readable_;
};

}  // namespace

Exit align_batch_list(const AlignOptions& given, const AlignSettings& settings,
                      Streams streams, Progress& progress) {
  Batch batch(given, settings);
  batch.read(streams, progress);
  batch.align();
  batch.save();
  return batch.report(streams) == 0 ? Exit::done : Exit::findings;
}

}  // namespace hexapla::cli
