#pragma once

#include "model/edits/edit_result.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

/// A parameter as forms edit it.
struct ParameterText {
    std::string type;
    std::string name;
    std::string defaultText; ///< empty for none
    std::string annotations; ///< `@http:Header`
    bool isRest = false;
};

/// A function or method as forms edit it.
struct FunctionText {
    std::string name;
    std::vector<ParameterText> parameters;
    std::string returns; ///< empty for none
    bool isPublic = false;
    bool isIsolated = false;
    bool isRemote = false;
    std::string documentation; ///< lines without `#`
};

/// A variable of a module or a class as forms edit it.
struct VariableText {
    std::string name;
    std::string type;
    std::string value;      ///< empty for none; `?` makes a required configurable
    std::string visibility; ///< `public`, `private` or empty
    bool isFinal = false;
    bool isIsolated = false;
    std::string documentation;
};

// Classes

EditResult addClassVariable(const Snapshot& snapshot, const SymbolId& classId, const VariableText& variable);
/// Changes only what differs; a new name is changed wherever it is used.
EditResult setClassVariable(const Snapshot& snapshot, const SymbolId& variable, const VariableText& text);
EditResult addMethod(const Snapshot& snapshot, const SymbolId& classId, const FunctionText& method);
/// Adds callbacks with the signatures of the table, at their place in its order, and the import they need.
EditResult addCallbacks(const Snapshot& snapshot, const SymbolId& classId,
                        const std::vector<std::string>& names);
EditResult addClass(const Snapshot& snapshot, const std::string& file, std::string_view name,
                    bool isConnection);

// Functions

EditResult addFunction(const Snapshot& snapshot, const std::string& file, const FunctionText& function);
/// Changes only the parts of a signature that differ; a new name is changed wherever it is used.
EditResult setFunction(const Snapshot& snapshot, const SymbolId& function, const FunctionText& text);

// Module level

enum class VariableKind : uint8_t { Variable, Configurable, Constant };

EditResult addVariable(const Snapshot& snapshot, const std::string& file, VariableKind kind,
                       const VariableText& text);
EditResult setVariable(const Snapshot& snapshot, const SymbolId& variable, const VariableText& text);
/// Deletes a declaration, member, type or service with its documentation and annotations, and imports that
/// only it used.
EditResult deleteDeclaration(const Snapshot& snapshot, const SymbolId& id);
/// Gives a declaration another name, wherever it is used.
EditResult renameSymbol(const Snapshot& snapshot, const SymbolId& id, std::string_view name);
/// The name at a place – also a local or a parameter – gets another name, wherever it is used.
EditResult renameAt(const Snapshot& snapshot, const Location& place, std::string_view name);
EditResult setDocumentation(const Snapshot& snapshot, const SymbolId& id, std::string_view documentation);

// Imports

EditResult addImport(const Snapshot& snapshot, const std::string& file, std::string_view module);
EditResult removeUnusedImports(const Snapshot& snapshot, const std::string& file);

} // namespace barre::edits
