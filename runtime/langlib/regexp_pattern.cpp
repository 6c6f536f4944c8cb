#include "runtime/langlib/regexp_pattern.h"

#include "model/syntax/regexp_checks.h"
#include "runtime/langlib/regexp_translator.h"

#include <re2/re2.h>

namespace barre::runtime {
std::shared_ptr<const void> compilePattern(std::string_view source, std::string& error) {
    if (const auto problem = syntax::regExpProblem(source)) {
        error = "Invalid regular expression: " + problem->sentence;
        return nullptr;
    }
    return compileLoosePattern(translatePattern(source), error);
}

std::shared_ptr<const void> compileLoosePattern(const std::string& source, std::string& error) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(16 << 20);
    auto compiled = std::make_shared<RE2>(source, options);
    if (!compiled->ok()) {
        error = "Invalid regular expression: " + compiled->error();
        return nullptr;
    }
    return compiled;
}

Value regexpOf(Heap& heap, std::string_view source, std::shared_ptr<const void> pattern) {
    if (!pattern)
        return Value::nil();
    Regexp* regexp = heap.make<Regexp>(Tag::Regexp);
    regexp->flags |= ReadonlyFlag;
    regexp->source = source;
    regexp->compiled = std::move(pattern);
    return Value::of(regexp);
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
