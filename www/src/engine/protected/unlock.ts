// A protected document opened with its password, here and nowhere else.

import { DocpaneError } from '../../public/error.js';
import type { Loaded } from '../load.js';
import { decryptPackage, readProtection, secretKey } from './agile.js';
import { streams } from './compound.js';

/** The document inside; what can be downloaded stays the protected one. */
export async function unlock(loaded: Loaded, password: string): Promise<Loaded> {
  const { protection, content } = await read(loaded);
  if (!protection || !content) throw new DocpaneError('Encrypted', 'The document is protected in a way that this preview does not know.');
  const key = await attempt(() => secretKey(protection, password));
  if (!key) throw new DocpaneError('WrongPassword', 'The password does not open the document.');
  const plain = await attempt(() => decryptPackage(content, protection, key));
  return { ...loaded, content: new Blob([plain as BlobPart]) };
}

async function read({ blob }: Loaded) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return attempt(async () => {
    const all = streams(bytes);
    const info = all.get('EncryptionInfo');
    return { protection: info ? readProtection(info) : null, content: all.get('EncryptedPackage') };
  });
}

/** What libraries and views throw means that the file is not whole. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new DocpaneError('Damaged', 'The protected document is not complete.');
  }
}
