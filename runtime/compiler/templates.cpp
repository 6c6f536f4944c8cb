#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

void FunctionCompiler::stringTemplateTo(const StringTemplateExpr* node, Reg dst) {
    templateText(node->items(), dst);
}

// Strings and inserted values in turn.
void FunctionCompiler::regexpTo(const RegExpTemplateExpr* node, Reg dst) {
    Scope scope(*this);
    std::vector<const Interpolation*> inserted;
    std::vector<std::string> texts(1);
    for (const TemplateItem* item : node->items()) {
        if (auto* text = cast<TemplateString>(item))
            texts.back() += text->content()->text();
        if (auto* interpolation = cast<Interpolation>(item)) {
            inserted.push_back(interpolation);
            texts.emplace_back();
        }
    }
    const size_t count = texts.size() + inserted.size();
    Reg base = temps(count);
    for (size_t i = 0; i < texts.size(); ++i) {
        loadString(Reg(base + 2 * i), texts[i]);
        if (i < inserted.size())
            exprTo(inserted[i]->expression(), Reg(base + 2 * i + 1));
    }
    place(node);
    intrinsic("barre:regexp", base, Reg(count));
    move(dst, base);
}

void FunctionCompiler::templateText(const NodeList<TemplateItem>& items, Reg dst) {
    Scope scope(*this);
    size_t count = 0;
    for (const TemplateItem* item : items)
        count += item->isMissing() ? 0 : 1;
    if (count == 0)
        return loadString(dst, "");
    Reg first = temps(count);
    Reg at = first;
    for (const TemplateItem* item : items) {
        if (item->isMissing())
            continue;
        if (auto* text = cast<TemplateString>(item))
            loadString(at++, text->content()->text());
        else
            exprTo(cast<Interpolation>(item)->expression(), at++);
    }
    emit(Opcode::CONCAT_MANY, dst, first, Reg(count));
}

// The same list whenever the template is evaluated.
void FunctionCompiler::templateStringsTo(const std::vector<std::string>& strings, const SemType& type,
                                         Reg first, Reg dst) {
    GlobalId global = m_program.hiddenGlobal("$template", type);
    Label known = m_asm.label();
    m_asm.ak(Opcode::GLOBAL_GET, dst, global);
    m_asm.jumpIf(Opcode::JUMP_PRESENT, dst, known);
    for (size_t i = 0; i < strings.size(); ++i)
        loadString(Reg(first + i), strings[i]);
    emit(Opcode::NEW_LIST, dst, first, Reg(strings.size()));
    m_asm.extra(typeId(type));
    m_asm.ak(Opcode::GLOBAL_SET, dst, global);
    m_asm.bind(known);
}

void FunctionCompiler::rawTemplateTo(const RawTemplateExpr* node, Reg dst) {
    Scope scope(*this);
    std::vector<std::string> strings(1);
    std::vector<std::pair<const Node*, bool>> values;
    for (const TemplateItem* item : node->items()) {
        if (auto* text = cast<TemplateString>(item)) {
            strings.back() += text->content()->text();
            continue;
        }
        values.emplace_back(cast<Interpolation>(item)->expression(), false);
        strings.emplace_back();
    }
    SemType type = m_model.inherentTypeOf(node);
    auto memberType = [&](std::string_view name) {
        SemType member = types::objectMemberType(types(), type, name, types::MemberKind::Field);
        return member.isNever() ? types::arrayOf(types(), types::valueType)
                                : types::partOf(types(), member, BasicType::List);
    };
    Reg object = temps(3);
    Reg first = temps(strings.size());
    m_asm.ak(Opcode::NEW_OBJECT, object, m_program.rawTemplateClass(type));
    templateStringsTo(strings, memberType("strings"), first, Reg(object + 1));
    listOfParts(memberType("insertions"), values, Reg(object + 2));
    m_asm.abi(Opcode::SLOT_SET, object, Reg(object + 1), 0);
    m_asm.abi(Opcode::SLOT_SET, object, Reg(object + 2), 1);
    move(dst, object);
}

} // namespace barre::runtime
