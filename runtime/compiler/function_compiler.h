#pragma once

#include "runtime/bytecode/assembler.h"
#include "runtime/compiler/program_compiler.h"

#include <functional>
#include <map>
#include <optional>

namespace barre::syntax {
struct PatternPart;
}

namespace barre::runtime {

using Reg = uint16_t;
using model::SemanticModel;
using model::SemType;
using syntax::Node;
using syntax::TokenKind;
using types::BasicType;

struct LockSet;

/// Workers that can send messages to each other.
struct PeerGroup {
    const model::VariableSymbol* variable = nullptr; ///< holds their messages; null: there are none
    std::vector<std::string> members;                ///< `function` is the function's own worker

    std::optional<uint16_t> memberOf(const std::string& name) const;
};

/// Compiles the body of one function. The chapters of the language are its files: statements, loops,
/// assignments, patterns, failures, expressions, operators, conditions, calls, access, constructors,
/// closures, queries, workers, messages.
///
/// Registers: parameters first, then local variables as their scopes open, then temporaries. An expression is
/// compiled into a register that the caller names (`exprTo`), or into any (`expr`): a local variable's own
/// register or a new temporary. Everything above `m_next` is free; scopes put `m_next` back.
class FunctionCompiler {
public:
    FunctionCompiler(ProgramCompiler& program, const SemanticModel& model, FunctionCode code,
                     FunctionCompiler* outer = nullptr, ObjectCaptures* object = nullptr);

    // ---- whole functions (function_compiler.cpp)
    FunctionCode compileFunction(const model::FunctionSymbol& function);
    /// `init` with the field initialisers before its body; without an init function just these.
    FunctionCode compileInit(const model::ClassSymbol& object);
    /// A function without parameters that returns an expression.
    FunctionCode compileThunk(const Node& expr);
    /// Functions without parameters that make a filler value: a record of its defaults, a new object.
    FunctionCode compileRecordFiller(const model::RecordSymbol& record);
    FunctionCode compileObjectFiller(const model::ClassSymbol& object);
    FunctionCode compileModuleInit(const std::vector<const model::Symbol*>& order,
                                   const std::function<void(FunctionCompiler&)>& annotations);
    FunctionCode compileServiceStart(const model::ServiceSymbol& service, ClassId classId);
    /// What stands for a function while tests run (mocks.cpp); `original` has its own body.
    FunctionCode compileMock(const model::FunctionSymbol& function, const FunctionMock& mock,
                             FunctionId original);
    FunctionCode compileMethodMock(const model::FunctionSymbol& method);

    /// Variables of functions around this one that it uses, in the order of its captures.
    const std::vector<const model::VariableSymbol*>& captures() const { return m_captures; }

    // ---- for module initialisation
    void initialise(const model::VariableSymbol& variable, std::unordered_set<const Node*>& done);
    /// The value of an annotation, or the list of the values of one that may be repeated; null: none is
    /// given.
    void annotationToGlobal(const std::vector<const Node*>& values, const SemType& type, GlobalId global);
    void exprToGlobal(const Node* expr, GlobalId global);

private:
    void emptyAnnotationTo(const SemType& type, Reg dst);

    // ---- registers
    struct Variable {
        Reg reg = 0;
        bool isCell = false;
    };
    /// Frees temporaries and locals made since.
    class Scope {
    public:
        explicit Scope(FunctionCompiler& compiler)
            : m_compiler(compiler), m_next(compiler.m_next), m_firstTemp(compiler.m_firstTemp) {}
        ~Scope() {
            m_compiler.m_next = m_next;
            m_compiler.m_firstTemp = m_firstTemp;
        }
        Scope(const Scope&) = delete;

    private:
        FunctionCompiler& m_compiler;
        Reg m_next, m_firstTemp;
    };
    Reg temp();
    Reg temps(size_t count);
    /// The register where arguments of a call begin whose result is wanted in `dst`.
    Reg argBase(Reg dst);

    // ---- emission
    void emit(Opcode op, Reg a = 0, Reg b = 0, Reg c = 0) { m_asm.abc(op, a, b, c); }
    void move(Reg dst, Reg src) {
        if (dst != src)
            emit(Opcode::MOVE, dst, src);
    }
    void loadString(Reg dst, std::string_view text);
    void loadInt(Reg dst, int64_t value);
    void loadNil(Reg dst) { emit(Opcode::LOAD_NIL, dst); }
    void intrinsic(std::string_view name, Reg base, Reg count);
    void place(const Node* node);
    void place(const Node* node, model::SourceRange range);
    void unsupported(const Node* node, std::string construct);
    ProgramBuilder& builder() { return m_program.builder(); }
    types::TypeContext& types() { return m_program.types(); }
    TypeId typeId(const SemType& type) { return builder().type(type); }

    // ---- variables (variables.cpp)
    /// Makes `reg`, which holds its value, the variable's register (or puts it into a cell).
    void bindVariable(const model::VariableSymbol& variable, Reg reg);
    /// A variable without a value yet.
    void declareVariable(const model::VariableSymbol& variable);
    /// Null: it is not a variable of this function.
    const Variable* findLocal(const model::VariableSymbol& variable) const;
    /// The plain register of a local variable, if it has one.
    std::optional<Reg> registerOf(const Node* expr) const;
    void variableTo(const model::VariableSymbol& variable, Reg dst);
    void storeVariable(const model::VariableSymbol& variable, Reg value);
    /// What a closure made here captures for a variable: its value, or its cell.
    void captureTo(const model::VariableSymbol& variable, Reg dst);
    /// A captured variable of an outer function into a register: the value or the cell.
    void loadCapture(const model::VariableSymbol& variable, Reg dst);
    size_t captureIndex(const model::VariableSymbol& variable);
    bool isCellVariable(const model::VariableSymbol& variable) const;

    // ---- mocks (mocks.cpp)
    void passOn(FunctionId function, bool isNative);
    void argumentListTo(Reg dst, Reg first);
    void mockedClass(const Node* node, const model::CallFacts& call);

    // ---- functions
    void bindParameters(const model::FunctionSymbol& function);
    void body(const Node* body);
    void fieldInitialisers(const model::ClassSymbol& object, Reg self);
    FunctionCode finish();

    void configurable(const model::VariableSymbol& variable, GlobalId global);
    void ignoredVariables();

    // ---- statements (statements.cpp)
    void statement(const Node* node);
    void plainStatement(const Node* node);
    void statements(const syntax::NodeList<syntax::Statement>& list);
    void block(const syntax::StatementBlock* block);
    void localVarDecl(const syntax::LocalVarDeclStmt* node);
    void ifElse(const syntax::IfElseStmt* node);
    void returnStmt(const syntax::ReturnStmt* node);
    void leaveWith(Reg value, bool isFailure = false);
    void expressionStatement(const Node* expr);

    // ---- loops (loops.cpp)
    struct Loop {
        Label breakLabel, continueLabel;
        size_t cleanups = 0;
    };
    void whileStmt(const syntax::WhileStmt* node);
    void foreachStmt(const syntax::ForeachStmt* node);
    void jumpOut(bool toContinue);
    /// Runs `body` for every value of `iterable`, the value in a register; labels as a loop has them.
    void iterate(const Node* site, const Node* iterable, const model::IterationFacts* facts, Label breakLabel,
                 Label continueLabel, const std::function<void(Reg)>& body);
    void iterateRange(const syntax::RangeExpr* range, Label breakLabel, Label continueLabel,
                      const std::function<void(Reg)>& body);
    void iterateList(Reg list, Label breakLabel, Label continueLabel, const std::function<void(Reg)>& body);
    void iterateSequence(Reg sequence, Label breakLabel, Label continueLabel,
                         const std::function<void(Reg)>& body);
    /// Objects with next(): iterators of iterable objects, streams.
    void iterateNext(const Node* site, Reg iterator, bool isStream, Label breakLabel, Label continueLabel,
                     const std::function<void(Reg)>& body);

    const Node* failSite(const Node* site) const;

    // ---- assignments (assignments.cpp)
    void assignment(const syntax::AssignmentStmt* node);
    void compoundAssignment(const syntax::CompoundAssignmentStmt* node);
    /// A place that can be assigned to, its containers and keys evaluated once.
    struct Place {
        enum class Kind : uint8_t {
            Variable,
            Ignore,
            Field,
            ObjectSlot,
            ObjectField,
            Member
        } kind = Kind::Ignore;
        const model::VariableSymbol* variable = nullptr;
        const model::AccessFacts* access = nullptr;
        const Node* node = nullptr;
        Reg container = 0, key = 0;
        int slot = 0;
        std::string name;
    };
    Place placeOf(const Node* lvexpr);
    void containerTo(const Node* expr, Reg dst);
    void loadPlace(const Place& place, Reg dst);
    void storePlace(const Place& place, Reg value, const SemType& valueType);
    std::optional<int> knownSlot(const model::AccessFacts& access, const Node* object) const;

    // ---- patterns (patterns.cpp, match.cpp)
    /// Declares what a binding pattern binds and takes the values out of `value`.
    void bindPattern(const Node* pattern, Reg value);
    void declarePattern(const Node* pattern);
    void destructure(const Node* pattern, Reg value, bool declare);
    void destructureTarget(const Node* target, Reg value, bool declare);
    void destructureList(const syntax::ListBindingPattern* pattern, Reg value, bool declare);
    void destructureMapping(const syntax::MappingBindingPattern* pattern, Reg value, bool declare);
    void destructureError(const syntax::ErrorBindingPattern* pattern, Reg value, bool declare);
    void matchStmt(const syntax::MatchStmt* node);
    void matchPattern(const Node* pattern, Reg value, const SemType& type, Label no);
    void matchVariable(const Node* pattern, Reg value);
    void matchList(const Node* pattern, Reg value, Label no);
    void matchMapping(const Node* pattern, Reg value, Label no);
    void matchField(const syntax::PatternPart& part, Reg mapping, Reg item, Label no);
    void matchRest(const syntax::PatternPart& part, Reg mapping, Reg item,
                   const std::vector<std::string>& names);
    void matchError(const Node* pattern, Reg value, Label no);
    void requireErrorType(const syntax::TypeReference* reference, Reg value, Label no);
    void requireBasic(uint32_t bits, Reg value, Label no);
    void requireLength(Reg list, int64_t length, bool orMore, Label no);
    void requireType(const SemType& type, Reg value, Label no);
    SemType restType(const Node* rest);
    void listRest(Reg dst, Reg list, int16_t from, const syntax::Node* rest);
    void mappingRest(Reg dst, Reg mapping, const std::vector<std::string>& names, const SemType& type);

    // ---- failures (failures.cpp)
    struct FailTarget {
        const Node* owner = nullptr;
        Label label;
        Reg error = 0;
        size_t cleanups = 0;
    };
    void withOnFail(const Node* owner, const syntax::OnFailClause* clause, const std::function<void()>& body);
    void ensureTo(const syntax::Node* node, model::SemType type, Reg dst);
    void checkingTo(const syntax::CheckingExpr* node, Reg dst);
    void check(const Node* node, Reg value);
    void failStmt(const syntax::FailStmt* node);
    /// Leaves for the on-fail clause (or query) `target`, or the function.
    void failTo(const Node* target, Reg error);
    void lockStmt(const syntax::LockStmt* node);
    void lockKeysTo(const LockSet& set, Reg keys);
    void trapTo(const syntax::TrapExpr* node, Reg dst);
    /// The registers of a retry statement.
    struct Retry {
        const Node* node;
        Reg manager;
        Reg decision; ///< of the manager about this attempt, nil while it was not asked
        Reg previous; ///< what is known of the transaction of the last attempt
    };
    /// A lock that is held, or a transaction that has begun.
    struct Cleanup {
        enum class Kind : uint8_t { Lock, Transaction } kind = Kind::Lock;
        Reg reg = 0;                  ///< the lock's number, the transaction's info
        const Retry* retry = nullptr; ///< that tries the transaction again
    };
    /// Ends what has begun inside of `depth`; `error`: why, if that is so.
    void cleanUp(size_t depth, std::optional<Reg> error = {});
    void transactionCall(std::string_view name, const std::vector<Reg>& args, Reg dst);
    const Cleanup* innermostTransaction() const;
    void rollBack(const Cleanup& transaction, std::optional<Reg> error, bool isPanic = false);
    void retryStmt(const Node* node);
    void shouldRetry(const Retry& retry, Reg error);
    void transactionStmt(const syntax::TransactionStmt* node, const Retry* retry = nullptr);
    void rollbackStmt(const syntax::RollbackStmt* node);
    void commitTo(const syntax::CommitAction* node, Reg dst);

    // ---- expressions (expressions.cpp)
    /// The value in some register.
    Reg expr(const Node* node);
    void exprTo(const Node* node, Reg dst);
    /// The same into a variable that the expression itself may read.
    void exprToLive(const Node* node, Reg dst);
    const model::ConstantValue* constantOf(const Node* node) const;
    const Node* decimalConstant(const Node* node) const;
    bool isNilConstant(const Node* node) const;
    bool isPadded(const Node* constant) const;
    bool constantTo(const Node* node, Reg dst);
    bool literalTo(const syntax::BasicLiteral* node, Reg dst);
    /// The spelling of a literal says how many digits the value has.
    void decimalTo(std::string_view literal, Reg dst);
    void valueTo(const model::ConstantValue& value, const SemType& type, Reg dst);
    void referenceTo(const syntax::VariableReferenceExpr* node, Reg dst);
    void ternaryTo(const syntax::TernaryConditionalExpr* node, Reg dst);
    void elvisTo(const syntax::NilConditionalExpr* node, Reg dst);
    void castTo(const syntax::TypeCastExpr* node, Reg dst);
    void isTo(const syntax::IsExpr* node, Reg dst);
    void isTypeTo(Reg dst, Reg value, const SemType& type);
    void letTo(const syntax::LetExpr* node, Reg dst);
    void typeDescTo(const Node* node, Reg dst);
    SemType typeOf(const Node* expr) const { return m_model.typeOf(expr); }

    // ---- operators (operators.cpp, conditions.cpp)
    void unaryTo(const syntax::UnaryExpr* node, Reg dst);
    void binaryTo(const syntax::BinaryExpr* node, Reg dst);
    void conditionTo(const Node* node, Reg dst);
    void arithmeticTo(const Node* node, TokenKind op, const model::OperatorFacts& facts, Reg dst, Reg left,
                      Reg right);
    void plainArithmetic(const Node* node, TokenKind op, model::OperatorKind kind, Reg dst, Reg left,
                         Reg right);
    void comparisonTo(const syntax::BinaryExpr* node, Reg dst);
    void negate(Reg dst) { emit(Opcode::NOT_BOOLEAN, dst, dst); }
    /// Jumps to `target` if the condition is `jumpIf`, else goes on.
    void branch(const Node* condition, bool jumpIf, Label target);
    /// Jumps back to `loop` while the condition holds.
    void loopBack(const Node* condition, Label loop, Label end);
    bool branchComparison(const syntax::BinaryExpr* node, bool jumpIf, Label target);
    bool branchInt(const syntax::BinaryExpr* node, TokenKind op, Label target);
    std::optional<int16_t> smallInt(const Node* expr) const;
    bool isAlways(const Node* expr, BasicType type) const;

    // ---- calls (calls.cpp)
    void callTo(const Node* node, Reg dst);
    void callTo(const Node* node, const model::CallFacts& call, Reg dst);
    void functionCall(const Node* node, const model::CallFacts& call, Reg dst);
    void defaultByClosure(const model::FunctionSymbol& closure, size_t index, Reg dst);
    Reg calledValue(const Node* node, const model::CallFacts& call);
    void functionValueCall(const Node* node, const model::CallFacts& call, Reg dst);
    /// What the method that is called is found by in its class.
    NameId methodName(const model::CallFacts& call);
    void methodCall(const Node* node, const model::CallFacts& call, Reg dst);
    Reg resourceArgs(const model::CallFacts& call, Reg base);
    void callResource(const Node* node, const model::CallFacts& call, Reg base, Reg count);
    void resourceCall(const Node* node, const model::CallFacts& call, Reg dst);
    FunctionId resourceCaller(const Node* node, const model::CallFacts& call, Reg count);
    FunctionCode compileResourceCaller(const Node* node, const model::CallFacts& call, Reg count);
    void langlibCall(const Node* node, const model::CallFacts& call, Reg dst);
    bool inlineLanglib(const Node* node, const model::CallFacts& call, Reg dst);
    void newObject(const Node* node, const model::CallFacts& call, Reg dst);
    void newStream(const Node* node, const model::CallFacts& call, Reg dst);
    void errorConstructor(const Node* node, const model::CallFacts& call, Reg dst);
    /// Arguments into consecutive registers from `base` on; returns how many.
    Reg args(const model::CallFacts& call, Reg base);
    void argTo(const model::CallFacts& call, const model::ArgFacts& arg, size_t index, Reg dst);
    bool onlyReadsRest(const model::CallFacts& call, size_t restIndex);
    void restTo(const model::CallFacts& call, const model::ArgFacts& arg, size_t index, Reg dst);
    SemType paramType(const model::CallFacts& call, size_t index) const;
    bool hasRestParam(const model::CallFacts& call) const;

    // ---- access (access.cpp)
    /// A method as a function value, `o.f` without a call.
    bool isMethodAccess(const model::AccessFacts& access);
    void fieldAccessTo(const Node* node, Reg dst);
    void memberAccessTo(const syntax::MemberAccessExpr* node, Reg dst);
    void accessTo(const Node* node, const model::AccessFacts& access, const Node* container, Reg dst,
                  const std::function<void(Reg)>& get);
    void keyTo(const syntax::MemberAccessExpr* node, Reg dst);
    void annotAccessTo(const syntax::AnnotAccessExpr* node, Reg dst);

    // ---- constructors (constructors.cpp, templates.cpp)
    void listTo(const syntax::ListConstructorExpr* node, Reg dst);
    void mappingTo(const syntax::MappingConstructorExpr* node, Reg dst);
    void tableTo(const syntax::TableConstructorExpr* node, Reg dst);
    void objectTo(const syntax::ObjectConstructorExpr* node, Reg dst);
    void instantiate(const Node* node, ClassId classId, FunctionId init, const ObjectCaptures* captures,
                     const std::function<Reg(Reg)>& args, Reg dst);
    struct NewField {
        std::string name;
        std::function<void(Reg)> value;
    };
    void newMapping(const Node* node, const SemType& type, const std::vector<NewField>& fields, Reg dst);
    std::vector<size_t> fieldPlaces(const SemType& type, const std::vector<NewField>& fields) const;
    void defaultTo(const model::FieldSymbol& field, Reg dst);
    bool freezesDefault(const model::FieldSymbol& field, const SemType& mapping);
    void freeze(Reg value);
    void addDefaults(const Node* node, std::vector<NewField>& fields);
    void listOfParts(const SemType& type, const std::vector<std::pair<const Node*, bool>>& parts, Reg dst);
    void stringTemplateTo(const syntax::StringTemplateExpr* node, Reg dst);
    void templateText(const syntax::NodeList<syntax::TemplateItem>& items, Reg dst);
    void regexpTo(const syntax::RegExpTemplateExpr* node, Reg dst);
    void templateStringsTo(const std::vector<std::string>& strings, const SemType& type, Reg first, Reg dst);
    void rawTemplateTo(const syntax::RawTemplateExpr* node, Reg dst);
    void xmlTemplateTo(const syntax::XmlTemplateExpr* node, Reg dst);
    void byteArrayTo(const syntax::ByteArrayLiteral* node, Reg dst);

    // ---- closures (closures.cpp)
    void closureTo(const Node* node, Reg dst);
    void functionValueTo(const model::FunctionSymbol& function, Reg dst);
    void makeClosure(FunctionId id, const std::vector<const model::VariableSymbol*>& captures, Reg dst);

    // ---- queries (queries.cpp, query_rows.cpp)
    struct Query;
    void queryTo(const Node* node, Reg dst);
    void lazyQueryTo(const syntax::QuerySelectExpr* node, Reg dst);
    FunctionCode compileGenerator(const Node* query, const model::VariableSymbol& state);
    void yieldValue(const Query& query, Reg value);
    void queryClause(Query& query, size_t index);
    void fromClause(Query& query, const syntax::FromClause* clause, size_t index);
    void prepareJoin(const syntax::JoinClause* clause, Reg matches);
    void joinClause(Query& query, const syntax::JoinClause* clause, size_t index);
    void limitClause(Query& query, const syntax::LimitClause* clause, size_t index);
    void orderByClause(Query& query, const syntax::OrderByClause* clause, size_t index);
    void groupByClause(Query& query, const syntax::GroupByClause* clause, size_t index);
    void finalClause(Query& query);
    void doClause(const syntax::DoClause* clause);
    void collectValue(Query& query, Reg value);
    /// The variables that a binding pattern declares, in order.
    std::vector<const model::VariableSymbol*> boundIn(const Node* pattern) const;
    /// The variables that the clauses before `index` bind.
    std::vector<const model::VariableSymbol*> boundVariables(const Query& query, size_t index) const;
    std::vector<const model::VariableSymbol*>
    groupedVariables(const Query& query, const syntax::GroupByClause* clause, size_t index) const;
    SemType mutableTable(const SemType& table);
    void prepareQuery(Query& query);
    void finishResult(Query& query);
    void continueQuery(Query& query);
    void collectResult(Query& query);
    void newRow(Reg dst, Reg first, size_t count);
    void packRow(Reg dst, const std::vector<const model::VariableSymbol*>& variables);
    void newKeyedRows(Reg dst);
    void findRows(Reg dst, Reg keyed, Reg key);
    void addRows(Reg keyed, Reg key, Reg rows);
    void newGroup(Reg dst, Reg keys, size_t keyCount, size_t variables);
    void addToGroup(Reg group, size_t skip, const std::vector<const model::VariableSymbol*>& variables);
    void unpack(Reg row, size_t skip, const std::vector<const model::VariableSymbol*>& variables);
    /// The expression is a variable that a group by or collect clause has made a sequence.
    bool isSequence(const Node* expr) const;

    // ---- workers (workers.cpp)
    void startedFunction(const syntax::Node* target, const model::CallFacts& call, Reg function);
    void startTo(const syntax::StartAction* node, Reg dst);
    void declareWorkers(const syntax::NodeList<syntax::Statement>& list);
    void declareFuture(const syntax::NamedWorkerDecl* worker);
    void workerDecl(const syntax::NamedWorkerDecl* node);
    void forkStmt(const syntax::ForkStmt* node);
    void waitTo(const Node* node, Reg dst);

    // ---- messages (messages.cpp)
    using SlotCounts = std::map<uint16_t, uint32_t>; ///< by queue
    /// Whom this function or worker talks to, as which member, and how often so far, in the order of the
    /// text.
    struct Messages {
        std::shared_ptr<PeerGroup> peers;
        uint16_t member = 0;
        SlotCounts sent, received;
    };
    std::shared_ptr<PeerGroup> declarePeers(const std::vector<const syntax::NamedWorkerDecl*>& workers,
                                            bool withFunction);
    std::optional<uint16_t> queueOf(const syntax::PeerWorker* peer, bool receives);
    void sendTo(const Node* node, Reg dst);
    /// Behind a statement that may have left out sends which were not counted `before` it.
    void passSends(const SlotCounts& before);
    void receiveTo(const Node* node, Reg dst);
    void receiveAllTo(const syntax::MultipleReceiveAction* node, Reg dst);
    void receiveAnyTo(const syntax::AlternateReceiveAction* node, Reg dst);
    Reg receiveEach(const std::vector<const syntax::PeerWorker*>& workers);
    Reg receiveOperands(const std::vector<const syntax::PeerWorker*>& workers);
    void flushTo(const syntax::FlushAction* node, Reg dst);

    // ---- xml (xml.cpp)
    void xmlFilterTo(const syntax::XmlFilterExpr* node, Reg dst);
    void xmlStepTo(const syntax::XmlStepExpr* node, Reg dst);
    void xmlStepStart(const syntax::XmlStepStart* start, Reg base);
    void xmlStepExtend(const syntax::XmlStepExtend* extend, Reg base);
    void xmlNames(std::string_view name,
                  const syntax::SeparatedNodeList<syntax::XmlAtomicNamePattern>& patterns, Reg base);

    ProgramCompiler& m_program;
    const SemanticModel& m_model;
    FunctionCode m_code;
    Assembler m_asm{m_code};
    FunctionCompiler* m_outer;
    ObjectCaptures* m_object; ///< of a method of an object constructor
    const model::FunctionSymbol* m_function = nullptr;
    const model::VariableSymbol* m_self = nullptr;
    const model::ClassSymbol* m_class = nullptr; ///< whose method this is
    std::unordered_map<const model::VariableSymbol*, Variable> m_variables;
    std::vector<const model::VariableSymbol*> m_captures;
    std::vector<Loop> m_loops;
    std::vector<FailTarget> m_failTargets;
    std::vector<FailTarget> m_retries; ///< retry statements around: every failure inside is theirs first
    std::vector<Cleanup> m_cleanups;   ///< what leaving the function has to end, outermost first
    Query* m_query = nullptr;
    std::optional<Reg> m_generator; ///< the query that is compiled next is its body
    std::unordered_set<const model::VariableSymbol*> m_sequences; ///< what group by has made lists
    Reg m_xmlStepValue = 0; ///< what a method in an XML step is called on
    Messages m_messages;
    Reg m_next = 0;
    Reg m_firstTemp = 0;
    Reg m_highest = 0;
    Reg m_closureReg = 0;
};

} // namespace barre::runtime
