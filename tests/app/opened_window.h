// A window with a project in it, as the program has it after its start.
#pragma once

#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "designer/session/design_session.h"

#include <QtCore/QStandardPaths>

#include <memory>

namespace barre::test {

struct OpenedWindow {
    app::Preferences preferences;
    std::unique_ptr<app::MainWindow> window;

    explicit OpenedWindow(const model::FileTexts& texts) {
        QStandardPaths::setTestModeEnabled(true);
        preferences.apply();
        window = std::make_unique<app::MainWindow>(preferences);
        window->resize(1280, 800);
        window->show();
        session().openTexts(texts);
    }

    app::Workbench& bench() { return window->workbench(); }
    designer::DesignSession& session() { return bench().session; }
};

} // namespace barre::test
