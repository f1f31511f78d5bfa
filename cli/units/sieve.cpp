#include "cli/units/sieve.hpp"

#include "cli/files.hpp"
#include "cli/units/options.hpp"
#include "exchange/shared_names.hpp"

#include <ostream>
#include <utility>

namespace hexapla::cli {

UnitSieve::UnitSieve(const UnitFilterSettings& settings,
                     const std::optional<std::filesystem::path>& quality,
                     UnitOutput& output)
    : plan_(settings.plan), filter_(settings), quality_(quality), output_(output) {}

void UnitSieve::put(TranslationUnit unit, const std::string& work) {
  const std::string* const named = value_of(unit.properties, document_property);
  const std::string document = named == nullptr ? work : *named;
  if (quality_) table_.look(document, unit);
  const bool is_kept = filter_.keeps(unit);
  if (quality_) table_.count(document, is_kept ? "" : filter_.last_reason());
  if (!is_kept) return;
  if (needs_all_units(plan_)) {
    held_.push_back({std::move(unit), work});
  } else {
    output_.add(unit, work);
  }
}

Exported UnitSieve::commit() {
  const std::size_t before = held_.size();
  arrange(held_, plan_);
  filter_.count_sampled(before - held_.size());
  for (const KeptUnit& kept : held_)
    output_.add(kept.unit, kept.work);
  const Exported exported = output_.commit(left_out_by(filter_));
  if (quality_) write_file(*quality_, [&](std::ostream& out) { table_.write(out); });
  return exported;
}

}  // namespace hexapla::cli
