// Agile encryption ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15): what Word has protected documents with since 2010. The hashes and the
// cipher are libraries'; here is only in which order Word applies them.

import { cbc } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

type Hash = (bytes: Uint8Array) => Uint8Array;

const HASHES: Readonly<Record<string, Hash>> = { SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 };

/** What a key is derived for. */
const VERIFIER_INPUT = [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79];
const VERIFIER_VALUE = [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e];
const SECRET_KEY = [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6];

/** Rounds of hashing that are borne; Word makes 100,000. */
const MOST_ROUNDS = 2_000_000;

/** Rounds between two pauses. */
const ROUNDS = 4_000;

/** Bytes that are encrypted at a time. */
const SEGMENT = 4096;

/** Algorithms and salt of a key. */
interface Cipher {
  salt: Uint8Array;
  block: number;
  /** Bytes of the key. */
  key: number;
  hash: Hash;
}

/** How a document is protected. */
export interface Protection {
  content: Cipher;
  password: Cipher;
  rounds: number;
  verifierInput: Uint8Array;
  verifierValue: Uint8Array;
  secret: Uint8Array;
}

/** Reads the stream `EncryptionInfo`; null where it is of another kind. */
export function readProtection(info: Uint8Array): Protection | null {
  // Version 4.4, then flags, then XML.
  if (info[0] !== 4 || info[2] !== 4) return null;
  const xml = new DOMParser().parseFromString(new TextDecoder().decode(info.subarray(8)), 'text/xml');
  const content = xml.getElementsByTagNameNS('*', 'keyData')[0];
  const password = xml.getElementsByTagNameNS('*', 'encryptedKey')[0];
  if (!content || !password) return null;
  const ciphers = [cipher(content), cipher(password)] as const;
  const rounds = Number(password.getAttribute('spinCount'));
  if (!ciphers[0] || !ciphers[1] || !(rounds >= 0 && rounds <= MOST_ROUNDS)) return null;
  const value = (name: string) => base64(password.getAttribute(name));
  return {
    content: ciphers[0],
    password: ciphers[1],
    rounds,
    verifierInput: value('encryptedVerifierHashInput'),
    verifierValue: value('encryptedVerifierHashValue'),
    secret: value('encryptedKeyValue'),
  };
}

function cipher(element: Element): Cipher | null {
  const text = (name: string) => element.getAttribute(name) ?? '';
  const hash = HASHES[text('hashAlgorithm').replace('-', '')];
  const [block, bits] = [Number(text('blockSize')), Number(text('keyBits'))];
  const known = text('cipherAlgorithm') === 'AES' && text('cipherChaining') === 'ChainingModeCBC' && block === 16 && [128, 192, 256].includes(bits);
  return known && hash ? { salt: base64(text('saltValue')), block, key: bits / 8, hash } : null;
}

/** The key that the content is encrypted with; null if the password is wrong. */
export async function secretKey({ password: how, rounds, ...held }: Protection, password: string): Promise<Uint8Array | null> {
  let digest = how.hash(joined(how.salt, utf16(password)));
  const round = new Uint8Array(4 + digest.length);
  const count = new DataView(round.buffer);
  for (let index = 0; index < rounds; index++) {
    count.setUint32(0, index, true);
    round.set(digest, 4);
    digest = how.hash(round);
    // The screen stays alive meanwhile.
    if (index % ROUNDS === ROUNDS - 1) await new Promise((resolve) => setTimeout(resolve));
  }
  const open = (purpose: number[], bytes: Uint8Array) => decrypted(bytes, sized(how.hash(joined(digest, Uint8Array.from(purpose))), how.key), sized(how.salt, how.block));
  const expected = open(VERIFIER_VALUE, held.verifierValue);
  const found = how.hash(open(VERIFIER_INPUT, held.verifierInput));
  if (!found.every((byte, index) => expected[index] === byte)) return null;
  return open(SECRET_KEY, held.secret).subarray(0, how.key);
}

/** The content of the stream `EncryptedPackage`. */
export async function decryptPackage(bytes: Uint8Array, { content }: Protection, key: Uint8Array): Promise<Uint8Array> {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const plain = new Uint8Array(bytes.length - 8);
  for (let at = 0, index = 0; at < plain.length; at += SEGMENT, index++) {
    const iv = sized(content.hash(joined(content.salt, little(index))), content.block);
    const segment = bytes.subarray(8 + at, 8 + Math.min(at + SEGMENT, plain.length));
    // The last one may be followed by a stream's filling.
    plain.set(decrypted(segment.subarray(0, segment.length - (segment.length % content.block)), key, iv), at);
    if (index % 256 === 255) await new Promise((resolve) => setTimeout(resolve));
  }
  return plain.subarray(0, size);
}

function decrypted(bytes: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array {
  return cbc(key, iv, { disablePadding: true }).decrypt(bytes);
}

/** Cut, or filled as Word fills, to a length. */
function sized(bytes: Uint8Array, length: number): Uint8Array {
  const all = new Uint8Array(length).fill(0x36);
  all.set(bytes.subarray(0, length));
  return all;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function little(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(2 * index, text.charCodeAt(index), true);
  return bytes;
}

function base64(text: string | null): Uint8Array {
  return Uint8Array.from(atob(text ?? ''), (character) => character.charCodeAt(0));
}
