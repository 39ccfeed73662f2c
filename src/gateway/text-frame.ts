const FIN_TEXT = 0x81;

/** A whole text message as a server sends it, unmasked (RFC 6455 section 5.2): made once, written to every viewer. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([header(payload.length), payload]);
}

function header(length: number): Buffer {
  if (length < 126) return Buffer.from([FIN_TEXT, length]);
  if (length < 65_536) {
    const short = Buffer.from([FIN_TEXT, 126, 0, 0]);
    short.writeUInt16BE(length, 2);
    return short;
  }
  const long = Buffer.alloc(10);
  long[0] = FIN_TEXT;
  long[1] = 127;
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}
