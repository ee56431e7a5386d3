#!/usr/bin/env bash
# A real MySQL, MariaDB or PostgreSQL server for tests: no root, no Docker, no change to the host's packages.
#
#   server.sh install KIND PREFIX
#       Unpacks the server of KIND (mysql, mariadb or postgresql) into PREFIX, unless it is there (Debian and Ubuntu). apt, with a
#       private configuration, resolves the whole closure of packages including libc and checks their signatures;
#       nothing is installed. Prints "SUITE PACKAGE_VERSION". Safe to run several times at once.
#       KIND can also be chromium (Debian only): the browser, its driver and a font; or galera: the provider library of Galera 4,
#       which the server of MariaDB loads, and nothing else.
#   server.sh exec KIND SERVER [OPTION...]
#       Becomes the server, with no other options than what it needs to run here and those given; --version is one.
#   server.sh run KIND SERVER CACHE WORK PORT [OPTION...]
#       Runs the server on 127.0.0.1:PORT with its data in WORK/data until it ends by itself or until standard input
#       ends. Standard input is a pipe from the JVM that started us: it ends with the JVM, however that ends, kill -9
#       included; the server is then killed and WORK removed. WORK/pid has the server's process id, WORK/error.log its log.
#       A missing WORK/data is copied from a template in CACHE, which is made first if need be; that of PostgreSQL is made
#       each time, in a second or two. With --wsrep-provider among the options the server is a node of Galera: see "Galera" below.
#   server.sh transfer OPTION...
#       What a node of Galera calls to transfer its state.
#
# SERVER is a binary of the host, or a PREFIX of "install": its binary is run by the prefix's own loader and libraries,
# so it does not matter how old the host's are.
#
# The administrator of the servers: admin with the password in SERVER_ADMIN_PASSWORD, from anywhere; not root, for new data
# directories of MariaDB have a root@127.0.0.1 without a password, which would go first.
#
# PostgreSQL refuses to run as root: there it is run as nobody, who owns WORK.
set -euo pipefail

# Name of our method in the options of a node of Galera.
TRANSFER=last_transactions

die() {
    echo "$*" >&2
    exit 1
}

# ---------------------------------------------------------------- install

os_release() {
    # shellcheck disable=SC1091
    (. /etc/os-release && eval "echo \"\${$1:-}\"")
}

# Sets DISTRIBUTION, CODENAME, KEYRING and COMPONENTS; a derivative such as Mint says UBUNTU_CODENAME.
distribution() {
    local ids
    ids=" $(os_release ID) $(os_release ID_LIKE) "
    case $ids in
    *" ubuntu "*)
        DISTRIBUTION=Ubuntu
        CODENAME=$(os_release UBUNTU_CODENAME)
        [ -n "$CODENAME" ] || CODENAME=$(os_release VERSION_CODENAME)
        COMPONENTS="main universe"
        KEYRING=/usr/share/keyrings/ubuntu-archive-keyring.gpg
        ;;
    *" debian "*)
        DISTRIBUTION=Debian
        CODENAME=$(os_release VERSION_CODENAME)
        [ -n "$CODENAME" ] || CODENAME=sid
        COMPONENTS=main
        KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
        ;;
    *) die "neither Debian nor Ubuntu" ;;
    esac
    [ -f "$KEYRING" ] || die "$KEYRING is missing: install the keyring package of $DISTRIBUTION"
}

# The archive that the host's own apt uses for its own release; no host is named here.
mirror() {
    local found
    found=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
        | awk -F'|' -v o="$DISTRIBUTION" '$1 == o && $2 == o { print $3; exit }') || true
    if [ -z "$found" ]; then # before the first "apt-get update" apt knows the sources, but not their origin
        found=$(apt-get indextargets --no-release-info --format '$(RELEASE)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages' \
            2>/dev/null | awk -F'|' -v c="$CODENAME" '($1 == c || $1 ~ /^(stable|testing|unstable|sid)$/) && $2 == "main" { print $3; exit }') || true
    fi
    [ -n "$found" ] || die "apt has no source of $DISTRIBUTION $CODENAME"
    echo "$found"
}

# Writes a configuration of apt that has nothing in common with the host's but how to reach the mirror.
apt_configuration() {
    local apt=$1 suite=$2 mirror
    mirror=$(mirror)
    mkdir -p "$apt"/etc/empty "$apt"/state/lists/partial "$apt"/cache/archives/partial
    : >"$apt/status"
    echo "deb [signed-by=$KEYRING] $mirror $suite $COMPONENTS" >"$apt/etc/sources.list"
    {
        apt-config dump 2>/dev/null | grep -iE '^Acquire::(https?::|ftp::|Check-Valid-Until|Check-Date|ForceIPv)' || true
        cat <<E
Dir::Etc::main "$apt/etc/none";
Dir::Etc::parts "$apt/etc/empty";
Dir::Etc::sourcelist "$apt/etc/sources.list";
Dir::Etc::sourceparts "$apt/etc/empty";
Dir::Etc::preferences "$apt/etc/none";
Dir::Etc::preferencesparts "$apt/etc/empty";
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "3";
E
    } >"$apt/apt.conf"
}

# Prints the package of the newest server of a kind.
package_() {
    if [ "$1" = chromium ]; then
        echo chromium
    elif [ "$1" = galera ]; then
        echo galera-4
    elif [ "$1" = postgresql ]; then
        apt-cache --names-only search '^postgresql-[0-9]+$' | awk '{print $1}' | sort -V | tail -n 1
    elif apt-cache show "$1-server-core" >/dev/null 2>&1; then
        echo "$1-server-core"
    else # where there are several: mysql-server-core-8.0 and the like
        apt-cache --names-only search "^$1-server-core-[0-9.]+\$" | awk '{print $1}' | sort -V | tail -n 1
    fi
}

# The programs of PostgreSQL run each other by name, so that the loader has to be part of each name.
wrap_postgresql() {
    local bin name
    bin=$(echo "$1"/usr/lib/postgresql/*/bin)
    rm -f "$bin"/../lib/llvmjit.so
    for name in postgres initdb; do
        mv "$bin/$name" "$bin/$name.real"
        cat >"$bin/$name" <<'E'
#!/bin/bash
here=$(cd "$(dirname "$0")" && pwd)
root=${here%/usr/lib/postgresql/*}
libraries=
loader=
for folder in "$root"/usr/lib/*-linux-* "$root"/lib/*-linux-* "$root"/usr/lib64 "$root"/lib64; do
    [ ! -d "$folder" ] || libraries=$folder:$libraries
    for file in "$folder"/ld-linux*.so.*; do [ -n "$loader" ] || [ ! -x "$file" ] || loader=$file; done
done
export OPENSSL_CONF=/dev/null
exec "$loader" --argv0 "$here/${0##*/}" --library-path "$libraries" "$here/${0##*/}.real" "$@"
E
        chmod 755 "$bin/$name"
    done
}

# The fonts of the prefix; those of the host may be none.
chromium_fonts() {
    local root=$1 prefix=$2
    cat >"$root/fonts.conf" <<E
<?xml version="1.0"?>
<fontconfig>
  <dir>$prefix/root/usr/share/fonts</dir>
  <cachedir>$prefix/root/font-cache</cachedir>
</fontconfig>
E
}

install_() {
    local kind=$1 prefix=$2 suite package fresh more=() left_out=
    [ -f "$prefix/installed" ] && { cat "$prefix/installed"; return; }
    local tool
    for tool in apt-get apt-cache dpkg-deb flock; do
        command -v "$tool" >/dev/null || die "$tool is missing: only on Debian and Ubuntu can a server be unpacked"
    done
    distribution
    suite=$CODENAME
    if [ "$kind" = chromium ]; then
        [ "$DISTRIBUTION" = Debian ] || die "$DISTRIBUTION has Chromium as a snap only, which cannot be unpacked"
        more=(chromium-driver fonts-dejavu-core)
        # The browser starts itself by name, so the loader and the C library are those of the host, which is of this suite.
        left_out='|libc6|libgcc|adwaita-|systemd|dpkg|procps|xkb-data'
    fi
    # Debian has MySQL only in its development suite.
    [ "$kind" = mysql ] && [ "$DISTRIBUTION" = Debian ] && suite=sid

    mkdir -p "$(dirname "$prefix")"
    exec 9>"$prefix.lock"
    flock 9
    [ -f "$prefix/installed" ] && { cat "$prefix/installed"; return; }
    # What an interrupted installation left; nobody else is at it, for we hold the lock.
    rm -rf "$prefix" "$prefix".new.*
    fresh=$prefix.new.$$
    # shellcheck disable=SC2064
    trap "rm -rf '$fresh'" EXIT
    mkdir -p "$fresh/root"
    apt_configuration "$fresh/apt" "$suite"
    export APT_CONFIG=$fresh/apt/apt.conf
    # "|| die": errors of apt-get update are warnings to apt, and its exit code is 0, if lists of yesterday remain; there are none here.
    apt-get -qq update >&2 || die "apt-get update failed for $suite"
    package=$(package_ "$kind")
    [ -n "$package" ] || die "$DISTRIBUTION $suite has no package of $kind"
    # Against an empty status the answer is every package, down to libc; perl is only for the scripts beside
    # the server, and LLVM only compiles queries of PostgreSQL.
    apt-get install -y --print-uris "$package" "${more[@]}" | sed -n "s/^'[^']*' \([^_]*\)_[^ ]* [0-9]* .*/\1/p" \
        | grep -vE "^(perl|libperl|libdb5|libgdbm|libllvm$left_out)" >"$fresh/packages"
    # The libraries that the provider needs are those of the server.
    [ "$kind" != galera ] || sed -i '/^galera-4$/!d' "$fresh/packages"
    [ -s "$fresh/packages" ] || die "$package of $suite cannot be installed there at present"
    # apt checks the hashes, which are signed.
    # shellcheck disable=SC2046
    (cd "$fresh/apt/cache/archives" && apt-get -qq download $(sort -u "$fresh/packages")) >&2
    local deb version
    for deb in "$fresh"/apt/cache/archives/*.deb; do dpkg-deb -x "$deb" "$fresh/root"; done
    version=$(dpkg-deb -f "$fresh/apt/cache/archives/$package"_*.deb Version)
    ls "$fresh/apt/cache/archives" | grep '\.deb$' >"$fresh/packages"
    rm -rf "$fresh/apt" "$fresh"/root/usr/share/{doc,man,info,locale,lintian,bug} "$fresh"/root/usr/lib/mysql-test
    if [ "$kind" = chromium ]; then chromium_fonts "$fresh/root" "$prefix"; else rm -rf "$fresh/root/usr/bin"; fi
    [ "$kind" != postgresql ] || wrap_postgresql "$fresh/root"
    unset APT_CONFIG
    echo "$DISTRIBUTION $suite $version" >"$fresh/installed"
    # Last and atomic: a prefix that exists is a whole one.
    mv "$fresh" "$prefix"
    trap - EXIT
    exec 9>&-
    cat "$prefix/installed"
}

# ---------------------------------------------------------------- the command line of the server

# Sets COMMAND and SHARE (where the SQL files are).
command_mysql() {
    local kind=$1 server=$2 daemon file loader=
    [ "$kind" = mysql ] && daemon=mysqld || daemon=mariadbd
    if [ ! -d "$server" ]; then
        COMMAND=("$server" --no-defaults)
        SHARE=$(cd "$(dirname "$server")/.." && pwd)/share
    else
        local root=$server/root libraries
        for file in "$root"/usr/lib/*-linux-*/ld-linux*.so.* "$root"/lib/*-linux-*/ld-linux*.so.* \
            "$root"/usr/lib*/ld-linux*.so.* "$root"/lib*/ld-linux*.so.*; do
            [ -x "$file" ] && { loader=$file; break; }
        done
        [ -n "$loader" ] || die "no loader in $root"
        libraries=$root/usr/lib/mysql/private
        for file in "$root"/usr/lib/*-linux-* "$root"/lib/*-linux-*; do libraries=$file:$libraries; done
        export OPENSSL_CONF=/dev/null
        for file in "$root"/usr/lib/*-linux-*/ossl-modules; do export OPENSSL_MODULES=$file; done
        COMMAND=("$loader" --argv0 "$root/usr/sbin/$daemon" --library-path "$libraries" "$root/usr/sbin/$daemon" --no-defaults
            --basedir="$root/usr" --lc-messages-dir="$root/usr/share/mysql"
            --character-sets-dir="$root/usr/share/mysql/charsets" --plugin-dir="$root/usr/lib/mysql/plugin")
        SHARE=$root/usr/share
    fi
    # Both refuse to run as root unless told to.
    [ "$(id -u)" != 0 ] || COMMAND+=(--user=root)
    # Small files, quickly made; not performance_schema, binary log or durability: tests are about the defaults.
    COMMAND+=(--innodb-buffer-pool-size=64M)
    if [ "$kind" = mysql ]; then
        # The folder that distributions compile in for files of SELECT ... INTO OUTFILE need not exist.
        COMMAND+=(--loose-innodb-redo-log-capacity=16M --secure-file-priv=NULL)
    else
        COMMAND+=(--innodb-log-file-size=16M)
    fi
}

# Sets COMMAND and INITDB. WORK is where a copy goes if the server cannot be read by the user that it has to run as.
command_postgresql() {
    local server=$1 work=$2 bin user=()
    if [ "$(id -u)" = 0 ]; then
        command -v setpriv >/dev/null \
            || die "PostgreSQL does not run as root: install setpriv (util-linux), or run the tests as another user"
        user=(setpriv --reuid=nobody "--regid=$(id -g nobody)" --clear-groups --)
        if [ -d "$server" ] && ! "${user[@]}" test -r "$server/installed"; then
            [ -d "$work/server" ] || cp -a "$server" "$work/server"
            server=$work/server
        fi
    fi
    [ ! -d "$server" ] || server=$(echo "$server"/root/usr/lib/postgresql/*/bin/postgres)
    bin=$(dirname "$(readlink -f "$server")")
    COMMAND=("${user[@]}" "$bin/postgres")
    INITDB=("${user[@]}" "$bin/initdb")
}

exec_() {
    command_mysql "$1" "$2"
    shift 2
    exec "${COMMAND[@]}" "$@"
}

# ---------------------------------------------------------------- a template of the data directory

# Initialising takes seconds, a copy does not.
initialise() {
    local kind=$1 data=$2 sql=$2.sql
    if [ "$kind" = mysql ]; then
        cat >"$sql" <<E
CREATE USER 'admin'@'%' IDENTIFIED BY '${SERVER_ADMIN_PASSWORD:?}';
GRANT ALL PRIVILEGES ON *.* TO 'admin'@'%' WITH GRANT OPTION;
E
        "${COMMAND[@]}" --initialize-insecure --datadir="$data" --init-file="$sql" --log-error="$data.log" </dev/null >/dev/null \
            || { tail -n 20 "$data.log" >&2; die "cannot initialise a data directory"; }
        # The identity of a server: each copy makes its own.
        rm -f "$data/auto.cnf"
    else
        local folder= name file
        for name in "$SHARE/mysql" "$SHARE/mariadb" "$SHARE"; do
            [ -z "$folder" ] && ls "$name"/m*_system_tables.sql >/dev/null 2>&1 && folder=$name
        done
        [ -n "$folder" ] || die "no SQL files for a new data directory in $SHARE"
        mkdir "$data"
        {
            # In this mode of the server each statement ends with its line.
            printf '%s;\n' "CREATE DATABASE mysql" "USE mysql" "SET @auth_root_socket=NULL"
            for name in system_tables performance_tables system_tables_data; do
                for file in "$folder"/m*_$name.sql; do cat "$file"; done
            done
            cat "$folder"/m*_sys_schema.sql 2>/dev/null || true
            echo "FLUSH PRIVILEGES;"
            echo "CREATE USER 'admin'@'%' IDENTIFIED BY '${SERVER_ADMIN_PASSWORD:?}';"
            echo "GRANT ALL PRIVILEGES ON *.* TO 'admin'@'%' WITH GRANT OPTION;"
        } >"$sql"
        "${COMMAND[@]}" --bootstrap --datadir="$data" --log-error="$data.log" <"$sql" >/dev/null \
            || { tail -n 20 "$data.log" >&2; die "cannot initialise a data directory"; }
    fi
}

# Prints the folder of the template for this very server.
template() {
    local kind=$1 cache=$2 key folder fresh
    key=$({ "${COMMAND[@]}" --version; echo "${COMMAND[@]}"; declare -f initialise; echo "$SERVER_ADMIN_PASSWORD"; } | cksum | tr ' ' '-')
    folder=$cache/$kind-data-$key
    if [ ! -d "$folder" ]; then
        mkdir -p "$cache"
        if command -v flock >/dev/null; then # saves work; what makes it safe is the rename at the end
            exec 8>"$cache/$kind-data.lock"
            flock 8
        fi
        if [ ! -d "$folder" ]; then
            fresh=$(mktemp -d "$cache/new.XXXXXX")
            # shellcheck disable=SC2064
            trap "rm -rf '$fresh'" EXIT
            initialise "$kind" "$fresh/data" >&2
            mkdir "$fresh/whole"
            mv "$fresh/data" "$fresh/whole/data"
            mv "$fresh/whole" "$folder" 2>/dev/null || [ -d "$folder" ] || die "cannot write $folder"
            rm -rf "$fresh" "$folder/whole"
            trap - EXIT
        fi
        exec 8>&-
    fi
    echo "$folder/data"
}

# ---------------------------------------------------------------- Galera

# All nodes begin with copies of one data directory that has founded a group, so that a node which joins lacks nothing but the
# last transactions: a donor sends these itself, while a copy of all data takes programs of other packages. A node that starts
# again tells what it has, as the service of the distribution does.

is_galera() {
    local option
    for option; do [ "${option#--wsrep-provider=}" = "$option" ] || return 0; done
    return 1
}

# Prints the copy of a template that has founded a group.
galera_template() {
    local template=$1 work=$2 key folder fresh pid
    shift 2
    key=$({ declare -f galera_template; printf '%s\n' "$@" | grep -e '^--wsrep-provider='; } | cksum | tr ' ' '-')
    folder=$template-galera-$key
    exec 8>"$template.lock"
    flock 8
    if [ ! -d "$folder" ]; then
        fresh=$work/founder
        cp -a "$template" "$fresh"
        "${COMMAND[@]}" "$@" --wsrep-cluster-address=gcomm:// --wsrep-new-cluster --skip-networking --datadir="$fresh" \
            --socket="$fresh.socket" --pid-file="$fresh.pid" --log-error="$fresh.log" 8>&- </dev/null >/dev/null 2>&1 &
        pid=$!
        for _ in $(seq 600); do
            ! grep -q "Synchronized with group" "$fresh.log" 2>/dev/null || break
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        kill -TERM "$pid" 2>/dev/null || true
        wait "$pid" || true
        grep -q "^seqno: *[0-9]" "$fresh/grastate.dat" || { tail -n 20 "$fresh.log" >&2; die "cannot found a group of Galera"; }
        # The identity of the node, and the transactions that it would send to others: each copy has its own.
        rm -f "$fresh/gvwstate.dat" "$fresh/galera.cache"
        mv "$fresh" "$folder"
    fi
    exec 8>&-
    echo "$folder"
}

# Sets NODE, the options of a node that starts: as many as it was given at its first start, and later what it has.
prepare_galera() {
    local work=$1 started=$2 option position
    shift 2
    printf '#!/bin/sh\nexec bash "%s" transfer "$@"\n' "$work/server.sh" >"$work/wsrep_sst_$TRANSFER"
    chmod 755 "$work/wsrep_sst_$TRANSFER"
    export PATH=$work:$PATH
    NODE=("$@" --wsrep-sst-method="$TRANSFER")
    [ -n "$started" ] || return 0
    NODE=(--wsrep-sst-method="$TRANSFER")
    # The group that it has founded exists already.
    for option; do [ "$option" = --wsrep-new-cluster ] || NODE+=("$option"); done
    rm -f "$work/recovery.log"
    "${COMMAND[@]}" "${NODE[@]}" --wsrep-recover --log-error="$work/recovery.log" </dev/null >/dev/null 2>&1 || true
    position=$(sed -n 's/.*Recovered position: *//p' "$work/recovery.log")
    [ -n "$position" ] || { tail -n 20 "$work/recovery.log" >&2; die "the position of the node is not known"; }
    NODE+=(--wsrep-start-position="$position")
}

# The donor tells the node that joins where it begins; both are on this machine. The node ends the wait by killing us.
transfer() {
    local role='' address='' data='' position='' bypass=''
    while [ $# -gt 0 ]; do
        case $1 in
        --role) role=$2 && shift ;;
        --address) address=$2 && shift ;;
        --datadir) data=${2%/} && shift ;;
        --gtid) position=$2 && shift ;;
        --bypass) bypass=1 ;;
        --mysqld-args) break ;;
        esac
        shift
    done
    if [ "$role" = joiner ]; then
        rm -f "$data/begin"
        echo "ready $data/begin"
        while [ ! -f "$data/begin" ]; do
            kill -0 "$PPID" 2>/dev/null || die "the node has ended"
            sleep 0.05
        done
        cat "$data/begin"
        rm -f "$data/begin"
    else
        [ -n "$bypass" ] || die "the node lacks more than the last transactions, and all data is not sent here"
        echo "$position" >"$address.new"
        mv "$address.new" "$address"
        echo "done $position"
    fi
}

# ---------------------------------------------------------------- run

# Makes WORK/data if there is none, and sets COMMAND.
prepare_mysql() {
    local kind=$1 server=$2 cache=$3 work=$4 port=$5 from
    shift 5
    command_mysql "$kind" "$server"
    if [ ! -d "$work/data" ]; then
        from=$(template "$kind" "$cache")
        mkdir -p "$work/tmp"
        ! is_galera "$@" || from=$(galera_template "$from" "$work" "$@" --wsrep-sst-method="$TRANSFER")
        cp -a "$from" "$work/data.new"
        mv "$work/data.new" "$work/data"
    fi
    COMMAND+=(--datadir="$work/data" --tmpdir="$work/tmp" --port="$port" --bind-address=127.0.0.1
        --socket="$work/socket" --pid-file="$work/server.pid" --log-error="$work/error.log" --skip-name-resolve
        --loose-mysqlx=OFF --max-connections=300)
}

prepare_postgresql() {
    local server=$1 work=$2 port=$3
    # Its owner may be another user.
    chmod 711 "$work"
    command_postgresql "$server" "$work"
    if [ ! -d "$work/data" ]; then
        echo "${SERVER_ADMIN_PASSWORD:?}" >"$work/password"
        touch "$work/error.log"
        [ "$(id -u)" != 0 ] || chown nobody "$work" "$work/password" "$work/error.log"
        "${INITDB[@]}" --pgdata="$work/data.new" --username=admin --pwfile="$work/password" --auth=scram-sha-256 \
            --encoding=UTF8 --locale=C --no-sync </dev/null >>"$work/error.log" 2>&1 || die "cannot initialise a data directory"
        rm "$work/password"
        mv "$work/data.new" "$work/data"
    fi
    # Without a socket in the file system, and with the log on standard error.
    COMMAND+=(-D "$work/data" -p "$port" -h 127.0.0.1 -k "" -c max_connections=300 -c shared_buffers=64MB)
}

# After a kill of PostgreSQL its other processes need a moment to notice; until then it does not start again.
await_children() {
    local folder
    for _ in $(seq 100); do
        for folder in /proc/[0-9]*/cwd; do
            [ "$(readlink "$folder" 2>/dev/null)" != "$1/data" ] || { sleep 0.1; continue 2; }
        done
        return 0
    done
}

# Ends the server at once. PostgreSQL is asked first, for a kill would leave its shared memory behind.
abandon() {
    local kind=$1 pid=$2
    if [ "$kind" = postgresql ]; then
        kill -QUIT "$pid" 2>/dev/null || true
        for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null && sleep 0.1; done
    fi
    kill -KILL "$pid" 2>/dev/null || true
}

run() {
    local kind=$1 server=$2 cache=$3 work=$4 port=$5 pid watch started=
    shift 5
    [ ! -d "$work/data" ] || started=1
    # Ctrl-C is for the JVM; when that goes, the end of standard input tells us.
    trap '' INT HUP
    rm -f "$work/pid"
    if [ "$kind" = postgresql ]; then
        prepare_postgresql "$server" "$work" "$port"
    else
        prepare_mysql "$kind" "$server" "$cache" "$work" "$port" "$@"
    fi
    NODE=("$@")
    ! is_galera "$@" || prepare_galera "$work" "$started" "$@"
    exec 3<&0
    "${COMMAND[@]}" "${NODE[@]}" 3<&- </dev/null >/dev/null 2>>"$work/error.log" &
    pid=$!
    echo "$pid" >"$work/pid.new"
    mv "$work/pid.new" "$work/pid"
    # The watchdog. The server is our child and not waited for before the watchdog is gone: the id cannot be another process's.
    (
        while read -r _; do :; done
        # First, for when the server has ended we are killed.
        touch "$work/abandoned"
        abandon "$kind" "$pid"
    ) <&3 >/dev/null 2>&1 &
    watch=$!
    exec 3<&-
    # Else bash reports a killed child on standard error.
    wait "$pid" 2>/dev/null || true
    kill "$watch" 2>/dev/null || true
    wait "$watch" 2>/dev/null || true
    [ "$kind" != postgresql ] || await_children "$work"
    rm -f "$work/pid"
    [ ! -f "$work/abandoned" ] || rm -rf "$work"
}

main() {
    local what=${1:-}
    shift || true
    case $what in
    install) install_ "$@" ;;
    exec) exec_ "$@" ;;
    run) run "$@" ;;
    transfer) transfer "$@" ;;
    *) die "usage: install KIND PREFIX | exec KIND SERVER [OPTION...] | run KIND SERVER CACHE WORK PORT [OPTION...]" ;;
    esac
}

# One line, read as a whole: the file may be removed while we run.
main "$@"; exit
