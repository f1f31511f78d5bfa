#pragma once

#include <string>

namespace hexapla {

/// A name and a value that a file carried and that comes back as it was: an attribute of
/// an element, a property.
struct NamedValue {
  std::string name;
  std::string value;

  friend bool operator==(const NamedValue&, const NamedValue&) = default;
};

}  // namespace hexapla
