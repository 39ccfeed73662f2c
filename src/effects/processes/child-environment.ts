const NEEDED =
  /^(?:PATH|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|SYSTEMDRIVE|COMSPEC|PATHEXT|WINDIR|TMPDIR|TEMP|TMP|LANG|LC_.*|TZ)$/i;
const NEEDED_BY_INSTALLERS =
  /^(?:npm_config_.*|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|BUN_INSTALL(?:_CACHE_DIR)?|XDG_CACHE_HOME)$/i;

/** The part of our environment that a child gets: where programs and homes are, but none of the service's keys. */
export function minimalEnvironment(): NodeJS.ProcessEnv {
  return pick((name) => NEEDED.test(name));
}

/** The same, with what npm and bun need to reach their registry and to find their caches. */
export function installerEnvironment(): NodeJS.ProcessEnv {
  return pick((name) => NEEDED.test(name) || NEEDED_BY_INSTALLERS.test(name));
}

function pick(isWanted: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => isWanted(name)));
}
