#include "require_sound.hpp"
#include "segment/read_srx.hpp"
#include "segment/srx_segmenter.hpp"
#include "segment/write_srx.hpp"
#include "text/error.hpp"

#include <cstdint>

using namespace hexapla;

namespace {

// A user's rules meet this; expressions that never end are cut short by the segmenter.
constexpr std::string_view sample =
    "Mr. Ban met H.E. the President on 3.5. “Stop!” he said. 停火！他说。 Ст. 5 принята.";

void require_orderly(const std::vector<BreakDecision>& decisions) {
  std::size_t last = 0;
  for (const BreakDecision& decision : decisions) {
    require(decision.at >= last && decision.at <= sample.size());
    last = decision.at;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  try {
    const ReadSrx read = read_srx(bytes, "fuzz.srx");
    const SrxSegmenter segmenter(read.rules, languages::en, "fuzz.srx");
    require_orderly(segmenter.explain(sample));
    (void)read_srx(write_srx(read.rules), "again.srx");
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
