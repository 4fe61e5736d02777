// Frameworks render on servers, where there are no elements: the tag is defined when a browser first shows it.

/** Loads the element and defines it. */
export async function define(): Promise<void> {
  await import('./element.js');
}
