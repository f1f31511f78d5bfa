#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

#include <sqlite3.h>

namespace hexapla {

/// While it lives, SQLite's calls of the system go through it, and one of them fails, or
/// that one and all after it. Source: SQLite, "How SQLite Is Tested", section 3.2, "I/O
/// Error Testing".
class FailingVfs {
 public:
  enum class Fails : std::uint8_t { once, from_then_on };

  FailingVfs() : real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
    vfs_.zName = "failing";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.pAppData = this;
    vfs_.xOpen = open;
    vfs_.xDelete = remove;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FailingVfs() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_, 1);
  }
  FailingVfs(const FailingVfs&) = delete;
  FailingVfs& operator=(const FailingVfs&) = delete;

  /// Calls are counted from 1 on from here.
  void fail(std::size_t call, Fails how) {
    failing_ = call;
    how_ = how;
    calls_ = 0;
  }
  void stop_failing() { failing_ = never; }
  /// True when the call that was to fail has been made.
  [[nodiscard]] bool has_failed() const { return calls_ >= failing_; }

 private:
  static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

  struct File {
    sqlite3_file base;
    FailingVfs* vfs;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };

  bool fails() {
    ++calls_;
    return how_ == Fails::once ? calls_ == failing_ : calls_ >= failing_;
  }

  /// What the system's own method of that name returns, or `code` when it is to fail.
  template <auto Method, int code, class... Values>
  static int call(sqlite3_file* file, Values... values) {
    auto* const ours = reinterpret_cast<File*>(file);
    if (code != SQLITE_OK && ours->vfs->fails()) return code;
    return (ours->real()->pMethods->*Method)(ours->real(), values...);
  }

  static void unmap_nothing(sqlite3_file* file) {
    auto* const real = reinterpret_cast<File*>(file)->real();
    real->pMethods->xShmBarrier(real);
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags,
                  int* flags_out) {
    static const sqlite3_io_methods methods = [] {
      sqlite3_io_methods all{};
      using M = sqlite3_io_methods;
      all.iVersion = 2;  // without memory maps
      all.xClose = call<&M::xClose, SQLITE_OK>;
      all.xRead = call<&M::xRead, SQLITE_IOERR_READ, void*, int, sqlite3_int64>;
      all.xWrite = call<&M::xWrite, SQLITE_IOERR_WRITE, const void*, int, sqlite3_int64>;
      all.xTruncate = call<&M::xTruncate, SQLITE_IOERR_TRUNCATE, sqlite3_int64>;
      all.xSync = call<&M::xSync, SQLITE_IOERR_FSYNC, int>;
      all.xFileSize = call<&M::xFileSize, SQLITE_IOERR_FSTAT, sqlite3_int64*>;
      all.xLock = call<&M::xLock, SQLITE_IOERR_LOCK, int>;
      all.xUnlock = call<&M::xUnlock, SQLITE_OK, int>;
      all.xCheckReservedLock = call<&M::xCheckReservedLock, SQLITE_OK, int*>;
      all.xFileControl = call<&M::xFileControl, SQLITE_OK, int, void*>;
      all.xSectorSize = call<&M::xSectorSize, SQLITE_OK>;
      all.xDeviceCharacteristics = call<&M::xDeviceCharacteristics, SQLITE_OK>;
      all.xShmMap = call<&M::xShmMap, SQLITE_IOERR_SHMMAP, int, int, int, void volatile**>;
      all.xShmLock = call<&M::xShmLock, SQLITE_OK, int, int, int>;
      all.xShmBarrier = unmap_nothing;
      all.xShmUnmap = call<&M::xShmUnmap, SQLITE_OK, int>;
      return all;
    }();
    auto* const ours = reinterpret_cast<File*>(file);
    auto* const self = static_cast<FailingVfs*>(vfs->pAppData);
    ours->base.pMethods = nullptr;
    ours->vfs = self;
    if (self->fails()) return SQLITE_CANTOPEN;
    const int result =
        self->real_->xOpen(self->real_, name, ours->real(), flags, flags_out);
    if (result == SQLITE_OK) ours->base.pMethods = &methods;
    return result;
  }

  static int remove(sqlite3_vfs* vfs, const char* name, int sync) {
    auto* const self = static_cast<FailingVfs*>(vfs->pAppData);
    if (self->fails()) return SQLITE_IOERR_DELETE;
    return self->real_->xDelete(self->real_, name, sync);
  }

  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;
  std::size_t failing_ = never;
  std::size_t calls_ = 0;
  Fails how_ = Fails::once;
};

}  // namespace hexapla
