#include "corpus/tables/segment_numbers.hpp"

#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>

namespace hexapla {
namespace {

/// A border between segments, which a cut makes and a unite takes away.
using BorderId = std::size_t;

/// All borders that a document ever had, in the order of its text: of the first segment's
/// begin, between segments, of the last one's end.
class DocumentBorders {
 public:
  explicit DocumentBorders(std::size_t segments) {
    for (BorderId id = 0; id <= segments; ++id) {
      borders_.emplace_back();
      order_.push_back(id);
    }
  }

  /// The border that had this number when the line was written.
  [[nodiscard]] std::optional<BorderId> then(std::uint32_t number) {
    renew();
    if (number >= then_.size()) return std::nullopt;
    return then_[number];
  }
  /// Its number now; nothing when it is not there.
  [[nodiscard]] std::optional<std::uint32_t> now(BorderId id) {
    renew();
    return is_now(borders_[id]) ? std::optional(now_[id]) : std::nullopt;
  }
  /// The number of the last border up to this one that is there.
  [[nodiscard]] std::uint32_t now_or_before(BorderId id) {
    renew();
    return now_[id];
  }
  [[nodiscard]] std::uint32_t segments_now() {
    renew();
    return static_cast<std::uint32_t>(count_now_) - 1;
  }

  /// A cut puts a border before this one. Returns: it.
  BorderId add_before(BorderId id, bool counts) {
    const BorderId added = borders_.size();
    borders_.push_back({true, counts, 0, 0});
    order_.insert(std::ranges::find(order_, id), added);
    is_old_ = true;
    return added;
  }
  /// A unite takes it away; `counts` tells whether it does so now, too.
  void remove(BorderId id, bool counts) {
    ++borders_[id].removed_then;
    borders_[id].removed_now += counts ? 1 : 0;
    is_old_ = true;
  }
  /// A cut or unite is undone or done again, as the log goes on.
  void set_then(BorderId id, DecisionKind kind, bool counts) {
    Border& border = borders_[id];
    if (kind == DecisionKind::cut) {
      border.made_then = counts;
    } else {
      border.removed_then += counts ? 1 : -1;
    }
    is_old_ = true;
  }

 private:
  struct Border {
    bool made_then = true;
    bool made_now = true;
    int removed_then = 0;  ///< By how many unites.
    int removed_now = 0;
  };
  static bool is_now(const Border& border) {
    return border.made_now && border.removed_now == 0;
  }

  void renew() {
    if (!is_old_) return;
    is_old_ = false;
    then_.clear();
    now_.assign(borders_.size(), 0);
    count_now_ = 0;
    for (const BorderId id : order_) {
      const Border& border = borders_[id];
      if (border.made_then && border.removed_then == 0) then_.push_back(id);
      if (is_now(border)) ++count_now_;
      now_[id] = static_cast<std::uint32_t>(std::max<std::size_t>(count_now_, 1) - 1);
    }
  }

  std::vector<Border> borders_;  ///< By id.
  std::vector<BorderId> order_;
  std::vector<BorderId> then_;       ///< By number.
  std::vector<std::uint32_t> now_;   ///< By id; of one that is not there, of that before.
  std::size_t count_now_ = 0;
  bool is_old_ = true;
};

/// Whether a run is still the same when there is a border inside it, or none any more.
enum class Inside : std::uint8_t { any, same };

/// Reads and writes the segment in a line of Dismissals.
template <typename Visit>
void visit_dismissals(std::string& lines, const Visit& visit) {
  constexpr std::size_t columns = 4;  // rule, language, segment, mark of the texts
  std::string now;
  for (const std::string_view line : parts_of(lines, '\n')) {
    const auto fields = parts_of(line, '\t');
    if (!now.empty()) now += '\n';
    const auto language =
        fields.size() == columns ? Language::from(fields[1]) : std::nullopt;
    std::uint32_t segment = 0;
    if (!language || std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(),
                                     segment)
                             .ec != std::errc()) {
      now += line;
      continue;
    }
    SegmentRun run{segment, segment + 1};
    visit(*language, run, Inside::same);
    now += std::string(fields[0]) + '\t' + std::string(fields[1]) + '\t' +
           std::to_string(run.first) + '\t' + std::string(fields[3]);
  }
  lines = std::move(now);
}

/// Calls `visit` with the language and each run of segments that a decision is about.
template <typename Visit>
void visit_runs(Decision& decision, const Visit& visit) {
  for (auto* const pairs : {&decision.beads, &decision.after})
    for (BeadsBetween& pair : *pairs)
      for (Bead& bead : pair.beads) {
        visit(pair.source, bead.source, Inside::any);
        visit(pair.target, bead.target, Inside::any);
      }
  if (!decision.finding.empty()) visit_dismissals(decision.finding, visit);
  const bool names_one = decision.kind == DecisionKind::edit ||
                         decision.kind == DecisionKind::comment ||
                         changes_borders(decision.kind);
  if (!names_one) return;
  const std::uint32_t size = decision.kind == DecisionKind::unite ? 2 : 1;
  SegmentRun run{decision.segment, decision.segment + size};
  visit(decision.language, run, Inside::same);
  decision.segment = run.first;
}

/// Whether a decision still says something when segments at its place are others.
bool needs_its_segments(DecisionKind kind) {
  return kind != DecisionKind::comment && kind != DecisionKind::dismiss &&
         kind != DecisionKind::undismiss;
}

class LogReader {
 public:
  explicit LogReader(const Multitext& machine) {
    for (const SegmentedDocument& version : machine.documents) {
      const std::size_t document = documents_.size();
      document_of_.emplace(version.document.language, document);
      documents_.emplace_back(version.segments.size());
    }
  }

  void read(const LoggedDecision& line) {
    const DecisionKind kind = line.decision.kind;
    if (kind == DecisionKind::undo || kind == DecisionKind::redo) {
      const auto changed = changed_by_.find(line.subject);
      if (changed != changed_by_.end())
        documents_[changed->second.document].set_then(
            changed->second.border, changed->second.kind, kind == DecisionKind::redo);
      return;
    }
    Decision decision = line.decision;
    std::vector<Ends> ends;
    bool fits = true;
    visit_runs(decision, [&](Language language, SegmentRun& run, Inside inside) {
      fits &= renumber(language, run, inside, ends.emplace_back());
    });
    if (line.active && !fits && needs_its_segments(kind))
      throw Error(Fault::inconsistent, {"decision", 0},
                  "line " + std::to_string(line.id) +
                      " is about sentences that are not there without an earlier cut or join");
    if (changes_borders(kind)) change(line, ends.front());
    if (line.active) to_apply_.push_back(std::move(decision));
    ends_.emplace(line.id, std::move(ends));
  }

  [[nodiscard]] std::vector<Decision> take_decisions() { return std::move(to_apply_); }

  /// The line in the numbers of now, once all were read.
  void renumber(LoggedDecision& line) {
    const auto known = ends_.find(line.id);
    if (known == ends_.end()) return;
    auto next = known->second.begin();
    visit_runs(line.decision, [&](Language, SegmentRun& run, Inside) {
      if (const Ends& ends = *next++; ends.document) run = run_now(ends);
    });
  }

 private:
  /// Of a run; no document where the work has none in the language.
  struct Ends {
    std::optional<std::size_t> document;
    BorderId first = 0;
    BorderId last = 0;
  };
  /// What a cut or unite did.
  struct Changed {
    std::size_t document = 0;
    BorderId border = 0;
    DecisionKind kind = DecisionKind::cut;
  };

  /// A run as it is now; at its place at least one segment, unless it had none.
  SegmentRun run_now(const Ends& ends) {
    DocumentBorders& borders = documents_[*ends.document];
    SegmentRun run{borders.now_or_before(ends.first), borders.now_or_before(ends.last)};
    if (ends.first == ends.last) return run;
    run.first = std::min(run.first, borders.segments_now() - 1);
    run.last = std::max(run.last, run.first + 1);
    return run;
  }

  /// Returns: whether exactly these segments are there.
  bool renumber(Language language, SegmentRun& run, Inside inside, Ends& ends) {
    const auto document = document_of_.find(language);
    if (document == document_of_.end()) return true;  // whoever applies it will complain
    DocumentBorders& borders = documents_[document->second];
    const auto first = borders.then(run.first);
    const auto last = borders.then(run.last);
    if (!first || !last) return true;
    ends = {document->second, *first, *last};
    const std::uint32_t size = run.size();
    const bool is_there = borders.now(*first) && borders.now(*last);
    run = run_now(ends);
    return size == 0 || (is_there && (inside == Inside::any || run.size() == size));
  }

  void change(const LoggedDecision& line, const Ends& ends) {
    if (!ends.document) return;
    DocumentBorders& borders = documents_[*ends.document];
    Changed changed{*ends.document, 0, line.decision.kind};
    if (changed.kind == DecisionKind::cut) {
      changed.border = borders.add_before(ends.last, line.active);
    } else {
      const auto between = borders.then(line.decision.segment + 1);
      if (!between) return;
      changed.border = *between;
      borders.remove(*between, line.active);
    }
    changed_by_.emplace(line.id, changed);
  }

  std::map<Language, std::size_t> document_of_;
  std::vector<DocumentBorders> documents_;
  std::map<std::int64_t, Changed> changed_by_;        ///< By line.
  std::map<std::int64_t, std::vector<Ends>> ends_;    ///< By line.
  std::vector<Decision> to_apply_;
};

}  // namespace

DecisionsInOrder in_order(const Multitext& machine, std::vector<LoggedDecision> log) {
  DecisionsInOrder ordered;
  const bool same = std::ranges::none_of(log, [](const LoggedDecision& line) {
    return line.current && changes_borders(line.decision.kind);
  });
  if (same) {
    for (const LoggedDecision& line : log)
      if (line.active) ordered.to_apply.push_back(line.decision);
    ordered.log = std::move(log);
    return ordered;
  }
  LogReader reader(machine);
  for (const LoggedDecision& line : log)
    if (line.current) reader.read(line);
  ordered.to_apply = reader.take_decisions();
  for (LoggedDecision& line : log)
    if (line.current) reader.renumber(line);
  ordered.log = std::move(log);
  return ordered;
}

}  // namespace hexapla
