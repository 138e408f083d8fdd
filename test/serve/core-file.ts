import { readFileSync } from 'node:fs';

/** Types of notes (elf.h): a program header of notes, and what of `CORE` holds registers. `LINUX` has register sets alone. */
const PT_NOTE = 4;
const REGISTERS_OF_CORE: ReadonlySet<number> = new Set([1, 2]);

/**
 * A core (ELF64, little endian; core(5), elf(5)) with the registers of its threads written over: what the processor held when it
 * died lies there, and no filter of the kernel leaves it out. With wide ones a sentence that was copied last fits into them.
 * Throws when the file is no such core.
 */
export function coreWithoutRegisters(path: string): Buffer {
  const core = readFileSync(path);
  if (core.toString('latin1', 0, 6) !== '\x7fELF\x02\x01') throw new Error('this is no core of a 64-bit system');
  const headers = Number(core.readBigUInt64LE(0x20));
  const [size, count] = [core.readUInt16LE(0x36), core.readUInt16LE(0x38)];
  let notes = 0;
  for (let i = 0; i < count; i++) {
    const at = headers + i * size;
    if (core.readUInt32LE(at) !== PT_NOTE) continue;
    const from = Number(core.readBigUInt64LE(at + 8));
    notes += blankRegisters(core, from, from + Number(core.readBigUInt64LE(at + 32)));
  }
  if (notes === 0) throw new Error('no registers were found in this core');
  return core;
}

function blankRegisters(core: Buffer, from: number, end: number): number {
  let blanked = 0;
  for (let at = from; at + 12 <= end; ) {
    const [nameLength, length, type] = [core.readUInt32LE(at), core.readUInt32LE(at + 4), core.readUInt32LE(at + 8)];
    const name = core.toString('latin1', at + 12, at + 12 + Math.max(0, nameLength - 1));
    const held = at + 12 + aligned(nameLength);
    if (name === 'LINUX' || (name === 'CORE' && REGISTERS_OF_CORE.has(type))) {
      core.fill(0, held, held + length);
      blanked++;
    }
    at = held + aligned(length);
  }
  return blanked;
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4;
}
