declare module '#face-files' {
  /** The files of `fonts/` by name; the build writes one literal URL for each, so that bundlers find them. */
  const files: Record<string, URL>;
  export default files;
}
