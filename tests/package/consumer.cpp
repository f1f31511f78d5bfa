// Aligns two texts and writes what goes together, as a program of others would.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <hexapla/hexapla.hpp>

namespace {

hexapla::SegmentedDocument read(const std::string& file, hexapla::Language language) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  return hexapla::segmented(hexapla::read_text(bytes, file, language));
}

}  // namespace

int main(int, char** argv) {
  try {
    hexapla::AlignRequest request;
    request.versions.push_back(read(argv[1], hexapla::languages::zh));
    request.versions.push_back(read(argv[2], hexapla::languages::en));
    const hexapla::AlignedWork work = hexapla::align_work(request);
    hexapla::Store store = hexapla::Store::create(argv[3], "consumer");
    hexapla::align_into(store, hexapla::usual_work(request.versions), request);
    store.publish();
    for (const hexapla::AlignedUnit& row : hexapla::units_of_rows(work.multitext))
      for (const auto& cell : row.cells)
        std::cout << row.number << '\t' << cell.language.tag() << '\t' << cell.text << '\n';
    return 0;
  } catch (const hexapla::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
