#include "workbench/review/reviewed_work.hpp"

#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <set>

namespace hexapla {
namespace {

constexpr std::uint64_t offset = 0xCBF29CE484222325;  // FNV-1a

void mix(std::uint64_t& mark, std::uint64_t with) {
  constexpr std::uint64_t prime = 0x100000001B3;  // FNV-1a
  mark = (mark ^ with) * prime;
}

bool is_verdict(DecisionKind kind) {
  return kind == DecisionKind::confirm || kind == DecisionKind::reject;
}

/// Names of findings that count as dismissed.
std::set<std::string, std::less<>> dismissed_lines(std::span<const LoggedDecision> log) {
  std::set<std::string, std::less<>> lines;
  for (const LoggedDecision& line : log) {
    if (!line.active) continue;
    for (const std::string_view name : parts_of(line.decision.finding, '\n')) {
      const std::string known = name_of_dismissal(std::string(name));
      if (line.decision.kind == DecisionKind::dismiss) lines.insert(known);
      if (line.decision.kind == DecisionKind::undismiss) lines.erase(known);
    }
  }
  return lines;
}

}  // namespace

std::string name_of_finding(const Finding& finding,
                            const Dismissals::SegmentText& text_of) {
  return name_of_dismissal(Dismissals::line_for(finding, text_of));
}

std::string dismissal_of_name(std::string name) {
  std::ranges::replace(name, ':', '\t');
  return name;
}

std::string name_of_dismissal(std::string line) {
  std::ranges::replace(line, '\t', ':');
  return line;
}

std::optional<WorkVersion> WorkVersion::from(std::string_view written) {
  const std::size_t stop = written.find('.');
  if (stop == std::string_view::npos) return std::nullopt;
  WorkVersion version;
  const char* const last = written.data() + written.size();
  const auto first =
      std::from_chars(written.data(), written.data() + stop, version.revision);
  auto second = std::from_chars(written.data() + stop + 1, last, version.line);
  if (second.ec == std::errc() && second.ptr != last && *second.ptr == '.')
    second = std::from_chars(second.ptr + 1, last, version.round);
  if (first.ec != std::errc() || first.ptr != written.data() + stop ||
      second.ec != std::errc() || second.ptr != last || version.line < 0)
    return std::nullopt;
  return version;
}

std::string WorkVersion::written() const {
  const std::string written = std::to_string(revision) + '.' + std::to_string(line);
  return round == 0 ? written : written + '.' + std::to_string(round);
}

ReviewedWork::ReviewedWork(DecidedWork work, std::uint32_t revision)
    : work_(std::move(work)) {
  index(revision);
  first_version_ = version_;
  for (std::size_t row = 0; row < rows(); ++row)
    marks_[work_.ids[row]] = marks_of(row);
}

void ReviewedWork::update(DecidedWork work, std::uint32_t revision) {
  const WorkVersion before = version_;
  const bool replaced = revision != before.revision;
  const std::vector<SegmentedDocument> texts = std::move(work_.multitext.documents);
  work_ = std::move(work);
  index(revision);
  if (replaced) {  // nothing of before can be compared
    first_version_ = version_;
    changed_at_.clear();
    gone_at_.clear();
    marks_.clear();
    shifts_.clear();
    for (std::size_t row = 0; row < rows(); ++row)
      marks_[work_.ids[row]] = marks_of(row);
    return;
  }
  note_changes(before);
  note_shifts(texts);
}

void ReviewedWork::update_findings(std::vector<Finding> findings) {
  const WorkVersion before = version_;
  index_findings(std::move(findings));
  note_changes(before);
}

void ReviewedWork::note_changes(const WorkVersion& before) {
  const bool same_line =
      before.revision == version_.revision && before.line == version_.line;
  if (same_line) version_.round = before.round;
  std::unordered_map<std::int64_t, RowMarks> now;
  std::vector<std::int64_t> refound;
  for (std::size_t row = 0; row < rows(); ++row) {
    const std::int64_t id = work_.ids[row];
    const RowMarks marks = marks_of(row);
    const auto was = marks_.find(id);
    if (was == marks_.end() || was->second.row != marks.row) {
      changed_at_[id] = {version_.line, version_};
    } else if (was->second != marks) {
      refound.push_back(id);
    }
    gone_at_.erase(id);
    now.emplace(id, marks);
  }
  if (same_line && !refound.empty()) ++version_.round;
  for (const std::int64_t id : refound)
    changed_at_[id].last = version_;
  for (const auto& [id, marks] : marks_)
    if (!now.contains(id)) {
      gone_at_[id] = version_.line;
      changed_at_.erase(id);
    }
  marks_ = std::move(now);
}

void ReviewedWork::note_shifts(const std::vector<SegmentedDocument>& before) {
  for (std::uint32_t document = 0; document < before.size(); ++document) {
    const SegmentedDocument& was = before[document];
    const SegmentedDocument& is = work_.multitext.documents[document];
    const auto same = [&](std::size_t old, std::size_t now) {
      return was.text_of(was.segments[old]) == is.text_of(is.segments[now]);
    };
    const std::size_t most = std::min(was.segments.size(), is.segments.size());
    std::size_t first = 0;
    while (first < most && same(first, first))
      ++first;
    std::size_t last = 0;  // counted from the end
    while (last < most - first &&
           same(was.segments.size() - 1 - last, is.segments.size() - 1 - last))
      ++last;
    const bool are_as_many = was.segments.size() == is.segments.size();
    if (are_as_many && is.segments.size() - last <= first + 1) continue;  // an edit at most
    for (std::size_t at = first; at < is.segments.size() - last; ++at)
      changed_at_[work_.ids[row_of_[document][at]]] = {version_.line, version_};
    if (are_as_many) continue;
    shifts_.push_back({version_.line, is.document.language,
                       static_cast<std::uint32_t>(was.segments.size() - last),
                       static_cast<std::int32_t>(is.segments.size()) -
                           static_cast<std::int32_t>(was.segments.size())});
  }
}

std::vector<SegmentShift> ReviewedWork::shifts_since(const WorkVersion& since) const {
  std::vector<SegmentShift> shifts;
  std::ranges::copy_if(shifts_, std::back_inserter(shifts),
                       [&](const SegmentShift& shift) { return shift.line > since.line; });
  return shifts;
}

void ReviewedWork::index(std::uint32_t revision) {
  version_ = {revision, work_.log.empty() ? 0 : work_.log.back().id};
  row_of_.clear();
  for (std::size_t document = 0; document < work_.multitext.documents.size(); ++document) {
    auto& of_document =
        row_of_.emplace_back(work_.multitext.documents[document].segments.size());
    for (std::size_t row = 0; row < work_.multitext.rows.size(); ++row) {
      const SegmentRun& run = work_.multitext.rows[row].runs[document];
      for (auto at = run.first; at < run.last; ++at)
        of_document[at] = row;
    }
  }
  place_of_.clear();
  for (std::size_t row = 0; row < rows(); ++row)
    place_of_[work_.ids[row]] = row;
  index_contradictions();
  index_findings(std::exchange(work_.findings, {}));  // they are held once
  index_log();
}

void ReviewedWork::index_findings(std::vector<Finding> findings) {
  findings_.clear();
  findings_of_.assign(rows(), {});
  const auto dismissed = dismissed_lines(work_.log);
  const auto text = [&](const Spot& spot) {
    return text_of(document_in(spot.language).value(), spot.segment);
  };
  findings_.reserve(findings.size());
  for (Finding& finding : findings) {
    const Spot spot = finding.target.front();
    NamedFinding named{{},
                       name_of_finding(finding, text),
                       row_of(document_in(spot.language).value(), spot.segment),
                       false};
    named.finding = std::move(finding);
    named.dismissed = dismissed.contains(named.name);
    findings_of_[named.row].push_back(findings_.size());
    findings_.push_back(std::move(named));
  }
}

void ReviewedWork::index_log() {
  comments_.clear();
  comments_of_.assign(rows(), {});
  std::map<std::size_t, std::map<std::string, DecisionKind>> said;  // by row and person
  std::set<std::int64_t> resolved;
  for (const LoggedDecision& line : work_.log)
    if (line.active && line.decision.kind == DecisionKind::resolve)
      resolved.insert(line.subject);
  for (const LoggedDecision& line : work_.log) {
    if (!line.active) continue;
    const Decision& decision = line.decision;
    if (decision.kind == DecisionKind::comment) {
      const auto document = document_in(decision.language);
      if (!document || decision.segment >= row_of_[*document].size()) continue;
      const std::size_t row = row_of_[*document][decision.segment];
      comments_of_[row].push_back(comments_.size());
      comments_.push_back({line.id, line.stamp, decision.text, decision.language,
                           decision.segment, row, resolved.contains(line.id)});
    }
    const bool clears = decision.kind == DecisionKind::clear;
    if (!is_verdict(decision.kind) && !clears) continue;
    for (const BeadsBetween& pair : decision.beads)
      for (const Bead& bead : pair.beads) {
        const bool by_source = !bead.source.empty();
        const auto document = document_in(by_source ? pair.source : pair.target);
        const std::uint32_t segment = by_source ? bead.source.first : bead.target.first;
        if (!document || segment >= row_of_[*document].size()) continue;
        auto& of_row = said[row_of_[*document][segment]];
        if (clears) {
          of_row.clear();
        } else {
          of_row[line.stamp.who] = decision.kind;
        }
      }
  }
  disagreements_.clear();
  for (const auto& [row, by_person] : said) {
    std::set<DecisionKind> kinds;
    Disagreement found{row, {}};
    for (const auto& [who, kind] : by_person) {
      kinds.insert(kind);
      found.who.push_back(who);
    }
    if (kinds.size() > 1) disagreements_.push_back(std::move(found));
  }
}

const std::vector<std::size_t>& ReviewedWork::findings_of(std::size_t row) const {
  return findings_of_.at(row);
}

const std::vector<std::size_t>& ReviewedWork::comments_of(std::size_t row) const {
  return comments_of_.at(row);
}

std::optional<std::size_t> ReviewedWork::place_of(std::int64_t id) const {
  const auto found = place_of_.find(id);
  if (found == place_of_.end()) return std::nullopt;
  return found->second;
}

std::size_t ReviewedWork::row_of(std::uint32_t document, std::uint32_t segment) const {
  return row_of_.at(document).at(segment);
}

std::optional<std::uint32_t> ReviewedWork::document_in(Language language) const {
  const auto& documents = work_.multitext.documents;
  for (std::uint32_t document = 0; document < documents.size(); ++document)
    if (documents[document].document.language == language) return document;
  return std::nullopt;
}

std::string_view ReviewedWork::text_of(std::uint32_t document,
                                       std::uint32_t segment) const {
  const SegmentedDocument& version = work_.multitext.documents.at(document);
  return version.text_of(version.segments.at(segment));
}

std::vector<std::string> ReviewedWork::doubts_of(std::size_t row) const {
  if (work_.verdicts[row] != Verdict::none) return {};
  const Row& held = work_.multitext.rows[row];
  std::vector<std::string> doubts;
  if (held.disputed()) doubts.emplace_back("languages contradict each other");
  if (held.confidence < doubtful_below) doubts.emplace_back("the links are unsure");
  const auto filled =
      std::ranges::count_if(held.runs, [](const SegmentRun& run) { return !run.empty(); });
  // A memory of several languages has few units in all of them.
  const bool is_memory = work_.multitext.documents.front().document.format == "memory";
  if (filled < static_cast<std::ptrdiff_t>(held.runs.size()) && (!is_memory || filled == 1))
    doubts.emplace_back(filled == 1 ? "it has no partner" : "a language has nothing");
  const bool one_to_one =
      std::ranges::all_of(held.runs, [](const SegmentRun& run) { return run.size() <= 1; });
  if (!one_to_one && held.confidence < doubtful_shape_below)
    doubts.emplace_back("several sentences face one");
  return doubts;
}

bool ReviewedWork::knows(const WorkVersion& since) const noexcept {
  return since.revision == version_.revision && since.line >= first_version_.line &&
         since.line <= version_.line;  // rounds are counted anew by each program
}

std::vector<std::int64_t> ReviewedWork::changed_since(const WorkVersion& since) const {
  std::vector<std::int64_t> ids;
  for (const auto& [id, change] : changed_at_)
    if (change.last > since) ids.push_back(id);
  return in_order(std::move(ids));
}

std::vector<std::int64_t> ReviewedWork::decided_since(const WorkVersion& since) const {
  std::vector<std::int64_t> ids;
  for (const auto& [id, change] : changed_at_)
    if (change.decided > since.line) ids.push_back(id);
  return in_order(std::move(ids));
}

std::vector<std::int64_t> ReviewedWork::in_order(std::vector<std::int64_t> ids) const {
  std::ranges::sort(ids, {}, [&](std::int64_t id) { return place_of_.at(id); });
  return ids;
}

std::vector<std::int64_t> ReviewedWork::gone_since(const WorkVersion& since) const {
  std::vector<std::int64_t> ids;
  for (const auto& [id, line] : gone_at_)
    if (line > since.line) ids.push_back(id);
  return ids;
}

std::uint64_t ReviewedWork::texts_mark_of(const DecidedWork& work, std::size_t row) {
  std::uint64_t mark = offset;
  const std::hash<std::string_view> of_text;
  const auto& runs = work.multitext.rows[row].runs;
  for (std::size_t document = 0; document < runs.size(); ++document) {
    const SegmentedDocument& version = work.multitext.documents[document];
    mix(mark, runs[document].size());
    for (auto at = runs[document].first; at < runs[document].last; ++at)
      mix(mark, of_text(version.text_of(version.segments[at])));
  }
  return mark;
}

bool ReviewedWork::said(std::int64_t id, std::uint64_t texts_mark) const {
  const auto known = marks_.find(id);
  return known != marks_.end() && known->second.texts == texts_mark;
}

ReviewedWork::RowMarks ReviewedWork::marks_of(std::size_t row) const {
  RowMarks marks{offset, texts_mark_of(work_, row), offset};
  const std::hash<std::string_view> of_text;
  const Row& held = work_.multitext.rows[row];
  mix(marks.row, static_cast<std::uint64_t>(work_.verdicts[row]));
  mix(marks.row, std::hash<double>()(held.confidence));
  mix(marks.row, std::hash<double>()(held.agreement));
  for (std::uint32_t document = 0; document < held.runs.size(); ++document) {
    const auto& said = work_.by_document[row][document];
    mix(marks.row, said ? static_cast<std::uint64_t>(*said) : 3);
  }
  mix(marks.row, marks.texts);
  for (const std::size_t comment : comments_of_[row])
    mix(marks.row, static_cast<std::uint64_t>(comments_[comment].line) * 2 +
                       (comments_[comment].resolved ? 1 : 0));
  for (const std::size_t finding : findings_of_[row])
    mix(marks.findings,
        of_text(findings_[finding].name) + (findings_[finding].dismissed ? 1 : 0));
  return marks;
}

}  // namespace hexapla
