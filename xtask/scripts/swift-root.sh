#!/bin/sh
# Unpacks a Swift toolchain into a root folder of its own: swift-root.sh ROOT WORK
#
# For Debian-like machines whose own release carries no Swift new enough. Nothing of the
# machine changes: packages are downloaded by an apt with its own state in WORK and unpacked,
# not installed. ROOT/PACKAGES lists what went in and is written last, so a root without it
# is unfinished.
set -eu
root=$1
work=$2
release=trixie
here=$(dirname "$0")

# The machine's own Debian mirror. Its lists may be absent on a fresh image, and only they
# tell Debian's address from another vendor's.
debian_mirror() {
    apt-get indextargets --format '$(ORIGIN) $(LABEL) $(COMPONENT) $(REPO_URI)' \
        'Created-By: Packages' 2>/dev/null |
        awk '$1 == "Debian" && $2 == "Debian" && $3 == "main" { print $4; exit }'
}
mirror=$(debian_mirror)
if [ -z "$mirror" ]; then
    apt-get update -qq
    mirror=$(debian_mirror)
fi
if [ -z "$mirror" ]; then
    echo "no Debian mirror among this machine's apt sources" >&2
    exit 1
fi

rm -rf --one-file-system "$root" "$work"
mkdir -p "$root" "$work/lists/partial" "$work/cache/archives/partial" "$work/parts"
: >"$work/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $release main" \
    >"$work/sources.list"
cat >"$work/apt.conf" <<CONF
Dir::State "$work";
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "-";
Dir::Etc::PreferencesParts "$work/parts";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
Binary::apt-get::APT::Keep-Downloaded-Packages "true";
CONF
export APT_CONFIG="$work/apt.conf"

# The headers and the C++ runtime are what the compiler needs but does not depend on; the
# rest is the least in which its scripts run.
echo "downloading Swift and its libraries"
apt-get update -qq
apt-get install -qq -y --download-only \
    swiftlang libc6-dev libstdc++-14-dev libc-bin dash coreutils >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; exit 1; }

# Debian's merged /usr: packages may still carry files below /bin or /lib.
for folder in bin lib lib64 sbin; do
    mkdir -p "$root/usr/$folder"
    ln -s "usr/$folder" "$root/$folder"
done

echo "unpacking"
find "$work/cache/archives" -name '*.deb' -print0 |
    xargs -0 -n 1 -P 2 sh "$here/unpack-deb.sh" "$root"

ln -sf dash "$root/usr/bin/sh"
mkdir -p "$root/dev" "$root/proc" "$root/tmp" "$root/root" "$root/etc/ssl/certs"
chmod 1777 "$root/tmp"
chroot "$root" /usr/sbin/ldconfig
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -e "$certificates" ]; then
    cp -L "$certificates" "$root$certificates"
fi

find "$work/cache/archives" -name '*.deb' | sed 's#.*/##; s#\.deb$##' | sort >"$root/PACKAGES.part"
mv "$root/PACKAGES.part" "$root/PACKAGES"
rm -rf "$work"
