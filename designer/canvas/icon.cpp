#include "designer/canvas/icon.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

static void initialiseResources() {
    Q_INIT_RESOURCE(resources);
}

namespace barre::designer {

namespace {

QString pathOf(const QString& name) {
    initialiseResources();
    return QStringLiteral(":/barre/icons/%1.svg").arg(name);
}

QPixmap render(const QString& name, const QColor& colour, int side) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, side, side));
    return pixmap;
}

QPixmap cached(const QString& name, const QColor& colour, int side) {
    const QString key = QStringLiteral("barre:%1:%2:%3").arg(name, colour.name(QColor::HexArgb)).arg(side);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, colour, side);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(const QString& name, const QColor& colour) : m_name(name), m_colour(colour) {}

    void paint(QPainter* painter, const QRect& rectangle, QIcon::Mode mode, QIcon::State) override {
        paintIcon(*painter, m_name, shade(mode), rectangle);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return cached(m_name, shade(mode), qMin(size.width(), size.height()));
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }
    QIconEngine* clone() const override { return new TintedIconEngine(*this); }
    bool isNull() override { return m_name.isEmpty(); }

private:
    QColor shade(QIcon::Mode mode) const {
        QColor colour = m_colour;
        if (mode == QIcon::Disabled)
            colour.setAlphaF(colour.alphaF() * 0.4f);
        return colour;
    }

    QString m_name;
    QColor m_colour;
};

} // namespace

QIcon icon(const QString& name, const QColor& colour) {
    return QIcon(new TintedIconEngine(name, colour));
}

QIcon icon(const QString& name, Colour colour) {
    return icon(name, DiagramStyle::current().colour(colour));
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio) {
    QPixmap pixmap = cached(name, colour, qRound(size * devicePixelRatio));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QString& name, const QColor& colour, const QRectF& rectangle) {
    const double scale = painter.transform().m11() * painter.device()->devicePixelRatioF();
    const int side = qBound(1, qRound(rectangle.width() * scale), 512);
    painter.drawPixmap(rectangle, cached(name, colour, side), QRectF(0, 0, side, side));
}

bool iconExists(const QString& name) {
    return QFile::exists(pathOf(name));
}

QStringList iconNames() {
    initialiseResources();
    QStringList names =
        QDir(QStringLiteral(":/barre/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files);
    for (QString& name : names)
        name.chop(4);
    return names;
}

} // namespace barre::designer
