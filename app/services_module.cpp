// The functions of the module for services, which `barre` loads when a program needs it.
#include "app/services/services.h"

extern "C" __attribute__((visibility("default"))) int
barreRun(barre::app::Args args, barre::app::Warnings warnings, int argc, char** argv) {
    return barre::app::runServices(args, warnings, argc, argv);
}

extern "C" __attribute__((visibility("default"))) int barreTest(barre::app::Args args, int argc,
                                                                char** argv) {
    return barre::app::runTests(args, argc, argv);
}
