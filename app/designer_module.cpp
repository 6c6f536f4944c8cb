// The one function of the designer's module, which `barre` loads when it opens a window: the other commands
// start without the libraries that windows need.
#include "app/window/open_window.h"

extern "C" __attribute__((visibility("default"))) int barreOpenWindow(const char* path, bool startsProject,
                                                                      int& argc, char** argv) {
    return barre::app::openWindow(path, startsProject, argc, argv);
}
