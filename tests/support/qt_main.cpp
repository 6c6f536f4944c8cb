#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <QtCore/QCoreApplication>

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return doctest::Context(argc, argv).run();
}
