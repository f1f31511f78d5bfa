#pragma once

#include "bindings/records.hpp"
#include "workbench/workbench.hpp"

#include <string>
#include <vector>

namespace hexapla::python {

/// Versions of a document once they are aligned, with what departs in them.
struct AlignedVersions {
  NewWork work;
  Termbase termbase;
  AlignedWork aligned;

  [[nodiscard]] std::vector<FindingRecord> findings() const;
};

[[nodiscard]] std::vector<FindingRecord> records_of(const std::vector<Finding>& findings,
                                                    const Multitext& multitext);

/// Who writes a corpus.
inline constexpr std::string_view module_name = "hexapla-python " HEXAPLA_VERSION;

}  // namespace hexapla::python
