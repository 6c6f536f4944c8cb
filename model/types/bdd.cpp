// Set operations on decision trees; the formulas are those of Frisch's and Castagna's work on semantic
// subtyping.
#include "model/types/type_tables.h"

namespace barre::types {

namespace {

/// What a tree says about an atom that is at its root or does not occur in it.
struct View {
    Part left, middle, right;
};

View viewAt(const Atom* atom, Part bdd) {
    if (isProper(bdd) && node(bdd).atom == atom)
        return {node(bdd).left, node(bdd).middle, node(bdd).right};
    return {&emptyPart, bdd, &emptyPart};
}

const Atom* firstAtom(Part a, Part b) {
    if (!isProper(a))
        return node(b).atom;
    if (!isProper(b))
        return node(a).atom;
    return node(a).atom->index <= node(b).atom->index ? node(a).atom : node(b).atom;
}

bool startsWith(const Atom* atom, Part bdd) {
    return node(bdd).atom == atom;
}

} // namespace

Part uniteBdd(TypeTables& tables, Part a, Part b) {
    if (a == b || b == &emptyPart || a == &wholePart)
        return a;
    if (a == &emptyPart || b == &wholePart)
        return b;
    const Atom* atom = firstAtom(a, b);
    const View va = viewAt(atom, a), vb = viewAt(atom, b);
    return tables.bdd(atom, uniteBdd(tables, va.left, vb.left), uniteBdd(tables, va.middle, vb.middle),
                      uniteBdd(tables, va.right, vb.right));
}

Part intersectBdd(TypeTables& tables, Part a, Part b) {
    if (a == b || b == &wholePart || a == &emptyPart)
        return a;
    if (a == &wholePart || b == &emptyPart)
        return b;
    const Atom* atom = firstAtom(a, b);
    const View va = viewAt(atom, a), vb = viewAt(atom, b);
    if (!startsWith(atom, a) || !startsWith(atom, b)) {
        const View& split = startsWith(atom, a) ? va : vb;
        const Part other = startsWith(atom, a) ? b : a;
        return tables.bdd(atom, intersectBdd(tables, split.left, other),
                          intersectBdd(tables, split.middle, other),
                          intersectBdd(tables, split.right, other));
    }
    return tables.bdd(
        atom,
        intersectBdd(tables, uniteBdd(tables, va.left, va.middle), uniteBdd(tables, vb.left, vb.middle)),
        &emptyPart,
        intersectBdd(tables, uniteBdd(tables, va.right, va.middle), uniteBdd(tables, vb.right, vb.middle)));
}

Part diffBdd(TypeTables& tables, Part a, Part b) {
    if (a == b || a == &emptyPart || b == &wholePart)
        return &emptyPart;
    if (b == &emptyPart)
        return a;
    if (a == &wholePart)
        return complementBdd(tables, b);
    const Atom* atom = firstAtom(a, b);
    const View va = viewAt(atom, a), vb = viewAt(atom, b);
    return tables.bdd(
        atom, diffBdd(tables, uniteBdd(tables, va.left, va.middle), uniteBdd(tables, vb.left, vb.middle)),
        &emptyPart,
        diffBdd(tables, uniteBdd(tables, va.right, va.middle), uniteBdd(tables, vb.right, vb.middle)));
}

Part complementBdd(TypeTables& tables, Part bdd) {
    if (!isProper(bdd))
        return bdd == &wholePart ? &emptyPart : &wholePart;
    const BddNode& n = node(bdd);
    const auto without = [&](Part part) { return complementBdd(tables, part); };
    if (n.right == &emptyPart)
        return tables.bdd(n.atom, &emptyPart, without(uniteBdd(tables, n.left, n.middle)), without(n.middle));
    if (n.left == &emptyPart)
        return tables.bdd(n.atom, without(n.middle), without(uniteBdd(tables, n.right, n.middle)),
                          &emptyPart);
    return tables.bdd(n.atom, without(uniteBdd(tables, n.left, n.middle)), &emptyPart,
                      without(uniteBdd(tables, n.right, n.middle)));
}

} // namespace barre::types
