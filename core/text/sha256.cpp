#include "text/sha256.hpp"

#include "text/error.hpp"

#include <array>
#include <span>

#include <openssl/evp.h>

namespace hexapla {
namespace {

struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

/// OpenSSL fails here only when it is told to use no SHA-256, or has no memory.
void require_digest(bool done) {
  if (!done)
    throw Error(Fault::unsupported, {"SHA-256", 0}, "OpenSSL refuses to compute it");
}

}  // namespace

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, FreeDigest> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  require_digest(state_->context != nullptr &&
                 EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  require_digest(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  require_digest(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size) == 1);
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::string written;
  for (const unsigned char byte : std::span(digest).first(size))
    written += {hexadecimal[byte / 16U], hexadecimal[byte % 16U]};
  return written;
}

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

}  // namespace hexapla
