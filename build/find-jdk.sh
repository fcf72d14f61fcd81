# Sourced by kunan and mvnw: sets JAVA_HOME to a JDK of at least 25, or says what to do and exits.
# Order: JAVA_HOME, the java on PATH, the usual folders of JVMs.

jdk_release() { # prints the major version of the JDK in folder $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for folder in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$folder" ] && [ -d "$folder" ] || continue
    release=$(jdk_release "$folder")
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      JAVA_HOME=$folder
      export JAVA_HOME
      return 0
    fi
  done
  echo "kunan: no JDK of version 25 or later found; install one (for example Temurin 25) or set JAVA_HOME to its folder." >&2
  exit 1
}

find_jdk
