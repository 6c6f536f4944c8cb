// Until checking and the edits are there: nothing is checked, and edits say so. Weak, so that the real ones
// win.
#include "model/edits/declarations.h"
#include "model/semantics/analyze.h"

#define PENDING __attribute__((weak))

namespace barre::model {

struct Library::Contents {};
PENDING Library::Library() {}
PENDING Library::~Library() {}
PENDING std::shared_ptr<const PackageModel> analyze(const PackageInput&, const std::shared_ptr<Library>&) {
    return std::make_shared<PackageModel>();
}

} // namespace barre::model

namespace barre::edits {

PENDING EditResult deleteDeclaration(const Snapshot&, const SymbolId&) {
    return {{}, "Cannot be done yet.", {}};
}
PENDING EditResult renameSymbol(const Snapshot&, const SymbolId&, std::string_view) {
    return {{}, "Cannot be done yet.", {}};
}

} // namespace barre::edits
