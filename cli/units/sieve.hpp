#pragma once

#include "cli/units/output.hpp"
#include "exchange/filter/arrange.hpp"
#include "exchange/filter/quality_table.hpp"
#include "exchange/unit_filter.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hexapla::cli {

/// What lies between units that are read and units that are written: filters, a sample, an
/// order, and a table of what became of them.
class UnitSieve {
 public:
  /// Refers to `output`. `quality` is the file of the table, if one is wanted.
  UnitSieve(const UnitFilterSettings& settings,
            const std::optional<std::filesystem::path>& quality, UnitOutput& output);

  /// `work` is the name of the work that the unit comes from; its property x-document says
  /// it better.
  void put(TranslationUnit unit, const std::string& work);
  /// Of a unit that was left out before it came here.
  void count(DropReason reason) { filter_.count(reason); }

  /// Puts all files in their places.
  Exported commit();
  [[nodiscard]] const UnitFilter& filter() const noexcept { return filter_; }

 private:
  FilterPlan plan_;
  UnitFilter filter_;
  std::optional<std::filesystem::path> quality_;
  UnitOutput& output_;
  QualityTable table_;
  std::vector<KeptUnit> held_;  ///< Where a sample or an order needs all of them.
};

}  // namespace hexapla::cli
