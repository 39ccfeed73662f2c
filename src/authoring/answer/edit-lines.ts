/** A text to find in a file, and the text that replaces it. */
export interface Replacement {
  readonly search: string;
  readonly replace: string;
}

const SEARCH = /^\s{0,20}<{5,9}(?:\s{0,3}[A-Z]{1,12})?:?\s*$/i;
const DIVIDER = /^\s{0,20}={5,9}\s*$/;
const REPLACE = /^\s{0,20}>{5,9}(?:\s{0,3}[A-Z]{1,12})?:?\s*$/i;

/** Parses the SEARCH/REPLACE blocks of one edit, line by line. Each marker is on a line of its own. */
export class EditLines {
  readonly replacements: Replacement[] = [];
  /** A new block began before the previous one had ended. */
  #isTorn = false;
  #search: string[] | undefined;
  #replace: string[] | undefined;

  /** Whether every block that was opened has also been closed. */
  get isWhole(): boolean {
    return !this.#isTorn && this.#search === undefined;
  }

  add(line: string): void {
    if (SEARCH.test(line) && (this.#search === undefined || this.#replace !== undefined)) this.#begin();
    else if (this.#search === undefined) return;
    else if (this.#replace === undefined) {
      if (DIVIDER.test(line)) this.#replace = [];
      else this.#search.push(line);
    } else if (REPLACE.test(line)) {
      this.replacements.push({ search: this.#search.join('\n'), replace: this.#replace.join('\n') });
      this.#search = this.#replace = undefined;
    } else this.#replace.push(line);
  }

  #begin(): void {
    this.#isTorn ||= this.#search !== undefined;
    this.#search = [];
    this.#replace = undefined;
  }
}
