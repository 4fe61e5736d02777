// A document protected by a password, as Word protects it: agile encryption in a compound file ([MS-OFFCRYPTO], [MS-CFB]).
// Written here with Node's own hashes and cipher, from the specification, and so apart from what reads it.
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { zip } from '../../../scripts/samples/zip.mjs';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const ROUNDS = 5000;

/** A document with one paragraph, and the password that opens it: `bytes` in base64. */
export function locked(text, password = '秘密 Pass1') {
  const plain = zip([
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ['_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`],
    // Larger than a segment, so that there are two.
    ['word/document.xml', `<w:document xmlns:w="${W}"><!--${randomBytes(4000).toString('hex')}--><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`],
  ]);
  const { info, content } = protect(Buffer.from(plain), password);
  return { bytes: compound(info, content).toString('base64'), password };
}

const hash = (...parts) => createHash('sha512').update(Buffer.concat(parts)).digest();
const little = (number) => Buffer.from(Uint32Array.of(number).buffer);

function encrypt(key, iv, bytes) {
  const padded = Buffer.alloc(Math.ceil(bytes.length / 16) * 16);
  bytes.copy(padded);
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

function protect(plain, password) {
  const [keySalt, salt, key, verifier] = [randomBytes(16), randomBytes(16), randomBytes(32), randomBytes(16)];
  let digest = hash(salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < ROUNDS; round++) digest = hash(little(round), digest);
  const sealed = (purpose, bytes) => encrypt(hash(digest, Buffer.from(purpose, 'hex')).subarray(0, 32), salt, bytes).toString('base64');
  const segments = [];
  for (let at = 0, index = 0; at < plain.length; at += 4096, index++) {
    segments.push(encrypt(key, hash(keySalt, little(index)).subarray(0, 16), plain.subarray(at, at + 4096)));
  }
  const size = Buffer.alloc(8);
  size.writeUInt32LE(plain.length);
  const content = Buffer.concat([size, ...segments]);
  const common = 'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const check = createHmac('sha512', randomBytes(64)).update(content).digest('base64');
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${keySalt.toString('base64')}"/><dataIntegrity encryptedHmacKey="${check}" encryptedHmacValue="${check}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${ROUNDS}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${sealed('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${sealed('d7aa0f6d3061344e', hash(verifier))}" encryptedKeyValue="${sealed('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  return { info: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]), content };
}

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** A compound file of two streams: the small one in the root's stream of small sectors, as the format wants it. */
function compound(info, content) {
  const small = filled(info, SECTOR);
  const large = filled(content, SECTOR);
  const [miniAt, largeAt] = [3, 3 + small.length / SECTOR];
  const fat = [0xfffffffd, END, END, ...chain(miniAt, small.length / SECTOR), ...chain(largeAt, large.length / SECTOR)];
  if (fat.length > SECTOR / 4) throw new Error('too large for one sector of the table');
  const minis = chain(0, Math.ceil(info.length / 64));
  const header = Buffer.alloc(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [[0x18, 0x3e], [0x1a, 3], [0x1c, 0xfffe], [0x1e, 9], [0x20, 6]]) header.writeUInt16LE(value, at);
  for (const [at, value] of [[0x2c, 1], [0x30, 1], [0x38, 4096], [0x3c, 2], [0x40, 1], [0x44, END]]) header.writeUInt32LE(value, at);
  for (let at = 0x4c; at < SECTOR; at += 4) header.writeUInt32LE(at === 0x4c ? 0 : FREE, at);
  const directory = Buffer.concat([
    entry('Root Entry', 5, miniAt, small.length, 2),
    entry('EncryptionInfo', 2, 0, info.length),
    entry('EncryptedPackage', 2, largeAt, content.length, FREE, 1),
    Buffer.alloc(128),
  ]);
  return Buffer.concat([header, table(fat), directory, table(minis), small, large]);
}

function filled(bytes, unit) {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
}

function chain(from, count) {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? END : from + index + 1));
}

function table(numbers) {
  const bytes = Buffer.alloc(SECTOR, 0xff);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, 4 * index));
  return bytes;
}

function entry(name, kind, start, size, child = FREE, left = FREE) {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(2 * name.length + 2, 64);
  bytes.set([kind, 1], 66);
  for (const [at, value] of [[68, left], [72, FREE], [76, child], [116, start], [120, size]]) bytes.writeUInt32LE(value, at);
  return bytes;
}
