#pragma once

#include "exchange/unit_reader.hpp"

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace hexapla {

/// Opens a document that an alignment names. It is read to its end before the next one is
/// opened. Throws Error when there is none.
using OpenDocument = std::function<std::unique_ptr<std::istream>(const std::string& name)>;

/// Reads an XCES alignment with its documents: `cesAlign` as OPUS writes it, or a `linkGrp`
/// as InterText exports it, where the target stands first.
///
/// Shape:  a unit is a `link`, its id the link's, its attributes the rest; a `certainty`
///         is the confidence; where a file has some that are not from 0 to 1, by their
///         rank, with a warning. Sentences are the `s` elements with an `id`, white space
///         drawn together. `x-document` and `x-target-document` name the documents, the
///         variants' `x-segments` the sentences. A unit that lacks sentences which its
///         document does not have is a draft that names them in `x-missing`, with a
///         warning; a link without any text is no unit. Languages that are `und` are taken
///         from the documents' names: `en/A.xml`.
/// Errors: Fault::malformed with the line; those of `open`.
/// Memory: two documents at a time, 1 GiB at most each, and the links.
[[nodiscard]] std::unique_ptr<UnitReader> read_xces(std::istream& in, std::string_view name,
                                                    Language source, Language target,
                                                    OpenDocument open);

}  // namespace hexapla
