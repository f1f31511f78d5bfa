#pragma once

namespace hexapla {

/// The base of what holds a place for as long as it lives: neither copied nor moved.
class Pinned {
 public:
  Pinned() = default;
  Pinned(const Pinned&) = delete;
  Pinned& operator=(const Pinned&) = delete;
};

/// The base of what others derive from and use through a pointer.
class Interface : public Pinned {
 public:
  virtual ~Interface() = default;
};

}  // namespace hexapla
