#pragma once

#include "model/semantics/analysis.h"
#include "model/semantics/constant_fold.h"
#include "model/semantics/flow_state.h"
#include "model/semantics/given_fields.h"

#include <optional>
#include <unordered_set>

namespace barre::syntax {
struct PatternPart;
}

namespace barre::model {

/// The contextually expected type; null if there is none, which is not the same as any|error.
using Expected = const SemType*;

/// Two states of the flow: after a condition that was true, and one that was false.
struct Branches {
    FlowState yes, no;
};

/// A loop around the place that is checked.
struct LoopContext {
    FlowState entry;
    std::vector<FlowState> breaks, continues;
    int transactionDepth = 0; ///< of transaction statements around the loop
    FlowState again = {};     ///< the end of the body on a way to the next round, with its assignments alone
};

/// A statement or query that takes the errors of `check` and `fail` inside it.
struct FailTarget {
    const syntax::Node* node = nullptr;
    SemType errors;
    std::vector<FlowState> states;
    int transactionDepth = 0; ///< of transaction statements around it
    TransactionState transaction =
        TransactionState::None; ///< where it begins: a failure ends what begins inside
};

struct FunctionContext;

/// The `check`s of a query, kept until it is known whose they are: a stream's own, as it fails later, when it is
/// asked; or those of what is around the query.
struct QueryChecks {
    struct Check {
        const syntax::Node* place;
        SemType error;
        FlowState flow;
    };

    FunctionContext* function = nullptr; ///< functions inside the query have their own
    std::vector<Check> found = {};
};

/// The function whose body is checked, or the initialisation of the module.
struct FunctionContext {
    FunctionSymbol* function = nullptr; ///< null: module level
    FunctionContext* outer = nullptr;
    SemType returnType;
    bool infersReturn = false; ///< an inferred anonymous function
    SemType expectedReturn = poisonType;
    std::vector<LoopContext*> loops;
    std::vector<FailTarget*> failTargets;
    std::unordered_set<std::string> assigned; ///< names assigned anywhere in it
    int lockDepth = 0;
    int transactionDepth = 0;        ///< of transaction statements around the place
    bool callsTransactional = false; ///< an inferred anonymous function that is transactional thereby
    bool isWorker = false;
    const ClassSymbol* object = nullptr;             ///< whose fields may be assigned in `init`
    std::vector<const Symbol*> initializes;          ///< what `init` has to give a value
    std::unordered_set<const Symbol*> uninitialized; ///< those of them that some way through it leaves out
};

/// What the patterns of one match clause bind: each of them the same variables.
struct ClauseBindings {
    std::unordered_map<std::string, VariableSymbol*> known;
    std::set<std::string> bound; ///< by the pattern that is checked
};

/// Checks bodies: expressions, statements, flow. One class, one file per chapter (check_*.cpp). Every
/// function that checks an expression records its type, and returns poisonType after a mistake that it has
/// reported.
class Checker {
public:
    Checker(ModuleAnalysis& analysis, uint32_t file);

    // checker.cpp: the ways in
    void checkFunction(FunctionSymbol& function);
    void checkEntryPoint(const FunctionSymbol& function);
    void runFunction(FunctionSymbol& function, FunctionContext& context);
    FunctionContext contextOf(FunctionSymbol& function);
    /// The body alone, when it has changed; the rest of the function has been checked.
    void checkBodyAgain(FunctionSymbol& function, LocalScope& params);
    void checkClass(const ClassSymbol& object);
    void checkModuleVariable(const syntax::ModuleVarDecl* decl);
    void checkVariableForm(const syntax::ModuleVarDecl* decl);
    void requireErrorOrNil(const FunctionSymbol& function);
    void checkRecordDefaults(const RecordSymbol& record);
    /// Of a function type descriptor.
    void checkDefaults(const syntax::FunctionTypeDesc* desc);
    /// The text of the URI of an `xmlns` declaration, an expression that has the type.
    std::string namespaceUriOf(const syntax::Expression* uri, SemType type);
    SemType checkOutermost(const syntax::Expression* expr, Expected expected);
    /// The annotations and the documentation of a construct; nothing if it is null.
    void checkMetadata(const syntax::Node* owner);
    /// Types for all variables of a module-level binding pattern.
    SemType declaredType(const syntax::ModuleVarDecl* decl, SemType type);
    void resolvePattern(const syntax::ModuleVarDecl* decl);

    // checker.cpp
    void checkSignature(const FunctionSymbol& function);
    static bool dependsOn(const syntax::Node* descriptor, const std::string& param);
    void checkInferredTypedescs(const FunctionSymbol& function);
    void checkIncludedFields(const FunctionSymbol& function);

    // check_services.cpp
    void checkListener(const syntax::ListenerDecl* decl);
    void checkService(const ServiceSymbol& service);
    void checkNetworkMethods(const ClassSymbol& object);
    void checkServiceType(const syntax::ServiceDecl* decl, const ClassSymbol& object);
    void checkAttached(const ServiceSymbol& service, const syntax::Node* listener, SemType type);
    void checkResource(const FunctionSymbol& method);
    bool isServiceOf(const ClassSymbol& object, SemType wanted);
    bool isListener(SemType type);

    // check_lists.cpp
    /// The length that `T[*]` stands for where the expression initializes it; nothing if it has no fixed one.
    std::optional<uint64_t> inferredLength(const syntax::Expression* value);

    // check_annotations.cpp
    void checkAnnotationDecl(const AnnotationSymbol& annotation);
    void checkAnnotations(const syntax::Node* owner);
    void checkAttachPoint(const syntax::Annotation* annotation, const AnnotationSymbol& symbol,
                          const syntax::Node* owner);
    void checkAnnotationValue(const syntax::Annotation* annotation, const AnnotationSymbol& symbol);

    // check_documentation.cpp
    void checkDocumentation(const syntax::Node* owner);

    // check_constants.cpp
    bool requireConstantKinds(const syntax::Expression* value);
    SemType shapeOf(const ConstantValue& value);
    SemType constantType(const syntax::Expression* value, const ConstantValue& known, SemType type);
    void checkConstantDecl(ConstantSymbol& constant, const syntax::Expression* value,
                           std::optional<SemType> expected);

    // check_expressions.cpp
    /// The static type; recorded.
    SemType check(const syntax::Expression* expr, Expected expected = nullptr);
    /// The same, and the type must belong to `expected`.
    SemType checkAs(const syntax::Expression* expr, SemType expected);
    /// Reports unless `found` is a subtype of `expected`.
    bool require(const syntax::Node* place, SemType found, SemType expected);
    std::string conversionHint(SemType found, SemType expected);
    std::string textHint(SemType found, SemType expected, bool isNumber);
    std::optional<types::SingleValue> valueOf(const SemType& type) { return types::singleShape(type); }
    SemType broadType(const syntax::Expression* expr, SemType type);

private:
    friend class ScopeGuard;
    friend class FunctionGuard;

    // check_expressions.cpp
    SemType checkKind(const syntax::Expression* expr, Expected expected);
    SemType checkParenthesized(const syntax::ParenthesizedExpr* expr, Expected expected);
    SemType checkVariable(const syntax::VariableReferenceExpr* expr);
    SemType wrongAggregate(const syntax::VariableReferenceExpr* expr);
    SemType referTo(const Symbol* symbol, const syntax::Expression* expr);
    SemType variableType(const VariableSymbol& variable, const syntax::Node* place);
    const Symbol* lookUp(const syntax::Token* prefix, const syntax::Token* name);
    void hintAtSelf(const std::string& name);
    void hintAtField(SemType mapping, const std::string& name);
    const XmlNamespaceSymbol* namespaceOf(const syntax::Token* prefix) const;
    const XmlNamespaceSymbol* namespaceNamed(const std::string& name) const;
    std::optional<types::SingleValue> knownValue(const syntax::Expression* expr, SemType type);
    const Symbol* findLocal(std::string_view name) const { return m_scope ? m_scope->find(name) : nullptr; }
    SemType checkTernary(const syntax::TernaryConditionalExpr* expr, Expected expected);
    SemType checkElvis(const syntax::NilConditionalExpr* expr, Expected expected);
    SemType checkChecking(const syntax::CheckingExpr* expr, Expected expected);
    bool mayEnsure(SemType type, SemType expected);
    SemType checkTrap(const syntax::TrapExpr* expr, Expected expected);
    SemType checkCastOperand(const syntax::Expression* expr, SemType expected);
    SemType checkCast(const syntax::TypeCastExpr* expr, Expected expected);
    SemType askedAs(const syntax::Expression* expr, SemType found);
    SemType checkTypeof(const syntax::TypeofExpr* expr);
    SemType checkTypeDescExpr(const syntax::TypeDescExpr* expr);
    SemType checkLet(const syntax::LetExpr* expr, Expected expected);
    void leaveByError(const syntax::Node* place, SemType error);
    void capture(const VariableSymbol& variable);

    // check_literals.cpp
    SemType checkLiteral(const syntax::BasicLiteral* expr, Expected expected);
    SemType checkNumber(const syntax::Token* token, Expected expected, bool negative);
    SemType checkIntLiteral(const syntax::Token* token, Expected expected, bool negative);
    SemType checkFloatLiteral(const syntax::Token* token, Expected expected, bool negative);
    SemType checkByteArray(const syntax::ByteArrayLiteral* expr, Expected expected);
    SemType checkStringTemplate(const syntax::StringTemplateExpr* expr);
    SemType checkXmlTemplate(const syntax::XmlTemplateExpr* expr, Expected expected);
    void checkXmlPrefixes(const syntax::XmlTemplateExpr* expr);
    SemType xmlTemplateType(const syntax::XmlTemplateExpr* expr, Expected expected);
    SemType checkRegExpTemplate(const syntax::RegExpTemplateExpr* expr);

    // check_raw_templates.cpp
    SemType rawTemplateType(SemType rawTemplate, Expected expected);
    SemType checkInsertions(const syntax::RawTemplateExpr* expr, Expected insertions);
    void checkTemplateTexts(const syntax::RawTemplateExpr* expr, SemType strings);
    SemType checkRawTemplate(const syntax::RawTemplateExpr* expr, Expected expected);

    // constructor_choice.cpp
    bool couldBe(const syntax::Expression* expr, SemType type);
    static bool intCouldBe(const syntax::Token* literal, SemType type);
    bool listCouldBe(const syntax::ListConstructorExpr* expr, SemType alternative);
    bool mappingCouldBe(const syntax::MappingConstructorExpr* expr, SemType alternative);
    std::vector<SemType> applicable(std::vector<SemType> alternatives,
                                    const std::function<bool(SemType)>& could);
    std::vector<SemType> checkable(const syntax::Expression* expr, std::vector<SemType> candidates,
                                   const std::function<SemType(SemType)>& checkAs);
    std::vector<SemType> withoutAnyReadonly(std::vector<SemType> candidates);
    bool isCheckable(const syntax::Expression* expr, const std::function<SemType()>& check);

    // check_new.cpp
    SemType construct(const syntax::Node* expr, const ClassSymbol& object, SemType type,
                      const syntax::ArgList* args);
    SemType newStream(const syntax::Expression* expr, SemType type, const syntax::ArgList* args);
    void checkStreamObject(const syntax::Expression* expr, SemType object, SemType stream);
    std::vector<SemType> classesOf(SemType type);
    std::vector<SemType> constructible(const syntax::Expression* expr, SemType type,
                                       const syntax::ArgList* args);
    SemType checkExplicitNew(const syntax::ExplicitNewExpr* expr, Expected expected);
    SemType checkImplicitNew(const syntax::ImplicitNewExpr* expr, Expected expected);

    // check_lists.cpp
    SemType checkList(const syntax::ListConstructorExpr* expr, Expected expected);
    SemType checkListAs(const syntax::ListConstructorExpr* expr, SemType inherent);
    uint64_t minLengthWithFill(const types::ListAtomicType& list);
    SemType inferList(const syntax::ListConstructorExpr* expr, bool isReadonly);
    SemType checkListMember(const syntax::Expression* member, Expected expected);
    const syntax::Expression* spreadExpression(const syntax::Expression* member) const;
    bool isAggregated(const syntax::Expression* expr) const;
    SemType checkSpread(const syntax::Expression* expr, Expected expected = nullptr);
    bool checkSpreadMember(const syntax::Expression* member, bool isLast, SemType inherent, uint64_t& index);
    std::optional<uint64_t> spreadLength(const syntax::Expression* member);
    SemType restMembers(SemType list, uint64_t from);

    // check_mappings.cpp
    SemType checkMapping(const syntax::MappingConstructorExpr* expr, Expected expected);
    SemType withReadonlyFields(const syntax::MappingConstructorExpr* expr, types::MappingAtomicType mapping,
                               SemType inherent);
    SemType checkMappingAs(const syntax::MappingConstructorExpr* expr, SemType inherent);
    SemType inferMapping(const syntax::MappingConstructorExpr* expr, bool isReadonly);
    void addSpreadFields(SemType type, std::vector<types::Field>& fields, SemType& rest);
    static std::string fieldName(const syntax::SpecificField* field);
    bool reportClash(const GivenFields::Clash& clash, const syntax::MappingField* place);
    bool checkField(const syntax::MappingField* field, const types::MappingAtomicType& mapping,
                    const RecordSymbol* record, GivenFields& given);
    bool checkOptionalField(const syntax::SpecificField* field, SemType expected);
    bool checkSpreadField(const syntax::SpreadField* spread, SemType found,
                          const types::MappingAtomicType& mapping);
    SemType allFieldTypes(const types::MappingAtomicType& mapping);
    bool hasUnknownField(const syntax::MappingConstructorExpr* expr,
                         const types::MappingAtomicType& mapping) const;
    bool checkMissingFields(const syntax::MappingConstructorExpr* expr,
                            const types::MappingAtomicType& mapping, const RecordSymbol* record,
                            const GivenFields& given, SemType inherent);
    SemType checkFieldValue(const syntax::SpecificField* field, Expected expected);
    SemType fieldValue(const syntax::SpecificField* field, Expected expected);

    // check_tables.cpp
    SemType tableTarget(const syntax::TableConstructorExpr* expr, SemType expected);
    bool takesAnyTable(SemType part);
    SemType checkTable(const syntax::TableConstructorExpr* expr, Expected expected);
    bool inferRow(const syntax::TableConstructorExpr* expr, SemType& row,
                  const std::vector<std::string>& keys);
    void mergeRow(types::MappingAtomicType& merged, const types::MappingAtomicType& row, bool isFirst,
                  const std::vector<std::string>& keys);
    bool checkRowKeys(const syntax::TableConstructorExpr* expr, const types::TableAtomicType& table);
    std::optional<std::vector<ConstantValue>> rowKey(const syntax::MappingConstructorExpr* row,
                                                     const std::vector<std::string>& names);
    std::optional<ConstantValue> fieldConstant(const syntax::SpecificField* field);
    bool checkTableKeys(const syntax::TableConstructorExpr* expr, types::TableAtomicType& table,
                        bool isKnown);

    // check_error_constructors.cpp
    SemType checkErrorConstructor(const syntax::ErrorConstructorExpr* expr, Expected expected);
    SemType constructedError(const syntax::ErrorConstructorExpr* expr, Expected expected);
    bool errorCouldBe(const syntax::ErrorConstructorExpr* expr, SemType type);
    bool checkErrorMessage(const syntax::ErrorConstructorExpr* expr, CallFacts& call);
    bool checkErrorDetail(const syntax::ErrorConstructorExpr* expr, SemType type, CallFacts& call);
    bool isBuiltOfMutable(const syntax::Expression* value, SemType expected);
    bool checkDetailValue(const syntax::Expression* value, SemType expected);
    static std::vector<std::string> missingFields(const types::MappingAtomicType& mapping,
                                                  const RecordSymbol* record,
                                                  const std::unordered_set<std::string>& given);

    // check_access.cpp
    SemType checkFieldAccess(const syntax::FieldAccessExpr* expr);
    SemType checkOptionalFieldAccess(const syntax::OptionalFieldAccessExpr* expr);
    SemType fieldOfObject(const syntax::Expression* expr, SemType object, const syntax::Token* name);
    SemType fieldOfMapping(const syntax::Expression* expr, SemType container, const syntax::Token* name,
                           bool isOptional);
    SemType laxField(const syntax::Expression* expr, SemType container, const std::string& name,
                     bool isOptional);
    SemType xmlAttribute(const syntax::Expression* expr, SemType container, const syntax::Token* prefix,
                         const syntax::Token* name, bool isOptional);
    bool declaresField(SemType mapping, const std::string& name);
    std::optional<SemType> declaredFieldType(SemType mapping, const std::string& name);
    bool declaresFieldEverywhere(SemType mapping, const std::string& name);
    bool isLax(SemType type);
    bool isVisible(const Symbol& member) const;
    SemType checkMemberAccess(const syntax::MemberAccessExpr* expr);
    SemType memberOf(const syntax::MemberAccessExpr* expr, SemType container);
    SemType tableMember(const syntax::MemberAccessExpr* expr, SemType container);
    SemType checkAnnotAccess(const syntax::AnnotAccessExpr* expr);
    SemType checkXmlFilter(const syntax::XmlFilterExpr* expr);
    SemType checkXmlStep(const syntax::XmlStepExpr* expr);
    void checkXmlNamePattern(syntax::SeparatedNodeList<syntax::XmlAtomicNamePattern> pattern);
    /// The type that may be stored at an lvexpr; recorded.
    SemType checkPlace(const syntax::Expression* lvexpr, bool isCompound);
    SemType checkContainer(const syntax::Expression* expr);
    SemType fieldPlace(const syntax::FieldAccessExpr* expr, bool isCompound);
    SemType memberPlace(const syntax::MemberAccessExpr* expr, bool isCompound);
    SemType variablePlace(const syntax::VariableReferenceExpr* expr, bool isCompound);

    // check_initialization.cpp
    std::vector<const Symbol*> initializedBy(const FunctionSymbol& function) const;
    static std::vector<const Symbol*> uninitializedFields(const ClassSymbol& object);
    void beginInitialization(FunctionContext& context);
    void endInitialization();
    static bool isOnItsOwn(const FunctionContext& context);
    void checkInitializingBody(FunctionContext& context, const std::function<void()>& check);
    void reportUninitialized(const FunctionContext& context);
    void reportUninitialized(const Symbol& symbol, const ClassSymbol* object);
    const FieldSymbol* initializedField(const syntax::Expression* expr) const;
    bool mayInitialize(const syntax::Expression* expr) const;
    void noteFieldAssigned(const syntax::Expression* lvexpr);
    bool requireInitialized(const syntax::Expression* access);
    void checkUseOfSelf(const VariableSymbol& variable, const syntax::Node* place);

    // check_calls.cpp
    SemType checkFunctionCall(const syntax::FunctionCallExpr* expr, Expected expected);
    const FunctionSymbol* aggregateFunction(const syntax::FunctionCallExpr* expr);
    bool isUnknownInQuery(const syntax::Expression* expr) const;
    bool isMistakenAggregate(const syntax::FunctionCallExpr* expr);
    const syntax::Expression* misusedAggregate(const syntax::Expression* expr) const;
    const syntax::Expression* aggregatedArg(const syntax::ArgList* args) const;
    const Symbol* calledSymbol(const syntax::VariableReferenceExpr* reference);
    SemType callAggregate(const syntax::FunctionCallExpr* expr, const FunctionSymbol& function,
                          Expected expected);
    SemType checkMethodCall(const syntax::MethodCallExpr* expr, Expected expected);
    SemType callMethod(const syntax::Expression* expr, SemType receiver, const syntax::Token* name,
                       const syntax::Expression* receiverExpr, const syntax::ArgList* args,
                       Expected expected);
    SemType callLanglib(const syntax::Node* expr, SemType receiver, const syntax::Token* name,
                        const syntax::Node* receiverExpr, const syntax::ArgList* args, Expected expected);
    const FunctionSymbol* langlibFunction(SemType receiver, const std::string& name);
    void hintAtConstructor(std::string_view name, const Symbol* symbol);
    void reportUnknownMethod(const syntax::Token* token, SemType receiver);
    void reportUnknownRemoteMethod(const syntax::Token* token, SemType receiver);
    SemType checkRemoteCall(const syntax::RemoteMethodCallAction* expr, Expected expected);
    const FunctionSymbol* initialFunction(const VariableSymbol& variable) const;
    const syntax::FunctionTypeDesc* functionDescriptor(const syntax::Node* desc) const;
    const syntax::FunctionTypeDesc* functionDescriptor(const VariableSymbol& variable) const;
    void addDescriptor(Signature& signature, const Symbol* declared) const;
    static void addDescriptor(Signature& signature, const syntax::FunctionTypeDesc* descriptor);
    SemType callValue(const syntax::Expression* expr, SemType function, const syntax::ArgList* args,
                      CallFacts call, const Symbol* declared = nullptr);
    SemType callSymbol(const syntax::Node* expr, const FunctionSymbol& function, const syntax::ArgList* args,
                       Expected expected, CallFacts call, SemType receiver);
    std::optional<Signature> signatureOf(SemType function, uint64_t argCount);
    SemType givenTypes(const CallFacts& call, const Signature& signature);
    SemType finishCall(const syntax::Node* expr, CallFacts call, SemType result);
    void requireIsolatedCall(const syntax::Node* place, SemType function);

    // check_args.cpp
    friend class ArgBinder;
    bool bindArgs(const syntax::Node* expr, const FunctionSymbol* function, const Signature& signature,
                  const syntax::ArgList* args, CallFacts& call, TypeBindings* bindings,
                  const syntax::Expression* receiverExpr, SemType receiver);
    void inferRest(const FunctionSymbol* function, const syntax::TypeDesc* desc, SemType found, bool isSpread,
                   TypeBindings* bindings);
    void checkArgsAnyway(const syntax::ArgList* args);

    // generics.cpp
    SemType instantiate(const FunctionSymbol& function, const syntax::TypeDesc* desc,
                        const TypeBindings& bindings);
    void inferBindings(const FunctionSymbol& function, const syntax::TypeDesc* desc, SemType arg,
                       TypeBindings& bindings);
    SemType memberOfMapping(SemType type);
    SemType genericResult(const FunctionSymbol& function, TypeBindings& bindings, Expected expected,
                          CallFacts& call, const syntax::Node* place);

    // check_operators.cpp
    SemType checkUnary(const syntax::UnaryExpr* expr, Expected expected);
    SemType checkBinary(const syntax::BinaryExpr* expr, Expected expected);
    std::pair<SemType, SemType> checkOperands(const syntax::BinaryExpr* expr, Expected expected);
    std::string broadText(SemType type);
    void reportOperands(const syntax::Node* place, std::string_view op, SemType left, SemType right);
    SemType arithmetic(const syntax::Node* expr, std::string_view op, SemType left, SemType right,
                       const syntax::Node* place);
    SemType bitwise(const syntax::Node* expr, std::string_view op, SemType left, SemType right,
                    const syntax::Node* place);
    SemType comparison(const syntax::BinaryExpr* expr, std::string_view op, SemType left, SemType right);
    SemType equality(const syntax::BinaryExpr* expr, std::string_view op, SemType left, SemType right);
    SemType folded(const syntax::Node* expr, std::string_view op, SemType left, SemType right, SemType type);
    bool mayFailLater(const syntax::Node* expr, const SemType& type, const Folded& result);
    bool refersToConstant(const syntax::Node* expr);
    bool mixedWithInt(std::string_view op, SemType a, SemType b);
    SemType intRangeType();
    bool isCharWithText(SemType character, SemType other);
    SemType comparedType(const syntax::Expression* expr, SemType type);
    bool mayBeEqual(SemType left, SemType right);
    void noteConstant(const syntax::Node* expr, std::string_view op, SemType left, SemType right);
    SemType checkRange(const syntax::RangeExpr* expr);

    // check_functions.cpp
    SemType checkAnonymousFunction(const syntax::ExplicitAnonymousFunctionExpr* expr);
    SemType checkInferredFunction(const syntax::InferAnonymousFunctionExpr* expr, Expected expected);
    void checkBody(FunctionContext& context, const syntax::Node* body);
    void requireReturn(const FunctionContext& context, const syntax::Token* closeBrace);
    static bool hasSyntaxError(const syntax::Node* node);
    void enterFunction(FunctionContext& context, const syntax::Node* body);
    void runNested(FunctionSymbol& function, const syntax::Node* node,
                   const std::function<void(FunctionContext&)>& body);

    // check_defaults.cpp
    void checkDefaultsIn(const syntax::Node* desc);
    void checkDefault(const syntax::FunctionTypeDesc* desc, size_t param);
    void checkLocalDefaults(const RecordSymbol& record);
    FunctionSymbol& makeClosure(const syntax::Node* decl);
    void checkClosure(FunctionSymbol& closure, const syntax::Expression* value, SemType type);
    bool reachesDefault(const FieldSymbol& field);
    const FunctionSymbol* defaultClosure(const syntax::Node* value);
    bool reachesCaptures(const FunctionSymbol& closure);
    void declareParams(const FunctionSymbol& function);

    // check_resources.cpp
    struct AccessedPath;
    AccessedPath checkAccessedPath(const syntax::ResourceAccessAction* expr);
    void addMembers(AccessedPath& path, const syntax::Expression* list);
    bool belongsTo(SemType given, SemType declared);
    bool takesSegment(SemType declared, SemType given, const syntax::Expression* value);
    SemType typeOfSegment(const PathSegment& segment);
    std::optional<int> pathScore(const std::vector<PathSegment>& declared, const AccessedPath& path,
                                 bool isRough);
    void checkSegmentsAs(const FunctionSymbol& method, const AccessedPath& path,
                         const syntax::ResourceAccessAction* expr);
    static const syntax::Node* nodeAt(const syntax::ResourceAccessAction* expr, size_t segment);
    const FunctionSymbol* resourceFor(const ClassSymbol& object, const std::string& accessor,
                                      const AccessedPath& path, bool isRough);
    SemType checkResourceAccess(const syntax::ResourceAccessAction* expr, Expected expected);

    // check_objects.cpp
    SemType objectTarget(const syntax::ObjectConstructorExpr* expr, Expected expected);
    void inferObjectQualifiers(ClassSymbol& object, SemType target);
    SemType checkObjectConstructor(const syntax::ObjectConstructorExpr* expr, Expected expected);
    void checkFieldInitializer(const ClassSymbol& object, const FieldSymbol& field);

    // check_queries.cpp
    SemType checkQuery(const syntax::QuerySelectExpr* expr, Expected expected);
    SemType checkCollect(const syntax::QueryCollectExpr* expr, Expected expected);
    SemType checkQueryAction(const syntax::QueryAction* expr);
    struct QueryState;
    void checkPipeline(const syntax::QueryPipeline* pipeline, QueryState& state);
    void checkClause(const syntax::QueryClause* clause, QueryState& state);
    void checkFrom(const syntax::Node* clause, const syntax::TypedBindingPattern* pattern,
                   const syntax::Expression* source, SemType collection, QueryState& state);
    void makeOptional(size_t bound);
    SemType checkOuterKey(const syntax::Expression* key, size_t bound);
    void checkJoin(const syntax::JoinClause* clause, QueryState& state);
    void checkOnConflict(const syntax::QuerySelectExpr* expr, QueryFacts& facts, Expected expected);
    template<class Check>
    SemType withoutBound(size_t count, Check check);
    void checkOrderBy(const syntax::OrderByClause* clause);
    void checkGroupBy(const syntax::GroupByClause* clause, QueryState& state);
    void captureAll(const syntax::Node* expr);
    void takeChecks(const syntax::QuerySelectExpr* expr, QueryState& state);
    void passChecksOn(const QueryChecks& checks);
    SemType queryResult(const syntax::QuerySelectExpr* expr, QueryState& state, Expected expected);
    SemType expectedMember(SemType expected, QueryResult result);
    SemType chosenList(const syntax::Expression* selected, SemType expected);
    SemType readonlyIfExpected(SemType type, Expected expected, types::BasicType basic);
    SemType queryList(const syntax::QuerySelectExpr* expr, SemType member, Expected expected);
    SemType queryMapping(const syntax::QuerySelectExpr* expr, SemType found, Expected expected);
    SemType withReadonlyKeys(const syntax::QuerySelectExpr* expr, SemType row);
    SemType queryTable(const syntax::QuerySelectExpr* expr, SemType row, Expected expected);
    void aggregate(VariableSymbol& variable, bool isNeverEmpty);

    // check_actions.cpp
    void forbidInLock(const syntax::Node* place, std::string_view what);
    SemType checkStart(const syntax::StartAction* expr, Expected expected);
    SemType checkSingleWait(const syntax::SingleWaitAction* expr);
    SemType checkAlternateWait(const syntax::AlternateWaitAction* expr);
    SemType checkMultipleWait(const syntax::MultipleWaitAction* expr);
    SemType waitFor(const syntax::Expression* expr);
    // check_messages.cpp
    SemType failureBefore(const syntax::Node* place);
    SemType expectedField(Expected expected, const std::string& name);
    SemType checkMultipleReceive(const syntax::MultipleReceiveAction* expr, Expected expected);
    SemType checkAlternateReceive(const syntax::AlternateReceiveAction* expr, Expected expected);
    void checkExchange(const syntax::PeerWorker* peer);
    bool isErrorGiven(const syntax::Expression* value);
    bool mayEndBetween(const syntax::Node* from, const syntax::Node* to);
    void requireFlushes(const syntax::Node* body);
    bool isFlushed(const syntax::AsyncSendAction* send);
    std::optional<SemType> expectedByReceive(const syntax::PeerWorker* receive);
    SemType receiveFailure(const syntax::PeerWorker* peer);
    SemType noMessage(const syntax::PeerWorker* send);
    SemType checkFlush(const syntax::FlushAction* expr);
    static bool isDefaultWorker(const syntax::PeerWorker* peer);
    SemType checkSingleReceive(const syntax::SingleReceiveAction* expr, Expected expected);
    SemType checkSend(const syntax::Expression* value, const syntax::PeerWorker* peer, bool isSync);
    SemType checkReceive(const syntax::PeerWorker* peer, Expected expected);
    const VariableSymbol* peerWorker(const syntax::PeerWorker* peer);

    // check_statements.cpp
    void checkStatement(const syntax::Statement* statement);
    void checkKind(const syntax::Statement* statement);
    void checkBlock(const syntax::StatementBlock* block);
    void checkUnreached(const syntax::Statement* statement);
    void checkStatements(syntax::NodeList<syntax::Statement> statements);
    void checkLocalVar(const syntax::LocalVarDeclStmt* statement);
    void checkAssignment(const syntax::AssignmentStmt* statement);
    void checkCompoundAssignment(const syntax::CompoundAssignmentStmt* statement);
    void checkDestructuring(const syntax::DestructuringAssignmentStmt* statement);
    void checkCallStatement(const syntax::Expression* expr);
    void checkReturn(const syntax::ReturnStmt* statement);
    void hintAtReturns(SemType found);
    void checkBranch(const syntax::StatementBlock* block);
    void checkIf(const syntax::IfElseStmt* statement);
    void checkDo(const syntax::DoStmt* statement);
    void checkLock(const syntax::LockStmt* statement);
    void checkFail(const syntax::FailStmt* statement);
    void checkPanic(const syntax::PanicStmt* statement);

    // check_transactions.cpp
    void checkRetryManager(const syntax::Node* statement, const syntax::TypeParameter* parameter,
                           const syntax::ArgList* args);
    void checkRetry(const syntax::RetryStmt* statement);
    void checkRetryTransaction(const syntax::RetryTransactionStmt* statement);
    void checkTransaction(const syntax::TransactionStmt* statement);
    void checkRollback(const syntax::RollbackStmt* statement);
    SemType checkCommit(const syntax::CommitAction* expr);
    bool isTransactionalScope() const;
    Branches testedTransactional() const;
    void requireTransactionalScope(const syntax::Node* place, const std::string& name);
    void requireEndedTransaction(const syntax::Node* place);
    void checkWorkerScope(const syntax::NamedWorkerDecl* worker);

    // check_statements.cpp
    void checkXmlns(const syntax::XmlnsDeclStmt* statement);
    void checkFork(const syntax::ForkStmt* statement);
    void checkWorker(const syntax::NamedWorkerDecl* statement);
    void declareWorker(const syntax::NamedWorkerDecl* statement);
    void withOnFail(const syntax::Node* node, const syntax::OnFailClause* clause,
                    const std::function<void()>& body);
    void leaveUnreachable() { m_flow = FlowState::unreachable(m_flow); }

    // check_loops.cpp
    template<class Body>
    FlowState checkLoopBody(LoopContext& loop, Body body);
    FlowState withoutNarrowingOfAssigned(const FlowState& before, const FlowState& afterBody);
    SemType returnedBy(SemType object, std::string_view method);
    bool iterateObject(SemType object, IterationFacts& facts);
    void widenTested(const syntax::WhileStmt* statement);
    void checkWhile(const syntax::WhileStmt* statement);
    void narrowToElement(const syntax::BindingPattern* pattern, SemType element);
    void checkForeach(const syntax::ForeachStmt* statement);
    void checkJump(const syntax::Statement* statement, bool isBreak);
    IterationFacts iterate(const syntax::Node* place, SemType collection, const syntax::Expression* source);
    bool isTrulyNarrowed(const FlowState& state, const Symbol& symbol);
    void endOfLoopBody(const LoopContext& loop, const FlowState& state);

    // check_match.cpp
    void checkMatch(const syntax::MatchStmt* statement);
    /// What values of the target a pattern may match, and which it surely matches.
    struct PatternTypes {
        SemType possible, sure;
    };
    SemType checkClausePatterns(const syntax::MatchClause* clause, SemType target, SemType left,
                                std::vector<ConstantValue>& known, const VariableSymbol* variable);
    void noteConstant(const syntax::ConstPattern* pattern, std::vector<ConstantValue>& known, size_t reports);
    /// Declares the variables of the pattern, too.
    PatternTypes checkPattern(const syntax::Node* pattern, SemType target);
    PatternTypes checkPatternKind(const syntax::Node* pattern, SemType target);
    SemType takenByShape(const syntax::Node* pattern, SemType target, SemType shape);
    PatternTypes checkConstPattern(const syntax::ConstPattern* pattern, SemType target);
    SemType chosenByConstants(SemType target, SemType shape);
    PatternTypes checkListPattern(const syntax::Node* pattern, SemType target);
    PatternTypes checkMappingPattern(const syntax::Node* pattern, SemType target);
    PatternTypes checkErrorPattern(const syntax::Node* pattern, SemType target);
    static bool takesAll(const syntax::PatternPart& part);

    // check_bindings.cpp
    SemType restOfList(const SemType& list, uint64_t from);
    SemType restOfMapping(const SemType& mapping, const std::vector<std::string>& taken);
    void declarePattern(const syntax::BindingPattern* pattern, SemType type, bool isFinal);
    SemType assignable(const Symbol* symbol, const syntax::Node* place);
    void assignPattern(const syntax::BindingPattern* pattern, SemType type);
    template<class OnName>
    void walkPattern(const syntax::BindingPattern* pattern, SemType type, OnName onName);
    /// `T p = value`: checks the value, declares the variables of p.
    void checkTypedPattern(const syntax::TypedBindingPattern* typed, const syntax::Expression* value,
                           bool isFinal);
    void forbidNever(const syntax::TypeDesc* desc, SemType type);
    SemType patternType(const syntax::TypedBindingPattern* typed, SemType found, const syntax::Node* place);
    VariableSymbol* sharedBinding(const syntax::Token* name, const syntax::Node* decl, SemType type);
    VariableSymbol& declareLocal(const syntax::Token* name, const syntax::Node* decl, SemType type,
                                 bool isFinal);

    // narrowing.cpp
    Branches condition(const syntax::Expression* expr);
    Branches conditionKind(const syntax::Expression* expr, SemType& type);
    Branches narrowByTest(const syntax::IsExpr* expr, SemType& type);
    Branches narrowByEquality(const syntax::BinaryExpr* expr, bool isEqual, SemType& type);
    void narrowVariable(const syntax::Expression* subject, SemType test, Branches& branches,
                        bool testIsExact);
    const VariableSymbol* narrowable(const syntax::Expression* expr) const;
    bool isNarrowed(const syntax::Expression* expr) const;
    bool isOfOuterFunction(const VariableSymbol& variable) const;
    SemType doubtedByTests(const syntax::Expression* expr, SemType test);
    SemType withoutTested(SemType type, SemType tested);
    SemType certainlyWithoutTested(SemType type, SemType tested);

    // flow
    FlowState joined(const FlowState& a, const FlowState& b) { return FlowState::join(m_types, a, b); }
    void reportUnused(const Scope& scope);

    SemType unite(SemType a, SemType b);
    SemType resolveType(const syntax::TypeDesc* desc);
    bool isSubtype(SemType a, SemType b);
    void report(DiagnosticCode code, const syntax::Node* node, std::vector<std::string> args = {}) {
        m_analysis.report(code, node, std::move(args));
    }
    void report(DiagnosticCode code, const syntax::Token* token, std::vector<std::string> args = {}) {
        m_analysis.report(code, token, std::move(args));
    }
    SemType wrong(DiagnosticCode code, const syntax::Node* node, std::vector<std::string> args = {}) {
        m_analysis.report(code, node, std::move(args));
        return poisonType;
    }
    std::string text(const SemType& type) { return m_analysis.text(type); }
    ModelTables& tables() { return m_analysis.tables(); }

    ModuleAnalysis& m_analysis;
    types::TypeContext& m_types;
    uint32_t m_file;
    LocalScope* m_scope = nullptr;
    FunctionContext* m_function = nullptr;
    QueryChecks* m_queryChecks = nullptr; ///< of the innermost query that constructs something
    FlowState m_flow;
    bool m_isConstant = false;        ///< the value of the expression must be known
    bool m_isExpectedUnknown = false; ///< a mistake, told already, hides what type is expected
    bool m_isCondition = false;       ///< the value of the expression decides what can be reached
    std::unordered_set<const VariableSymbol*> m_used;
    std::unordered_map<const syntax::PeerWorker*, SemType>
        m_receiveTypes;   ///< what receives that were checked expect
    int m_trialDepth = 0; ///< constructors that are being tried as one alternative of a union
    ClauseBindings* m_clauseBindings = nullptr;        ///< while the patterns of a match clause are checked
    std::unordered_set<const Symbol*> m_hidden;        ///< bound by clauses that the place does not see
    const syntax::Expression* m_castOperand = nullptr; ///< of the last cast, which converts by itself
    const syntax::Expression* m_openResult = nullptr;  ///< the argument whose own result says what type it is
    std::unordered_set<const VariableSymbol*> m_aggregated; ///< stand for several values here
    const syntax::Node* m_misuse = nullptr; ///< the expression that the last wrong use of one was told of
};

/// A scope for the names of a block; it lives on in the tables.
class ScopeGuard {
public:
    ScopeGuard(Checker& checker, const syntax::Node* range);
    ~ScopeGuard();
    ScopeGuard(const ScopeGuard&) = delete;
    ScopeGuard& operator=(const ScopeGuard&) = delete;

private:
    Checker& m_checker;
    LocalScope* m_outer;
};

const syntax::Expression* withoutParens(const syntax::Expression* expr);
/// The names of the variables that statements below the node assign.
void collectAssigned(const syntax::Node* body, std::unordered_set<std::string>& names);
/// The name, if the descriptor is a type parameter, or a parameter, of the function.
std::string typeParamName(const FunctionSymbol& function, const syntax::TypeDesc* desc);

// What the resolution of declarations needs of expressions.

/// The value of a constant expression at module level, or nothing and a message.
std::optional<types::SingleValue> evaluateConstant(ModuleAnalysis& analysis, const ModuleSymbol& module,
                                                   uint32_t file, const syntax::Expression* expr,
                                                   std::optional<SemType> expected);
/// The URI of an `xmlns` declaration at module level; empty after a message.
std::string namespaceUri(ModuleAnalysis& analysis, uint32_t file, const syntax::Expression* uri);
void checkConstant(ModuleAnalysis& analysis, ConstantSymbol& constant, const syntax::Expression* value,
                   std::optional<SemType> expected);
SemType inferModuleVariable(ModuleAnalysis& analysis, const VariableSymbol& variable,
                            const syntax::Expression* value);
void resolveModulePattern(ModuleAnalysis& analysis, const syntax::ModuleVarDecl* decl);
bool isConstantExpression(const ModelTables& tables, const syntax::Node* expr);
ConstantValue constantValueOf(const types::SingleValue& value);
std::optional<types::SingleValue> singleValueOf(const ConstantValue& value);
/// What `T[*]` stands for where the expression initializes it at module level.
std::optional<uint64_t> inferredLength(ModuleAnalysis& analysis, uint32_t file,
                                       const syntax::Expression* value);
/// The value of a constant structure such as `{a: 1, b: [2, 3]}`; nothing if it is none.
std::optional<ConstantValue> constantStructure(const ModelTables& tables, const syntax::Expression* expr);
/// The constant value of a field, which may be that of the constant of the same name: `{a}`.
std::optional<ConstantValue> constantField(const ModelTables& tables, const syntax::SpecificField* field);

} // namespace barre::model
