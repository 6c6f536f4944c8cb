// The wizard's fields: what is wrong is said below them, and nothing moves for it.
#include <doctest/doctest.h>

#include "app/wizard/service_wizard.h"
#include "designer/canvas/diagram_style.h"
#include "designer/forms/listener_form.h"
#include "designer/forms/text_field.h"
#include "designer/session/design_session.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace barre;
using namespace barre::app;

TEST_CASE("a port is a number from 1 to 65535, or an expression") {
    for (const char* good : {"1", "8080", " 65535 ", "port", "port + 1", ""})
        CHECK(designer::problemOfPort(QLatin1StringView(good)).isEmpty());
    for (const char* bad : {"0", "65536", "99999", "-1", "99999999999999999999"})
        CHECK(!designer::problemOfPort(QLatin1StringView(bad)).isEmpty());
}

TEST_CASE("a port that is none is refused below its field, and nothing moves under the pointer") {
    designer::applyTheme(*qApp, designer::Theme::Light);
    designer::DesignSession session;
    session.openTexts({});
    ServiceWizard wizard(session, ServiceWizard::Into::OpenProject);
    wizard.show();
    const auto field = [&](const char* name) {
        return wizard.findChild<designer::TextField*>(QLatin1StringView(name));
    };
    const auto places = [&] {
        for (int round = 0; round < 4; ++round)
            QCoreApplication::processEvents();
        std::vector<int> tops;
        for (const char* name :
             {"wizard-port", "wizard-path", "wizard-resource", "wizard-class", "wizard-echo"})
            tops.push_back(
                wizard.findChild<QWidget*>(QLatin1StringView(name))->mapTo(&wizard, QPoint(0, 0)).y());
        return tops;
    };
    const auto* create = wizard.findChild<QPushButton*>(QStringLiteral("wizard-create"));
    const std::vector<int> before = places();
    CHECK(create->isEnabled());
    field("wizard-port")->editor()->selectAll();
    QTest::keyClicks(field("wizard-port")->editor(), QStringLiteral("99999"));
    CHECK(!create->isEnabled());
    bool isSaid = false;
    for (const auto* label : field("wizard-port")->findChildren<QLabel*>())
        isSaid |= label->isVisible() && label->text().contains(QStringLiteral("65535"));
    CHECK(isSaid);
    CHECK(places() == before);
    field("wizard-path")->editor()->selectAll();
    QTest::keyClicks(field("wizard-path")->editor(), QStringLiteral("chat"));
    CHECK(field("wizard-path")->problem() ==
          QStringLiteral("Write / and names, such as /chat or /rooms/main."));
    CHECK(places() == before);
    field("wizard-path")
        ->setProblem(QString(QStringLiteral("what is wrong takes several lines ")).repeated(9));
    CHECK(places() == before);
    field("wizard-path")->editor()->selectAll();
    QTest::keyClicks(field("wizard-path")->editor(), QStringLiteral("/chat"));
    field("wizard-class")->editor()->selectAll();
    QTest::keyClick(field("wizard-class")->editor(), Qt::Key_Delete);
    CHECK(places() == before);
    field("wizard-port")->editor()->selectAll();
    QTest::keyClicks(field("wizard-port")->editor(), QStringLiteral("8081"));
    field("wizard-class")->editor()->selectAll();
    QTest::keyClicks(field("wizard-class")->editor(), QStringLiteral("Other"));
    CHECK(create->isEnabled());
    CHECK(places() == before);
}
