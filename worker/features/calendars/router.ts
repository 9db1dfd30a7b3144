import { z } from 'zod'
import { member, owner, router } from '../../trpc/procedures.ts'
import { addSource, forgetSource, listSources, refreshSource, updateSource } from './change-sources.ts'
import { changePrivacy, listFeeds, makeFeed, revokeFeed } from './feed-addresses.ts'
import {
  AddSource,
  ChangeSource,
  FeedMade,
  FeedShown,
  FeedWanted,
  ImportId,
  ImportShown,
  OutsideChoice,
  Refreshed,
  RunImport,
  SourceId,
  SourceShown,
  Whose,
} from './input.ts'
import { choose, readChoice } from './outside-choice.ts'
import { listImports, readImport, startImport, startUndo } from './start-import.ts'

const nothing = z.void()

export const calendarsRouter = router({
  feeds: member.output(z.array(FeedShown)).query(({ ctx }) => listFeeds(ctx)),
  makeFeed: member
    .input(FeedWanted)
    .output(FeedMade)
    .mutation(({ ctx, input }) => makeFeed(ctx, input)),
  changePrivacy: member
    .input(FeedWanted)
    .output(nothing)
    .mutation(({ ctx, input }) => changePrivacy(ctx, input)),
  revokeFeed: member
    .input(Whose)
    .output(nothing)
    .mutation(({ ctx, input }) => revokeFeed(ctx, input)),
  sources: member.output(z.array(SourceShown)).query(({ ctx }) => listSources(ctx)),
  addSource: member
    .input(AddSource)
    .output(SourceId)
    .mutation(({ ctx, input }) => addSource(ctx, input)),
  changeSource: member
    .input(ChangeSource)
    .output(nothing)
    .mutation(({ ctx, input }) => updateSource(ctx, input)),
  refreshSource: member
    .input(SourceId)
    .output(Refreshed)
    .mutation(({ ctx, input }) => refreshSource(ctx, input)),
  removeSource: member
    .input(SourceId)
    .output(nothing)
    .mutation(({ ctx, input }) => forgetSource(ctx, input)),
  choice: member.output(OutsideChoice).query(({ ctx }) => readChoice(ctx)),
  choose: owner
    .input(OutsideChoice)
    .output(nothing)
    .mutation(({ ctx, input }) => choose(ctx, input)),
  imports: member.output(z.array(ImportShown)).query(({ ctx }) => listImports(ctx)),
  importById: member
    .input(ImportId)
    .output(ImportShown)
    .query(({ ctx, input }) => readImport(ctx, input)),
  runImport: member
    .input(RunImport)
    .output(nothing)
    .mutation(({ ctx, input }) => startImport(ctx, input)),
  undoImport: member
    .input(ImportId)
    .output(nothing)
    .mutation(({ ctx, input }) => startUndo(ctx, input)),
})
