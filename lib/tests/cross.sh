#!/bin/sh
# The library on another processor: compiled by Debian's cross compiler, its
# unit tests pass, and its fingerprint is the same as on this one. zlib and
# cmocka for the other processor are Debian's. They are unpacked in SCRATCH,
# so that this system stays as it is and root need not do it.
#   cross.sh LIB SCRATCH arm64|i386 FINGERPRINT...
set -eu
lib=$1 scratch=$2 arch=$3
shift 3
mkdir -p "$scratch"
scratch=$(cd "$scratch" && pwd)
root=$scratch/root

skip() {
  echo "Not tried: $*"
  exit 77
}

case $arch in
arm64)
  triple=aarch64-linux-gnu folder=aarch64-linux-gnu
  flags=-DEMULATED
  kernels='neon generic'
  ;;
i386)
  triple=i686-linux-gnu folder=i386-linux-gnu
  flags='-msse2 -mfpmath=sse'
  kernels=generic
  ;;
esac
libraries=/usr/$triple/lib:$root/usr/lib/$folder:$root/lib/$folder
case $arch in
arm64) run="qemu-aarch64;-L;/usr/$triple;-E;LD_LIBRARY_PATH=$libraries" ;;
i386) run="/usr/$triple/lib/ld-linux.so.2;--library-path;$libraries" ;;
esac

if [ "$(uname -m)" != x86_64 ] || ! grep -qx ID=debian /etc/os-release; then
  echo "Not tried: this takes Debian on x86_64."
  exit 77
fi
for needed in "$triple-gcc" "${run%%;*}" "/usr/$triple/include/stdio.h"; do
  [ -e "$needed" ] || command -v "$needed" >/dev/null ||
    skip "there is no $needed. The packages are in packages/cross."
done

# ---- zlib and cmocka ---------------------------------------------------

# for_arch COMMAND...: apt-get, with lists and states of its own.
for_arch() {
  apt-get -q -o APT::Architecture="$arch" -o APT::Architectures="$arch" \
    -o Dir::State="$scratch/apt/state" -o Dir::Cache="$scratch/apt/cache" \
    -o Dir::State::status="$scratch/apt/status" \
    -o APT::Sandbox::User=root -o Acquire::Languages=none \
    -o Acquire::Retries=3 "$@" >>"$scratch/apt.log" 2>&1
}

unpack_libraries() {
  rm -rf "$scratch/apt" "$root" "$scratch/apt.log"
  mkdir -p "$scratch/apt/state/lists/partial" \
    "$scratch/apt/cache/archives/partial" "$scratch/apt/packages"
  : >"$scratch/apt/status"
  for_arch update || true # other sources may not have this architecture
  (cd "$scratch/apt/packages" &&
    for_arch download zlib1g zlib1g-dev libcmocka0 libcmocka-dev) || {
    tail -n 5 "$scratch/apt.log"
    skip "apt-get could not download zlib and cmocka for $arch."
  }
  for package in "$scratch"/apt/packages/*.deb; do
    dpkg-deb -x "$package" "$scratch/unpacked"
  done
  mv "$scratch/unpacked" "$root"
}
[ -d "$root" ] || unpack_libraries

# ---- the library -------------------------------------------------------

# configure FLAGS
configure() {
  rm -rf "$scratch/build"
  cmake -G Ninja -S "$lib" -B "$scratch/build" -D NN_TESTS=ON \
    -D CMAKE_SYSTEM_NAME=Linux \
    -D CMAKE_C_COMPILER="$triple-gcc" \
    -D CMAKE_LIBRARY_ARCHITECTURE="$folder" \
    -D CMAKE_FIND_ROOT_PATH="$root" \
    -D CMAKE_CROSSCOMPILING_EMULATOR="$run" \
    -D CMAKE_C_FLAGS="$1 -isystem '$root/usr/include'" \
    -D CMAKE_EXE_LINKER_FLAGS="-L'$root/usr/lib/$folder'" \
    >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 1; }
}
build() {
  cmake --build "$scratch/build" --target unit-tests \
    >"$scratch/build.log" 2>&1
}

if [ "$arch" = i386 ]; then
  configure ''
  if build || ! grep -q '#error.*-msse2 -mfpmath=sse' "$scratch/build.log"
  then
    echo "with the x87 there is no word of -msse2 -mfpmath=sse"
    exit 1
  fi
fi
configure "$flags"
build || { tail -n 50 "$scratch/build.log"; exit 1; }
ctest --test-dir "$scratch/build" --output-on-failure --no-tests=error

for own; do
  name=$(basename "$own")
  "$own" --out "$scratch/out" >"$scratch/$name.here"
  [ "$(wc -c <"$scratch/$name.here")" -gt 100000 ]
  for set in $kernels; do
    # shellcheck disable=SC2046 # the emulator is words
    (cd "$scratch" && IFS=';' && NN_KERNELS=$set $run \
      "$scratch/build/$name" --out "$scratch/out" >"$scratch/$name.there" \
      2>"$scratch/$name.said")
    if [ -s "$scratch/$name.said" ]; then # no kernels of that name
      cat "$scratch/$name.said"
      exit 1
    fi
    cmp "$scratch/$name.here" "$scratch/$name.there"
  done
done
echo "the same bits on $arch as here"
