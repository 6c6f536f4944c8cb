#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <QtWidgets/QApplication>

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    return doctest::Context(argc, argv).run();
}
