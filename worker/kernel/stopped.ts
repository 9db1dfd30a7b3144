/** Thrown by a carrier of texts: whoever has the number told it to stop, and no repetition will change that. */
export class Stopped extends Error {
  constructor() {
    super('They answered STOP, so they get no text messages any more.')
    this.name = 'Stopped'
  }
}
