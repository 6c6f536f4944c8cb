#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtCore/QObject>
#include <QtCore/QSettings>

namespace barre::app {

enum class ThemeChoice { System, Light, Dark };

/// What the program remembers between two runs, and what follows from it at once (theme, motion).
class Preferences : public QObject {
    Q_OBJECT

public:
    explicit Preferences(QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    bool motion() const;
    void setMotion(bool on);

    /// Folders and files, the last one first; those that are gone are left out.
    QStringList recentProjects() const;
    void addRecentProject(const QString& path);
    void forgetRecentProject(const QString& path);

    QByteArray bytes(const QString& key) const { return m_settings.value(key).toByteArray(); }
    void setBytes(const QString& key, const QByteArray& value) { m_settings.setValue(key, value); }
    QStringList words(const QString& key) const { return m_settings.value(key).toStringList(); }
    void setWords(const QString& key, const QStringList& words) { m_settings.setValue(key, words); }
    bool flag(const QString& key, bool fallback) const { return m_settings.value(key, fallback).toBool(); }
    void setFlag(const QString& key, bool value) { m_settings.setValue(key, value); }

    /// Shows the chosen theme and motion.
    void apply() const;

Q_SIGNALS:
    void recentProjectsChanged();

private:
    QSettings m_settings;
    designer::Theme m_systemTheme;
};

} // namespace barre::app
