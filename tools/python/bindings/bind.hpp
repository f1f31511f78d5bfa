#pragma once

#include <pybind11/pybind11.h>

namespace hexapla::python {

void bind_documents(pybind11::module_& module);
void bind_records(pybind11::module_& module);
void bind_alignment(pybind11::module_& module);
void bind_corpora(pybind11::module_& module);

}  // namespace hexapla::python
