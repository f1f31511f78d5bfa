#include "align/calibration.hpp"
#include "align/links.hpp"
#include "align/score.hpp"
#include "cli/command.hpp"
#include "cli/commands/eval_findings.hpp"
#include "cli/files.hpp"
#include "cli/option_table.hpp"
#include "cli_data.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <set>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array precisions{95, 98, 99};  // per cent

struct SetScore {
  Score score;
  std::vector<Claim> claims;
  bool has_confidences = false;
  std::size_t documents = 0;
  std::size_t without_output = 0;
};

std::vector<fs::path> gold_files(const fs::path& folder) {
  if (!fs::is_directory(folder))
    throw Error(Fault::unreadable, {folder.string(), 0}, "no such folder");
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".gold") files.push_back(entry.path());
  if (files.empty())
    throw Error(Fault::unreadable, {folder.string(), 0}, "holds no file NAME.gold");
  std::ranges::sort(files);
  return files;
}

/// An alignment may be empty, a file of links need not be.
std::vector<SureLink> links_in(const fs::path& file) {
  std::error_code none;  // of what is there and no plain file, read_file() says what it is
  if (!fs::exists(file) || fs::file_size(file, none) == 0) return {};
  return read_sure_links(read_file(file), file.string());
}

std::vector<Link> without_confidence(const std::vector<SureLink>& links) {
  std::vector<Link> result;
  for (const SureLink& link : links)
    result.push_back(link.link);
  return result;
}

void add_claims(SetScore& set, const std::vector<Link>& gold,
                const std::vector<SureLink>& output) {
  const std::set<Link> right(gold.begin(), gold.end());
  for (const SureLink& link : output) {
    set.claims.push_back({link.confidence, right.contains(link.link)});
    if (link.confidence < 1) set.has_confidences = true;
  }
}

SetScore score_set(const fs::path& gold_folder, const fs::path& output_folder) {
  SetScore set;
  for (const fs::path& gold : gold_files(gold_folder)) {
    const fs::path output = output_folder / (gold.stem().string() + ".align");
    ++set.documents;
    if (!fs::exists(output)) ++set.without_output;
    const auto gold_links = without_confidence(links_in(gold));
    const auto output_links = links_in(output);
    add_claims(set, gold_links, output_links);
    set.score += score(gold_links, without_confidence(output_links));
  }
  return set;
}

void write_text(const SetScore& set, std::ostream& out) {
  const auto line = [&](std::string_view name, const PrecisionRecall& figures) {
    out << std::left << std::setw(7) << name << std::fixed << std::setprecision(4) << "P "
        << figures.precision.share() << " R " << figures.recall.share() << " F1 "
        << figures.f1() << '\n';
  };
  line("strict", set.score.strict);
  line("lax", set.score.lax);
  line("exact", set.score.exact);
  if (set.has_confidences) {
    out << "ECE " << expected_calibration_error(set.claims);
    for (const int percent : precisions)
      out << ", coverage at " << percent << " % "
          << coverage_at(percent / 100.0, set.claims);
    out << '\n';
  }
  out << "documents " << set.documents << ", without output " << set.without_output
      << ", gold links " << set.score.exact.recall.all << '\n';
}

void write_json(const SetScore& set, std::ostream& out) {
  const auto figures = [](const PrecisionRecall& of) {
    nlohmann::ordered_json object;
    object["precision"] = of.precision.share();
    object["recall"] = of.recall.share();
    object["f1"] = of.f1();
    return object;
  };
  nlohmann::ordered_json object;
  object["strict"] = figures(set.score.strict);
  object["lax"] = figures(set.score.lax);
  object["exact"] = figures(set.score.exact);
  if (set.has_confidences) {
    object["ece"] = expected_calibration_error(set.claims);
    for (const int percent : precisions)
      object["coverage_at"][std::to_string(percent)] =
          coverage_at(percent / 100.0, set.claims);
  }
  object["documents"] = set.documents;
  object["without_output"] = set.without_output;
  object["gold_links"] = set.score.exact.recall.all;
  out << object.dump() << '\n';
}

Exit run_eval(std::span<const std::string_view> words, Streams streams) {
  std::vector<std::string> files;
  bool as_json = false;
  OptionTable table;
  table.words("a GOLD_DIR and an OUT_DIR are needed", files, 1, 3);
  table.file_words({});
  table.choice("format", as_json, {{"text", false}, {"json", true}});
  table.read(words);
  if (files[0] == "findings")
    return eval_findings({files.begin() + 1, files.end()}, as_json, streams);
  if (files.size() != 2) throw UsageError("a GOLD_DIR and an OUT_DIR are needed");
  const SetScore set = score_set(files[0], files[1]);
  if (as_json) {
    write_json(set, streams.out);
  } else {
    write_text(set, streams.out);
  }
  return Exit::done;
}

}  // namespace

const Command eval_command{"eval", "Score alignments against gold", embedded::eval_txt,
                           run_eval};

}  // namespace hexapla::cli
