#pragma once

#include "term/termbase.hpp"

#include <string_view>

namespace hexapla {

/// Reads TBX of 2008 (`martif`: termEntry, langSet, tig or ntig) or of 2019 in DCA style
/// (`tbx`: conceptEntry, langSec, termSec): terms, administrativeStatus, partOfSpeech,
/// subjectField, source and notes of terms; the rest is passed over. Nothing outside
/// `bytes` is read. Errors: as read_termbase(); Fault::unsupported for DCT style and for
/// more than 256 MiB. Source: ISO 30042:2008 and 30042:2019.
[[nodiscard]] Termbase read_tbx(std::string_view bytes, std::string_view name);

}  // namespace hexapla
