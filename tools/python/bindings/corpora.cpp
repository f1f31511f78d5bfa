#include "bindings/bind.hpp"
#include "bindings/corpus.hpp"
#include "bindings/interruptible.hpp"

#include <pybind11/stl.h>

namespace hexapla::python {
namespace {

namespace py = pybind11;
using Shared = std::shared_ptr<Corpus>;

/// Rows, a page at a time, so that a million of them needs no memory.
class RowPages {
 public:
  RowPages(std::shared_ptr<Corpus> corpus, std::optional<std::string> work)
      : corpus_(std::move(corpus)), works_(corpus_->works_named(work)) {}

  RowRecord next() {
    constexpr std::size_t page = 1000;  // rows
    while (at_ == rows_.size()) {
      if (work_ == works_.size()) throw py::stop_iteration();
      rows_ =
          made_interruptibly([corpus = corpus_, work = works_[work_], first = next_row_] {
            return corpus->page_of(work, first, page);
          });
      at_ = 0;
      if (!rows_.empty()) {
        next_row_ = rows_.back().number + 1;
      } else {
        ++work_;
        next_row_ = 0;
      }
    }
    return rows_[at_++];
  }

 private:
  std::shared_ptr<Corpus> corpus_;
  std::vector<WorkInfo> works_;
  std::size_t work_ = 0;
  std::uint32_t next_row_ = 0;
  std::vector<RowRecord> rows_;
  std::size_t at_ = 0;
};

std::vector<std::string> tags_of(const WorkInfo& work) {
  std::vector<std::string> tags;
  for (const Language language : work.languages)
    tags.emplace_back(language.tag());
  return tags;
}

void bind_listed(py::module_& module) {
  py::class_<WorkInfo>(module, "WorkInfo", "What a corpus says of one of its works.")
      .def_readonly("name", &WorkInfo::name)
      .def_property_readonly(
          "kind", [](const WorkInfo& work) { return std::string(name_of(work.kind)); },
          "documents or memory.")
      .def_readonly("symbol", &WorkInfo::symbol)
      .def_readonly("date", &WorkInfo::date)
      .def_readonly("revision", &WorkInfo::revision)
      .def_readonly("rows", &WorkInfo::rows)
      .def_property_readonly("languages", &tags_of, "The pivot first.")
      .def("__repr__", [](const WorkInfo& work) {
        return py::str("WorkInfo({!r}, {} rows)").format(work.name, work.rows);
      });
  py::class_<HitRecord>(module, "Hit", "A row in which a query was found.")
      .def_readonly("row", &HitRecord::row)
      .def_readonly("spots", &HitRecord::spots,
                    "By language, [begin, end) of each place, in characters.")
      .def_readonly("score", &HitRecord::score, "Of similar(): percent.");
  py::class_<RowPages>(module, "RowPages")
      .def("__iter__", [](py::object self) { return self; })
      .def("__next__", &RowPages::next);
}

}  // namespace

void bind_corpora(py::module_& module) {
  bind_listed(module);
  py::class_<Corpus, std::shared_ptr<Corpus>>(module, "Store")
      .def(py::init<const std::string&>())
      .def_static("create", &Corpus::create)
      .def_property_readonly("works", &Corpus::works)
      .def("rows",
           [](std::shared_ptr<Corpus> corpus, std::optional<std::string> work) {
             return RowPages(std::move(corpus), std::move(work));
           })
      .def("find",
           [](const Shared& corpus, const CorpusQuery& query) {
             return made_interruptibly([=] { return corpus->find(query); });
           })
      .def("similar",
           [](const Shared& corpus, const CorpusQuery& query) {
             return made_interruptibly([=] { return corpus->similar(query); });
           })
      .def("findings",
           [](const Shared& corpus, const std::optional<std::string>& work) {
             return made_interruptibly([=] { return corpus->findings(work); });
           })
      .def("faults",
           [](const Shared& corpus) {
             return made_interruptibly([=] { return corpus->faults(); });
           })
      .def("add", &Corpus::add, py::call_guard<py::gil_scoped_release>())
      .def("decide", &Corpus::decide, py::call_guard<py::gil_scoped_release>())
      .def("undo", &Corpus::undo, py::call_guard<py::gil_scoped_release>())
      .def("export", [](const Shared& corpus, const ExportRequest& request) {
        return made_interruptibly([=] { return corpus->export_units(request); });
      });
  py::class_<CorpusQuery>(module, "Query")
      .def(py::init<>())
      .def_readwrite("text", &CorpusQuery::text)
      .def_readwrite("language", &CorpusQuery::language)
      .def_readwrite("has", &CorpusQuery::has)
      .def_readwrite("lacks", &CorpusQuery::lacks)
      .def_readwrite("work", &CorpusQuery::work)
      .def_readwrite("limit", &CorpusQuery::limit)
      .def_readwrite("least", &CorpusQuery::least);
  py::class_<DecisionRequest>(module, "Decision")
      .def(py::init<>())
      .def_readwrite("verb", &DecisionRequest::verb)
      .def_readwrite("rows", &DecisionRequest::rows)
      .def_readwrite("language", &DecisionRequest::language)
      .def_readwrite("segment", &DecisionRequest::segment)
      .def_readwrite("text", &DecisionRequest::text)
      .def_readwrite("at", &DecisionRequest::at)
      .def_readwrite("who", &DecisionRequest::who);
  py::class_<ExportRequest>(module, "Export")
      .def(py::init<>())
      .def_readwrite("format", &ExportRequest::format)
      .def_readwrite("files", &ExportRequest::files)
      .def_readwrite("languages", &ExportRequest::languages)
      .def_readwrite("work", &ExportRequest::work);
}

}  // namespace hexapla::python
