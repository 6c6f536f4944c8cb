// Set operations on decision trees; the formulas are those of Frisch's and Castagna's work on semantic
// subtyping.
#include "model/types/type_tables.h"

#include <unordered_map>
#include <unordered_set>

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

/// Looks at a tree beside an atom: what is left of it where the atom holds, and whether it is all apart from
/// the atom, so that it holds only where the atom does not.
class BesideAtom {
public:
    BesideAtom(TypeTables& tables, const Atom* atom) : m_tables(tables), m_atom(atom) {}

    Part within(Part bdd);
    bool isOutside(Part bdd);

private:
    Part withinNode(const BddNode& n);
    bool isOutsideNode(const BddNode& n) {
        return (m_tables.areApart(m_atom, n.atom) || isOutside(n.left)) && isOutside(n.middle) &&
               isOutside(n.right);
    }

    TypeTables& m_tables;
    const Atom* m_atom;
    std::unordered_map<Part, Part> m_within;
    std::unordered_set<Part> m_outside;
};

/// One set operation on two trees. Trees share their branches, so there are far fewer pairs of nodes than
/// paths: each pair is worked out once.
class BddOperation {
public:
    explicit BddOperation(TypeTables& tables) : m_tables(tables) {}

    Part unite(Part a, Part b);
    Part intersect(Part a, Part b);
    Part diff(Part a, Part b);
    Part complement(Part bdd);

private:
    struct Pair {
        Part a, b;
        friend bool operator==(const Pair&, const Pair&) = default;
    };
    struct PairHash {
        size_t operator()(const Pair& pair) const {
            return (reinterpret_cast<size_t>(pair.a) >> 3) * 31 + (reinterpret_cast<size_t>(pair.b) >> 3);
        }
    };
    using Memory = std::unordered_map<Pair, Part, PairHash>;

    template<class Compute>
    Part once(Memory& memory, Part a, Part b, const Compute& compute) {
        const auto found = memory.find({a, b});
        return found != memory.end() ? found->second : memory[{a, b}] = compute();
    }
    Part uniteNodes(Part a, Part b);
    Part intersectNodes(Part a, Part b);
    Part diffNodes(Part a, Part b);
    Part complementNode(const BddNode& node);
    BesideAtom& beside(const Atom* atom) { return m_beside.try_emplace(atom, m_tables, atom).first->second; }
    Part leftOf(const Atom* atom, const View& view) {
        return unite(view.left, beside(atom).within(view.middle));
    }
    Part rightOf(const View& view) { return unite(view.right, view.middle); }

    TypeTables& m_tables;
    std::unordered_map<const Atom*, BesideAtom> m_beside;
    Memory m_united, m_intersected, m_differences;
};

Part BddOperation::unite(Part a, Part b) {
    if (a == b || b == &emptyPart || a == &wholePart)
        return a;
    if (a == &emptyPart || b == &wholePart)
        return b;
    return once(m_united, a, b, [&] { return uniteNodes(a, b); });
}

Part BddOperation::uniteNodes(Part a, Part b) {
    const Atom* atom = firstAtom(a, b);
    const View va = viewAt(atom, a), vb = viewAt(atom, b);
    return m_tables.bdd(atom, unite(va.left, vb.left), unite(va.middle, vb.middle),
                        unite(va.right, vb.right));
}

Part BddOperation::intersect(Part a, Part b) {
    if (a == b || b == &wholePart || a == &emptyPart)
        return a;
    if (a == &wholePart || b == &emptyPart)
        return b;
    return once(m_intersected, a, b, [&] { return intersectNodes(a, b); });
}

Part BddOperation::intersectNodes(Part a, Part b) {
    const Atom* atom = firstAtom(a, b);
    const View va = viewAt(atom, a), vb = viewAt(atom, b);
    if (!startsWith(atom, a) || !startsWith(atom, b)) {
        const View& split = startsWith(atom, a) ? va : vb;
        const Part other = startsWith(atom, a) ? b : a;
        return m_tables.bdd(atom, intersect(split.left, beside(atom).within(other)),
                            intersect(split.middle, other), intersect(split.right, other));
    }
    return m_tables.bdd(atom, intersect(leftOf(atom, va), leftOf(atom, vb)), &emptyPart,
                        intersect(rightOf(va), rightOf(vb)));
}

Part BddOperation::diff(Part a, Part b) {
    if (a == b || a == &emptyPart || b == &wholePart)
        return &emptyPart;
    if (b == &emptyPart)
        return a;
    return once(m_differences, a, b,
                [&] { return a == &wholePart ? complementNode(node(b)) : diffNodes(a, b); });
}

Part BddOperation::diffNodes(Part a, Part b) {
    const Atom* atom = firstAtom(a, b);
    const View va = viewAt(atom, a), vb = viewAt(atom, b);
    if (!startsWith(atom, b))
        return m_tables.bdd(atom, diff(va.left, beside(atom).within(b)), diff(va.middle, b),
                            diff(va.right, b));
    return m_tables.bdd(atom, diff(leftOf(atom, va), leftOf(atom, vb)), &emptyPart,
                        diff(rightOf(va), rightOf(vb)));
}

Part BddOperation::complement(Part bdd) {
    return diff(&wholePart, bdd);
}

Part BddOperation::complementNode(const BddNode& n) {
    if (n.right == &emptyPart)
        return m_tables.bdd(n.atom, &emptyPart, complement(unite(n.left, n.middle)), complement(n.middle));
    if (n.left == &emptyPart)
        return m_tables.bdd(n.atom, complement(n.middle), complement(unite(n.right, n.middle)), &emptyPart);
    return m_tables.bdd(n.atom, complement(unite(n.left, n.middle)), &emptyPart,
                        complement(unite(n.right, n.middle)));
}

Part BesideAtom::within(Part bdd) {
    if (!isProper(bdd))
        return bdd;
    const auto found = m_within.find(bdd);
    return found != m_within.end() ? found->second : m_within[bdd] = withinNode(node(bdd));
}

Part BesideAtom::withinNode(const BddNode& n) {
    if (m_tables.areApart(m_atom, n.atom))
        return within(uniteBdd(m_tables, n.middle, n.right));
    return m_tables.bdd(n.atom, within(n.left), within(n.middle), within(n.right));
}

bool BesideAtom::isOutside(Part bdd) {
    if (!isProper(bdd))
        return bdd == &emptyPart;
    if (m_outside.contains(bdd))
        return true;
    if (!isOutsideNode(node(bdd)))
        return false;
    m_outside.insert(bdd);
    return true;
}

} // namespace

Part TypeTables::bdd(const Atom* atom, Part left, Part middle, Part right) {
    BesideAtom beside(*this, atom);
    left = beside.within(left);
    if (isProper(right) && beside.isOutside(right)) {
        middle = uniteBdd(*this, middle, right);
        right = &emptyPart;
    }
    if (middle == &wholePart)
        return &wholePart;
    if (left == right)
        return uniteBdd(*this, left, middle);
    BddNode made;
    made.atom = atom;
    made.left = left;
    made.middle = middle;
    made.right = right;
    return m_nodes.intern(made);
}

Part uniteBdd(TypeTables& tables, Part a, Part b) {
    return BddOperation(tables).unite(a, b);
}

Part intersectBdd(TypeTables& tables, Part a, Part b) {
    return BddOperation(tables).intersect(a, b);
}

Part diffBdd(TypeTables& tables, Part a, Part b) {
    return BddOperation(tables).diff(a, b);
}

Part complementBdd(TypeTables& tables, Part bdd) {
    return BddOperation(tables).complement(bdd);
}

} // namespace barre::types
