#include "designer/session/recovery_file.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

namespace barre::designer {

namespace {

QString pathFor(const QString& project) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QByteArray name = QCryptographicHash::hash(project.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("%1/recovery/%2.json").arg(folder, QString::fromLatin1(name));
}

// Base64, because a text may be any bytes and JSON may not.
QByteArray encode(const std::string& text) {
    return QByteArray::fromRawData(text.data(), qsizetype(text.size())).toBase64();
}

} // namespace

RecoveryFile::RecoveryFile(const QString& project, std::function<model::FileTexts()> unsaved, QObject* parent)
    : QObject(parent), m_project(project), m_path(pathFor(project)), m_unsaved(std::move(unsaved)),
      m_found(read()) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(1000);
    connect(&m_delay, &QTimer::timeout, this, &RecoveryFile::write);
}

model::FileTexts RecoveryFile::read() const {
    model::FileTexts texts;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    const QJsonObject files = QJsonDocument::fromJson(file.readAll()).object().value(u"files").toObject();
    for (auto it = files.begin(); it != files.end(); ++it)
        texts[it.key().toStdString()] =
            QByteArray::fromBase64(it.value().toString().toLatin1()).toStdString();
    return texts;
}

void RecoveryFile::write() {
    m_delay.stop();
    model::FileTexts texts = m_unsaved();
    texts.insert(m_found.begin(), m_found.end());
    if (texts.empty())
        return remove();
    QJsonObject files;
    for (const auto& [name, text] : texts)
        files.insert(QString::fromStdString(name), QString::fromLatin1(encode(text)));
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(
        QJsonDocument(QJsonObject{{QStringLiteral("project"), m_project}, {QStringLiteral("files"), files}})
            .toJson(QJsonDocument::Compact));
    file.commit();
}

void RecoveryFile::forgetFound() {
    m_found.clear();
    write();
}

void RecoveryFile::remove() {
    m_delay.stop();
    m_found.clear();
    QFile::remove(m_path);
}

} // namespace barre::designer
