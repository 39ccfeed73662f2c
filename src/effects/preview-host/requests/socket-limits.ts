/** How many sockets of previews one client address may hold open, and how many before it has said whose they are. */
export interface SocketLimits {
  readonly perAddress: number;
  readonly unprovenPerAddress: number;
  /** Of all addresses together. */
  readonly unproven: number;
}

export const SOCKET_LIMITS: SocketLimits = { perAddress: 600, unprovenPerAddress: 50, unproven: 300 };

/** Counts sockets by client address: (admitted) unproven → proven; both → gone. */
export class SocketCounts {
  readonly #open = new Map<string, number>();
  readonly #unproven = new Map<string, number>();
  #allUnproven = 0;

  constructor(private readonly limits: SocketLimits = SOCKET_LIMITS) {}

  /** Undefined where the address has too many; else what is to be told of the socket's proof and end, each once. */
  admit(address: string): { readonly proven: () => void; readonly gone: () => void } | undefined {
    const { perAddress, unprovenPerAddress, unproven } = this.limits;
    const isFull =
      (this.#open.get(address) ?? 0) >= perAddress ||
      (this.#unproven.get(address) ?? 0) >= unprovenPerAddress ||
      this.#allUnproven >= unproven;
    if (isFull) return undefined;
    this.#count(address, 1);
    add(this.#open, address, 1);
    let isProven = false;
    const proven = (): void => {
      if (!isProven) this.#count(address, -1);
      isProven = true;
    };
    return {
      proven,
      gone: () => {
        proven();
        add(this.#open, address, -1);
      },
    };
  }

  #count(address: string, by: number): void {
    add(this.#unproven, address, by);
    this.#allUnproven += by;
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
