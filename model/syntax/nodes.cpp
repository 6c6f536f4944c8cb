#include "model/syntax/nodes.h"

namespace barre::syntax {

namespace {

/// The index of the slot of this name and shape, or -1.
int findSlot(const Node* node, std::string_view name) {
    std::span<const SlotInfo> infos = node->slots();
    for (size_t i = 0; i < infos.size(); ++i)
        if (infos[i].name == name)
            return int(i);
    return -1;
}

} // namespace

const Metadata* metadataOf(const Node* node) {
    int index = findSlot(node, "metadata");
    return index < 0 ? nullptr : static_cast<const Metadata*>(node->nodeSlot(size_t(index)));
}

TokenList qualifiersOf(const Node* node) {
    int index = findSlot(node, "qualifiers");
    return index < 0 ? TokenList(nullptr) : node->tokenListSlot(size_t(index));
}

bool hasQualifier(const Node* node, TokenKind qualifier) {
    for (const Token* token : qualifiersOf(node))
        if (token->kind() == qualifier)
            return true;
    return false;
}

const Token* nameOf(const Node* node) {
    int index = findSlot(node, "name");
    return index < 0 ? nullptr : node->tokenSlot(size_t(index));
}

NodeList<Annotation> annotsOf(const Node* node) {
    if (const Metadata* metadata = metadataOf(node))
        return metadata->annots();
    int index = findSlot(node, "annots");
    return index < 0 ? NodeList<Annotation>(nullptr) : node->listSlotOf<Annotation>(size_t(index));
}

} // namespace barre::syntax
