declare module '#packed-wasm' {
  /** The wasm, packed with gzip, in base 64; the build puts it in. */
  const packed: string;
  export default packed;
}

declare module '#packed-pictures' {
  /** The module for rare pictures, packed in the same way. */
  const packed: string;
  export default packed;
}
