// For queries.cpp and query_rows.cpp.
#pragma once

#include "runtime/compiler/function_compiler.h"

namespace barre::runtime {

/// A query is compiled in place: each from and join clause is a loop around what follows. `order by`, `group
/// by` and `collect` end the loops: what they need is put into rows, and a loop over the rows goes on with
/// the next clause.
struct FunctionCompiler::Query {
    const Node* node = nullptr;
    const model::QueryFacts* facts = nullptr;
    std::vector<const syntax::QueryClause*> clauses;
    const syntax::QueryClause* last = nullptr; ///< select, collect or do
    const syntax::OnConflictClause* onConflict = nullptr;
    Query* outer = nullptr;
    std::optional<Reg> generator; ///< of a stream: where it keeps its registers while it does not run
    Reg result = 0;
    Label next; ///< of the innermost loop
    Label end;  ///< behind the loops of this part
    /// By clause: counter of a limit, rows of a breaking clause, what a join finds its values by.
    std::map<size_t, Reg> prepared;
    std::optional<size_t> pending; ///< the clause that has ended the loops
    Reg collected = 0;
};

inline bool breaksLoops(const syntax::QueryClause* clause) {
    return syntax::is<syntax::OrderByClause>(clause) || syntax::is<syntax::GroupByClause>(clause);
}

} // namespace barre::runtime
