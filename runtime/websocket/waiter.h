#pragma once

#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <memory>

namespace barre::runtime::websocket {

/// A strand that a native has suspended until something happens outside. Once it is cancelled it is not
/// resumed.
class Waiter {
public:
    static std::shared_ptr<Waiter> suspend(NativeCall& call) {
        auto waiter = std::make_shared<Waiter>(call);
        call.strand.suspension = std::make_unique<Watch>(waiter);
        return waiter;
    }

    explicit Waiter(NativeCall& call) : m_worker(call.worker), m_strand(call.heap(), call.strand) {}

    void resume(Value value) {
        if (std::exchange(m_isDone, true))
            return;
        m_worker.resume(m_strand.get(), value);
    }
    /// The native call returns an error of a named type.
    void resumeWithError(std::string_view message, std::string_view typeName) {
        if (!m_isDone)
            resume(m_worker.vm().error(message, typeName));
    }

private:
    struct Watch final : Suspension {
        explicit Watch(std::shared_ptr<Waiter> waiter) : m_waiter(std::move(waiter)) {}
        void cancelled(Worker&) override { m_waiter->m_isDone = true; }
        std::shared_ptr<Waiter> m_waiter;
    };

    Worker& m_worker;
    StrandRef m_strand;
    bool m_isDone = false;
};

} // namespace barre::runtime::websocket
