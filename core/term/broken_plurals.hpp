#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What an Arabic word may be the broken plural of, by its shape: جائح(ة) for جوائح, تقرير
/// for تقارير, مرض for أمراض. Shapes that as many other words have (فعول of what happens,
/// فعال) are left alone. `form` is folded(), without particles; `word` is the word as it is
/// in the text, whose hamza tells أعمال, works, from إعمال, and whose ى tells مرضى from an
/// adjective. Shape: folded words; mostly none. Source: W. Wright, A Grammar of the Arabic
/// Language, I, 304.
[[nodiscard]] std::vector<std::string> singulars_of_broken_plural(std::string_view form,
                                                                  std::string_view word);

}  // namespace hexapla
