/**
 * Thrown by a provider that certainly did nothing of what it was asked: it may be asked again without doing it twice. Any
 * other fault of a provider leaves open whether it was done.
 */
export class NotTaken extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'NotTaken'
  }
}
