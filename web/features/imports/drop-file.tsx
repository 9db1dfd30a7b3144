import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useWords } from '../office/use-words.ts'
import classes from './imports.module.css'
import { sendFile } from './send-file.ts'

/** Takes the file, dropped or chosen. */
export function DropFile() {
  const words = useWords()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const send = useMutation({
    mutationFn: sendFile,
    onSuccess: (id) => navigate({ to: '/contacts/import', search: { id } }),
  })
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) send.mutate(file)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(event.type === 'dragover')
  }
  const drop = (event: DragEvent) => {
    over(event)
    take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same by key.
    <div className={classes.drop} data-over={isOver} onDragOver={over} onDragLeave={over} onDrop={drop}>
      {send.error && <FormProblem sentence={sentenceOf(send.error)} />}
      <IconFileImport size={28} aria-hidden />
      <p className={classes.lead}>
        Drop a table saved as CSV, or address cards (vCard), of up to 90 MB. Nothing is written before you say so, and
        an import can be undone for 30 days.
      </p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`File of ${words.inMany}`}
        accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard"
        onChange={(event) => take(event.currentTarget.files)}
      />
      <Button loading={send.isPending} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
    </div>
  )
}
