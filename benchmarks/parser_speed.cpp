// links: barre_model
// How many megabytes of source the parser reads in a second: the samples, the library and the syntax corpus,
// repeated until there are about 4 MB; the best of several runs.
#include "model/syntax/parser.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::vector<std::string> readSources() {
    std::vector<std::string> texts;
    for (const char* folder : {"/resources/samples", "/resources/ballerina", "/tests/corpus/syntax"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(BARRE_SOURCE_DIR + std::string(folder))) {
            if (entry.path().extension() != ".bal")
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
    return texts;
}

double secondsToParse(const std::vector<std::string>& texts) {
    auto start = std::chrono::steady_clock::now();
    for (const std::string& text : texts)
        barre::syntax::parseModulePart(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main() {
    std::vector<std::string> sources = readSources();
    std::vector<std::string> texts;
    size_t bytes = 0;
    while (bytes < 4'000'000 && !sources.empty())
        for (const std::string& text : sources) {
            texts.push_back(text);
            bytes += text.size();
        }
    double best = secondsToParse(texts);
    for (int run = 0; run < 4; ++run)
        best = std::min(best, secondsToParse(texts));
    std::printf("parser: %.1f MB/s (%zu files, %.1f MB)\n", double(bytes) / best / 1e6, texts.size(),
                double(bytes) / 1e6);
    return 0;
}
