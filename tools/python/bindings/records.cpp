#include "bindings/records.hpp"

#include "bindings/bind.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <stdexcept>

#include <pybind11/stl.h>

namespace hexapla::python {
namespace {

namespace py = pybind11;

const std::string* text_in(const RowRecord& row, const std::string& language) {
  const auto found =
      std::ranges::find(row.texts, language, &std::pair<std::string, std::string>::first);
  return found == row.texts.end() ? nullptr : &found->second;
}

py::dict texts_of(const RowRecord& row) {
  py::dict texts;
  for (const auto& [language, text] : row.texts)
    texts[py::str(language)] = py::str(text);
  return texts;
}

std::string text_or_key_error(const RowRecord& row, const std::string& language) {
  const std::string* const text = text_in(row, language);
  if (text == nullptr) throw py::key_error(language);
  return *text;
}

SpotRecord spot_of(const Spot& spot, const SegmentTexts& text_of) {
  const std::string_view text = text_of(spot);
  return {std::string(spot.language.tag()), spot.segment,
          characters_before(text, spot.range.begin),
          characters_before(text, spot.range.end), std::string(spot.range.of(text))};
}

py::object range_of(const SegmentRun& run) {
  return py::module_::import("builtins").attr("range")(run.first, run.last);
}

void bind_bead(py::module_& module) {
  py::class_<Bead>(module, "Bead",
                   "Segments of a source and of a target that say the same.")
      .def_property_readonly(
          "source", [](const Bead& bead) { return range_of(bead.source); },
          "Numbers of segments, from 0: a range, which may be empty.")
      .def_property_readonly(
          "target", [](const Bead& bead) { return range_of(bead.target); },
          "Numbers of segments, from 0: a range, which may be empty.")
      .def_readonly("confidence", &Bead::confidence,
                    "The probability that it is right, 0 to 1.")
      .def("__repr__", [](const Bead& bead) {
        return py::str("Bead({}, {}, {:.3f})")
            .format(range_of(bead.source), range_of(bead.target), bead.confidence);
      });
}

void bind_findings(py::module_& module) {
  py::class_<SpotRecord>(module, "Spot", "A place in a segment of a version.")
      .def_readonly("language", &SpotRecord::language)
      .def_readonly("segment", &SpotRecord::segment, "Its number, from 0.")
      .def_readonly("begin", &SpotRecord::begin, "In the segment, in characters.")
      .def_readonly("end", &SpotRecord::end)
      .def_readonly("text", &SpotRecord::text, "What stands there.")
      .def("__repr__", [](const SpotRecord& spot) {
        return py::str("Spot({}, {}, {!r})").format(spot.language, spot.segment, spot.text);
      });
  py::class_<FindingRecord>(module, "Finding", "Something that a reviser should look at.")
      .def_readonly("rule", &FindingRecord::rule, "As in number, term_missing, negation.")
      .def_readonly("severity", &FindingRecord::severity, "note, warning or error.")
      .def_readonly("confidence", &FindingRecord::confidence, "How likely it is true.")
      .def_readonly("message", &FindingRecord::message)
      .def_readonly("suggestion", &FindingRecord::suggestion, "May be empty.")
      .def_readonly("source", &FindingRecord::source, "What the source says; may be empty.")
      .def_readonly("target", &FindingRecord::target, "Where the target departs.")
      .def("__repr__", [](const FindingRecord& finding) {
        return py::str("Finding({}, {!r})").format(finding.rule, finding.message);
      });
}

}  // namespace

RowRecord record_of(const AlignedUnit& unit, const std::string& work) {
  RowRecord row;
  row.number = unit.number;
  row.work = work;
  row.confidence = unit.confidence;
  row.agreement = unit.agreement;
  for (const Cell& cell : unit.cells)
    row.texts.emplace_back(cell.language.tag(), cell.text);
  return row;
}

RowRecord record_of(const StoredUnit& stored, const std::string& work) {
  RowRecord row;
  row.id = stored.row;
  row.number = stored.number;
  row.work = work;
  row.confidence = stored.unit.confidence;
  row.agreement = stored.agreement;
  row.verdict = name_of(stored.verdict);
  for (const Variant& variant : stored.unit.variants)
    row.texts.emplace_back(variant.language.tag(), variant.text);
  return row;
}

FindingRecord record_of(const Finding& finding, const SegmentTexts& text_of) {
  FindingRecord record{std::string(name_of(finding.rule)),
                       std::string(name_of(finding.severity)),
                       finding.confidence,
                       finding.message,
                       finding.suggestion,
                       {},
                       {}};
  for (const Spot& spot : finding.source)
    record.source.push_back(spot_of(spot, text_of));
  for (const Spot& spot : finding.target)
    record.target.push_back(spot_of(spot, text_of));
  return record;
}

std::size_t characters_before(std::string_view text, std::size_t at) {
  return count_code_points(text.substr(0, at));
}

Language language_named(const std::string& tag) {
  const auto language = Language::from(tag);
  if (!language) throw std::invalid_argument("'" + tag + "' is no language tag, as zh is");
  return *language;
}

std::vector<Language> languages_named(const std::vector<std::string>& tags) {
  std::vector<Language> languages;
  for (const std::string& tag : tags)
    languages.push_back(language_named(tag));
  return languages;
}

void bind_records(py::module_& module) {
  bind_bead(module);
  bind_findings(module);
  py::class_<RowRecord>(
      module, "Row", "What goes together in several languages: row['en'] is the English.")
      .def_readonly("id", &RowRecord::id, "Of the corpus, for decide(); -1 in none.")
      .def_readonly("number", &RowRecord::number, "In its work, from 0.")
      .def_readonly("work", &RowRecord::work, "The name of its work.")
      .def_property_readonly("texts", &texts_of, "Texts by language.")
      .def_readonly("confidence", &RowRecord::confidence, "0 to 1.")
      .def_readonly("agreement", &RowRecord::agreement,
                    "The share of pairs of languages that agree on the row.")
      .def_readonly("verdict", &RowRecord::verdict, "none, confirmed or rejected.")
      .def("__getitem__", &text_or_key_error)
      .def("__contains__",
           [](const RowRecord& row, const std::string& language) {
             return text_in(row, language) != nullptr;
           })
      .def("__repr__", [](const RowRecord& row) {
        return py::str("Row({}, {!r})").format(row.number, texts_of(row));
      });
}

}  // namespace hexapla::python
