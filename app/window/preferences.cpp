#include "app/window/preferences.h"

#include "designer/canvas/motion.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QApplication>

namespace barre::app {

namespace {
constexpr int mostRecent = 10;
constexpr const char* themeNames[] = {"system", "light", "dark"};
} // namespace

Preferences::Preferences(QObject* parent)
    : QObject(parent), m_settings(QStringLiteral("Barre"), QStringLiteral("barre")),
      m_systemTheme(designer::platformTheme()) {}

ThemeChoice Preferences::theme() const {
    const QString name = m_settings.value(QStringLiteral("theme")).toString();
    for (int index = 0; index < 3; ++index)
        if (name == QLatin1StringView(themeNames[index]))
            return ThemeChoice(index);
    return ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice choice) {
    m_settings.setValue(QStringLiteral("theme"), QLatin1StringView(themeNames[int(choice)]));
    apply();
}

bool Preferences::motion() const {
    return flag(QStringLiteral("motion"), true);
}

void Preferences::setMotion(bool on) {
    setFlag(QStringLiteral("motion"), on);
    apply();
}

QStringList Preferences::recentProjects() const {
    QStringList found;
    for (const QString& path : m_settings.value(QStringLiteral("recent")).toStringList())
        if (QFileInfo::exists(path))
            found.append(path);
    return found;
}

void Preferences::addRecentProject(const QString& path) {
    QStringList paths = recentProjects();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings.setValue(QStringLiteral("recent"), QStringList(paths.first(qMin(paths.size(), mostRecent))));
    Q_EMIT recentProjectsChanged();
}

void Preferences::forgetRecentProject(const QString& path) {
    QStringList paths = recentProjects();
    paths.removeAll(path);
    m_settings.setValue(QStringLiteral("recent"), paths);
    Q_EMIT recentProjectsChanged();
}

void Preferences::apply() const {
    const ThemeChoice choice = theme();
    const designer::Theme shown = choice == ThemeChoice::System ? m_systemTheme
                                  : choice == ThemeChoice::Dark ? designer::Theme::Dark
                                                                : designer::Theme::Light;
    designer::applyTheme(*qApp, shown);
    designer::Motion::setOn(motion());
}

} // namespace barre::app
