# Finds Java and starts Sidetone with its options; read by ./sidetone in a clone and by bin/sidetone in a package. For any POSIX shell.

die() {
    for line in "$@"; do printf 'sidetone: %s\n' "$line" >&2; done
    exit 3
}

jdk_cure='install a JDK (Debian, Ubuntu: apt-get install openjdk-17-jdk; macOS: brew install --cask temurin) or point JAVA_HOME at one'

# Leaves the program in $java, its home in $java_home and its version in $java_version and $major; or fails, with the reason in $missing.
find_java() {
    missing=
    if [ -n "${JAVA_HOME-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || { missing="JAVA_HOME is $JAVA_HOME, but there is no bin/java in it: $jdk_cure"; return 1; }
    else
        java=$(command -v java) || { missing="no java found: $jdk_cure"; return 1; }
        [ "$java" != /usr/bin/java ] || [ ! -x /usr/libexec/java_home ] ||
            java=$(/usr/libexec/java_home 2>/dev/null)/bin/java   # macOS: /usr/bin/java only looks for the real one
    fi
    find_java_version
    [ -n "$java_version" ] || { missing="$java does not run: $jdk_cure"; return 1; }
    major=${java_version%%[!0-9]*}
    [ "${major:-0}" -ge 17 ] ||
        { missing="$java is Java $java_version, and Sidetone needs 17 or newer: $jdk_cure"; return 1; }
}

# A JDK's release file names its version; asking java itself would cost as much as starting the program.
find_java_version() {
    real=$java
    while [ -h "$real" ]; do
        link=$(readlink "$real")
        case $link in
            /*) real=$link ;;
            *) real=${real%/*}/$link ;;
        esac
    done
    java_home=${real%/bin/java}
    java_version=
    if [ -r "$java_home/release" ]; then
        while IFS='="' read -r key _ value _; do
            [ "$key" != JAVA_VERSION ] || java_version=$value
        done <"$java_home/release"
    fi
    [ -n "$java_version" ] || java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
}

# start CLASS_PATH ARGUMENT...: replaces the shell by Java. $archive may name a class-data archive of that Java and class path.
start() {
    class_path=$1
    shift
    # A call, a run's and the doctor's too, needs no second compiler: it would take a core from the line for the first half minute. A server without
    # memory ends at once (exit code 3), also where a library catches the error: it would answer nobody and never end.
    compiler=
    full=
    pause=5
    for argument in "$@"; do
        case $argument in
            -*) ;;
            call | run | doctor) compiler=-XX:TieredStopAtLevel=1; break ;;
            bridge | load) pause=50; full='-XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr'; break ;;
            live | agent) full='-XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr'; break ;;
            *) break ;;
        esac
    done

    # The user's own options win. Java takes those of the command line over JAVA_TOOL_OPTIONS and refuses two collectors, so that nothing of
    # ours is said where theirs say something on the same matter. SIDETONE_JAVA_OPTS is for Sidetone alone; its words are split at blanks.
    theirs=" ${JAVA_TOOL_OPTIONS-} ${JDK_JAVA_OPTIONS-} ${_JAVA_OPTIONS-} ${SIDETONE_JAVA_OPTS-} "

    # The heap is a share of the machine. Short pauses: a collector's pause beside a turn makes the turn's time worthless. The bridge alone measures
    # nothing, and a load has many calls: with a goal of 5 ms the young generation is so small that the collector runs all the time. No performance-data
    # file: its write to disk can hold every thread up. Text files are UTF-8 everywhere, as on Java 18 and newer.
    heap='-Xms64m -XX:MaxRAMPercentage=25'
    collector="-XX:+UseG1GC -XX:MaxGCPauseMillis=$pause"
    encoding=-Dfile.encoding=UTF-8
    case $theirs in *-Xm[sx]*|*HeapSize=*|*RAMPercentage=*|*-XX:MaxRAM=*) heap= ;; esac
    case $theirs in *-XX:+Use*GC*|*-XX:MaxGCPauseMillis=*) collector= ;; esac
    case $theirs in *-Dfile.encoding=*) encoding= ;; esac
    case $theirs in *OnOutOfMemoryError*) full= ;; esac
    case $theirs in *Tiered*|*-Xint*|*-Xcomp*) compiler= ;; esac

    # Netty and JavaFX use sun.misc.Unsafe, which Java 24 and newer warn of; older ones do not know the option.
    unsafe=
    [ "$major" -lt 24 ] || unsafe=--sun-misc-unsafe-memory-access=allow
    set -- -cp "$class_path" dev.sidetone.ui.app.Launcher "$@"
    [ ! -r "${archive-}" ] || set -- "-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off "$@"
    set -f
    # shellcheck disable=SC2086 # words, each an option
    exec "$java" $unsafe $heap $collector -XX:-UsePerfData $encoding --enable-native-access=ALL-UNNAMED $compiler $full \
        ${SIDETONE_JAVA_OPTS-} "$@"
}
