'use strict';
/**
 * Runs first in a preview's page whose origin other projects' pages share (a tunnel has one host): what the app stores in the
 * browser is its own. `keptApart` begins its names. It keeps apps apart that mean no harm; docs/security.md says more.
 */
(() => {
  const named = (name) => keptApart + String(name);
  const isNamed = (name) => name.startsWith(keptApart);
  const bare = (name) => name.slice(keptApart.length);
  const replace = (target, name, descriptor) =>
    Object.defineProperty(target, name, { configurable: false, ...descriptor });

  function view(storage) {
    const keys = () => Object.keys(storage).filter(isNamed).map(bare);
    const methods = {
      key: (index) => keys()[index] ?? null,
      getItem: (name) => storage.getItem(named(name)),
      setItem: (name, value) => storage.setItem(named(name), value),
      removeItem: (name) => storage.removeItem(named(name)),
      clear: () => keys().forEach(methods.removeItem),
    };
    const own = (name) => typeof name === 'symbol' || name in methods || name === 'length';
    return new Proxy(methods, {
      get: (_, name) => {
        if (name === 'length') return keys().length;
        return own(name) ? methods[name] : (methods.getItem(name) ?? undefined);
      },
      set: (_, name, value) => (methods.setItem(name, value), true),
      deleteProperty: (_, name) => (methods.removeItem(name), true),
      has: (_, name) => own(name) || methods.getItem(name) !== null,
      ownKeys: keys,
      getOwnPropertyDescriptor: (_, name) => {
        const value = own(name) ? null : methods.getItem(name);
        return value === null ? undefined : { value, enumerable: true, configurable: true, writable: true };
      },
    });
  }

  for (const name of ['localStorage', 'sessionStorage']) {
    const value = view(window[name]);
    replace(window, name, { get: () => value });
  }

  /** Methods whose first argument is a name, and those that list names. */
  function rename(prototype, methods, lists) {
    for (const method of methods) {
      const original = prototype[method];
      replace(prototype, method, {
        value(name, ...rest) {
          return original.call(this, named(name), ...rest);
        },
      });
    }
    for (const [list, nameOf, withName] of lists) {
      const original = prototype[list];
      replace(prototype, list, {
        async value() {
          const all = await original.call(this);
          return all.filter((each) => isNamed(nameOf(each))).map((each) => withName(each, bare(nameOf(each))));
        },
      });
    }
  }

  rename(
    window.IDBFactory.prototype,
    ['open', 'deleteDatabase'],
    [['databases', ({ name }) => name, (database, name) => ({ ...database, name })]],
  );
  if (window.CacheStorage) {
    rename(window.CacheStorage.prototype, ['open', 'has', 'delete'], [['keys', (name) => name, (_, name) => name]]);
    replace(window.CacheStorage.prototype, 'match', { value: () => Promise.resolve(undefined) });
  }
  if (window.BroadcastChannel) {
    const Shared = window.BroadcastChannel;
    replace(window, 'BroadcastChannel', {
      value: class BroadcastChannel extends Shared {
        constructor(name) {
          super(named(name));
        }
      },
    });
  }
  if (window.ServiceWorkerContainer) {
    const refuse = () => Promise.reject(new window.DOMException('Previews have no service workers.', 'SecurityError'));
    replace(window.ServiceWorkerContainer.prototype, 'register', { value: refuse });
  }
})();
