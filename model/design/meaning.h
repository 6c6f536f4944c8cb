#pragma once

#include "model/design/declarations.h"
#include "model/design/step_slots.h"
#include "model/semantics/semantic_model.h"
#include "model/types/type_context.h"

#include <memory>
#include <string>
#include <vector>

namespace barre::design {

/// The semantic model of one module as text; answers nothing for a project that was not analysed.
class Meaning {
public:
    Meaning(const model::Snapshot& snapshot, const model::SourceModule* module);
    ~Meaning();
    Meaning(const Meaning&) = delete;
    Meaning& operator=(const Meaning&) = delete;

    const model::SemanticModel* model() const { return m_model; }

    /// The type of an expression, or of the variable that a binding or declaration makes; empty when unknown.
    std::string typeOf(const syntax::Node* node) const;
    /// What the place of an expression asks for.
    std::string expectedTypeOf(const syntax::Node* expression) const;
    std::string textOf(model::SemType type) const;

    /// Whether an expression can be an error; true when nothing is known.
    bool canFail(const syntax::Node* expression) const;
    /// The class of the objects that an expression or variable holds, or null.
    const model::ClassSymbol* classOf(const syntax::Node* node) const;

private:
    bool findType(const syntax::Node* node, model::SemType& type) const;

    const model::SemanticModel* m_model = nullptr;
    std::unique_ptr<types::TypeContext> m_context;
};

/// A parameter of what a step calls.
struct CalledParameter {
    std::string name;
    std::string type;
    std::string defaultText;
    bool isRequired = true;
    bool isRest = false;
    const syntax::Node* argument = nullptr; ///< the expression that is given, or null
};

/// The parameters of what a step calls, empty when that is not known.
std::vector<CalledParameter> parametersCalledBy(const Meaning& meaning, const StepSyntax& step);

/// The slots of a step, with those for arguments that are not given but could be.
std::vector<StepSlot> slotsOf(const StepSyntax& step, const Meaning& meaning);

/// Whether an object type is a client (a caller of a connection counts, too).
bool isClientClass(const model::ClassSymbol* object);
bool isCallerClass(const model::ClassSymbol* object);

} // namespace barre::design
