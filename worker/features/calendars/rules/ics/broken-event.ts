/** Why one event cannot be read, in words that go on after “because”: it is told and left out, the others are taken. */
export class BrokenEvent extends Error {}
