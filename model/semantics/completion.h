#pragma once

#include "model/semantics/semantic_model.h"

#include <string>
#include <vector>

namespace barre::model {

struct Member {
    enum class Kind : uint8_t { Field, Method, Remote, Resource, Langlib } kind = Kind::Field;
    std::string name;
    SemType type;                   ///< of the field, or the function type
    const Symbol* symbol = nullptr; ///< null for fields of records known by type alone
};

/// Names that may be written at a byte offset of a file of the module, innermost first, without those hidden.
std::vector<const Symbol*> visibleSymbols(const SemanticModel& model, uint32_t file, uint32_t position);
/// What may follow a dot or arrow after a value of the type: fields, methods, langlib functions.
std::vector<Member> membersOf(const PackageModel& package, SemType type);
/// The type that the place of an expression asks for; false if anything goes.
bool expectedTypeAt(const SemanticModel& model, const syntax::Node* expr, SemType& type);

} // namespace barre::model
