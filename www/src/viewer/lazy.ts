// Parts of the viewer that are loaded when they are first used, so that the first page does not wait for them.

/** A part and its loading. */
export class Lazy<T> {
  readonly #load: () => Promise<T>;
  #loading: Promise<T> | null = null;
  #value: T | null = null;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The part, if it is here. */
  get value(): T | null {
    return this.#value;
  }

  /** The part; where loading fails, the next use tries again. */
  get(): Promise<T> {
    this.#loading ??= this.#load().then(
      (value) => (this.#value = value),
      (error: unknown) => {
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }
}
