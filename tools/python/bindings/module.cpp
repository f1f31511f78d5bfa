#include "bindings/bind.hpp"
#include "bindings/interruptible.hpp"
#include "text/error.hpp"

PYBIND11_MODULE(_hexapla, module) {
  module.doc() = "What hexapla/__init__.py is made of.";
  module.attr("version") = HEXAPLA_VERSION;
  pybind11::register_exception<hexapla::Error>(module, "Error", PyExc_RuntimeError).doc() =
      "A file that can't be read or written, or texts that don't fit together.";
  module.def("wait_for_left_work", &hexapla::python::wait_for_left_work);
  hexapla::python::bind_documents(module);
  hexapla::python::bind_records(module);
  hexapla::python::bind_alignment(module);
  hexapla::python::bind_corpora(module);
}
