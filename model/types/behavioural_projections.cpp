// Questions about functions and objects, and the atomic views.
#include "model/types/object_encoding.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/type_memo.h"

#include <algorithm>

namespace barre::types {

namespace {

// Functions, as in Castagna's "Programming with union, intersection, and negation types": the domain and the
// result of an application over a disjunctive normal form.

SemType domainOf(TypeContext& context, Part bdd, const SemType& params) {
    if (!isProper(bdd))
        return bdd == &wholePart ? params : listType;
    const BddNode& n = node(bdd);
    const SemType withAtom = unite(context, params, n.atom->function().params);
    return intersect(
        context, domainOf(context, n.left, withAtom),
        intersect(context, domainOf(context, n.middle, params), domainOf(context, n.right, params)));
}

SemType resultOf(TypeContext& context, Part bdd, const SemType& args, const SemType& result) {
    if (bdd == &emptyPart || isEmpty(context, args) || isEmpty(context, result))
        return neverType;
    if (bdd == &wholePart)
        return result;
    const BddNode& n = node(bdd);
    const FunctionAtomicType& function = n.atom->function();
    const SemType taken = resultOf(context, n.left, args, intersect(context, result, function.returns));
    const SemType missed = resultOf(context, n.left, diff(context, args, function.params), result);
    return unite(
        context, unite(context, taken, missed),
        unite(context, resultOf(context, n.middle, args, result), resultOf(context, n.right, args, result)));
}

SemType conjunctionType(TypeTables& tables, BasicType basicType, const std::vector<const Atom*>& positive,
                        const std::vector<const Atom*>& negative) {
    Part part = &wholePart;
    for (const Atom* atom : positive)
        part = intersectBdd(tables, part, tables.bddOf(atom));
    for (const Atom* atom : negative)
        part = diffBdd(tables, part, tables.bddOf(atom));
    return tables.typeOf(basicType, part);
}

/// A conjunction with its distinct atoms.
struct Path {
    std::vector<const Atom*> positive, negative;
};

void collectPaths(Part bdd, Path& path, std::vector<Path>& paths) {
    if (!isProper(bdd)) {
        if (bdd == &wholePart)
            paths.push_back(path);
        return;
    }
    const BddNode& n = node(bdd);
    path.positive.push_back(n.atom);
    collectPaths(n.left, path, paths);
    path.positive.pop_back();
    collectPaths(n.middle, path, paths);
    path.negative.push_back(n.atom);
    collectPaths(n.right, path, paths);
    path.negative.pop_back();
}

/// Adds up the conjunctions and drops those that another one covers.
std::vector<SemType> alternatives(TypeContext& context, BasicType basicType, const SemType& type) {
    const Part part = partOfType(type, basicType);
    if (part == &wholePart)
        return {wholeType(basicType)};
    Path path;
    std::vector<Path> paths;
    collectPaths(part, path, paths);
    std::vector<SemType> result;
    for (const Path& each : paths) {
        const SemType alternative =
            conjunctionType(context.tables(), basicType, each.positive, each.negative);
        if (!isEmpty(context, alternative))
            result.push_back(alternative);
    }
    return result;
}

/// The one conjunction of a type's part, without negative atoms that take nothing away.
std::optional<Path> singlePath(TypeContext& context, BasicType basicType, const SemType& type) {
    const Part part = partOfType(type, basicType);
    if (part == &emptyPart)
        return std::nullopt;
    Path path;
    std::vector<Path> paths;
    collectPaths(part, path, paths);
    std::erase_if(paths, [&](const Path& each) {
        return paths.size() > 1 &&
               isEmpty(context, conjunctionType(context.tables(), basicType, each.positive, each.negative));
    });
    if (paths.size() != 1)
        return std::nullopt;
    const SemType positive = conjunctionType(context.tables(), basicType, paths[0].positive, {});
    std::erase_if(paths[0].negative, [&](const Atom* atom) {
        return !overlaps(context, positive, conjunctionType(context.tables(), basicType, {atom}, {}));
    });
    if (!paths[0].negative.empty())
        return std::nullopt;
    return paths[0];
}

/// Calls use(conjunction) with the path's atoms that are no distinct ids.
template<class Use>
auto withConjunction(const std::vector<const Atom*>& atoms, Use&& use) {
    std::vector<Conjunction> chain;
    chain.reserve(atoms.size());
    for (const Atom* atom : atoms)
        if (atom->kind != AtomKind::Distinct)
            chain.push_back({atom, chain.empty() ? nullptr : &chain.back()});
    return use(chain.empty() ? nullptr : &chain.back());
}

std::optional<ListAtomicType> listView(TypeContext& context, BasicType basicType, const SemType& type) {
    const auto path = singlePath(context, basicType, type);
    ListAtomicType joined;
    if (!path || !withConjunction(path->positive, [&](const Conjunction* positive) {
            return joinLists(context, positive, topAtom(context.tables(), basicType), joined);
        }))
        return std::nullopt;
    return joined;
}

std::optional<MappingAtomicType> mappingView(TypeContext& context, BasicType basicType, const SemType& type) {
    const auto path = singlePath(context, basicType, type);
    MappingAtomicType joined;
    if (!path || !withConjunction(path->positive, [&](const Conjunction* positive) {
            return joinMappings(context, positive, topAtom(context.tables(), basicType), joined);
        }))
        return std::nullopt;
    return joined;
}

std::string textOf(const SemType& type) {
    const auto value = singleShape(type);
    const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
    return text ? *text : std::string();
}

/// Undoes memberKey.
void readMemberKey(const std::string& key, bool isField, ObjectMember& member) {
    const auto startsWith = [&](std::string_view prefix) {
        return key.compare(0, prefix.size(), prefix) == 0;
    };
    if (startsWith("@remote ")) {
        member.kind = MemberKind::RemoteMethod;
        member.name = key.substr(8);
    } else if (startsWith("@resource ")) {
        member.kind = MemberKind::ResourceMethod;
        member.name = key.substr(10);
    } else {
        member.kind = isField ? MemberKind::Field : MemberKind::Method;
        member.name = key;
    }
}

ObjectMember memberOf(TypeContext& context, const std::string& key, const SemType& tuple) {
    ObjectMember member;
    const auto list = listView(context, BasicType::List, tuple);
    if (!list || list->fixedLength != 3)
        return member;
    readMemberKey(key, textOf(list->memberAt(0).type) == "field", member);
    member.visibility = textOf(list->memberAt(1).type);
    member.type = list->memberAt(2).type;
    member.isFinal = member.kind == MemberKind::Field && list->memberAt(2).isReadonly;
    return member;
}

void addMember(TypeContext& context, const std::string& key, const Slot& slot, ObjectAtomicType& object) {
    if (key == isolatedMark)
        object.isIsolated = true;
    else if (key == serviceMark)
        object.isService = true;
    else if (key == clientMark)
        object.isClient = true;
    else
        object.members.push_back(memberOf(context, key, slot.type));
}

void collectDistinct(const Path& path, std::vector<uint32_t>& ids) {
    for (const Atom* atom : path.positive)
        if (atom->kind == AtomKind::Distinct)
            ids.push_back(atom->distinctId);
    std::sort(ids.begin(), ids.end());
}

} // namespace

std::optional<SemType> functionParamListType(TypeContext& context, const SemType& type) {
    if (!type.within(BasicType::Function) || type.isNever())
        return std::nullopt;
    return domainOf(context, partOfType(type, BasicType::Function), neverType);
}

std::optional<SemType> functionReturnType(TypeContext& context, const SemType& type, const SemType& args) {
    const auto domain = functionParamListType(context, type);
    if (!domain || !isSubtype(context, args, *domain))
        return std::nullopt;
    return resultOf(context, partOfType(type, BasicType::Function), args, valueType);
}

std::optional<FunctionAtomicType> functionAtomicType(TypeContext& context, const SemType& type) {
    const auto path = singlePath(context, BasicType::Function, type);
    if (!path || path->positive.size() != 1)
        return std::nullopt;
    return path->positive.front()->function();
}

std::optional<FunctionSignature> functionSignature(TypeContext& context, const SemType& type) {
    const auto function = functionAtomicType(context, type);
    const auto params = function ? listView(context, BasicType::List, function->params) : std::nullopt;
    if (!params)
        return std::nullopt;
    FunctionSignature signature;
    for (uint64_t i = 0; i < params->fixedLength; ++i)
        signature.params.push_back(params->memberAt(i).type);
    if (!params->isClosed())
        signature.rest = params->rest.type;
    signature.returns = function->returns;
    signature.isIsolated = function->isIsolated;
    signature.isTransactional = function->isTransactional;
    return signature;
}

std::optional<ListAtomicType> listAtomicType(TypeContext& context, const SemType& type) {
    return listView(context, BasicType::List, type);
}

std::optional<MappingAtomicType> mappingAtomicType(TypeContext& context, const SemType& type) {
    return mappingView(context, BasicType::Mapping, type);
}

std::optional<ObjectAtomicType> objectAtomicType(TypeContext& context, const SemType& type) {
    const auto path = singlePath(context, BasicType::Object, type);
    const auto mapping = path ? mappingView(context, BasicType::Object, type) : std::nullopt;
    if (!mapping)
        return std::nullopt;
    ObjectAtomicType object;
    for (size_t i = 0; i < mapping->names.size(); ++i)
        addMember(context, mapping->names[i], mapping->slots[i], object);
    collectDistinct(*path, object.distinctIds);
    return object;
}

std::optional<TableAtomicType> tableAtomicType(TypeContext& context, const SemType& type) {
    const auto tuple = listView(context, BasicType::Table, type);
    const auto rows = tuple ? listView(context, BasicType::List, tuple->memberAt(0).type) : std::nullopt;
    if (!rows)
        return std::nullopt;
    TableAtomicType table;
    table.row = rows->rest.type;
    table.isReadonly = rows->rest.isReadonly;
    const SemType key = listAllMemberTypes(context, tuple->memberAt(1).type);
    if (!(key == valueType))
        table.keyType = key;
    const auto names = listView(context, BasicType::List, tuple->memberAt(2).type);
    if (!names || tuple->memberAt(2).type == valueType)
        return table;
    table.keyFields.emplace();
    for (uint64_t i = 0; i < names->fixedLength; ++i)
        table.keyFields->push_back(textOf(names->memberAt(i).type));
    return table;
}

std::optional<StreamAtomicType> streamAtomicType(TypeContext& context, const SemType& type) {
    if (!type.has(BasicType::Stream) || !listView(context, BasicType::Stream, type))
        return std::nullopt;
    return StreamAtomicType{streamValueType(context, type), streamCompletionType(context, type)};
}

SemType objectMemberType(TypeContext& context, const SemType& type, std::string_view name, MemberKind kind) {
    SemType result = neverType;
    const std::string key = memberKey(name, kind);
    const bool everyHasIt =
        everyConjunction(partOfType(type, BasicType::Object), nullptr, nullptr,
                         [&](const Conjunction* positive, const Conjunction*) {
                             MappingAtomicType joined;
                             if (!joinMappings(context, positive, nullptr, joined))
                                 return true;
                             const auto index = joined.indexOf(key);
                             if (!index)
                                 return false;
                             const SemType& tuple = joined.slots[*index].type;
                             result = unite(context, result, listMemberTypeAt(context, tuple, 2));
                             return true;
                         });
    return everyHasIt ? result : neverType;
}

SemType positivePart(TypeContext& context, BasicType basicType, const SemType& type) {
    Path path;
    std::vector<Path> paths;
    collectPaths(partOfType(type, basicType), path, paths);
    SemType result = neverType;
    for (const Path& each : paths)
        result = unite(context, result, conjunctionType(context.tables(), basicType, each.positive, {}));
    return result;
}

std::vector<SemType> listAlternatives(TypeContext& context, const SemType& type) {
    return alternatives(context, BasicType::List, type);
}
std::vector<SemType> mappingAlternatives(TypeContext& context, const SemType& type) {
    return alternatives(context, BasicType::Mapping, type);
}
std::vector<SemType> functionAlternatives(TypeContext& context, const SemType& type) {
    return alternatives(context, BasicType::Function, type);
}
std::vector<SemType> objectAlternatives(TypeContext& context, const SemType& type) {
    return alternatives(context, BasicType::Object, type);
}
std::vector<SemType> tableAlternatives(TypeContext& context, const SemType& type) {
    return alternatives(context, BasicType::Table, type);
}
std::vector<SemType> errorAlternatives(TypeContext& context, const SemType& type) {
    return alternatives(context, BasicType::Error, type);
}

namespace {

/// The distinct ids of each alternative.
std::vector<std::vector<uint32_t>> idsOfAlternatives(const SemType& type) {
    std::vector<std::vector<uint32_t>> result;
    for (const BasicType basicType : {BasicType::Error, BasicType::Object}) {
        Path path;
        std::vector<Path> paths;
        collectPaths(partOfType(type, basicType), path, paths);
        for (const Path& each : paths)
            collectDistinct(each, result.emplace_back());
    }
    return result;
}

} // namespace

std::vector<uint32_t> distinctIds(const SemType& type) {
    std::vector<std::vector<uint32_t>> each = idsOfAlternatives(type);
    if (each.empty())
        return {};
    std::vector<uint32_t> common = each.front();
    for (const std::vector<uint32_t>& ids : each)
        std::erase_if(common, [&](uint32_t id) { return !std::binary_search(ids.begin(), ids.end(), id); });
    return common;
}

bool isDefinite(const SemType& type) {
    const std::vector<std::vector<uint32_t>> each = idsOfAlternatives(type);
    return std::adjacent_find(each.begin(), each.end(), std::not_equal_to<>()) == each.end();
}

} // namespace barre::types
