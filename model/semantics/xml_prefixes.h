#pragma once

#include "model/syntax/nodes.h"

#include <set>
#include <string>
#include <vector>

namespace barre::model {

/// The namespace prefixes that an XML template uses in the names of elements and attributes, and those it
/// declares.
struct XmlPrefixes {
    struct Use {
        std::string prefix;
        SourceRange range;
    };
    std::vector<Use> used;
    std::set<std::string> declared; ///< anywhere in the template
};

XmlPrefixes xmlPrefixes(const syntax::XmlTemplateExpr* expr);

} // namespace barre::model
