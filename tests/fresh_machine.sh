#!/usr/bin/env bash
# Both commands of README, wheel and sdist on a machine that has only Debian, python3, python3-venv and
# python3-pip:
#
#   sudo bash tests/fresh_machine.sh bookworm                      # Python 3.11
#   sudo bash tests/fresh_machine.sh trixie --tests tests/domain   # Python 3.13, a part of the tests
#   sudo PYTHON=/opt/python3.12 bash tests/fresh_machine.sh bookworm
#
# The first word is a release of Debian; the rest goes to tests/fresh_start.py, which says what is done there.
# It is done by a user without rights, in a root of its own, in the plain locale. Needs debootstrap and root.
# MORE adds packages, so that no test is left out: git,groff,man-db,zsh,fish
# DEBIAN_MIRROR names a mirror, PIP_* and *_proxy say how pip reaches an index, PYTHON a folder with another
# Python to be used there (for one that this Debian has not), and FRESH_ROOT keeps the root, to be used again.
set -euo pipefail
cd "$(dirname "$0")/.."
suite=${1:?a release of Debian, such as bookworm}
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=${FRESH_ROOT:-$work/root}

if [ ! -e "$root/etc/debian_version" ]; then
  debootstrap --variant=minbase --include="python3,python3-venv,python3-pip,ca-certificates${MORE:+,$MORE}" \
    "$suite" "$root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
fi
chroot "$root" id person >/dev/null 2>&1 || chroot "$root" useradd --create-home person
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
for certificates in "${PIP_CERT:-}" "${SSL_CERT_FILE:-}"; do
  if [ -n "$certificates" ]; then install -D -m 644 "$certificates" "$root$certificates"; fi
done
path=/usr/local/bin:/usr/bin:/bin
if [ -n "${PYTHON:-}" ]; then
  mkdir -p "$root/opt/python"
  path=/opt/python/bin:$path
fi
rm -rf "$root/home/person/checkout"
mkdir "$root/home/person/checkout"
tar -cf - --exclude=.git --exclude=.venv --exclude=__pycache__ . | tar -xf - --no-same-owner -C "$root/home/person/checkout"
chroot "$root" chown -R person: /home/person

given=("PATH=$path" HOME=/home/person)
while IFS='=' read -r -d '' name value; do
  case $name in PIP_FIND_LINKS | PIP_CONFIG_FILE) ;; PIP_* | SSL_CERT_* | *_proxy | *_PROXY) given+=("$name=$value") ;; esac
done < <(env -0)

# what is mounted is seen by this run alone, and is gone with it
# shellcheck disable=SC2016
unshare --mount --pid --fork --kill-child bash -euc '
  root=$1 python=$2
  shift 2
  mount -t proc proc "$root/proc"
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
  mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
  if [ -n "$python" ]; then
    mount --bind -o ro "$python" "$root/opt/python"
    echo /opt/python/lib >"$root/etc/ld.so.conf.d/python.conf" # found also where a test gives its own environment
    chroot "$root" ldconfig
  fi
  exec chroot --userspec=person:person "$root" env -i "$@"
' bash "$root" "${PYTHON:-}" "${given[@]}" sh -c 'cd /home/person/checkout && exec python3 tests/fresh_start.py "$@"' sh "$@"
