#pragma once

#include "segment/sentence_rules.hpp"

namespace hexapla {

/// `place` is in a quotation or title, or ends one, and the sentence around it goes on:
/// `“停火！停火！”的呼声`, `《救救孩子！》一书`, `"Stop! Now!" said the guard`. Quotations
/// that a colon introduces, and long ones, are sentences of their own.
[[nodiscard]] bool quotation_goes_on(const Paragraph& paragraph, const MarkedPlace& place);

}  // namespace hexapla
