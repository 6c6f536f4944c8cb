#pragma once

#include "model/design/callbacks.h"
#include "model/design/item_kinds.h"
#include "model/design/location.h"
#include "model/design/service_design.h"
#include "model/diagnostics/diagnostic.h"

#include <string>
#include <vector>

namespace barre::design {

/// What is wrong with a variable, by the field of its form that says it; at the name what lies elsewhere.
struct VariableDiagnostics {
    std::vector<model::Diagnostic> name, type, value;
};

/// A class variable.
struct ClassVariable {
    SymbolId id;
    std::string name;
    std::string type;
    std::string defaultText; ///< empty when it has none
    std::string visibility;  ///< `public`, `private` or empty (module)
    bool isFinal = false;
    std::string documentation;
    Location location;
    SourceRange nameRange;
    ProblemCount problems;
    VariableDiagnostics diagnostics;
};

/// A method of a class: a callback, a remote or resource method, or a plain one.
struct MethodDesign {
    SymbolId id;
    ItemKind kind{};
    const CallbackRow* callback = nullptr; ///< null when it is none
    std::string name;
    std::string words;     ///< "Text message arrived", or the name
    std::string signature; ///< `onTextMessage(caller, message)`
    std::string icon;
    std::string qualifiers; ///< `remote isolated`
    std::vector<Parameter> parameters;
    std::string returns; ///< empty when nothing is written
    SourceRange returnsRange;
    std::string documentation;
    int steps = 0; ///< how many steps its flow shows, nested ones too
    Location location;
    SourceRange nameRange;
    ProblemCount problems;
};

/// A class, for its designer.
struct ClassDesign {
    SymbolId id;
    std::string name;
    SourceRange nameRange;
    std::string qualifiers;    ///< `isolated service`
    bool isConnection = false; ///< includes `*websocket:Service` or is returned by an upgrade resource
    std::vector<std::string> inclusions;   ///< `websocket:Service`
    std::vector<SymbolId> services;        ///< services whose upgrade resource makes it
    std::vector<std::string> servicePaths; ///< their paths, in the same order
    std::vector<ClassVariable> variables;
    std::vector<MethodDesign> methods;
    std::vector<const CallbackRow*> missing; ///< callbacks that can be added; none for other classes
    std::string documentation;
    Location location; ///< empty when there is no such class
    ProblemCount problems;
};

ClassDesign buildClassDesign(const model::Snapshot& snapshot, const SymbolId& classId);

/// A function or method, for its signature form.
struct FunctionDesign {
    MethodDesign signature;
    bool isPublic = false;
    bool isIsolated = false;
    SymbolId owner;           ///< the class or service around it; empty for a function
    std::string resourcePath; ///< `rooms/[string room]`; empty when it is no resource
};

FunctionDesign buildFunctionDesign(const model::Snapshot& snapshot, const SymbolId& function);

/// A module-level variable, configurable or constant, for its form.
struct VariableDesign {
    SymbolId id;
    ItemKind kind{};
    std::string name;
    std::string type;
    std::string value;
    bool isPublic = false;
    bool isFinal = false;
    bool isIsolated = false;
    std::string documentation;
    std::string configuredValue; ///< for a configurable: what Config.toml says
    Location location;
    SourceRange nameRange;
    ProblemCount problems;
    VariableDiagnostics diagnostics;
};

VariableDesign buildVariableDesign(const model::Snapshot& snapshot, const SymbolId& variable);

} // namespace barre::design
