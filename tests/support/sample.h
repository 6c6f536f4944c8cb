#pragma once

#include "model/project/embedded_files.h"
#include "model/text/text_edit.h"

#include <string>

namespace barre::test {

/// The files of a sample that is linked into the program.
inline model::FileTexts sample(const std::string& name) {
    model::FileTexts texts;
    const std::string prefix = "samples/" + name + "/";
    for (const model::EmbeddedFile& file : model::embeddedFiles())
        if (file.path.starts_with(prefix))
            texts[std::string(file.path.substr(prefix.size()))] = std::string(file.bytes);
    return texts;
}

} // namespace barre::test
