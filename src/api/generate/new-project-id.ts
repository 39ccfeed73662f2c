import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `${LETTERS}0123456789`;
const LENGTH = 14;

/** A new id that is also a DNS label: 14 lower-case letters and digits, a letter first (72 bits of chance). */
export function newProjectId(): string {
  return pick(LETTERS) + Array.from({ length: LENGTH - 1 }, () => pick(LETTERS_AND_DIGITS)).join('');
}

function pick(characters: string): string {
  return characters.charAt(randomInt(characters.length));
}
