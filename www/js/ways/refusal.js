/**
 * Why something could not be taken. In: a code of the table of messages, and figures for its sentence; out: an error that says so. Anything else that is
 * thrown while a file is read is a fault of the page. Example: `throw new Refusal('too-large', {bytes, limit})`.
 */

export class Refusal extends Error {
  /** @param {string} code
   * @param {object} [figures] */
  constructor(code, figures = {}) {
    super(code);
    this.code = code;
    this.figures = figures;
  }
}
