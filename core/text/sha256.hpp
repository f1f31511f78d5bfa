#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace hexapla {

/// The SHA-256 of bytes that come bit by bit. Source: FIPS 180-4, as in OpenSSL.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);

  /// 64 hexadecimal digits in small letters. Nothing can be added afterwards.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace hexapla
