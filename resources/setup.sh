# Sourced by ./run and ./test: what they have in common. Debian 12 package names.

packages_build="cmake ninja-build g++ ccache mold pkg-config qt6-base-dev qt6-websockets-dev libqt6svg6 qt6-svg-dev
    libqscintilla2-qt6-dev libgraphviz-dev libtomlplusplus-dev libintelrdfpmath-dev libboost-dev libre2-dev
    libargon2-dev zlib1g-dev libssl-dev libgl1-mesa-dev"
packages_run="tzdata fonts-inter fonts-jetbrains-mono qt6-qpa-plugins python3-websockets"
packages_test="tzdata doctest-dev openssl clang libclang-rt-14-dev nodejs node-ws python3-websockets chromium xvfb xdotool openbox
    fonts-inter fonts-jetbrains-mono qt6-qpa-plugins"

# install_packages GROUP…: installs what of the groups is missing; needs root or sudo only then.
install_packages() {
    local group wanted="" missing=""
    for group in "$@"; do
        local list="packages_$group"
        wanted="$wanted ${!list}"
    done
    for package in $wanted; do
        provided "$package" || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    echo "Installing:$missing"
    local root=""
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "Please install these packages as root, then try again:$missing" >&2; exit 1; }
        root=sudo
    fi
    $root apt-get update -qq
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

# A package is there when dpkg says so; node and g++ may also come from elsewhere.
provided() {
    case "$1" in
        nodejs) command -v node >/dev/null && return 0 ;;
    esac
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

build_jobs() {
    nproc
}

build_release() {
    cmake --preset release > build-release.log 2>&1 || { cat build-release.log >&2; exit 1; }
    rm -f build-release.log
    cmake --build --preset release -j "$(build_jobs)"
}
