/**
 * What is under way, by key: entries come and go with every request. A Map alone would keep what it no longer holds:
 * when it grows or shrinks, V8 moves its entries to a new table and leaves the old one as it was; in the old generation
 * that one, dead, keeps all of them alive (answers of agencies among them) until the next full garbage collection. Here
 * a table holds boxes, and the box of what has ended is empty.
 */
export class InFlight<Value> {
  readonly #boxes = new Map<string, { value: Value | undefined }>();

  get(key: string): Value | undefined {
    return this.#boxes.get(key)?.value;
  }

  set(key: string, value: Value): void {
    const box = this.#boxes.get(key);
    if (box === undefined) this.#boxes.set(key, { value });
    else box.value = value;
  }

  /** Ends an entry, unless another has taken its key. */
  end(key: string, value: Value): void {
    const box = this.#boxes.get(key);
    if (box === undefined || box.value !== value) return;
    box.value = undefined;
    this.#boxes.delete(key);
  }

  *values(): Iterable<Value> {
    for (const { value } of this.#boxes.values()) if (value !== undefined) yield value;
  }
}
