import type { KnownConversation } from './place-mail.ts'

/** What one mail adds to its conversation. `keys` are the ids by which later mails may find it. */
export type Entry = {
  id: string
  keys: readonly string[]
  participants: readonly string[]
  subject: string
  at: string
}

type Conversation = KnownConversation & {
  participants: Set<string>
  subjects: Set<string>
  apartFrom: Set<string>
  mails: string[]
}

const subjectKey = (address: string, subject: string) => `${address}\n${subject}`

/** Conversations in memory, found by the keys of their mails: a union-find whose roots are conversations. */
export class ConversationBook {
  private readonly conversations = new Map<string, Conversation>()
  /** From a fused conversation to the one that took it in. */
  private readonly successors = new Map<string, string>()
  private readonly owners = new Map<string, string>()
  private readonly subjects = new Map<string, Set<string>>()

  /** The conversation that a key belongs to. */
  byKey(key: string | null): KnownConversation | null {
    const owner = key === null ? undefined : this.owners.get(key)
    return owner === undefined ? null : this.current(owner)
  }

  /** Conversations in which somebody took part under a subject. */
  bySubject(address: string, subject: string): KnownConversation[] {
    const owners = this.subjects.get(subjectKey(address, subject)) ?? []
    return [...new Set(Array.from(owners, (owner) => this.current(owner)))].filter((found) => found !== null)
  }

  /** Begins a conversation, told apart from the one that it refers to. */
  begin(id: string, at: string, refersTo?: string): void {
    const apartFrom = new Set(refersTo === undefined ? [] : [this.root(refersTo)])
    for (const other of apartFrom) this.conversations.get(other)?.apartFrom.add(id)
    this.conversations.set(id, { id, participants: new Set(), subjects: new Set(), lastAt: at, apartFrom, mails: [] })
  }

  fuse(into: string, from: string): void {
    const target = this.current(into)
    const source = this.current(from)
    if (target === null || source === null || target === source) return
    for (const address of source.participants) target.participants.add(address)
    for (const subject of source.subjects) target.subjects.add(subject)
    for (const mail of source.mails) target.mails.push(mail)
    for (const other of source.apartFrom) this.tellApart(target.id, other)
    if (source.lastAt > target.lastAt) target.lastAt = source.lastAt
    this.successors.set(source.id, target.id)
    this.conversations.delete(source.id)
  }

  add(conversationId: string, entry: Entry): void {
    const conversation = this.current(conversationId)
    if (conversation === null) return
    conversation.mails.push(entry.id)
    conversation.subjects.add(entry.subject)
    if (entry.at > conversation.lastAt) conversation.lastAt = entry.at
    for (const address of entry.participants) {
      conversation.participants.add(address)
      const key = subjectKey(address, entry.subject)
      this.subjects.set(key, (this.subjects.get(key) ?? new Set()).add(conversation.id))
    }
    for (const key of entry.keys) if (!this.owners.has(key)) this.owners.set(key, conversation.id)
  }

  lists(): string[][] {
    return Array.from(this.conversations.values(), (conversation) => conversation.mails)
  }

  private tellApart(one: string, other: string): void {
    this.conversations.get(one)?.apartFrom.add(other)
    this.conversations.get(other)?.apartFrom.add(one)
  }

  private current(id: string): Conversation | null {
    return this.conversations.get(this.root(id)) ?? null
  }

  /** Halves the path on the way, so that long chains of fusions stay short. */
  private root(id: string): string {
    let at = id
    for (let next = this.successors.get(at); next !== undefined; next = this.successors.get(at)) {
      this.successors.set(at, this.successors.get(next) ?? next)
      at = next
    }
    return at
  }
}
