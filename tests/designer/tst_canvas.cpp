#include <doctest/doctest.h>

#include "designer/canvas/canvas_view.h"
#include "designer/canvas/card_item.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/diagram_style.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/link_item.h"
#include "designer/canvas/motion.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsScene>

using namespace barre::designer;

TEST_CASE("every colour has a token and readable texts in both themes") {
    const auto luminance = [](const QColor& colour) {
        const auto channel = [](double c) {
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
               0.0722 * channel(colour.blueF());
    };
    const auto contrast = [&](const QColor& a, const QColor& b) {
        const double x = luminance(a), y = luminance(b);
        return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
    };
    for (int index = 0; !tokenName(Colour(index)).isEmpty(); ++index)
        CHECK(styleSheet(u'@' + tokenName(Colour(index)), Theme::Light) != QString());
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const DiagramStyle style(theme);
        CHECK(contrast(style.colour(Colour::Text), style.colour(Colour::Surface)) >= 7);
        const QColor grounds[] = {style.colour(Colour::Surface), style.colour(Colour::Canvas),
                                  style.colour(Colour::Raised), style.tint(Colour::Accent),
                                  style.tint(Colour::Text, 0.06)};
        for (const Colour words :
             {Colour::TextSecondary, Colour::Accent, Colour::Run, Colour::Warn, Colour::Error, Colour::Data,
              Colour::Control, Colour::Call, Colour::ErrorHandling, Colour::Concurrency, Colour::Log})
            for (const QColor& ground : grounds)
                CHECK_MESSAGE(contrast(style.colour(words), ground) >= 4.5,
                              tokenName(words).toStdString() << " on " << ground.name().toStdString());
        CHECK(contrast(style.colour(Colour::OnAccent), style.colour(Colour::Accent)) >= 4.5);
    }
}

TEST_CASE("the style sheet has no token without a value") {
    applyTheme(*qApp, Theme::Dark);
    CHECK(!qApp->styleSheet().isEmpty());
    CHECK(!qApp->styleSheet().contains(u'@'));
    CHECK(!qApp->styleSheet().contains(QLatin1StringView(": ;")));
    CHECK(!qApp->styleSheet().contains(QLatin1StringView(":  ")));
    CHECK(DiagramStyle::current().theme() == Theme::Dark);
    applyTheme(*qApp, Theme::Light);
    CHECK(DiagramStyle::current().theme() == Theme::Light);
}

TEST_CASE("every icon draws something in the colour that is asked for") {
    CHECK(iconNames().size() > 60);
    for (const QString& name : iconNames()) {
        CAPTURE(name.toStdString());
        const QImage image =
            iconPixmap(name, QColor(255, 0, 0), 48).toImage().convertToFormat(QImage::Format_ARGB32);
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qAlpha(image.pixel(x, y)) > 200)
                    inked += qRed(image.pixel(x, y)) > 200 && qBlue(image.pixel(x, y)) < 40;
        CHECK(inked >= 4);
    }
}

TEST_CASE("fit shows the whole drawing and never enlarges it") {
    QGraphicsScene scene;
    CanvasView view;
    view.setScene(&scene);
    view.resize(600, 400);
    view.show();
    for (const QRectF& content :
         {QRectF(-2000, 0, 4000, 300), QRectF(0, 0, 100, 100), QRectF(50, -900, 80, 3000)}) {
        view.setContent(content);
        view.fit();
        const QRectF shown = view.mapToScene(view.viewport()->rect()).boundingRect();
        CHECK(shown.contains(content));
        CHECK(view.zoom() <= 1);
        CHECK(std::abs(shown.center().x() - content.center().x()) < 2 / view.zoom());
    }
}

TEST_CASE("position and zoom survive a change of the content") {
    QGraphicsScene scene;
    CanvasView view;
    view.setScene(&scene);
    view.resize(600, 400);
    view.show();
    view.setContent(QRectF(0, 0, 1000, 1000));
    view.setPosition({QPointF(400, 300), 0.5, true});
    view.setContent(QRectF(0, 0, 1000, 1400));
    CHECK(view.position().zoom == doctest::Approx(0.5));
    CHECK(std::abs(view.position().centre.x() - 400) <= 2);
    CHECK(std::abs(view.position().centre.y() - 300) <= 2);
}

TEST_CASE("what is in the middle stays there when the view gets another size") {
    QGraphicsScene scene;
    CanvasView view;
    view.setScene(&scene);
    view.resize(600, 400);
    view.show();
    view.setContent(QRectF(-150, 0, 300, 3000));
    view.setPosition({QPointF(0, 200), 1, true});
    view.hide();
    view.resize(40, 400);
    view.resize(240, 400);
    view.show();
    CHECK(std::abs(view.position().centre.x()) <= 2);
    CHECK(std::abs(view.position().centre.y() - 200) <= 2);
    view.resize(600, 400);
    CHECK(std::abs(view.position().centre.x()) <= 2);
}

TEST_CASE("a drawing that is fitted stays so until somebody looks elsewhere") {
    QGraphicsScene scene;
    CanvasView view;
    view.setScene(&scene);
    view.resize(800, 600);
    view.show();
    const QRectF content(0, 0, 700, 500);
    view.setContent(content);
    view.fit();
    view.resize(400, 300);
    CHECK(view.mapToScene(view.viewport()->rect()).boundingRect().contains(content));
    view.setZoom(1);
    view.resize(600, 500);
    CHECK(view.zoom() == doctest::Approx(1));
}

TEST_CASE("what is revealed keeps off the edge") {
    Motion::setOn(false);
    QGraphicsScene scene;
    CanvasView view;
    view.setScene(&scene);
    view.resize(600, 400);
    view.show();
    view.setContent(QRectF(0, 0, 2000, 2000));
    for (const double zoom : {1.0, 0.5})
        for (const QPointF& place : {QPointF(1000, 1900), QPointF(1000, 10), QPointF(1900, 1000)}) {
            view.setPosition({QPointF(1000, 1000), zoom, true});
            view.reveal(QRectF(place, QSizeF(80, 40)));
            const QRect shown = view.mapFromScene(QRectF(place, QSizeF(80, 40))).boundingRect();
            CHECK(view.viewport()->rect().adjusted(20, 20, -20, -20).contains(shown));
        }
    Motion::setOn(true);
}

TEST_CASE("a drawing is exported whole, or it is said why not") {
    QGraphicsScene scene;
    scene.addRect(0, 0, 300, 200, Qt::NoPen, Qt::red);
    CanvasView view;
    view.setScene(&scene);
    view.setContent(QRectF(0, 0, 300, 200));
    const QTemporaryDir folder;
    QString problem;
    REQUIRE(view.exportTo(folder.filePath(QStringLiteral("a.png")), &problem));
    const QImage image(folder.filePath(QStringLiteral("a.png")));
    CHECK(image.size() == QSize(2 * (300 + 64), 2 * (200 + 64)));
    CHECK(image.pixelColor(image.rect().center()) == QColor(Qt::red));
    REQUIRE(view.exportTo(folder.filePath(QStringLiteral("a.svg")), &problem));
    QFile file(folder.filePath(QStringLiteral("a.svg")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains("#ff0000"));
    CHECK(problem.isEmpty());
    CHECK(!view.exportTo(folder.filePath(QStringLiteral("no/such/folder/a.svg")), &problem));
    CHECK(!problem.isEmpty());
}

TEST_CASE("a rounded path begins and ends where its points do") {
    const QPainterPath path = roundedPath({{0, 0}, {0, 30}, {100, 30}, {100, 34}, {60, 34}});
    CHECK(path.pointAtPercent(0) == QPointF(0, 0));
    CHECK(path.currentPosition() == QPointF(60, 34));
    CHECK(path.boundingRect().right() <= 100.01);
}

TEST_CASE("motion ends at one, with and without moving") {
    Motion motion(nullptr);
    double last = -1;
    Motion::setOn(false);
    motion.run([&](double t) { last = t; });
    CHECK(last == 1);
    Motion::setOn(true);
    motion.run([&](double t) { last = t; });
    CHECK(motion.isRunning());
    motion.finish();
    CHECK(last == 1);
    CHECK(!motion.isRunning());
}

TEST_CASE("a card is as tall as its rows and tells which was clicked") {
    Card card{.icon = QStringLiteral("class"),
              .title = QStringLiteral("ChatService"),
              .subtitle = {},
              .trailing = {},
              .tooltip = {},
              .rows = {}};
    card.rows.push_back({.key = QStringLiteral("onOpen"),
                         .icon = QStringLiteral("open"),
                         .text = QStringLiteral("onOpen"),
                         .code = {},
                         .trailing = {},
                         .tooltip = {}});
    card.rows.push_back({.key = {},
                         .icon = QStringLiteral("idle"),
                         .text = QStringLiteral("idle"),
                         .code = {},
                         .trailing = {},
                         .tooltip = {}});
    QGraphicsScene scene;
    auto* item = new CardItem(card, 200);
    scene.addItem(item);
    CHECK(item->size().height() == CardItem::headerHeight + 2 * CardItem::rowHeight);
    CanvasView view;
    view.setScene(&scene);
    view.resize(400, 300);
    view.show();
    view.setContent(item->frame());
    view.fit();
    QString clicked;
    int headers = 0;
    QObject::connect(item, &CardItem::rowClicked, [&](const QString& key) { clicked = key; });
    QObject::connect(item, &CardItem::clicked, [&] { ++headers; });
    const auto at = [&](double y) { return view.mapFromScene(item->frame().topLeft() + QPointF(100, y)); };
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at(item->rowCentre(0)));
    CHECK(clicked == QStringLiteral("onOpen"));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at(item->rowCentre(-1)));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at(item->rowCentre(1)));
    CHECK(headers == 2);
    CHECK(clicked == QStringLiteral("onOpen"));
}
