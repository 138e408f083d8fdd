import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive that says of itself whatever a test wants it to say. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Bit 0: encrypted. Bit 11: the name is UTF-8. */
  readonly flags?: number;
  readonly statedBytes?: number;
  /** Upper half: the mode of Unix. */
  readonly attributes?: number;
  readonly stored?: boolean;
  /** Points at the data of the entry of this number, and has none of its own. */
  readonly dataOf?: number;
  /** Its checksum, when it is not to be the right one. */
  readonly crc?: number;
}

/** A ZIP archive of raw entries: no library would write most of them. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const packed = entry.stored === true ? content : deflateRawSync(content);
    const flags = entry.flags ?? 0x800;
    const method = entry.stored === true ? 0 : 8;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(0x50210000, 6);
    facts.writeUInt32LE(entry.crc ?? crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(entry.statedBytes ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const own = entry.dataOf === undefined;
    const offset = own ? at : (offsets[entry.dataOf ?? 0] ?? 0);
    offsets.push(offset);
    if (own) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed]);
      parts.push(local);
      at += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((entry.attributes ?? 0) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), facts, tail, name]));
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  // Bytes of their own: small buffers share a pool, and tests write into what they get.
  return Uint8Array.from(Buffer.concat([...parts, directory, end]));
}
