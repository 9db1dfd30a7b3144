import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { AddTag, RemoveTag, TagList, TagShown, TagsOf } from './input.ts'
import { listTags, tagContact, tagsOfContact, untagContact } from './tag-contact.ts'

export const tagsRouter = router({
  list: member.output(TagList).query(({ ctx }) => listTags(ctx)),
  ofContact: member
    .input(TagsOf)
    .output(TagList)
    .query(({ ctx, input }) => tagsOfContact(ctx, input)),
  add: member
    .input(AddTag)
    .output(TagShown)
    .mutation(({ ctx, input }) => tagContact(ctx, input)),
  remove: member
    .input(RemoveTag)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => untagContact(ctx, input)),
})
