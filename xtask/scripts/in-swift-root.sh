#!/bin/sh
# Runs a command inside a root: in-swift-root.sh ROOT FOLDER... -- COMMAND...
# It starts in the current folder, which one of the FOLDERs or /tmp holds.
#
# To be started by `unshare --mount`: the mounts are then seen by this process and its children
# only, and are gone when the last of them ends, however it ends. So there is nothing to
# unmount, two runs do not meet, and nobody who deletes ROOT can reach through them.
set -eu
PATH=$PATH:/usr/sbin:/sbin
root=$1
shift

bind() {
    [ -d "$1" ] || return 0
    mkdir -p "$root$1"
    mount --bind "$1" "$root$1"
}

mount --bind /dev "$root/dev"
mount -t proc proc "$root/proc"
bind /tmp
while [ "$1" != -- ]; do
    bind "$1"
    shift
done
shift

# The network is the machine's, so the names of its hosts are too.
for file in hosts resolv.conf; do
    if [ -e "/etc/$file" ]; then
        cp -L "/etc/$file" "$root/etc/$file"
    fi
done

folder=$PWD
export HOME=/root
exec chroot "$root" /usr/bin/sh -c '
    cd "$1"
    shift
    PATH=/usr/libexec/swift/bin:/usr/bin:/bin exec "$@"
' sh "$folder" "$@"
