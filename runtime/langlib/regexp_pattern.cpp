#include "runtime/langlib/regexp_pattern.h"

#include <re2/re2.h>

namespace barre::runtime {
namespace {

// Where the language's notation differs from the library's: \u{1F600}, \p{sc=Latin}, \p{gc=Lu}.
std::string translated(std::string_view source) {
    std::string out;
    for (size_t i = 0; i < source.size(); ++i) {
        if (source[i] != '\\' || i + 1 == source.size()) {
            out += source[i];
            continue;
        }
        const char next = source[++i];
        if (next == 'u' && i + 1 < source.size() && source[i + 1] == '{') {
            out += "\\x";
            continue;
        }
        if ((next == 'p' || next == 'P') && i + 1 < source.size() && source[i + 1] == '{') {
            out += '\\';
            out += next;
            const size_t end = source.find('}', i);
            const size_t equals = source.find('=', i);
            if (end != std::string_view::npos && equals != std::string_view::npos && equals < end) {
                out += '{';
                i = equals;
            }
            continue;
        }
        out += '\\';
        out += next;
    }
    return out;
}

} // namespace

std::shared_ptr<const void> compilePattern(std::string_view source, std::string& error) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(16 << 20);
    auto compiled = std::make_shared<RE2>(translated(source), options);
    if (!compiled->ok()) {
        error = "Invalid regular expression: " + compiled->error();
        return nullptr;
    }
    return compiled;
}

bool matchPattern(const void* compiled, std::string_view text, size_t from, PatternAnchor anchor,
                  PatternMatch& match) {
    const RE2& pattern = *static_cast<const RE2*>(compiled);
    const int count = pattern.NumberOfCapturingGroups() + 1;
    std::vector<re2::StringPiece> parts(static_cast<size_t>(count));
    const RE2::Anchor how = anchor == PatternAnchor::Both    ? RE2::ANCHOR_BOTH
                            : anchor == PatternAnchor::Start ? RE2::ANCHOR_START
                                                             : RE2::UNANCHORED;
    const re2::StringPiece whole(text.data(), text.size());
    if (!pattern.Match(whole, from, text.size(), how, parts.data(), count))
        return false;
    match.groups.clear();
    for (const re2::StringPiece& part : parts) {
        if (!part.data()) {
            match.groups.emplace_back(-1, -1);
            continue;
        }
        const int64_t begin = part.data() - text.data();
        match.groups.emplace_back(begin, begin + int64_t(part.size()));
    }
    return true;
}

} // namespace barre::runtime
