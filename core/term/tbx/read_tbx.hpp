#pragma once

#include "term/termbase_builder.hpp"

#include <string_view>

namespace hexapla {

/// Reads TBX of 2008 (v2, `martif`: termEntry, langSet, tig or ntig) or of 2019 (v3, `tbx`:
/// conceptEntry, langSec, termSec) in DCA style (`<termNote type="partOfSpeech">`) or in
/// DCT style (`<min:partOfSpeech>`): what Concept and Term hold; the rest is passed over.
/// Of several definitions of a concept the first is kept, several notes are joined. Nothing
/// outside `bytes` is read.
/// Errors: as read_termbase(); Fault::unsupported for more than 256 MiB.
/// Source: ISO 30042:2008 and 30042:2019; the dialects Core, Min and Basic.
[[nodiscard]] SurveyedTermbase read_tbx(std::string_view bytes, std::string_view name,
                                        OnFault on_fault);

}  // namespace hexapla
