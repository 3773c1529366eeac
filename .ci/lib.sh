# shellcheck shell=bash
# What the scripts beside this one share. Messages go to standard error,
# so that a script's standard output holds its answer alone.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "error: $*"
  exit 1
}

# apt_install PACKAGE... - install Debian or Ubuntu packages without asking anything.
apt_install() {
  command -v apt-get >/dev/null || die "there is no apt-get here; please install what these Debian packages hold: $*"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || die "Debian packages are missing, and installing them needs root. Please run as root:
  apt-get update
  apt-get install -y --no-install-recommends $*
and then try again."
    as_root=(sudo -n)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
    apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  say "Installing Debian packages: $*"
  "${apt[@]}" update </dev/null >&2 || say "Not every package list could be refreshed; trying with those at hand."
  local log
  log=$(mktemp)
  if ! "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    die "apt-get could not install: $*"
  fi
  rm -f "$log"
}
