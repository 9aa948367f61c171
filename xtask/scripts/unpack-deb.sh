#!/bin/sh
# Unpacks one package into a root: unpack-deb.sh ROOT DEB
set -eu
pipe=$(mktemp -u)
mkfifo "$pipe"
trap 'rm -f "$pipe"' EXIT
# A pipeline would hide a failure of dpkg-deb; through a named pipe both are waited for.
dpkg-deb --fsys-tarfile "$2" >"$pipe" &
tar -x -f "$pipe" -C "$1" --keep-directory-symlink \
    --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*'
wait $!
