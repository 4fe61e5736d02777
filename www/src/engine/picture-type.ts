// What kind of picture bytes are.

/** The media type by a picture's first bytes; a file's own claim is not asked. */
export function pictureType(bytes: Uint8Array): string {
  const starts = (...codes: number[]) => codes.every((code, at) => bytes[at] === code);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif';
  if (starts(0x42, 0x4d)) return 'image/bmp';
  if (starts(0x52, 0x49, 0x46, 0x46)) return 'image/webp';
  const head = new TextDecoder().decode(bytes.subarray(0, 512));
  return /<svg[\s>]/.test(head) || /^\s*<\?xml/.test(head) ? 'image/svg+xml' : 'application/octet-stream';
}
