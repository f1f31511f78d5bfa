#include "align/alignment_constraints.hpp"
#include "align/batch.hpp"
#include "align/evidence/read_embeddings.hpp"
#include "bindings/bind.hpp"
#include "bindings/interruptible.hpp"
#include "bindings/lexicons.hpp"
#include "bindings/records.hpp"
#include "bindings/work.hpp"
#include "term/termbase.hpp"
#include "workbench/aligned_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>

#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

namespace hexapla::python {
namespace {

namespace py = pybind11;
using Strings = std::vector<std::string>;
using Vectors = py::array_t<float, py::array::c_style | py::array::forcecast>;
using OptionalVectors = std::optional<Vectors>;
using OptionalPath = std::optional<std::string>;

constexpr unsigned most_threads = 256;

/// A line end inside a segment would be two segments to every other tool.
void require_lines_in(const Strings& segments) {
  for (const std::string& segment : segments)
    if (segment.find('\n') != std::string::npos)
      throw std::invalid_argument("a segment holds a line end: " + segment);
}

/// Checked as those of files are, and copied: Python may change the array meanwhile.
Embeddings vectors_in(const Vectors& given, const Strings& segments) {
  if (given.ndim() != 2 || static_cast<std::size_t>(given.shape(0)) != segments.size())
    throw std::invalid_argument("embeddings need a row for each segment: (" +
                                std::to_string(segments.size()) + ", dimension)");
  const auto dimension = static_cast<std::size_t>(given.shape(1));
  if (dimension == 0 || dimension > most_dimensions)
    throw std::invalid_argument("embeddings of " + std::to_string(dimension) +
                                " dimensions");
  const std::span numbers(given.data(), static_cast<std::size_t>(given.size()));
  for (std::size_t row = 0; row < segments.size(); ++row) {
    const auto vector = numbers.subspan(row * dimension, dimension);
    if (!std::ranges::all_of(vector, [](float number) { return std::isfinite(number); }))
      throw std::invalid_argument("the embedding of segment " + std::to_string(row) +
                                  " is not finite");
    if (std::ranges::all_of(vector, [](float number) { return number == 0; }) &&
        !is_blank(segments[row]))
      throw std::invalid_argument("the embedding of segment " + std::to_string(row) +
                                  " holds only zeros");
  }
  return {{numbers.begin(), numbers.end()}, static_cast<std::uint32_t>(dimension)};
}

/// Segments of one side with their vectors, which an AlignmentSide refers to.
struct OwnedSide {
  Language language;
  Strings segments;
  Embeddings embeddings;

  OwnedSide(Language in, Strings given, const OptionalVectors& vectors)
      : language(in), segments(std::move(given)) {
    require_lines_in(segments);
    if (vectors) embeddings = vectors_in(*vectors, segments);
  }

  [[nodiscard]] AlignmentSide side() const {
    AlignmentSide side{language, {segments.begin(), segments.end()}, {}};
    side.embeddings = embeddings.rows();
    return side;
  }
};

struct OwnedPair {
  OwnedSide source;
  OwnedSide target;
};

using SharedLexicons = std::shared_ptr<Lexicons>;

std::vector<Bead> align_segments(Strings source, Strings target, const Strings& tags,
                                 const SharedLexicons& lexicons,
                                 const OptionalVectors& source_vectors,
                                 const OptionalVectors& target_vectors) {
  const std::vector<Language> languages = languages_named(tags);
  const auto pair = std::make_shared<const OwnedPair>(
      OwnedPair{{languages.at(0), std::move(source), source_vectors},
                {languages.at(1), std::move(target), target_vectors}});
  return made_interruptibly([=] {
    AlignSettings settings;
    settings.judge = true;  // as the command line does
    if (lexicons) settings.words = lexicons->between(languages[0], languages[1]);
    return align_guided(pair->source.side(), pair->target.side(), {}, settings).beads;
  });
}

std::vector<std::vector<Bead>> align_many(std::vector<std::pair<Strings, Strings>> texts,
                                          const Strings& tags,
                                          const SharedLexicons& lexicons,
                                          unsigned threads) {
  const std::vector<Language> languages = languages_named(tags);
  const auto owned = std::make_shared<std::vector<OwnedPair>>();
  for (auto& [source, target] : texts)
    owned->push_back({{languages.at(0), std::move(source), {}},
                      {languages.at(1), std::move(target), {}}});
  return made_interruptibly([=] {
    AlignSettings settings;
    if (lexicons) settings.words = lexicons->between(languages[0], languages[1]);
    std::vector<BatchPair> pairs;
    for (const OwnedPair& pair : *owned)
      pairs.push_back({pair.source.side(), pair.target.side()});
    return align_batch(pairs, settings, std::clamp(threads, 1U, most_threads));
  });
}

Termbase termbase_in(const OptionalPath& file) {
  return file ? read_termbase(bytes_of(*file), *file) : Termbase();
}

AlignedVersions align_texts(std::vector<SegmentedDocument> versions,
                            const OptionalPath& pivot, const OptionalPath& termbase,
                            const SharedLexicons& lexicons, unsigned threads,
                            bool has_witnesses) {
  std::optional<Language> first;
  if (pivot) first = language_named(*pivot);
  return made_interruptibly([=] {
    AlignedVersions made;
    AlignRequest request;
    request.versions = pivot_first(versions, first);
    request.termbase = termbase_in(termbase);
    request.settings.pairs.judge = true;
    request.settings.threads = std::clamp(threads, 1U, most_threads);
    if (!has_witnesses) request.settings.witness_rounds = 0;
    if (lexicons) request.settings.words = lexicons->among(request.versions);
    made.work = usual_work(request.versions);
    made.aligned = align_work(request);
    made.termbase = std::move(request.termbase);
    return made;
  });
}

std::vector<RowRecord> rows_of(const AlignedVersions& versions) {
  std::vector<RowRecord> rows;
  for (const AlignedUnit& unit : units_of_rows(versions.aligned.multitext))
    rows.push_back(record_of(unit, versions.work.name));
  return rows;
}

std::vector<Bead> beads_between(const AlignedVersions& versions, const std::string& source,
                                const std::string& target) {
  const Multitext& multitext = versions.aligned.multitext;
  const std::array asked{language_named(source), language_named(target)};
  for (const Bitext& bitext : multitext.bitexts) {
    const std::array pair{multitext.documents[bitext.source].document.language,
                          multitext.documents[bitext.target].document.language};
    if (pair == asked) return bitext.beads;
    if (pair[0] != asked[1] || pair[1] != asked[0]) continue;
    std::vector<Bead> turned = bitext.beads;
    for (Bead& bead : turned)
      std::swap(bead.source, bead.target);
    std::ranges::sort(turned, {}, [](const Bead& bead) { return bead.source.first; });
    return turned;
  }
  throw py::key_error(source + "-" + target);
}

Strings remarks_of(const AlignedVersions& versions) {
  Strings words;
  const Multitext& multitext = versions.aligned.multitext;
  for (const JudgedBitext& bitext : multitext.judged)
    for (const PairRemark& remark : bitext.remarks)
      words.push_back(words_of(remark, multitext.documents[bitext.source].document.name,
                               multitext.documents[bitext.target].document.name));
  return words;
}

Strings languages_of(const AlignedVersions& versions) {
  Strings tags;
  for (const SegmentedDocument& text : versions.aligned.multitext.documents)
    tags.emplace_back(text.document.language.tag());
  return tags;
}

std::vector<FindingRecord> check_texts(const Strings& source, const Strings& target,
                                       const Strings& tags, const OptionalPath& termbase) {
  const std::vector<Language> languages = languages_named(tags);
  require_lines_in(source);
  require_lines_in(target);
  return made_interruptibly([=] {
    const auto joined = [](const Strings& segments) {
      std::string text;
      for (const std::string& segment : segments)
        text += segment + '\n';
      return text;
    };
    const AlignedLines lines({"source", languages.at(0), joined(source)},
                             {"target", languages.at(1), joined(target)});
    CheckRequest request;
    request.termbase = termbase_in(termbase);
    std::vector<FindingRecord> records;
    for (const Finding& finding : check_lines(lines, request))
      records.push_back(record_of(finding, [&](const Spot& spot) {
        return lines.line(spot.language, spot.segment);
      }));
    return records;
  });
}

void save(const AlignedVersions& versions, const std::filesystem::path& file) {
  const py::gil_scoped_release others_go_on;
  Store::write_corpus(file, versions.aligned.multitext, versions.termbase,
                      versions.aligned.findings, module_name);
}

void bind_work(py::module_& module) {
  py::class_<AlignedVersions>(module, "Work",
                              "Versions of a document, aligned; in no corpus yet.")
      .def_property_readonly("name", [](const AlignedVersions& of) { return of.work.name; })
      .def_property_readonly("symbol",
                             [](const AlignedVersions& of) { return of.work.symbol; })
      .def_property_readonly("date", [](const AlignedVersions& of) { return of.work.date; })
      .def_property_readonly("languages", &languages_of, "The pivot first.")
      .def_property_readonly("rows", &rows_of, "What goes together in all languages.")
      .def_property_readonly("findings", &AlignedVersions::findings)
      .def_property_readonly("remarks", &remarks_of,
                             "What there is to say of pairs of versions that do not fit.")
      .def("beads", &beads_between, py::arg("source"), py::arg("target"),
           "The alignment of two of the languages; KeyError when one is not there.")
      .def("save", &save, py::arg("path"), "Writes a corpus file of this work alone.")
      .def("__repr__", [](const AlignedVersions& of) {
        return py::str("Work({!r}, {}, {} rows)")
            .format(of.work.name, languages_of(of), of.aligned.multitext.rows.size());
      });
}

}  // namespace

std::vector<FindingRecord> records_of(const std::vector<Finding>& findings,
                                      const Multitext& multitext) {
  std::vector<FindingRecord> records;
  for (const Finding& finding : findings)
    records.push_back(record_of(
        finding, [&](const Spot& spot) { return segment_text(multitext, spot); }));
  return records;
}

std::vector<FindingRecord> AlignedVersions::findings() const {
  return records_of(aligned.findings, aligned.multitext);
}

void bind_alignment(py::module_& module) {
  py::class_<Lexicons, SharedLexicons>(module, "Lexicons",
                                       "What other texts have taught of the words.")
      .def(py::init<const std::string&>());
  bind_work(module);
  module.def("align_segments", &align_segments);
  module.def("align_many", &align_many);
  module.def("align_texts", &align_texts);
  module.def("check_texts", &check_texts);
}

}  // namespace hexapla::python
