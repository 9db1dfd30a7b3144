import { Button } from '@mantine/core'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Problem } from '../../ui/problem.tsx'
import { tellProblem } from '../../ui/toast.ts'
import { useOffice } from '../office/use-office.ts'
import { FileRow } from './file-row.tsx'
import classes from './files.module.css'
import type { OnRecord } from './send-file.ts'
import { UploadRow } from './upload-row.tsx'
import { addFiles, useUploads } from './uploads.ts'

/** The files of a record: those that were put here, and those that came with its messages. More are dropped or picked. */
export function Files({ record, recordId }: OnRecord) {
  const of = { record, recordId }
  const { mayChange } = useOffice()
  const { data, error, refetch } = useQuery(trpc.files.list.queryOptions(of))
  const uploads = useUploads(of)
  const drop = useDrop((files) => mayChange && addFiles(of, files))
  return (
    <section className={classes.files} aria-label="Files" {...(mayChange ? drop.handlers : {})}>
      <h3>Files</h3>
      {data && data.length + uploads.length > 0 && (
        <ul className={classes.list}>
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
          {data.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
      {data?.length === 0 && !mayChange && <p className={classes.none}>None yet.</p>}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {mayChange && <Pickers onPick={(files) => addFiles(of, files)} />}
      {drop.isOver && <div className={classes.over}>Drop the files here</div>}
    </section>
  )
}

function Pickers({ onPick }: { onPick: (files: File[]) => void }) {
  const any = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const pick = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onPick([...(currentTarget.files ?? [])])
    // So that the same file can be picked again.
    currentTarget.value = ''
  }
  const hidden = { type: 'file', hidden: true, onChange: pick }
  const face = { size: 'compact-sm', variant: 'default' } as const
  return (
    <div className={classes.pickers}>
      <input {...hidden} ref={any} multiple aria-label="Choose files" />
      <input {...hidden} ref={camera} accept="image/*" capture="environment" aria-label="Take a photo" />
      <Button {...face} leftSection={<IconPaperclip size={14} />} onClick={() => any.current?.click()}>
        Add files
      </Button>
      <Button
        {...face}
        className={classes.camera ?? ''}
        leftSection={<IconCamera size={14} />}
        onClick={() => camera.current?.click()}
      >
        Photo
      </Button>
      <span className={classes.hint}>or drop them here</span>
    </div>
  )
}

/** Files that are dragged over an element and dropped on it. */
function useDrop(onDrop: (files: File[]) => void) {
  // Entering a child comes before leaving its parent, so the crossings are counted.
  const [depth, setDepth] = useState(0)
  const withFiles = (act: () => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    act()
  }
  const handlers = {
    onDragEnter: withFiles(() => setDepth((now) => now + 1)),
    onDragOver: withFiles(() => undefined),
    onDragLeave: withFiles(() => setDepth((now) => Math.max(0, now - 1))),
    onDrop: (event: DragEvent) =>
      withFiles(() => {
        setDepth(0)
        const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file')
        const folders = items.filter((item) => item.webkitGetAsEntry()?.isDirectory)
        if (folders.length > 0) tellProblem('A folder cannot be kept. Open it and drop the files that are in it.')
        onDrop(items.filter((item) => !folders.includes(item)).flatMap((item) => item.getAsFile() ?? []))
      })(event),
  }
  return { isOver: depth > 0, handlers }
}
