#include "cli/embeddings/cache.hpp"

#include "folder.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

namespace hexapla::cli::cache_test {
namespace {

const std::vector<std::string_view> texts{"停火", "وقف إطلاق النار"};
const Embeddings rows{{1, 2, 3, 4}, 2};

std::vector<float> found(const EmbeddingCache& cache, std::string_view text) {
  const auto row = cache.find(text);
  return {row.begin(), row.end()};
}

EmbeddingCache filled(const Folder& folder) {
  EmbeddingCache cache(folder.path("deep/cache"), "origin");
  cache.keep(texts, rows);
  return cache;
}

std::string only_file(const Folder& folder) {
  const auto file = *std::filesystem::directory_iterator(folder.path("deep/cache"));
  return "deep/cache/" + file.path().filename().string();
}

}  // namespace

TEST_CASE("a cache keeps vectors by their texts", "[cli][embeddings]") {
  const Folder folder;
  CHECK(found(filled(folder), "停火") == std::vector<float>{1, 2});
  const EmbeddingCache again(folder.path("deep/cache"), "origin");
  CHECK(found(again, "停火") == std::vector<float>{1, 2});
  CHECK(found(again, "وقف إطلاق النار") == std::vector<float>{3, 4});
  CHECK(found(again, "停火。").empty());
  CHECK(again.complaint().empty());
}

TEST_CASE("each server and model has a cache of its own", "[cli][embeddings]") {
  const Folder folder;
  (void)filled(folder);
  CHECK(found(EmbeddingCache(folder.path("deep/cache"), "other"), "停火").empty());
}

TEST_CASE("a cache tells nothing of the texts, and nobody else may read it",
          "[cli][embeddings]") {
  const Folder folder;
  (void)filled(folder);
  const std::string file = only_file(folder);
  CHECK_THAT(folder.read(file), !Catch::Contains("停火"));
  struct stat facts {};
  REQUIRE(::stat(folder.path(file).c_str(), &facts) == 0);
  CHECK((facts.st_mode & 077U) == 0);
}

TEST_CASE("a cache cut short loses its last record only, and goes on behind the rest",
          "[cli][embeddings]") {
  const Folder folder;
  (void)filled(folder);
  const std::string file = only_file(folder);
  const std::string whole = folder.read(file);
  folder.write(file, whole.substr(0, whole.size() - 3));
  {
    EmbeddingCache cache(folder.path("deep/cache"), "origin");
    CHECK(found(cache, "停火") == std::vector<float>{1, 2});
    CHECK(found(cache, "وقف إطلاق النار").empty());
    const std::vector<std::string_view> more{"Cease fire"};
    cache.keep(more, {{5, 6}, 2});
  }
  const EmbeddingCache again(folder.path("deep/cache"), "origin");
  CHECK(found(again, "停火") == std::vector<float>{1, 2});
  CHECK(found(again, "Cease fire") == std::vector<float>{5, 6});
}

TEST_CASE("a cache that holds something else is begun anew", "[cli][embeddings]") {
  const auto bytes = GENERATE(
      values<std::string>({"", "x", "something else altogether, and longer than a head",
                           std::string(200, '\0')}));
  const Folder folder;
  (void)filled(folder);
  folder.write(only_file(folder), bytes);
  CHECK(found(EmbeddingCache(folder.path("deep/cache"), "origin"), "停火").empty());
  (void)filled(folder);
  CHECK(found(EmbeddingCache(folder.path("deep/cache"), "origin"), "停火").size() == 2);
}

TEST_CASE("a cache that can't be written works without its file", "[cli][embeddings]") {
  const Folder folder;
  folder.write("file", "x");
  EmbeddingCache cache(folder.path("file"), "origin");
  cache.keep(texts, rows);
  CHECK(found(cache, "停火") == std::vector<float>{1, 2});
  CHECK_THAT(cache.complaint(), Catch::Contains(folder.path("file")));
  EmbeddingCache nowhere("", "origin");
  nowhere.keep(texts, rows);
  CHECK(found(nowhere, "停火") == std::vector<float>{1, 2});
  CHECK(!nowhere.complaint().empty());
}

}  // namespace hexapla::cli::cache_test
