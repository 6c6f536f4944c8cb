#pragma once

#include "model/project/embedded_files.h"
#include "model/project/snapshot.h"
#include "model/semantics/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::support {

/// A snapshot of several files, by their syntax alone.
inline std::shared_ptr<const model::Snapshot> syntaxOf(model::FileTexts texts) {
    return model::takeSnapshot(model::workspaceOf(std::move(texts), "/project"), nullptr, nullptr,
                               model::Analysis::SyntaxOnly);
}

/// A snapshot of one file `main.bal`, by its syntax alone.
inline std::shared_ptr<const model::Snapshot> syntaxOf(std::string text) {
    return syntaxOf(model::FileTexts{{"main.bal", std::move(text)}});
}

/// A snapshot of one file `main.bal` with its meaning.
inline std::shared_ptr<const model::Snapshot> meaningOf(std::string text) {
    return model::takeSnapshot(model::workspaceOf({{"main.bal", std::move(text)}}, "/project"),
                               std::make_shared<model::Library>());
}

/// The text of a sample's main.bal.
inline std::string sampleText(std::string_view name) {
    const std::string path = "samples/" + std::string(name) + "/main.bal";
    for (const model::EmbeddedFile& file : model::embeddedFiles())
        if (file.path == path)
            return std::string(file.bytes);
    return {};
}

/// The names of the samples.
inline std::vector<std::string> sampleNames() {
    std::vector<std::string> names;
    for (const model::EmbeddedFile& file : model::embeddedFiles())
        if (file.path.starts_with("samples/") && file.path.ends_with("/main.bal"))
            names.emplace_back(file.path.substr(8, file.path.size() - 8 - 9));
    return names;
}

/// The texts of a snapshot's files.
inline model::FileTexts textsOf(const model::Snapshot& snapshot) {
    model::FileTexts texts;
    for (const model::SourceFile& file : snapshot.files())
        texts.emplace(file.path, std::string(file.text()));
    for (const char* name : {"Ballerina.toml", "Config.toml"})
        if (snapshot.hasFile(name))
            texts.emplace(name, std::string(snapshot.text(name)));
    return texts;
}

} // namespace barre::support
