#pragma once

#include "exchange/unit_reader.hpp"
#include "exchange/unit_writer.hpp"
#include "term/read_termbase.hpp"

#include <functional>
#include <iosfwd>
#include <memory>
#include <string_view>
#include <vector>

namespace hexapla {

/// Reads a termbase as units: TBX, UTX, MultiTerm XML, told apart by content.
///
/// Shape:  a concept is a unit of its id, its variants the terms that a text may hold,
///         preferred ones first in each language. What a termbase says besides is kept in
///         properties and notes, so that termbase_writer() makes the same concept of it;
///         terms that no text may hold are properties only, so that they become nobody's
///         translation. A concept of such terms alone is passed over with a warning, and so
///         is what read_termbase_telling() passes over.
/// Errors: those of read_termbase().
/// Memory: all concepts.
[[nodiscard]] std::unique_ptr<UnitReader> read_termbase_units(std::istream& in,
                                                              std::string_view name);

/// Writes a termbase in some format. Returns: how many characters the format forbids.
using WriteTermbase = std::function<std::size_t(const Termbase& termbase)>;

/// Collects units as concepts, a variant a term, without its inline tags, and hands them
/// on at the end. Texts longer than a term may be, and units without any other, are
/// skipped, and so are those that lack one of `languages`. Memory: all units.
[[nodiscard]] std::unique_ptr<UnitWriter> termbase_writer(WriteTermbase write,
                                                          std::vector<Language> languages);

}  // namespace hexapla
