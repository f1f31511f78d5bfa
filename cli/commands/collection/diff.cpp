#include "cli/command.hpp"
#include "cli/option_table.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "workbench/revision.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

struct DiffOptions {
  std::vector<std::string> files;
  std::optional<std::string> work;
  std::optional<std::string> old_work;
  std::optional<Language> source;
  bool unfollowed_only = false;
  bool jsonl = false;
};

void bind_options(OptionTable& table, DiffOptions& given) {
  table.words("the older corpus and the newer one are needed", given.files, 2, 2);
  table.file_words({});
  table.value("work", given.work);
  table.value("old-work", given.old_work);
  table.value("source", given.source);
  table.flag("unfollowed", given.unfollowed_only);
  table.jsonl(given.jsonl);
}

/// Works that are compared: by their names, or the only ones.
struct WorkPair {
  WorkInfo before;
  WorkInfo after;
};

std::vector<WorkPair> pairs_of_works(const Store& before, const Store& after,
                                     const DiffOptions& given, Streams& streams) {
  const std::vector<WorkInfo> olds = before.works();
  const std::vector<WorkInfo> news = after.works();
  if (given.work || given.old_work) {
    const std::string& old_name = given.old_work ? *given.old_work : *given.work;
    const std::string& new_name = given.work ? *given.work : *given.old_work;
    return {{before.work(old_name), after.work(new_name)}};
  }
  if (olds.size() == 1 && news.size() == 1) return {{olds.front(), news.front()}};
  std::vector<WorkPair> pairs;
  std::size_t left = olds.size();
  for (const WorkInfo& work : news) {
    const auto found = std::ranges::find(olds, work.name, &WorkInfo::name);
    if (found == olds.end()) {
      streams.err << "new: " << work.name << '\n';
    } else {
      pairs.push_back({*found, work});
      --left;
    }
  }
  if (left > 0)
    streams.err << counted(left, "work") << " of the older corpus not in the newer one\n";
  return pairs;
}

std::string tags_of(const std::vector<Language>& languages) {
  std::string tags;
  for (const Language language : languages)
    tags += (tags.empty() ? "" : ", ") + std::string(language.tag());
  return tags;
}

std::string numbers_of(const std::vector<std::uint32_t>& rows) {
  if (rows.empty()) return "-";
  const std::string first = std::to_string(rows.front());
  return rows.size() == 1 ? first : first + "-" + std::to_string(rows.back());
}

void write_text(std::ostream& out, const RevisedRow& row, Language source) {
  out << "row " << numbers_of(row.before) << " -> " << numbers_of(row.after);
  if (const auto languages = row.not_followed(source); !languages.empty())
    out << "  not followed: " << tags_of(languages);
  if (const auto languages = row.alone(source); !languages.empty())
    out << "  changed without " << source.tag() << ": " << tags_of(languages);
  out << '\n';
  for (const RevisedCell& cell : row.cells) {
    const std::string_view tag = cell.language.tag();
    if (cell.change == CellChange::same || cell.change == CellChange::missing) {
      const std::string& text = cell.after.empty() ? cell.before : cell.after;
      if (!text.empty()) out << "  " << tag << " = " << text << '\n';
      continue;
    }
    if (!cell.before.empty()) out << "  " << tag << " - " << cell.before << '\n';
    if (!cell.after.empty()) out << "  " << tag << " + " << cell.after << '\n';
  }
}

void write_object(std::ostream& out, const RevisedRow& row, const std::string& work,
                  Language source) {
  using Json = nlohmann::ordered_json;
  Json cells = Json::object();
  for (const RevisedCell& cell : row.cells)
    cells[std::string(cell.language.tag())] = {
        {"change", name_of(cell.change)}, {"before", cell.before}, {"after", cell.after}};
  const auto tags = [](const std::vector<Language>& languages) {
    Json array = Json::array();
    for (const Language language : languages)
      array.push_back(language.tag());
    return array;
  };
  out << Json{{"work", work},
              {"before", row.before},
              {"after", row.after},
              {"not_followed", tags(row.not_followed(source))},
              {"alone", tags(row.alone(source))},
              {"cells", cells}}
             .dump()
      << '\n';
}

Exit run_diff(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<DiffOptions>(words);
  const Store before = Store::open(given.files[0]);
  const Store after = Store::open(given.files[1]);
  std::size_t rows = 0;
  std::size_t unfollowed = 0;
  for (const WorkPair& pair : pairs_of_works(before, after, given, streams)) {
    const Multitext newer = texts_of_work(after, pair.after.id);
    if (newer.documents.empty()) continue;
    const Language source =
        given.source.value_or(newer.documents.front().document.language);
    static_cast<void>(version_in(newer, source));  // or say that there is none
    for (const RevisedRow& row :
         revised_rows(texts_of_work(before, pair.before.id), newer)) {
      const bool is_unfollowed = !row.not_followed(source).empty();
      ++rows;
      unfollowed += static_cast<std::size_t>(is_unfollowed);
      if (given.unfollowed_only && !is_unfollowed) continue;
      if (given.jsonl) {
        write_object(streams.out, row, pair.after.name, source);
      } else {
        write_text(streams.out, row, source);
      }
    }
  }
  streams.err << counted(rows, "row") << " changed, in " << unfollowed
              << " of them a version did not follow\n";
  return unfollowed > 0 ? Exit::findings : Exit::done;
}

}  // namespace

const Command diff_command{"diff", "Show what two revisions of a work have changed",
                           embedded::diff_txt, run_diff};

}  // namespace hexapla::cli
