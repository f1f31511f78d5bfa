#pragma once

namespace hexapla {

/// The base of what others derive from and use through a pointer: never copied.
class Interface {
 public:
  Interface() = default;
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;
  virtual ~Interface() = default;
};

}  // namespace hexapla
