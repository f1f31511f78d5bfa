// A corpus of many works, for measuring what should grow with their number and no faster.
//
//   build/release/tools/bench/many_works CORPUS FILE WORKS
//
// The first documents work of CORPUS, so many times under other names; in each tenth a
// sentence is edited.

#include "corpus/store.hpp"
#include "text/error.hpp"

#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  using namespace hexapla;
  if (argc != 4) {
    std::cerr << "many_works CORPUS FILE WORKS\n";
    return 64;
  }
  constexpr int between_edits = 10;
  try {
    const Store model = Store::open(argv[1]);
    const std::int64_t first = model.works().at(0).id;
    const Multitext multitext = model.multitext(first);
    const Termbase termbase = model.termbase(first);
    const std::vector<Finding> findings = model.findings(first);
    Store store = Store::create(argv[2], "many_works");
    RunRecord run;
    run.kind = "align";
    for (int i = 0; i < std::stoi(argv[3]); ++i) {
      const std::string name = "work-" + std::to_string(i);
      const std::int64_t work = store.add_work(
          {{name, "A/" + std::to_string(i), ""}, multitext, termbase, findings, run});
      if (i % between_edits != 0) continue;
      Decision edit;
      edit.kind = DecisionKind::edit;
      edit.language = multitext.documents.at(0).document.language;
      edit.text = "Sentence " + std::to_string(i) + " was edited.";
      store.decide(work, edit, {"", "reviser"});
    }
    store.publish();
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
