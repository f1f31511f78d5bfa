#include "corpus/tables/decision_json.hpp"
#include "corpus/tables/memory_json.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"

#include <cstdint>
#include <string>

namespace {

/// What could be read must come back the same from what is written of it.
template <class Read, class Write>
void require_round_trip(std::string_view json, Read read, Write write) {
  using namespace hexapla;
  try {
    const auto bytes = write(read(json));
    require(write(read(bytes)) == bytes);
  } catch (const Error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string json(data, data + size);
  for (const auto kind : {DecisionKind::replace, DecisionKind::edit, DecisionKind::dismiss})
    require_round_trip(
        json, [&](std::string_view text) { return decision_in(kind, text, "fuzz"); },
        [](const Decision& decision) { return json_of(decision); });
  require_round_trip(
      json, [](std::string_view text) { return memory_header_in(text, "fuzz"); },
      [](const MemoryHeader& header) { return json_of(header); });
  require_round_trip(
      json,
      [](std::string_view text) {
        TranslationUnit unit;
        add_extra(text, "fuzz", unit);
        return unit;
      },
      [](const TranslationUnit& unit) { return extra_of(unit).value_or("{}"); });
  require_round_trip(
      json,
      [](std::string_view text) {
        Variant variant;
        variant.language = languages::en;
        variant.text = "The Security Council";
        add_extra(text, "fuzz", variant);
        return variant;
      },
      [](const Variant& variant) { return extra_of(variant, "en").value_or("{}"); });
  return 0;
}
