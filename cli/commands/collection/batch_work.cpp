#include "cli/commands/collection/batch_work.hpp"

#include "align/parallel_for.hpp"
#include "cli/commands/collection/collect_files.hpp"
#include "cli/documents/read_document.hpp"
#include "cli/files.hpp"
#include "cli/options/shipped_lexicons.hpp"
#include "cli/options/term_files.hpp"
#include "cli/stamp.hpp"
#include "cli/version.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// One hash for all that is known of words, so that another lexicon is another run.
std::string sha_of_lexicons(const WordOptions& words) {
  if (words.lexicon == "none") return "none";
  const auto folder = words.lexicon ? fs::path(*words.lexicon) : shipped_lexicons();
  if (!folder) return "none";
  if (fs::is_regular_file(*folder)) return sha256_of(read_file(*folder));
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(*folder))
    if (entry.path().extension() == ".lexicon") files.push_back(entry.path());
  std::ranges::sort(files);
  Sha256 sha;
  for (const fs::path& file : files)
    sha.add(read_file(file));
  return sha.finish();
}

/// Each pair in both directions: the pivot is not the same in all works.
std::vector<KnownLanguages> known_both_ways(const WordOptions& words,
                                            const std::vector<ListedWork>& works,
                                            unsigned threads) {
  std::set<Language> seen;
  for (const ListedWork& work : works)
    for (const PairedFile& file : work.files)
      seen.insert(Language::from(file.language).value_or(Language()));
  std::vector<Language> languages(seen.begin(), seen.end());
  const std::vector<Language> turned(languages.rbegin(), languages.rend());
  std::array<std::vector<KnownLanguages>, 2> ways;
  parallel_for(ways.size(), threads, [&](std::size_t way) {
    const auto& order = way == 0 ? languages : turned;
    ways[way] = known_among(words, order, order);
  });
  std::ranges::move(ways[1], std::back_inserter(ways[0]));
  return std::move(ways[0]);
}

PairedFile with_problem(PairedFile file, std::string problem) {
  file.problem = std::move(problem);
  return file;
}

}  // namespace

BatchSetting batch_setting(const BatchOptions& given, const std::vector<ListedWork>& works,
                           std::ostream& err) {
  BatchSetting setting;
  setting.pivot = given.pivot;
  setting.versions.pairs.judge = true;
  if (given.alone) setting.versions.witness_rounds = 0;
  setting.known = known_both_ways(given.words, works, threads_of(given.threads));
  setting.versions.words = words_between(setting.known);
  setting.settings.emplace_back("lexicon", sha_of_lexicons(given.words));
  if (given.alone) setting.settings.emplace_back("alone", "");
  if (given.pivot) setting.settings.emplace_back("pivot", given.pivot->tag());
  if (given.termbase) {
    setting.termbase = read_termbase_file(*given.termbase, {}, err);
    setting.settings.emplace_back("termbase", sha256_of(read_file(*given.termbase)));
  }
  return setting;
}

PlannedWork planned(const ListedWork& work, const BatchSetting& setting) {
  PlannedWork plan{work.name, {}, {}, {}};
  plan.run.stamp = repeatable_stamp();
  plan.run.kind = "batch";
  plan.run.program = program_name;
  plan.run.settings = setting.settings;
  for (const PairedFile& file : work.files) {
    try {
      const std::string sha = sha256_of(read_file(file.path));
      if (!file.sha.empty() && file.sha != sha) {
        plan.problems.push_back(with_problem(
            file, "changed: it is not the file that was paired; run hexapla pair again"));
        continue;
      }
      plan.run.inputs.emplace_back(as_utf8(file.path), sha);
      plan.files.push_back(file);
    } catch (const Error& error) {  // of one file, not of the batch
      plan.problems.push_back(with_problem(file, "unreadable: " + reason_of(error)));
    }
  }
  return plan;
}

BatchedWork aligned(const PlannedWork& work, const BatchSetting& setting) {
  BatchedWork batched;
  batched.run = work.run;
  AlignRequest request;
  for (const PairedFile& file : work.files) {
    try {
      ReadDocument read =
          read_document(fs::path(file.path), {Language::from(file.language), std::nullopt});
      // Names of files alone are alike in many works: fr.txt.
      read.document.name = as_utf8(file.path);
      request.versions.push_back(segmented(std::move(read.document)));
    } catch (const Error& error) {  // of one file, not of the work
      batched.run.settings.emplace_back(std::string(remark_setting) + file.language,
                                        "unreadable: " + std::string(error.what()));
    }
  }
  if (request.versions.size() < 2)
    throw Error(Fault::inconsistent, {work.name, 0},
                "fewer than two versions could be read");
  const bool has_pivot =
      setting.pivot && std::ranges::any_of(request.versions, [&](const auto& text) {
        return text.document.language == *setting.pivot;
      });
  request.versions =
      pivot_first(std::move(request.versions), has_pivot ? setting.pivot : std::nullopt);
  request.termbase = setting.termbase;
  request.settings = setting.versions;
  batched.work = usual_work(request.versions);
  batched.work.name = work.name;
  batched.aligned = align_work(request);
  keep_remarks(batched.run, batched.aligned.multitext);
  return batched;
}

std::vector<PairedFile> remarks_of(const std::string& work, const RunRecord& run) {
  std::vector<PairedFile> remarks;
  for (const auto& [name, value] : run.settings) {
    if (!name.starts_with(remark_setting)) continue;
    PairedFile remark;
    remark.work = work;
    remark.language = name.substr(remark_setting.size());
    remark.problem = value;
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

}  // namespace hexapla::cli
