import visibility.util;

public function main() {
    util:shown();
    util:hidden(); // @error NotPublic
    util:Open open = {n: 1};
    util:Closed _ = {n: open.n}; // @error NotPublic
}
