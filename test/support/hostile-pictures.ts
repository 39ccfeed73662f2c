import { crc32 } from 'node:zlib';

/** Files that could break a picture parser. All of them are small, whatever size they claim. */
export const HOSTILE_PICTURES: Readonly<Record<string, Buffer>> = {
  'an ICNS file with an entry of length 0': box('icns', 58, Buffer.from('ic07\0\0\0\0', 'latin1'), 58),
  'an ICNS file with an entry of length 1': box('icns', 64, Buffer.from('ic08\0\0\0\x01', 'latin1'), 64),
  'a JPEG 2000 with a box of length 0': Buffer.concat([
    Buffer.from('\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 \0\0\0\0jp2h', 'latin1'),
    Buffer.alloc(30),
  ]),
  'a JPEG XL with a box of length 0': Buffer.concat([
    Buffer.from('\0\0\0\x0cJXL \r\n\x87\n\0\0\0\x14ftypjxl \0\0\0\0jxl \0\0\0\0jxlp', 'latin1'),
    Buffer.alloc(30),
  ]),
  'a HEIF with boxes of length 0': Buffer.from(
    '\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0meta\0\0\0\0\0\0\0\0iprp',
    'latin1',
  ),
  'an AVIF with boxes of length 0': Buffer.from(
    '\0\0\0\x18ftypavif\0\0\0\0mif1avif\0\0\0\0meta\0\0\0\0\0\0\0\0iprp',
    'latin1',
  ),
  'a TIFF whose directory is itself': Buffer.from(
    'II*\0\x08\0\0\0\x01\0\0\x01\x04\0\x01\0\0\0\0\0\0\0\x08\0\0\0',
    'latin1',
  ),
  'a BMP': Buffer.concat([Buffer.from('BM'), Buffer.alloc(60, 1)]),
  'a PSD': Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(60)]),
  'a PDF': Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj'),
  'a drawing': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  'a web page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a PNG of 50,000 by 50,000 pixels': png(50_000, 50_000),
  'a PNG of 1 by 2,147,483,647 pixels': png(1, 2_147_483_647),
  'a PNG without pixels': png(0, 0),
  'a PNG of its first bytes': png(64, 64).subarray(0, 20),
  'a PNG that is cut off': png(64, 64),
  'a JPEG of its first bytes': Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
  'a JPEG with segments of length 0': Buffer.from('\xff\xd8\xff\xe0\0\0\xff\xe1\0\0\xff\xc0\0\0\xff\xd9', 'latin1'),
  'a WebP of its first bytes': Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8X\0\0\0\0', 'latin1'),
  'a GIF of 65,535 by 65,535 pixels': gif(65_535, 65_535, 1),
  'a GIF of 400 frames': gif(4, 4, 400),
  'a GIF of 100 frames of 4,000 by 4,000 pixels': gif(4_000, 4_000, 100),
  nothing: Buffer.alloc(0),
  zeros: Buffer.alloc(4_096),
};

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">';

export const HOSTILE_DRAWINGS: Readonly<Record<string, string>> = {
  'a script': `${SVG}<script>alert(1)</script></svg>`,
  'a script in a namespace': `${SVG}<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script></svg>`,
  'an event handler': `${SVG}<rect width="9" height="9" onclick="alert(1)"/></svg>`,
  'an event handler in capitals': `<svg xmlns="http://www.w3.org/2000/svg" ONLOAD="alert(1)"/>`,
  'foreign content': `${SVG}<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject></svg>`,
  'a picture from elsewhere': `${SVG}<image href="http://example.org/a.png"/></svg>`,
  'a use of a drawing elsewhere': `${SVG}<use xlink:href="http://example.org/a.svg#b"/></svg>`,
  'a fill from elsewhere': `${SVG}<rect fill="url(http://example.org/a)"/></svg>`,
  'a fill from elsewhere in quotes': `${SVG}<rect fill="url( 'http://example.org/a')"/></svg>`,
  'a style': `${SVG}<style>@import 'http://example.org/a.css';</style></svg>`,
  'a style attribute that loads': `${SVG}<rect style="fill: u\\72l(http://example.org/a)"/></svg>`,
  'a link': `${SVG}<a href="javascript:alert(1)"><rect/></a></svg>`,
  'an animation of a reference': `${SVG}<set attributeName="href" to="javascript:alert(1)"/></svg>`,
  'a billion laughs': `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${SVG}<text>&c;</text></svg>`,
  'a file of the machine': `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${SVG}<text>&a;</text></svg>`,
  'an unknown entity': `${SVG}<text>&a;</text></svg>`,
  'a style sheet': `<?xml-stylesheet href="http://example.org/a.css"?>${SVG}</svg>`,
  'a billion uses': `${SVG}<defs><g id="a"><rect/></g><g id="b">${'<use href="#a"/>'.repeat(9)}</g></defs><use href="#b"/></svg>`,
  'deep groups': `${SVG}${'<g>'.repeat(10_000)}${'</g>'.repeat(10_000)}</svg>`,
  'too many shapes': `${SVG}${'<rect/>'.repeat(20_000)}</svg>`,
  'no end': `${SVG}${'<g>'.repeat(20)}`,
  'two roots': `${SVG}</svg>${SVG}</svg>`,
  'no drawing': '<html><body/></html>',
  'no namespace': '<svg><script>1</script></svg>',
  nothing: '',
};

function box(kind: string, length: number, content: Buffer, total: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(length, 4);
  return Buffer.concat([head, content, Buffer.alloc(Math.max(0, total - 8 - content.length))]);
}

/** A PNG with a valid header and no pixels. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function gif(width: number, height: number, frames: number): Buffer {
  const screen = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  const frame = Buffer.from('\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\0\0\0\0\0\x02\x02\x44\x01\0', 'latin1');
  frame.writeUInt16LE(width, 13);
  frame.writeUInt16LE(height, 15);
  return Buffer.concat([screen, ...Array<Buffer>(frames).fill(frame), Buffer.from(';')]);
}
