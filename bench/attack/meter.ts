/** Times of one kind of request, and what became of each. */
export class Meter {
  readonly milliseconds: number[] = [];
  readonly #counts = new Map<string, number>();

  async measure(send: () => Promise<string>): Promise<void> {
    const begun = performance.now();
    const outcome = await send();
    this.milliseconds.push(performance.now() - begun);
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }

  outcomes(): string {
    return [...this.#counts].map(([outcome, count]) => `${outcome}: ${count}`).join('\n');
  }
}
